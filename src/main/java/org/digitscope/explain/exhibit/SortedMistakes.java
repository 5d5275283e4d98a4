package org.digitscope.explain.exhibit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.Evaluation.Mistake;
import org.digitscope.explain.Familiarity;
import org.digitscope.explain.Familiarity.Level;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.NearestDigits.Neighbour;
import org.digitscope.network.Parameters;

/**
 * The mistakes of a network, each sorted by the first rule that fits.
 *
 * @param byKind the worst first
 */
public record SortedMistakes(Map<Kind, List<Mistake>> byKind) {

    /** As many training pictures are asked what they show. */
    public static final int NEIGHBOURS = 10;

    /** The rules, in their order. */
    public enum Kind {
        UNLIKE("unlike training", "farther from its nearest training pictures than 99 % of the test digits are"),
        AMBIGUOUS("ambiguous", "of its " + NEIGHBOURS + " nearest training pictures, no fewer have the wrong answer's label than the right one"),
        REACHABLE("within reach", "a larger network, trained for this, answers it rightly"),
        LEFT("left over", "none of the other rules fits");

        private final String label;
        private final String rule;

        Kind(String label, String rule) {
            this.label = label;
            this.rule = rule;
        }

        /** In a word or two. */
        public String label() {
            return label;
        }

        /** When a mistake is one of these, if it is none of those before. */
        public String rule() {
            return rule;
        }
    }

    /**
     * What mistakes are sorted by.
     *
     * @param larger another network, whose answers are compared
     */
    public record Judges(NearestDigits nearest, Familiarity familiarity, Parameters larger) {
    }

    public SortedMistakes {
        byKind = new EnumMap<>(byKind);
    }

    /** Sorts all mistakes of a network on a data set. */
    public static SortedMistakes of(Parameters network, Dataset data, Judges judges) {
        Evaluation larger = Evaluation.of(judges.larger(), data);
        return new SortedMistakes(Evaluation.of(network, data).mistakes().stream().collect(Collectors.groupingBy(
                mistake -> kind(mistake, data, judges, larger), () -> new EnumMap<>(Kind.class), Collectors.toList())));
    }

    /** Those of one kind. */
    public List<Mistake> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** How many there are in all. */
    public int count() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    private static Kind kind(Mistake mistake, Dataset data, Judges judges, Evaluation larger) {
        byte[] pixels = data.image(mistake.image());
        List<Neighbour> nearest = judges.nearest().to(pixels, NEIGHBOURS);
        if (judges.familiarity().judge(pixels, nearest, false).level() != Level.FAMILIAR) {
            return Kind.UNLIKE;
        }
        if (count(nearest, mistake.answer()) >= count(nearest, mistake.truth())) {
            return Kind.AMBIGUOUS;
        }
        return larger.answer(mistake.image()) == mistake.truth() ? Kind.REACHABLE : Kind.LEFT;
    }

    private static long count(List<Neighbour> nearest, int label) {
        return nearest.stream().filter(neighbour -> neighbour.label() == label).count();
    }
}
