package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether the lines of a chapter make one, for every network that there can be: brackets leave lines out, and what is left has to be a chapter
 * as well.
 */
final class ChapterCheck {

    private static final int FEWEST_CHOICES = 2;
    private static final int MOST_CHOICES = 6;

    private final int line;
    private final List<LessonLine> lines;
    private final List<LessonFault> faults = new ArrayList<>();

    private ChapterCheck(int line, List<LessonLine> lines) {
        this.line = line;
        this.lines = lines;
    }

    /**
     * All that is wrong, each once, with the first network for which it is.
     *
     * @param line in which the chapter begins
     */
    static List<LessonFault> of(int line, List<LessonLine> lines) {
        Set<String> named = lines.stream().flatMap(each -> each.names().stream()).collect(Collectors.toCollection(TreeSet::new));
        Map<LessonFault, String> found = new LinkedHashMap<>();
        for (Set<String> holding : PossibleNetworks.of(named)) {
            ChapterCheck check = new ChapterCheck(line, lines.stream().filter(each -> each.holds(holding::contains)).toList());
            check.all();
            check.faults.forEach(fault -> found.putIfAbsent(fault, where(named, holding)));
        }
        return found.entrySet().stream().map(each -> new LessonFault(each.getKey().line(), each.getKey().sentence() + each.getValue())).toList();
    }

    private static String where(Set<String> named, Set<String> holding) {
        return named.isEmpty() ? "" : ", where brackets say " + named.stream().map(each -> holding.contains(each) ? each : "!" + each)
                .collect(Collectors.joining(" "));
    }

    private void all() {
        if (lines.stream().noneMatch(each -> each.keyword().isEmpty())) {
            faults.add(new LessonFault(line, "A chapter has one paragraph at least"));
        }
        twice();
        needs(Keyword.OUTPUT, Keyword.CODE);
        needs(Keyword.RIGHT, Keyword.TASK);
        needs(Keyword.CHOICE, Keyword.PREDICT);
        first(Keyword.WHEN).filter(when -> first(Keyword.TASK).isEmpty() && first(Keyword.PREDICT).isEmpty())
                .ifPresent(when -> fault(when, "'when:' belongs to a 'task:' or a 'predict:'; the chapter has none"));
        first(Keyword.TASK).filter(task -> first(Keyword.WHEN).isEmpty() && first(Keyword.RIGHT).isEmpty())
                .ifPresent(task -> fault(task, "A task needs a line 'when:' with a condition, or 'right:' with the answer to type"));
        first(Keyword.TASK).filter(task -> first(Keyword.PREDICT).isPresent())
                .ifPresent(task -> fault(task, "A chapter has either a 'task:' or a 'predict:'"));
        first(Keyword.RIGHT).filter(right -> first(Keyword.WHEN).isPresent())
                .ifPresent(right -> fault(right, "A task has either 'when:' or 'right:'"));
        long choices = lines.stream().filter(each -> each.is(Keyword.CHOICE)).count();
        first(Keyword.PREDICT).filter(predict -> choices < FEWEST_CHOICES || choices > MOST_CHOICES)
                .ifPresent(predict -> fault(predict, "'predict:' needs " + FEWEST_CHOICES + " to " + MOST_CHOICES + " lines 'choice:', not " + choices));
    }

    /** Nobody knows which one is meant. */
    private void twice() {
        Set<Keyword> seen = EnumSet.noneOf(Keyword.class);
        for (LessonLine each : lines) {
            each.keyword().filter(Keyword::isSingle).filter(keyword -> !seen.add(keyword))
                    .ifPresent(keyword -> fault(each, "There is a line '" + keyword.word() + ":' in this chapter already"));
        }
    }

    private void needs(Keyword one, Keyword other) {
        first(one).filter(each -> first(other).isEmpty())
                .ifPresent(each -> fault(each, "'" + one.word() + ":' belongs to '" + other.word() + ":'; the chapter has none"));
    }

    private Optional<LessonLine> first(Keyword keyword) {
        return lines.stream().filter(each -> each.is(keyword)).findFirst();
    }

    private void fault(LessonLine at, String sentence) {
        faults.add(new LessonFault(at.number(), sentence));
    }
}
