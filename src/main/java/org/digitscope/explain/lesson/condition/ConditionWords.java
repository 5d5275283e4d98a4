package org.digitscope.explain.lesson.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.ShownNumbers;

/** The words, numbers and signs of a condition, one after the other. */
final class ConditionWords {

    private static final Pattern WORD = Pattern.compile("\\d+([.,]\\d+)*(e[-+]?\\d+)?|[.,]\\d+|[\\p{L}_](?:[\\p{L}\\d_'-]*[\\p{L}\\d_'])?|[<>!=]=|=>|=<|[^\\s]");
    private static final Pattern SEPARATED = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int at;

    ConditionWords(String text) {
        this.text = ShownNumbers.ascii(text).toLowerCase(Locale.ROOT);
        Matcher matcher = WORD.matcher(this.text);
        while (matcher.find()) {
            words.add(switch (matcher.group()) {
                case "=>", "≥" -> ">=";
                case "=<", "≤" -> "<=";
                default -> matcher.group();
            });
            starts.add(matcher.start());
            ends.add(matcher.end());
        }
    }

    int count() {
        return words.size();
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at == words.size();
    }

    String peek() {
        return words.get(at);
    }

    boolean take(String word) {
        boolean isNext = !isAtEnd() && peek().equals(word);
        at += isNext ? 1 : 0;
        return isNext;
    }

    void skip(int length) {
        at += length;
    }

    /** The next words, with blanks between; empty where there are fewer. */
    Optional<String> ahead(int length) {
        return at + length > words.size() ? Optional.empty() : Optional.of(String.join(" ", words.subList(at, at + length)));
    }

    /** The next words before one of some kind, or all. */
    String upTo(Predicate<String> end) {
        int to = at;
        while (to < words.size() && !end.test(words.get(to))) {
            to++;
        }
        return String.join(" ", words.subList(at, to));
    }

    /** What is left. */
    String rest() {
        return text.substring(starts.get(at)).strip();
    }

    /** What was taken since then. */
    String between(int from) {
        return text.substring(starts.get(from), ends.get(at - 1));
    }

    boolean isNumber() {
        return !isAtEnd() && (Character.isDigit(peek().charAt(0)) || peek().matches("[.,]\\d+"));
    }

    /** With a point or a comma; thousands aren't separated, as 1,500 could be both. */
    double number() throws UnknownWordsException {
        String number = words.get(at++);
        if (SEPARATED.matcher(number).matches()) {
            throw new UnknownWordsException("Thousands are not separated: '" + number.replace(",", "") + "' or '" + number.replace(',', '.')
                    + "' is expected instead of '" + number + "'");
        }
        try {
            return Double.parseDouble(number.replace(',', '.'));
        } catch (NumberFormatException notOne) {
            throw new UnknownWordsException("'" + number + "' is not a number such as 96.5");
        }
    }
}
