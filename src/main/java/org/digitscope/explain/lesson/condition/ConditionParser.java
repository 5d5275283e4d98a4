package org.digitscope.explain.lesson.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.data.Printable;
import org.digitscope.explain.lesson.condition.Quantity.Unit;

/**
 * Reads a condition:
 *
 * <pre>
 * any  = all {"or" all}
 * all  = one {"and" one}
 * one  = "not" one | "(" any ")" | fact | setting "is" ["not"] word | quantity [comparison] side {more}
 * side = number ["%" | "points"] | quantity [("+" | "-") number ["points"]]
 * more = a further part about the same drawing or digit, without that word: "digit true 4 said 9 margin < 5 points"
 * </pre>
 */
final class ConditionParser {

    private static final Map<String, Term> TERMS = terms();
    private static final List<String> SUBJECTS = List.of("drawing", "digit");
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_PHRASE = 5;
    private static final List<String> RESERVED = List.of("and", "or", "not", "(", ")");

    private final ConditionWords words;

    ConditionParser(String text) {
        words = new ConditionWords(text);
    }

    /** Every term by its phrase. */
    static Map<String, Term> terms() {
        Map<String, Term> all = new LinkedHashMap<>();
        Stream.of(Quantity.values(), Setting.values(), Fact.values()).flatMap(Stream::of).forEach(term -> all.put(term.phrase(), term));
        return all;
    }

    Condition parse() throws UnknownWordsException {
        if (words.isAtEnd()) {
            throw new UnknownWordsException("A condition is expected, such as 'test accuracy >= 95 %'");
        }
        if (words.count() > MOST_WORDS) {
            throw new UnknownWordsException("A condition has at most " + MOST_WORDS + " words");
        }
        Condition whole = any();
        if (!words.isAtEnd()) {
            throw new UnknownWordsException("'and', 'or' or the end is expected where it says '" + words.rest() + "'");
        }
        return whole;
    }

    private Condition any() throws UnknownWordsException {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (words.take("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(List.copyOf(parts));
    }

    private Condition all() throws UnknownWordsException {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (words.take("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(List.copyOf(parts));
    }

    private Condition one() throws UnknownWordsException {
        if (words.take("not")) {
            return new Condition.Not(one());
        }
        if (words.take("(")) {
            Condition inner = any();
            if (!words.take(")")) {
                throw new UnknownWordsException("A bracket that is opened has to be closed");
            }
            return inner;
        }
        Term term = term("");
        if (term instanceof Fact fact) {
            return new Condition.Holds(fact);
        }
        if (term instanceof Setting setting) {
            return setting(setting);
        }
        return quantities((Quantity) term);
    }

    /** A quantity, and whatever else is said of the same drawing or digit. */
    private Condition quantities(Quantity first) throws UnknownWordsException {
        List<Condition> parts = new ArrayList<>(List.of(compare(first)));
        String subject = SUBJECTS.stream().filter(each -> first.phrase().startsWith(each + " ")).findFirst().orElse("");
        while (!subject.isEmpty() && !words.isAtEnd() && !RESERVED.contains(words.peek())) {
            Term next = term(subject + " ");
            if (!(next instanceof Quantity quantity)) {
                throw new UnknownWordsException("'and' is expected before '" + next.phrase().substring(subject.length() + 1) + "'");
            }
            parts.add(compare(quantity));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(List.copyOf(parts));
    }

    /** The longest phrase that stands here. */
    private Term term(String subject) throws UnknownWordsException {
        for (int length = LONGEST_PHRASE; length > 0; length--) {
            Optional<Term> found = words.ahead(length).map(phrase -> TERMS.get(subject + phrase));
            if (found.isPresent()) {
                words.skip(length);
                return found.get();
            }
        }
        String unknown = words.upTo(word -> RESERVED.contains(word) || Comparison.of(word).isPresent() || Character.isDigit(word.charAt(0)));
        if (unknown.isEmpty()) {
            throw new UnknownWordsException(words.isAtEnd() ? "Something is missing at the end of the condition"
                    : "Something that can be compared is expected before '" + words.rest() + "'");
        }
        List<String> known = TERMS.keySet().stream().filter(phrase -> phrase.startsWith(subject)).map(phrase -> phrase.substring(subject.length())).toList();
        throw new UnknownWordsException(unknown(unknown, known));
    }

    private static String unknown(String word, List<String> known) {
        return "'" + Printable.of(word) + "' is not known; the nearest is '" + Nearest.of(word, known).orElseThrow() + "'";
    }

    private Condition setting(Setting setting) throws UnknownWordsException {
        if (!words.take("is") && !words.take("=")) {
            throw new UnknownWordsException("'is' and one of " + String.join(", ", setting.words()) + " is expected after '" + setting.phrase() + "'");
        }
        boolean negated = words.take("not");
        for (int length = LONGEST_PHRASE; length > 0; length--) {
            Optional<String> word = words.ahead(length).filter(setting.words()::contains);
            if (word.isPresent()) {
                words.skip(length);
                Condition is = new Condition.Is(setting, word.get());
                return negated ? new Condition.Not(is) : is;
            }
        }
        String given = words.upTo(RESERVED::contains);
        throw new UnknownWordsException(given.isEmpty() ? "One of " + String.join(", ", setting.words()) + " is expected after '" + setting.phrase()
                + " is'" : unknown(given, setting.words()));
    }

    private Condition.Compare compare(Quantity quantity) throws UnknownWordsException {
        Comparison comparison = comparison();
        int from = words.position();
        if (words.isNumber()) {
            double value = value(quantity, "such as '" + quantity.phrase() + " >= 95 %'");
            return new Condition.Compare(quantity, comparison, Optional.empty(), value, words.between(from));
        }
        if (words.isAtEnd() || RESERVED.contains(words.peek())) {
            throw new UnknownWordsException("A number is expected after '" + quantity.phrase() + "'");
        }
        Term term = term("");
        if (!(term instanceof Quantity other) || other.unit() != quantity.unit()) {
            throw new UnknownWordsException("'" + quantity.phrase() + "' can't be compared with '" + term.phrase() + "'");
        }
        double sign = words.take("+") ? 1 : words.take("-") ? -1 : 0;
        if (sign != 0 && !words.isNumber()) {
            throw new UnknownWordsException("A number is expected after '" + (sign > 0 ? "+" : "−") + "'");
        }
        double offset = sign == 0 ? 0 : sign * value(quantity, "such as '- 8 points'");
        return new Condition.Compare(quantity, comparison, Optional.of(other), offset, words.between(from));
    }

    /** Where none stands, as in "drawing says 2", both are equal. */
    private Comparison comparison() {
        for (int length = 3; length > 0; length--) {
            Optional<Comparison> found = words.ahead(length).flatMap(Comparison::of);
            if (found.isPresent()) {
                words.skip(length);
                return found.get();
            }
        }
        return Comparison.EQUAL;
    }

    private double value(Quantity quantity, String example) throws UnknownWordsException {
        double number = words.number();
        boolean isShare = words.take("%") || words.take("points") || words.take("point") || words.take("percent");
        if (isShare != (quantity.unit() == Unit.SHARE)) {
            throw new UnknownWordsException(isShare ? "'" + quantity.phrase() + "' is no share, so its number has no '%'"
                    : "'" + quantity.phrase() + "' is a share: % or points are expected after its number, " + example);
        }
        return isShare ? number / 100 : number;
    }
}
