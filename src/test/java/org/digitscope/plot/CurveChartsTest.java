package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Run;
import org.digitscope.plot.CurveCharts.Window;
import org.junit.jupiter.api.Test;

class CurveChartsTest {

    private static final Window ALL = new Window(0, 2);

    private static Run run() {
        return new Run(new CurveDecimator(new Curves().step(2, 0.25f).step(1, 0.5f).epoch(0.375, 1.5)
                .rateChange(2, 1e-4).step(Float.NaN, 0.75f).step(0.5f, 1).epoch(0.875, 0.75).curve()), 2);
    }

    private static Series series(ChartModel chart, Role role, Kind kind) {
        return chart.series().stream().filter(series -> series.role() == role && series.kind() == kind).findFirst()
                .orElseThrow();
    }

    @Test
    void showsBatchesAsALineAndEpochsAsDotsOverTheEpoch() {
        ChartModel loss = new CurveCharts(run(), Run.none(), ALL, false).loss();
        Series batches = series(loss, Role.TRAINING, Kind.THIN_LINE);
        assertArrayEquals(new double[] {0.5, 1, 1.5, 2}, batches.x());
        assertArrayEquals(new double[] {2, 1, Double.NaN, 0.5}, batches.y());
        Series epochs = series(loss, Role.VALIDATION, Kind.DOTS);
        assertArrayEquals(new double[] {1, 2}, epochs.x());
        assertArrayEquals(new double[] {1.5, 0.75}, epochs.y());
        assertEquals(new Scale.Linear(0, 2.1), loss.y());
    }

    @Test
    void accuracyIsInPercent() {
        ChartModel accuracy = new CurveCharts(run(), Run.none(), ALL, true).accuracy();
        assertArrayEquals(new double[] {25, 50, 75, 100}, series(accuracy, Role.TRAINING, Kind.THIN_LINE).y());
        assertArrayEquals(new double[] {37.5, 87.5}, series(accuracy, Role.VALIDATION, Kind.DOTS).y());
        assertEquals(100, accuracy.y().max());
    }

    @Test
    void theRunBeforeLiesAtItsOwnEpochs() {
        Run before = new Run(new CurveDecimator(new Curves().step(3, 0).step(3, 0).step(3, 0).step(3, 0).curve()), 4);
        ChartModel loss = new CurveCharts(run(), before, ALL, false).loss();
        assertArrayEquals(new double[] {0.25, 0.5, 0.75, 1}, series(loss, Role.PREVIOUS, Kind.LINE).x());
        assertEquals(Role.PREVIOUS, loss.series().get(0).role());
    }

    @Test
    void theRunBeforeHasNoPartInTheAxes() {
        Run lost = new Run(new CurveDecimator(new Curves().step(3e7f, 0).step(Float.MAX_VALUE, 0).epoch(0, 1e30).curve()), 2);
        for (boolean logarithmic : new boolean[] {false, true}) {
            CurveCharts alone = new CurveCharts(run(), Run.none(), ALL, logarithmic);
            CurveCharts both = new CurveCharts(run(), lost, ALL, logarithmic);
            assertEquals(alone.loss().y(), both.loss().y());
            assertEquals(alone.accuracy().y(), both.accuracy().y());
            assertEquals(2, series(both.loss(), Role.PREVIOUS, Kind.LINE).x().length, "it is drawn all the same");
        }
    }

    @Test
    void whereTheRunHasNothingYetTheAxesHoldTheRunBefore() {
        Run before = new Run(new CurveDecimator(new Curves().step(3, 0.25f).step(8, 0.5f).epoch(0.5, 6).curve()), 2);
        for (boolean logarithmic : new boolean[] {false, true}) {
            CurveCharts fresh = new CurveCharts(Run.none(), before, ALL, logarithmic);
            for (ChartModel chart : List.of(fresh.loss(), fresh.accuracy())) {
                for (Kind kind : List.of(Kind.LINE, Kind.DOTS)) {
                    for (double y : series(chart, Role.PREVIOUS, kind).y()) {
                        assertTrue(chart.y().share(y) >= 0 && chart.y().share(y) <= 1, y + " in " + chart.y());
                    }
                }
            }
        }
        CurveCharts lossless = new CurveCharts(new Run(new CurveDecimator(new Curves().step(Float.NaN, 0).curve()), 2), before, ALL, false);
        assertTrue(lossless.loss().y().max() > 6, "a run without finite loss has nothing to show");
    }

    @Test
    void theShownStepIsMarked() {
        assertEquals(List.of(new ChartModel.Marker(1, "rate 1e−4"), new ChartModel.Marker(1.5, "step 3")),
                new CurveCharts(run(), Run.none(), ALL, false, Optional.of(3)).accuracy().markers());
    }

    @Test
    void theLogarithmicAxisHoldsTheSmallestLoss() {
        Scale y = new CurveCharts(run(), Run.none(), ALL, true).loss().y();
        assertTrue(y instanceof Scale.Log && y.min() < 0.5 && y.max() > 2, y.toString());
    }

    @Test
    void changesOfTheLearningRateAreMarked() {
        assertEquals(List.of(new ChartModel.Marker(1, "rate 1e−4")),
                new CurveCharts(run(), Run.none(), ALL, false).loss().markers());
    }

    @Test
    void aWindowReducesOnlyItsPartAndALittleMore() {
        Curves curves = new Curves();
        for (int i = 0; i < 100_000; i++) {
            curves.step(i, 0.5f);
        }
        Run run = new Run(new CurveDecimator(curves.curve()), 1000);
        Series whole = line(run, new Window(0, 100));
        assertTrue(whole.x().length <= CurveCharts.MOST_POINTS && whole.x().length > CurveCharts.MOST_POINTS / 3);
        Series part = line(run, new Window(10, 10.05));
        assertEquals(52, part.x().length);
        assertEquals(10, part.x()[0]);
    }

    private static Series line(Run run, Window window) {
        return series(new CurveCharts(run, Run.none(), window, false).loss(), Role.TRAINING, Kind.LINE);
    }

    @Test
    void nothingYetIsAChartWithoutPoints() {
        ChartModel loss = new CurveCharts(Run.none(), Run.none(), ALL, true).loss();
        assertTrue(loss.series().stream().allMatch(series -> series.x().length == 0));
        assertTrue(loss.y().min() > 0 && loss.y().max() > loss.y().min());
    }
}
