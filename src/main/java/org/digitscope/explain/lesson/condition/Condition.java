package org.digitscope.explain.lesson.condition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be true of the program's state. */
public sealed interface Condition {

    /** @throws UnknownWordsException when the text isn't one */
    static Condition parse(String text) throws UnknownWordsException {
        return new ConditionParser(text).parse();
    }

    /** Whether it is known to be true. */
    default boolean holds(LessonState state) {
        return truth(state) == Truth.TRUE;
    }

    Truth truth(LessonState state);

    /** Everything that it asks for. */
    Set<Term> terms();

    /**
     * What keeps it from being true, each as a sentence on what is so now and what is asked for: "The test accuracy is 95.20 %; the task asks
     * for at least 96.5 %."
     */
    default List<String> missing(LessonState state) {
        return missing(state, true);
    }

    /** @param wanted whether it is to be true, or false */
    List<String> missing(LessonState state, boolean wanted);

    /** Whether that is so already. */
    default boolean is(boolean wanted, LessonState state) {
        return truth(state) == Truth.of(wanted);
    }

    /** All of them. */
    record And(List<Condition> parts) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return parts.stream().map(part -> part.truth(state)).min(Truth::compareTo).orElseThrow();
        }

        @Override
        public Set<Term> terms() {
            return all(parts);
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            return wanted ? each(parts, state, true) : either(this, parts, state, false);
        }
    }

    /** One of them at least. */
    record Or(List<Condition> parts) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return parts.stream().map(part -> part.truth(state)).max(Truth::compareTo).orElseThrow();
        }

        @Override
        public Set<Term> terms() {
            return all(parts);
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            return wanted ? either(this, parts, state, true) : each(parts, state, false);
        }
    }

    /** Its opposite. */
    record Not(Condition part) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return part.truth(state).negated();
        }

        @Override
        public Set<Term> terms() {
            return part.terms();
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            return part.missing(state, !wanted);
        }
    }

    /** A fact holds. */
    record Holds(Fact fact) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return Optional.ofNullable(state.facts().get(fact)).map(Truth::of).orElse(Truth.UNKNOWN);
        }

        @Override
        public Set<Term> terms() {
            return Set.of(fact);
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            Boolean now = state.facts().get(fact);
            String so = now == null ? "whether " + fact.sentence(true) + " is not known yet"
                    : now != wanted ? Optional.ofNullable(state.details().get(fact)).orElse(fact.sentence(now)) : "";
            return so.isEmpty() ? List.of() : List.of(sentence(so, fact.asked(wanted)));
        }
    }

    /** A setting is one of its words. */
    record Is(Setting setting, String word) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return Optional.ofNullable(state.words().get(setting)).map(now -> Truth.of(now.equals(word))).orElse(Truth.UNKNOWN);
        }

        @Override
        public Set<Term> terms() {
            return Set.of(setting);
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            return is(wanted, state) ? List.of()
                    : List.of(sentence(now(setting.subject(), setting, state), (wanted ? "" : "anything but ") + word));
        }
    }

    /**
     * A number is so large.
     *
     * @param other what {@code offset} is added to, if anything
     * @param right the right side for people, such as "96.5 %"
     */
    record Compare(Quantity quantity, Comparison comparison, Optional<Quantity> other, double offset, String right) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            Double left = state.numbers().get(quantity);
            Double right = other.isPresent() ? state.numbers().get(other.get()) : Double.valueOf(0);
            return left == null || right == null ? Truth.UNKNOWN : Truth.of(comparison.holds(left, right + offset));
        }

        @Override
        public Set<Term> terms() {
            return Stream.concat(Stream.of(quantity), other.stream()).collect(Collectors.toSet());
        }

        @Override
        public List<String> missing(LessonState state, boolean wanted) {
            Comparison asked = wanted ? comparison : comparison.opposite();
            String than = other.map(each -> each.subject().replaceFirst(" is$", "") + ", " + state.shown(each).orElse("not known yet") + offset(each)).orElse(right);
            return is(wanted, state) ? List.of()
                    : List.of(sentence(now(quantity.subject(), quantity, state), asked.words() + than));
        }

        private String offset(Quantity unit) {
            return offset == 0 ? "" : (offset > 0 ? ", plus " : ", minus ") + unit.difference(Math.abs(offset));
        }
    }

    private static Set<Term> all(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.terms().stream()).collect(Collectors.toSet());
    }

    private static List<String> each(List<Condition> parts, LessonState state, boolean wanted) {
        return parts.stream().flatMap(part -> part.missing(state, wanted).stream()).toList();
    }

    private static List<String> either(Condition whole, List<Condition> parts, LessonState state, boolean wanted) {
        return whole.is(wanted, state) ? List.of()
                : List.of(parts.stream().map(part -> String.join(" ", part.missing(state, wanted))).collect(Collectors.joining(" Or: ")));
    }

    /** @param subject with which a sentence on the term begins */
    private static String now(String subject, Term term, LessonState state) {
        return state.shown(term).map(now -> subject + " " + now)
                .orElse((subject.endsWith(" is") ? subject : "what " + subject + " is") + " not known yet");
    }

    private static String sentence(String now, String asked) {
        return now.substring(0, 1).toUpperCase(Locale.ROOT) + now.substring(1) + "; the task asks for " + asked + ".";
    }
}
