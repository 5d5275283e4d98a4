package org.digitscope.explain.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.ShownNumbers;

/**
 * An answer as people type it.
 *
 * @param question with the words to choose from, if any, in brackets at its end: "(red, blue or white)"
 * @param answer the right one
 */
record TypedAnswer(String question, String answer) {

    /** Two numbers are the same when they differ by no more than the last digits of a double. */
    private static final double ROUNDING = 1e-12;
    private static final List<Double> SCALES = List.of(10.0, 100.0, 1000.0, 255.0);

    /**
     * Whether an answer is right. A number may be a fraction or percentage, have a comma or a point, separated thousands, trailing zeros, a
     * unit and a full stop. Of the words that the question offers in brackets an answer has to name the right one and no other.
     */
    boolean isRight(String given) {
        List<Double> expected = expected();
        return expected.isEmpty() ? named(given).equals(List.of(answer))
                : numbers(given).stream().anyMatch(number -> isSame(number, expected.get(0)));
    }

    /** What is different about a wrong one, as a sentence that doesn't give the right one away. */
    String difference(String given) {
        List<Double> expected = expected();
        if (expected.isEmpty()) {
            List<String> named = named(given);
            return named.isEmpty() ? "Name one of the words in brackets." : named.size() > 1 ? "Name only one of them." : "It is not " + named.get(0) + ".";
        }
        double wanted = expected.get(0);
        List<Double> numbers = numbers(given);
        if (numbers.isEmpty()) {
            return "A number is asked for, such as 12 or 0.5.";
        }
        double nearest = numbers.stream().min(Comparator.comparingDouble(number -> Math.abs(number - wanted))).orElseThrow();
        if (wanted != 0 && isSame(nearest, -wanted)) {
            return "Its sign is the other one.";
        }
        for (double scale : SCALES) {
            if (isSame(nearest, wanted * scale) && wanted != 0) {
                return String.format(Locale.ROOT, "That is %.0f times as much.", scale);
            }
            if (isSame(nearest * scale, wanted) && wanted != 0) {
                return String.format(Locale.ROOT, "%.0f times as much would be right.", scale);
            }
        }
        return ShownNumbers.in(number(nearest)) + (nearest > wanted ? " is too much." : " is too little.");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%,.0f", value) : String.valueOf(value);
    }

    private static boolean isSame(double number, double expected) {
        return Math.abs(number - expected) <= ROUNDING * Math.abs(number);
    }

    private List<Double> expected() {
        return TypedNumber.readings(ShownNumbers.ascii(answer));
    }

    private static List<Double> numbers(String given) {
        return TypedNumber.readings(ShownNumbers.ascii(given.strip().toLowerCase(Locale.ROOT)));
    }

    /** Those of the offered words that an answer names. */
    private List<String> named(String given) {
        Set<String> offered = words(question.substring(question.lastIndexOf('(') + 1)).filter(word -> !word.equals("or")).collect(Collectors.toSet());
        return words(given.strip().toLowerCase(Locale.ROOT)).filter(offered::contains).distinct().toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}]+")).filter(word -> !word.isEmpty());
    }
}
