package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the lines of a chapter make one. */
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

    /** @param line in which the chapter begins */
    static List<LessonFault> of(int line, List<LessonLine> lines) {
        ChapterCheck check = new ChapterCheck(line, lines);
        check.all();
        return check.faults;
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

    /** Two lines that hold under the same conditions: nobody knows which one is meant. */
    private void twice() {
        Set<String> seen = new HashSet<>();
        for (LessonLine each : lines) {
            each.keyword().filter(Keyword::isSingle).filter(keyword -> !seen.add(keyword + " " + each.conditions()))
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
