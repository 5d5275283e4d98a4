package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One chapter, with the numbers of a network filled in.
 *
 * @param title a few words
 * @param paragraphs its text
 * @param exhibit the name of what is shown with it, if anything
 * @param action what can be tried, if anything
 * @param question what the reader is asked
 * @param answer the right answer
 * @param reason why it is right
 */
public record Chapter(String title, List<String> paragraphs, Optional<String> exhibit, Optional<Action> action, String question,
        String answer, String reason) {

    /**
     * Something to try.
     *
     * @param command its name
     * @param label for people
     */
    public record Action(String command, String label) {
    }

    /** The same with other texts. */
    Chapter map(UnaryOperator<String> change) {
        return new Chapter(change.apply(title), paragraphs.stream().map(change).toList(), exhibit,
                action.map(todo -> new Action(todo.command, change.apply(todo.label))), change.apply(question), change.apply(answer),
                change.apply(reason));
    }

    /** Whether an answer is right: numbers may have a comma or a point and separated thousands, words any case. */
    public boolean isRight(String given) {
        String typed = given.strip().toLowerCase(Locale.ROOT);
        Optional<Double> expected = number(answer);
        return expected.isPresent() ? number(typed).equals(expected) : typed.equals(answer.toLowerCase(Locale.ROOT));
    }

    /** A comma or point before exactly three digits separates thousands where the answer is a whole number. */
    private Optional<Double> number(String text) {
        String plain = text.replace(" ", "").replace("'", "");
        if (plain.matches("[-+]?\\d{1,3}([.,]\\d{3})+")) {
            plain = plain.replace(",", "").replace(".", "");
        }
        try {
            return Optional.of(Double.valueOf(plain.replace(',', '.')));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
