package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.explain.lesson.condition.Condition;
import org.digitscope.explain.lesson.condition.Nearest;
import org.digitscope.explain.lesson.condition.UnknownWordsException;

/** Reads the text of a lesson, see {@link Lesson}, and goes on after each fault, so that all are found at once. */
final class LessonParser {

    /** More than anybody writes. */
    static final int MOST_CHAPTERS = 200;
    static final int MOST_LINES = 20_000;
    static final int LONGEST_LINE = 4000;
    private static final int MOST_FAULTS = 100;

    private static final String FIRST_LINE = "digitscope lesson 1";
    private static final Pattern FORMAT = Pattern.compile("digitscope lesson (\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITIONAL = Pattern.compile("\\[([!\\w ]+)] *(.+)");
    /** Brackets before a keyword that aren't read as conditions. */
    private static final Pattern OTHER_BRACKETS = Pattern.compile("(?:[\\[({][^\\])}]*[\\])}]\\s*)+([a-z]+):(?: .*|)|\\[[^\\]]*?\\s([a-z]+):(?: .*|)");
    /** What is the same for all networks. */
    private static final List<Keyword> UNCONDITIONAL = List.of(Keyword.AUTHOR, Keyword.PROJECT, Keyword.SCENE, Keyword.CHAPTER, Keyword.STRETCH);
    private static final Pattern KEYWORD = Pattern.compile("([a-z]+):(?: +(.*)|)");
    private static final Pattern PROJECT_FILE = Pattern.compile("[^/\\\\:]+\\.digitscope");
    private static final List<Keyword> HEADER = List.of(Keyword.TITLE, Keyword.AUTHOR);
    private static final Pattern BLANKS = Pattern.compile("(  |\t).*");

    private final List<String> lines;
    private final List<LessonFault> faults = new ArrayList<>();
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, Integer> chapterLines = new HashMap<>();
    private final SceneLines scenes = new SceneLines();
    private final List<ChapterTemplate> chapters = new ArrayList<>();
    private String stretch = "";
    private String chapter;
    private List<LessonLine> content = new ArrayList<>();
    private int at;

    LessonParser(String text) {
        lines = text.replaceFirst("^\uFEFF", "").lines().map(String::stripTrailing).toList();
    }

    Lesson parse() throws LessonFormatException {
        if (isLesson()) {
            for (at = 1; at < Math.min(lines.size(), MOST_LINES); at++) {
                read();
            }
            endChapter();
            scenes.end();
            check();
        }
        if (!faults.isEmpty()) {
            throw new LessonFormatException(faults.stream().limit(MOST_FAULTS).toList());
        }
        return new Lesson(header.get("title"), header.getOrDefault("author", ""), scenes.project(), scenes.scenes(), chapters);
    }

    private boolean isLesson() {
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        Matcher format = FORMAT.matcher(first);
        if (!format.matches()) {
            fault("'" + FIRST_LINE + "' is expected as the first line of a lesson");
        } else if (!format.group(1).equals("1")) {
            fault("Version " + format.group(1) + " of lessons isn't known to this program; '" + FIRST_LINE + "' is expected");
        }
        return faults.isEmpty();
    }

    private void check() {
        at = 0;
        if (!header.containsKey("title")) {
            fault("'title:' with the lesson's name is expected below the first line");
        }
        if (chapterLines.isEmpty()) {
            fault("A lesson has one chapter at least; 'chapter:' begins one");
        }
        if (chapterLines.size() > MOST_CHAPTERS || lines.size() > MOST_LINES) {
            fault("A lesson has at most " + MOST_CHAPTERS + " chapters and " + MOST_LINES + " lines");
        }
    }

    private void read() {
        String line = lines.get(at);
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.length() > LONGEST_LINE || line.chars().anyMatch(letter -> letter < ' ' && letter != '\t')) {
            fault("A line has at most " + LONGEST_LINE + " letters, and nothing but letters and signs");
            return;
        }
        if (BLANKS.matcher(line).matches()) {
            fault("Indented lines belong below 'code:' or 'output:'");
            return;
        }
        Matcher conditional = CONDITIONAL.matcher(line.strip());
        boolean isConditional = conditional.matches();
        List<String> conditions = isConditional ? Arrays.asList(conditional.group(1).strip().split(" +")) : List.of();
        conditions.forEach(each -> known(each.replaceFirst("^!", ""), LessonWords.conditions(), "condition for brackets"));
        String rest = isConditional ? conditional.group(2) : line.strip();
        if (hasOtherBrackets(rest)) {
            fault("Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'");
            return;
        }
        Matcher keyword = KEYWORD.matcher(rest);
        if (!keyword.matches()) {
            add(conditions, Optional.empty(), rest);
            return;
        }
        Optional<Keyword> found = Keyword.of(keyword.group(1));
        if (found.isEmpty()) {
            fault("No line begins with '" + keyword.group(1) + ":'; the nearest is '" + Nearest.of(keyword.group(1), Keyword.words()).orElseThrow() + ":'");
            return;
        }
        String text = Optional.ofNullable(keyword.group(2)).orElse("").strip();
        readKeyword(found.get(), conditions, found.get().hasBlock() ? block(text) : text);
    }

