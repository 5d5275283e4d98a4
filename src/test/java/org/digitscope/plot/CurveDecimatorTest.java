package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Test;

class CurveDecimatorTest {

    /** Losses of which one in ten, and all from 2,000 to 2,499, aren't finite. */
    private static Curves record(long seed, int steps) {
        Random random = new Random(seed);
        Curves curves = new Curves();
        for (int i = 0; i < steps; i++) {
            float loss = i / 500 == 4 || random.nextInt(10) == 0
                    ? random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY : (float) random.nextGaussian();
            curves.step(loss, random.nextInt(33) / 32f);
        }
        return curves;
    }

    @Test
    void equalsASlowReferenceForEveryRangeAndKeepsExtremes() {
        LearningCurve curve = record(1, 10_007).curve();
        CurveDecimator decimator = new CurveDecimator(curve);
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(10_007);
            int to = from + 1 + random.nextInt(10_007 - from);
            int most = 2 + random.nextInt(700);
            Buckets buckets = decimator.loss(from, to, most);
            assertTrue(buckets.count() <= most && 2 * buckets.count() >= Math.min(most, to - from) - 2,
                    buckets.count() + " for " + most);
            int start = from;
            for (int i = 0; i < buckets.count(); i++) {
                int end = (int) buckets.steps()[i];
                assertBucket(curve, start, end, buckets, i);
                start = end;
            }
            assertEquals(to, start);
        }
    }

    private static void assertBucket(LearningCurve curve, int from, int to, Buckets buckets, int i) {
        double sum = 0;
        int finite = 0;
        double low = Double.NaN;
        double high = Double.NaN;
        for (int point = from; point < to; point++) {
            double loss = curve.loss(point);
            if (Double.isFinite(loss)) {
                sum += loss;
                finite++;
                low = finite == 1 ? loss : Math.min(low, loss);
                high = finite == 1 ? loss : Math.max(high, loss);
            }
        }
        assertEquals(finite == 0 ? Double.NaN : sum / finite, buckets.mean()[i], 1e-9);
        assertEquals(low, buckets.low()[i]);
        assertEquals(high, buckets.high()[i]);
    }

    @Test
    void aStretchWithoutNumbersIsAGapAndTheRestStays() {
        Buckets buckets = new CurveDecimator(record(1, 5000).curve()).loss(0, 5000, 100);
        for (int i = 0; i < buckets.count(); i++) {
            boolean inside = buckets.steps()[i] - 64 >= 2000 && buckets.steps()[i] <= 2500;
            assertEquals(inside, Double.isNaN(buckets.mean()[i]), "bucket up to " + buckets.steps()[i]);
        }
    }

    @Test
    void aGrowingCurveGivesTheSameAsOneFromScratch() {
        Curves curves = new Curves();
        CurveDecimator growing = new CurveDecimator();
        Random random = new Random(3);
        int steps = 0;
        for (int refresh = 0; refresh < 200; refresh++) {
            for (int more = random.nextInt(200); more > 0; more--, steps++) {
                curves.step(random.nextInt(50) == 0 ? Float.NaN : random.nextFloat(), random.nextFloat());
            }
            growing.update(curves.curve());
            assertSame(new CurveDecimator(curves.curve()), growing, steps);
        }
    }

    @Test
    void anotherRunAndABranchAreNotMistakenForTheSameOne() {
        CurveDecimator decimator = new CurveDecimator(record(1, 6000).curve());
        LearningCurve other = record(2, 8000).curve();
        decimator.update(other);
        assertSame(new CurveDecimator(other), decimator, 8000);
        for (int parting : new int[] {0, 63, 64, 1000, 4090, 7935, 7999}) {
            Curves branch = new Curves();
            for (int point = 0; point < parting; point++) {
                branch.step(other.loss(point), other.accuracy(point));
            }
            for (int point = parting; point < 9000; point++) {
                branch.step(0.5f * point, 0.25f);
            }
            decimator.update(other);
            decimator.update(branch.curve());
            assertSame(new CurveDecimator(branch.curve()), decimator, 9000);
        }
        decimator.update(LearningCurve.EMPTY);
        assertEquals(0, decimator.loss(0, 100, 10).count());
    }

    private static void assertSame(CurveDecimator expected, CurveDecimator actual, int points) {
        for (int most : new int[] {2, 37, 600}) {
            assertSame(expected.loss(0, points, most), actual.loss(0, points, most));
            assertSame(expected.accuracy(points / 3, points, most), actual.accuracy(points / 3, points, most));
        }
    }

    private static void assertSame(Buckets expected, Buckets actual) {
        assertArrayEquals(expected.steps(), actual.steps());
        assertArrayEquals(expected.mean(), actual.mean());
        assertArrayEquals(expected.low(), actual.low());
        assertArrayEquals(expected.high(), actual.high());
    }

    @Test
    void aVeryLongCurveWithMergedPointsKeepsStepsAndExtremes() {
        Curves curves = new Curves();
        CurveDecimator decimator = new CurveDecimator();
        int steps = (1 << 19) + 10_000;
        for (int i = 0; i < steps; i++) {
            curves.step(i % 4, 0.5f);
            if (i % 100_000 == 0) {
                decimator.update(curves.curve());
            }
        }
        decimator.update(curves.curve());
        assertEquals(2, decimator.curve().stride());
        Buckets buckets = decimator.loss(0, Integer.MAX_VALUE, 600);
        assertEquals(steps, buckets.steps()[buckets.count() - 1]);
        for (int i = 0; i < buckets.count(); i++) {
            assertEquals(1.5, buckets.mean()[i], 1e-9);
            assertEquals(0, buckets.low()[i]);
            assertEquals(3, buckets.high()[i]);
        }
    }

    @Test
    void smoothingFollowsItsFormulaAndSkipsGaps() {
        double gap = Double.NaN;
        Buckets buckets = new Buckets(new double[4], new double[] {2, 4, gap, 1}, new double[4], new double[4]);
        double second = (0.5 * 0.5 * 2 + 0.5 * 4) / 0.75;
        double third = (0.25 * 0.5 * 2 + 0.25 * 4 + 0.5 * 1) / 0.875;
        assertArrayEquals(new double[] {2, second, gap, third}, buckets.smoothed(0.5), 1e-12);
        assertArrayEquals(buckets.mean(), buckets.smoothed(0));
        assertThrows(IllegalArgumentException.class, () -> buckets.smoothed(1));
        assertThrows(IllegalArgumentException.class, () -> buckets.smoothed(Double.NaN));
    }

    @Test
    void anEmptyRangeHasNoBuckets() {
        CurveDecimator decimator = new CurveDecimator(record(1, 100).curve());
        assertEquals(0, decimator.loss(50, 50, 10).count());
        assertEquals(0, decimator.loss(200, 300, 10).count());
        assertEquals(100, decimator.loss(-5, 300, 600).count());
    }
}
