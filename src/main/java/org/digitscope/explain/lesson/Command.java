package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Optional;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.explain.lesson.condition.Nearest;

/**
 * What the button of a chapter does, such as "train" or "step 1875".
 *
 * @param name the first word
 * @param argument what is behind it; may be empty
 */
public record Command(String name, String argument) {

    /** With which the list of commands marks those that have something behind them. */
    private static final String OPEN = " …";
    private static final String FILTER = "filter";

    /** @param text as a lesson has it */
    public static Command of(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        return new Command(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** The whole number behind the name. */
    public int number() {
        return Integer.parseInt(argument);
    }

    /** What is wrong with one, if anything. */
    static Optional<String> fault(String text) {
        Command command = of(text);
        boolean isOpen = LessonWords.commands().containsKey(command.name + OPEN);
        if (!isOpen) {
            return LessonWords.commands().containsKey(text) ? Optional.empty() : Optional.of(unknown(text));
        }
        if (!command.name.equals(FILTER)) {
            return command.argument.matches("\\d{1,7}") ? Optional.empty() : Optional.of("A whole number is expected behind '" + command.name + "'");
        }
        try {
            DigitFilter.parse(command.argument);
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of("'" + command.argument + "' is no filter of digits: " + unknown.getMessage());
        }
    }

    private static String unknown(String text) {
        List<String> known = LessonWords.commands().keySet().stream().map(each -> each.replace(OPEN, "")).toList();
        return "'" + text + "' is no command; the nearest is '" + Nearest.of(text, known).orElseThrow() + "'";
    }
}
