package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.Evaluation.Mistake;
import org.digitscope.explain.Familiarity.Level;
import org.digitscope.explain.Familiarity;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.exhibit.SortedMistakes.Judges;
import org.digitscope.explain.exhibit.SortedMistakes.Kind;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class SortedMistakesTest {

    private static final Dataset TRAINING = Examples.pictures(120, 1);
    private static final Parameters NETWORK = Examples.parameters(6, 2);
    private static final Parameters LARGER = Examples.parameters(30, 3);
    private static final int ODD = 7;

    /** Training pictures once more, and every seventh one inverted. */
    private static Dataset test() {
        Dataset inverted = TRAINING.inverted();
        Dataset.Builder test = Dataset.builder("test", TRAINING.size());
        for (int i = 0; i < TRAINING.size(); i++) {
            test.add(i % ODD == 0 ? inverted.image(i) : TRAINING.image(i), TRAINING.label(i));
        }
        return test.build();
    }

    @Test
    void everyMistakeIsSortedByTheFirstRuleThatFits() {
        Dataset test = test();
        NearestDigits nearest = NearestDigits.of(TRAINING);
        Judges judges = new Judges(nearest, Familiarity.measure(nearest, TRAINING, 120), LARGER);
        SortedMistakes sorted = SortedMistakes.of(NETWORK, test, judges);
        assertEquals(Evaluation.of(NETWORK, test).mistakes().size(), sorted.count());
        for (Kind kind : Kind.values()) {
            assertFalse(sorted.of(kind).isEmpty(), "the example has no mistake that is " + kind.label());
            for (Mistake mistake : sorted.of(kind)) {
                assertEquals(expected(mistake, test, judges), kind, mistake.toString());
            }
        }
    }

    private static Kind expected(Mistake mistake, Dataset test, Judges judges) {
        byte[] pixels = test.image(mistake.image());
        boolean unlike = judges.familiarity().judge(pixels, judges.nearest().to(pixels, 3), false).level() != Level.FAMILIAR;
        assertTrue(unlike || mistake.image() % ODD != 0, "inverted pictures are unlike all others");
        if (unlike) {
            return Kind.UNLIKE;
        }
        List<Integer> labels = IntStream.range(0, TRAINING.size()).boxed().sorted(Comparator.comparingDouble(i -> distance(pixels, TRAINING.image(i))))
                .limit(10).map(TRAINING::label).toList();
        long wrong = labels.stream().filter(label -> label == mistake.answer()).count();
        long right = labels.stream().filter(label -> label == mistake.truth()).count();
        return wrong >= right ? Kind.AMBIGUOUS : ForwardTrace.of(pixels, LARGER).answer() == mistake.truth() ? Kind.REACHABLE : Kind.LEFT;
    }

    private static double distance(byte[] one, byte[] other) {
        int[] greys = new int[one.length];
        Arrays.setAll(greys, i -> (one[i] & 0xFF) - (other[i] & 0xFF));
        return Arrays.stream(greys).mapToDouble(grey -> (double) grey * grey).sum();
    }
}
