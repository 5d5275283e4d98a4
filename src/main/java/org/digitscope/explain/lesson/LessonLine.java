package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Optional;
import org.digitscope.explain.lesson.condition.Condition;

/**
 * A line of a chapter before its numbers are filled in.
 *
 * @param number from 1 on
 * @param conditions words of {@link LessonConditions} that have to hold, those with an exclamation mark that must not
 * @param keyword empty for a paragraph
 * @param text what is behind the keyword; of code and output all lines
 * @param condition what a task or a choice waits for
 */
record LessonLine(int number, List<String> conditions, Optional<Keyword> keyword, String text, Optional<Condition> condition) {

    boolean is(Keyword wanted) {
        return keyword.filter(wanted::equals).isPresent();
    }

    boolean holds(LessonNumbers numbers) {
        return conditions.stream().allMatch(each -> each.startsWith("!") ? !numbers.holds(each.substring(1)) : numbers.holds(each));
    }
}
