package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.ShownNumbers;

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

    /** Two numbers are the same when they differ by no more than the last digits of a double. */
    private static final double ROUNDING = 1e-12;

    /**
     * Something to try.
     *
     * @param command its name
     * @param label for people
     */
    public record Action(String command, String label) {
    }

    /**
     * Whether an answer is right. A number may be a fraction or percentage, have a comma or a point, separated thousands, trailing zeros, a
     * unit and a full stop. Of the words that the question offers in brackets an answer has to name the right one and no other.
     */
    public boolean isRight(String given) {
        String typed = ShownNumbers.ascii(given.strip().toLowerCase(Locale.ROOT));
        List<Double> expected = TypedNumber.readings(ShownNumbers.ascii(answer));
        return expected.isEmpty() ? words(typed).filter(offered()::contains).distinct().toList().equals(List.of(answer))
                : TypedNumber.readings(typed).stream().anyMatch(number -> Math.abs(number - expected.get(0)) <= ROUNDING * Math.abs(number));
    }

    /** The words to choose from, which stand in brackets at the question's end: "(red, blue or white)". */
    private Set<String> offered() {
        return words(question.substring(question.lastIndexOf('(') + 1)).filter(word -> !word.equals("or")).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}]+")).filter(word -> !word.isEmpty());
    }
}