    private static boolean hasOtherBrackets(String line) {
        Matcher brackets = OTHER_BRACKETS.matcher(line);
        return brackets.matches() && Keyword.of(brackets.group(1) == null ? brackets.group(2) : brackets.group(1)).isPresent();
    }

    /** What stands behind the keyword and indented below it. */
    private String block(String first) {
        List<String> block = new ArrayList<>(first.isEmpty() ? List.of() : List.of(first));
        while (at + 1 < lines.size() && (BLANKS.matcher(lines.get(at + 1)).matches() || isBlankWithin(at + 1))) {
            at++;
            block.add(lines.get(at));
        }
        return String.join("\n", block).stripIndent().stripTrailing();
    }

    /** A blank line between indented ones. */
    private boolean isBlankWithin(int line) {
        return lines.get(line).isBlank() && line + 1 < lines.size() && BLANKS.matcher(lines.get(line + 1)).matches();
    }

    private void readKeyword(Keyword keyword, List<String> conditions, String text) {
        if (text.isEmpty()) {
            fault("Something is expected behind '" + keyword.word() + ":': " + keyword.meaning());
        } else if (!conditions.isEmpty() && (UNCONDITIONAL.contains(keyword) || chapter == null && keyword == Keyword.TITLE)) {
            fault("'" + keyword.word() + ":' is the same for all networks: no brackets are expected before it");
        } else if (keyword == Keyword.CHAPTER) {
            beginChapter(text);
        } else if (keyword == Keyword.PROJECT) {
            readProject(text);
        } else if (keyword == Keyword.SCENE) {
            readScene(text);
        } else if (chapter == null && HEADER.contains(keyword)) {
            readHeader(keyword, text);
        } else if (keyword != Keyword.TITLE && HEADER.contains(keyword)) {
            fault("'" + keyword.word() + ":' stands above the first chapter");
        } else if (keyword == Keyword.STRETCH) {
            stretch = text;
        } else {
            add(conditions, Optional.of(keyword), text);
        }
    }

    private void readHeader(Keyword keyword, String text) {
        if (header.put(keyword.word(), text) != null) {
            fault("There are two lines '" + keyword.word() + ":'");
        }
    }

    private void readProject(String text) {
        if (!scenes.setProject(text)) {
            fault("There are two lines 'project:'");
        }
        if (!PROJECT_FILE.matcher(text).matches()) {
            fault("A project is named as its file beside the lesson, without a folder, such as 'project: trained.digitscope'");
        }
    }

    private void readScene(String text) {
        try {
            scenes.add(text);
        } catch (UnknownWordsException unknown) {
            fault(unknown.getMessage());
        }
    }

    private void beginChapter(String name) {
        endChapter();
        chapter = name;
        scenes.begin(name);
        known(LessonText.names(name));
        Integer before = chapterLines.put(name, at);
        if (before != null) {
            fault("The chapter '" + name + "' begins in line " + (before + 1) + " already; another name is expected");
        }
    }

    private void endChapter() {
        if (chapter != null) {
            faults.addAll(ChapterCheck.of(chapterLines.get(chapter) + 1, content));
            chapters.add(new ChapterTemplate(chapter, stretch, content));
        }
        content = new ArrayList<>();
    }

    private void add(List<String> conditions, Optional<Keyword> keyword, String text) {
        if (chapter == null) {
            fault("'chapter:' is expected before the first paragraph");
            return;
        }
        known(LessonText.names(text));
        Optional<Condition> condition = Optional.empty();
        String shown = text;
        if (keyword.filter(Keyword.WHEN::equals).isPresent()) {
            condition = condition(text);
        } else if (keyword.filter(Keyword.CHOICE::equals).isPresent()) {
            int bar = text.lastIndexOf('|');
            if (bar <= 0 || bar == text.length() - 1 || text.indexOf('}', bar) >= 0) {
                fault("'choice:' is expected with its text, a bar | and a condition, such as 'choice: It falls. | test accuracy < 90 %'");
                return;
            }
            shown = text.substring(0, bar).strip();
            condition = condition(text.substring(bar + 1));
        } else if (keyword.filter(Keyword.EXHIBIT::equals).isPresent()) {
            known(text, LessonWords.exhibits(), "exhibit");
        } else if (keyword.filter(Keyword.DO::equals).isPresent()) {
            int bar = text.indexOf('|');
            if (bar <= 0 || bar == text.length() - 1) {
                fault("'do:' is expected with a command, a bar | and what stands on the button, such as 'do: train | Train or pause'");
                return;
            }
            Command.fault(text.substring(0, bar).strip()).ifPresent(this::fault);
        }
        content.add(new LessonLine(at + 1, conditions, keyword, shown, condition));
    }

    private Optional<Condition> condition(String text) {
        try {
            return Optional.of(Condition.parse(text));
        } catch (UnknownWordsException unknown) {
            fault(unknown.getMessage());
            return Optional.empty();
        }
    }

    private void known(List<String> numbers) {
        numbers.forEach(name -> known(name, LessonWords.numbers(), "number for braces"));
    }

    private void known(String word, Map<String, String> known, String kind) {
        if (!known.containsKey(word)) {
            fault("'" + word + "' is no " + kind + "; the nearest is '" + Nearest.of(word.toLowerCase(Locale.ROOT), known.keySet()).orElseThrow() + "'");
        }
    }

    private void fault(String sentence) {
        faults.add(new LessonFault(at + 1, sentence));
    }
}
