package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.digitscope.plot.Scale.Tick;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final double[] ODD = {0, -0.0, 1, -3, 1e-9, 5e-324, 1e308, -1e308, Double.NaN,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 97.5, Math.nextUp(97.5)};

    private static List<String> labels(Scale scale, int most) {
        return scale.ticks(most).stream().map(Tick::label).toList();
    }

    @Test
    void sharesAndValuesLeadToEachOther() {
        for (Scale scale : manyScales()) {
            assertEquals(0, scale.share(scale.min()), 1e-12);
            assertEquals(1, scale.share(scale.max()), 1e-12);
            for (double share = -0.25; share <= 1.25; share += 0.125) {
                assertEquals(share, scale.share(scale.value(share)), 1e-6, scale.toString());
            }
        }
    }

    @Test
    void logarithmicMeansEqualDistancesForEqualRatios() {
        Scale scale = new Scale.Log(0.01, 100);
        assertEquals(0.5, scale.share(1), 1e-12);
        assertEquals(0.25, scale.share(0.1), 1e-12);
        assertTrue(Double.isNaN(scale.share(0)));
        assertTrue(Double.isNaN(scale.share(-1)));
    }

    @Test
    void ticksLieWithinTheAxisAscendAndHaveLabelsOfTheirOwn() {
        for (Scale scale : manyScales()) {
            for (int most : new int[] {-1, 0, 1, 2, 5, 10, 40}) {
                List<Tick> ticks = scale.ticks(most);
                assertTrue(ticks.size() <= Math.max(1, most), scale + " has " + ticks);
                assertFalse(most >= 5 && ticks.size() < 2, scale + " has " + ticks);
                for (int i = 0; i < ticks.size(); i++) {
                    double share = scale.share(ticks.get(i).value());
                    assertTrue(share > -1e-7 && share < 1 + 1e-7, scale + " has " + ticks);
                    assertTrue(i == 0 || ticks.get(i).value() > ticks.get(i - 1).value(), scale + " has " + ticks);
                }
                assertEquals(ticks.size(), new HashSet<>(ticks.stream().map(Tick::label).toList()).size(),
                        scale + " has " + ticks);
            }
        }
    }

    @Test
    void rangesThatCantBeDrawnBecomeOnesThatCan() {
        for (double min : ODD) {
            for (double max : ODD) {
                for (Scale scale : List.of(new Scale.Linear(min, max), new Scale.Log(min, max))) {
                    assertTrue(Double.isFinite(scale.min()) && Double.isFinite(scale.max())
                            && scale.min() < scale.max(), scale.toString());
                    assertTrue(scale instanceof Scale.Linear || scale.min() > 0);
                }
            }
        }
    }

    @Test
    void linearTicksAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(List.of("0", "0.5", "1.0", "1.5", "2.0"), labels(new Scale.Linear(0, 2.3), 6));
        assertEquals(List.of("0", "5", "10", "15", "20"), labels(new Scale.Linear(0, 20), 6));
        assertEquals(List.of("90", "92", "94", "96", "98", "100"), labels(new Scale.Linear(89.3, 100), 6));
        assertEquals(List.of("−0.04", "−0.02", "0", "0.02", "0.04"), labels(new Scale.Linear(-0.05, 0.05), 6));
        assertEquals(List.of("0", "10,000", "20,000", "30,000"), labels(new Scale.Linear(0, 37_500), 4));
        assertEquals(List.of("0", "5e−5", "1e−4", "1.5e−4"), labels(new Scale.Linear(0, 1.6e-4), 5));
        assertEquals(0.3, new Scale.Linear(0, 1).ticks(11).get(3).value());
    }

    @Test
    void logarithmicTicksAreDecadesAndTwoAndFiveTimesThemIfThereIsRoom() {
        assertEquals(List.of("0.05", "0.1", "0.2", "0.5", "1", "2"), labels(new Scale.Log(0.04, 2.4), 6));
        assertEquals(List.of("1e−4", "0.001", "0.01", "0.1", "1", "10"), labels(new Scale.Log(1e-4, 10), 6));
        assertEquals(List.of("1e−4", "0.01", "1"), labels(new Scale.Log(1e-4, 10), 4));
        assertEquals(List.of("0.07", "0.08", "0.09"), labels(new Scale.Log(0.065, 0.095), 6));
        assertEquals(List.of("100", "1,000", "10,000"), labels(new Scale.Log(100, 10_000), 6));
    }

    @Test
    void namesLieAtEqualDistancesWithHalfAStepAtBothEnds() {
        Scale scale = new Scale.Names(List.of("relu", "tanh", "sigmoid", "linear"));
        assertEquals(0.125, scale.share(0), 1e-12);
        assertEquals(0.875, scale.share(3), 1e-12);
        assertEquals(2, scale.value(0.625), 1e-12);
        assertEquals(List.of(new Tick(0, "relu"), new Tick(1, "tanh"), new Tick(2, "sigmoid"), new Tick(3, "linear")), scale.ticks(4));
        assertEquals(List.of("relu", "sigmoid"), labels(scale, 3));
        assertEquals(List.of("relu"), labels(scale, 0));
        assertEquals(List.of(), labels(new Scale.Names(List.of()), 5));
    }

    @Test
    void labelsAreTheSameInEveryLocale() {
        Locale usual = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(List.of("0", "0.5", "1.0"), labels(new Scale.Linear(0, 1), 4));
                assertEquals(List.of("0", "10,000", "20,000"), labels(new Scale.Linear(0, 20_000), 4));
                assertEquals(List.of("1e−5", "1e−4"), labels(new Scale.Log(1e-5, 1e-4), 2));
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static List<Scale> manyScales() {
        List<Scale> scales = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            double size = Math.pow(10, random.nextDouble() * 16 - 8);
            double min = random.nextGaussian() * size * (i % 3);
            scales.add(new Scale.Linear(min, min + size * (0.01 + random.nextDouble())));
            scales.add(new Scale.Log(size, size * (1.001 + Math.pow(10, random.nextDouble() * 6 - 2))));
        }
        for (double odd : ODD) {
            scales.add(new Scale.Linear(odd, odd));
            scales.add(new Scale.Log(odd, odd));
            scales.add(new Scale.Linear(-1e308, odd));
            scales.add(new Scale.Log(1e-300, odd));
        }
        return scales;
    }
}
