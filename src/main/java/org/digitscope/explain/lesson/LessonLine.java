package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** The words in its brackets, without their exclamation marks. */
    List<String> names() {
        return conditions.stream().map(each -> each.replaceFirst("^!", "")).toList();
    }

    /** @param known whether a word of {@link LessonConditions} holds */
    boolean holds(Predicate<String> known) {
        return conditions.stream().allMatch(each -> each.startsWith("!") ? !known.test(each.substring(1)) : known.test(each));
    }
}
