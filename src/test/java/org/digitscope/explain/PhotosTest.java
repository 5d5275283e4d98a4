package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.PictureOf;
import org.digitscope.drawing.Sheet;
import org.junit.jupiter.api.Test;

/** Photos of digits on paper, made of test digits: the share whose nearest training digit is the same digit. */
class PhotosTest {

    private static final MnistFit FIT = new MnistFit(FitStage.all());
    private static final int DIGITS = 40;
    private static final int SIDE = 180;

    /** @param ink how much darker than the paper, 0 to 1 */
    private record Paper(double brightness, double shadow, double noise, double ink, int ruledEvery, boolean squared) {

        float brightness(int row, int column, float covered, Random random) {
            double light = brightness - shadow * (row + column) / (2.0 * SIDE);
            boolean rule = ruledEvery > 0 && (row % ruledEvery == 7 || squared && column % ruledEvery == 7);
            double value = light * (1 - Math.max(ink * covered, rule ? 0.2 : 0)) + noise * random.nextGaussian();
            return (float) Math.max(0, Math.min(1, value));
        }
    }

    @Test
    void photosOfPaperAreReadLikePictures() throws IOException {
        DigitSets mnist = Mnist.load();
        NearestDigits nearest = NearestDigits.of(mnist.training());
        Map<String, Paper> papers = new TreeMap<>(Map.of("grey", new Paper(0.6, 0, 0.02, 0.7, 0, false), "pencil", new Paper(0.9, 0, 0.015, 0.3, 0, false),
                "pencil in a shadow", new Paper(0.9, 0.4, 0.015, 0.35, 0, false), "ruled", new Paper(0.9, 0, 0.01, 0.7, 30, false),
                "shadow", new Paper(0.9, 0.5, 0.02, 0.7, 0, false), "squared", new Paper(0.9, 0, 0.01, 0.7, 20, true),
                "squared in a shadow", new Paper(0.9, 0.3, 0.01, 0.7, 20, true)));
        Map<String, Long> right = new TreeMap<>();
        papers.forEach((name, paper) -> right.put(name, right(mnist, nearest, paper)));
        System.out.println("photos of " + DIGITS + " digits, right: " + right);
        right.forEach((name, count) -> assertTrue(count >= 30, name + ": " + right));
    }

    private static long right(DigitSets mnist, NearestDigits nearest, Paper paper) {
        Random random = new Random(4);
        return IntStream.range(0, DIGITS).map(i -> 250 * i + 2).filter(i -> {
            float[] ink = PictureOf.mnist(mnist.validation().image(i), 0, 0.2, SIDE);
            float[] values = new float[ink.length];
            for (int pixel = 0; pixel < values.length; pixel++) {
                values[pixel] = paper.brightness(pixel / SIDE, pixel % SIDE, ink[pixel], random);
            }
            Backdrop read = MostFamiliar.of(Backdrop.readings(new GrayImage(SIDE, SIDE, values)), nearest);
            return Sheet.of(read).fit(FIT).map(digit -> nearest.to(digit.main(), 1).get(0).label() == mnist.validation().label(i)).orElse(false);
        }).count();
    }
}
