package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.explain.Familiarity.Judgement;
import org.digitscope.explain.Familiarity.Level;
import org.digitscope.explain.NearestDigits.Neighbour;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FamiliarityTest {

    private static DigitSets mnist;
    private static NearestDigits nearest;
    private static Familiarity familiarity;

    @BeforeAll
    static void measure() throws IOException {
        mnist = Mnist.load();
        nearest = NearestDigits.of(mnist.training());
        familiarity = Familiarity.measure(nearest, mnist.validation(), 200);
    }

    @Test
    void realDigitsAreFamiliar() {
        long familiar = IntStream.range(0, 300)
                .filter(i -> level(mnist.validation().image(i * 33 + 7)) == Level.FAMILIAR).count();
        assertTrue(familiar >= 285, familiar + " of 300");
    }

    @Test
    void noiseAndPatternsAreUnlikeAnything() {
        Random random = new Random(1);
        for (int share : new int[] {1, 2, 3, 5, 10, 20}) {
            byte[] noise = new byte[784];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) (random.nextInt(share) == 0 ? random.nextInt(256) : 0);
            }
            assertEquals(Level.UNLIKE_ANYTHING, level(noise), "one pixel in " + share);
        }
        byte[] board = new byte[784];
        byte[] white = new byte[784];
        byte[] dot = new byte[784];
        for (int i = 0; i < board.length; i++) {
            board[i] = (byte) ((i / 28 + i % 28) % 2 * 255);
            white[i] = (byte) 255;
        }
        dot[400] = (byte) 255;
        for (byte[] pattern : List.of(board, white, dot)) {
            assertEquals(Level.UNLIKE_ANYTHING, level(pattern));
        }
    }

    @Test
    void theSentenceSaysTheDistanceAndWhatIsUsual() {
        String sentence = judge(mnist.training().image(3)).sentence();
        assertTrue(sentence.matches("Like the training digits \\(relative distance 0\\.\\d\\d, usual 0\\.\\d\\d\\)\\."), sentence);
    }

    @Test
    void theNearestAreThoseOfAFullSearchInTheirOrder() {
        Dataset some = mnist.training().head(500);
        byte[] pixels = mnist.validation().image(5);
        List<Integer> expected = IntStream.range(0, 500).boxed()
                .sorted(Comparator.comparingDouble(i -> square(pixels, some.image(i)))).limit(8).toList();
        List<Neighbour> found = NearestDigits.of(some).to(pixels, 8);
        assertEquals(expected, found.stream().map(Neighbour::picture).toList());
        assertEquals(Math.sqrt(square(pixels, some.image(expected.get(3)))), found.get(3).distance(), 1e-12);
        assertEquals(some.label(expected.get(3)), found.get(3).label());
        assertEquals(0, NearestDigits.of(some).to(some.image(77), 1).get(0).distance());
    }

    @Test
    void picturesWithTheSamePatternAreFound() {
        Dataset pictures = Examples.pictures(300, 2);
        Parameters parameters = Examples.parameters(3, 1);
        PatternIndex index = PatternIndex.of(parameters, pictures);
        int all = 0;
        for (int i = 0; i < pictures.size(); i++) {
            OnPattern pattern = OnPattern.of(ForwardTrace.of(pictures.image(i), parameters));
            assertTrue(index.pictures(pattern).contains(i));
            for (int other : index.pictures(pattern)) {
                assertEquals(pattern, OnPattern.of(ForwardTrace.of(pictures.image(other), parameters)));
            }
            all += index.pictures(pattern).get(0) == i ? index.pictures(pattern).size() : 0;
        }
        assertEquals(300, all);
    }

    @Test
    void everyNeuronCountsInAPattern() {
        Parameters network = Parameters.zeros(Architecture.relu(512, 3));
        float[][] sums = {new float[512], new float[3]};
        Set<OnPattern> patterns = new HashSet<>(Set.of(OnPattern.of(network, (layer, neuron) -> sums[layer - 1][neuron])));
        for (float[] layer : sums) {
            for (int neuron = 0; neuron < layer.length; neuron++) {
                layer[neuron] = 1;
                assertTrue(patterns.add(OnPattern.of(network, (of, each) -> sums[of - 1][each])), "neuron " + neuron);
            }
        }
    }

    private static Level level(byte[] pixels) {
        return judge(pixels).level();
    }

    private static Judgement judge(byte[] pixels) {
        return familiarity.judge(pixels, nearest.to(pixels, Familiarity.NEIGHBOURS), false);
    }

    private static double square(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = ((a[i] & 0xFF) - (b[i] & 0xFF)) / 255.0;
            sum += difference * difference;
        }
        return sum;
    }
}
