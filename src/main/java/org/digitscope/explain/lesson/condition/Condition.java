package org.digitscope.explain.lesson.condition;

import java.util.List;
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

    /** What isn't true yet, each as what is asked for and what is: "test accuracy ≥ 96.5 % (now 95.20 %)". */
    List<String> missing(LessonState state);

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
        public List<String> missing(LessonState state) {
            return parts.stream().flatMap(part -> part.missing(state).stream()).toList();
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
        public List<String> missing(LessonState state) {
            return holds(state) ? List.of() : List.of(parts.stream().map(part -> String.join(", ", part.missing(state)))
                    .collect(Collectors.joining(" or ")));
        }
    }

    /** Its opposite. */
    record Not(Condition part, String text) implements Condition {
        @Override
        public Truth truth(LessonState state) {
            return part.truth(state).negated();
        }

        @Override
        public Set<Term> terms() {
            return part.terms();
        }

        @Override
        public List<String> missing(LessonState state) {
            return holds(state) ? List.of() : List.of(text);
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
        public List<String> missing(LessonState state) {
            return holds(state) ? List.of() : List.of(fact.phrase());
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
        public List<String> missing(LessonState state) {
            return holds(state) ? List.of() : List.of(setting.phrase() + " is " + word + now(state, setting));
        }
    }

    /**
     * A number is so large.
     *
     * @param other what {@code offset} is added to, if anything
     * @param wanted the right side for people, such as "96.5 %"
     */
    record Compare(Quantity quantity, Comparison comparison, Optional<Quantity> other, double offset, String wanted) implements Condition {
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
        public List<String> missing(LessonState state) {
            String right = other.map(each -> state.shown(each).map(now -> " (" + now + ")").orElse("")).orElse("");
            return holds(state) ? List.of()
                    : List.of(quantity.phrase() + " " + comparison.sign() + " " + wanted + right + now(state, quantity));
        }
    }

    private static Set<Term> all(List<Condition> parts) {
        return parts.stream().flatMap(part -> part.terms().stream()).collect(Collectors.toSet());
    }

    private static String now(LessonState state, Term term) {
        return state.shown(term).map(now -> ", now " + now).orElse(", not known yet");
    }
}
