package org.digitscope.explain.lesson.condition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The program's state as far as tasks can ask for it. What isn't in it isn't known: then nothing that is said of it is true, nor is its
 * opposite.
 *
 * @param numbers shares from 0 to 1, all others as they are
 * @param words one of {@link Setting#words} each
 * @param facts what holds and what doesn't
 * @param details what more is known of a fact now, as a sentence without a full stop
 */
public record LessonState(Map<Quantity, Double> numbers, Map<Setting, String> words, Map<Fact, Boolean> facts,
        Map<Fact, String> details) {

    /** Of which nothing is known. */
    public static final LessonState UNKNOWN = new LessonState(Map.of(), Map.of(), Map.of(), Map.of());

    public LessonState {
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
        facts = Map.copyOf(facts);
        details = Map.copyOf(details);
    }

    /** The same with one number; NaN for one that isn't known. */
    public LessonState with(Quantity quantity, double value) {
        Map<Quantity, Double> more = new EnumMap<>(Quantity.class);
        more.putAll(numbers);
        more.put(quantity, value);
        more.values().removeIf(number -> number.isNaN());
        return new LessonState(more, words, facts, details);
    }

    public LessonState with(Setting setting, String word) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(words);
        more.put(setting, word);
        return new LessonState(numbers, more, facts, details);
    }

    public LessonState with(Fact fact, boolean holds) {
        Map<Fact, Boolean> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        more.put(fact, holds);
        return new LessonState(numbers, words, more, details);
    }

    /** The same with what is so of a fact, such as "neuron 14 is muted". */
    public LessonState with(Fact fact, String detail) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(details);
        more.put(fact, detail);
        return new LessonState(numbers, words, facts, more);
    }

    /** Both together; what both know is as the other has it. */
    public LessonState with(LessonState other) {
        Map<Quantity, Double> allNumbers = new EnumMap<>(Quantity.class);
        allNumbers.putAll(numbers);
        allNumbers.putAll(other.numbers);
        Map<Setting, String> allWords = new EnumMap<>(Setting.class);
        allWords.putAll(words);
        allWords.putAll(other.words);
        Map<Fact, Boolean> allFacts = new EnumMap<>(Fact.class);
        allFacts.putAll(facts);
        allFacts.putAll(other.facts);
        Map<Fact, String> allDetails = new EnumMap<>(Fact.class);
        allDetails.putAll(details);
        allDetails.putAll(other.details);
        return new LessonState(allNumbers, allWords, allFacts, allDetails);
    }

    /** What is known of something, for people. */
    Optional<String> shown(Term term) {
        if (term instanceof Quantity quantity) {
            return Optional.ofNullable(numbers.get(quantity)).map(quantity::shown);
        }
        return term instanceof Setting setting ? Optional.ofNullable(words.get(setting)) : Optional.empty();
    }
}
