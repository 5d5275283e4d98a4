package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.RunsCharts.Line;
import org.digitscope.plot.RunsCharts.Reading;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;
import org.junit.jupiter.api.Test;

class RunsChartsTest {

    private static final Epoch FIRST = new Epoch(0.5, 1.5, 0.6, 1.2);
    private static final Epoch SECOND = new Epoch(0.8, 0.5, 0.7, 0.9);
    private static final double NONE = Double.NaN;

    private static Line line(String name, int colour, Epoch... epochs) {
        return new Line(name, new RunColour(colour), new CurveDecimator(LearningCurve.ofEpochs(List.of(epochs))), 10, false);
    }

    private static Line emphasized(Line line) {
        return new Line(line.name(), line.colour(), line.curve(), line.stepsPerEpoch(), true);
    }

    /** Losses 8, 4, 2, 1 in two epochs of two batches. */
    private static Line withBatches() {
        return new Line("batches", new RunColour(1), new CurveDecimator(new Curves().step(8, 0.1f).step(4, 0.2f).epoch(0.25, 6).step(2, 0.4f).step(1, 0.8f)
                .epoch(0.75, 1.5).curve()), 2, false);
    }

    private static RunsCharts perEpoch(Figures figures, Line... lines) {
        return new RunsCharts(List.of(lines), false, figures, false, RunsCharts.whole(List.of(lines)));
    }

    private static Series series(ChartModel chart, String name, Kind kind) {
        return chart.series().stream().filter(series -> series.name().equals(name) && series.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void trainingIsALineAndValidationAreDotsInTheRunsColour() {
        ChartModel loss = perEpoch(Figures.BOTH, line("a", 3, FIRST, SECOND)).loss();
        assertArrayEquals(new double[] {1, 2}, series(loss, "a", Kind.LINE).x());
        assertArrayEquals(new double[] {1.5, 0.5}, series(loss, "a", Kind.LINE).y());
        assertArrayEquals(new double[] {1.2, 0.9}, series(loss, "a", Kind.DOTS).y());
        assertArrayEquals(new double[] {1.2, 0.9}, series(loss, "a", Kind.THIN_LINE).y());
        assertTrue(loss.series().stream().allMatch(series -> series.role().equals(new RunColour(3))));
        assertEquals(new Scale.Linear(0, 1.5 * 1.05), loss.y());
        assertEquals(new Scale.Linear(0, 2), loss.x());
        assertEquals("epoch (training: line, validation: dots)", loss.xTitle());
    }

    @Test
    void accuracyIsInPercentOnAnAxisUpToOneHundred() {
        ChartModel accuracy = perEpoch(Figures.VALIDATION, line("a", 0, FIRST, SECOND)).accuracy();
        assertArrayEquals(new double[] {60, 70}, series(accuracy, "a", Kind.DOTS).y());
        assertEquals(new Scale.Linear(56, 100), accuracy.y());
        assertEquals("validation accuracy (%)", accuracy.yTitle());
    }

    @Test
    void aRunThatLeavesTheAxisIsCountedInTheTitle() {
        Line usual = line("usual", 0, FIRST, SECOND);
        Line diverging = line("diverging", 1, FIRST, new Epoch(0.1, 900, 0.1, 900));
        ChartModel loss = perEpoch(Figures.BOTH, usual, usual, diverging).loss();
        assertEquals(15 * 1.05, loss.y().max(), 1e-9, "ten times what is usual");
        assertEquals("Loss, 1 run goes above the axis", loss.title());
        assertEquals("Loss, 2 runs go above the axis", perEpoch(Figures.BOTH, usual, usual, usual, diverging, diverging).loss().title());
        assertEquals("Loss", perEpoch(Figures.BOTH, usual, usual).loss().title());
    }

    @Test
    void onlyTheChosenFiguresAreDrawn() {
        List<Kind> training = perEpoch(Figures.TRAINING, line("a", 0, FIRST, SECOND)).loss().series().stream().map(Series::kind).toList();
        List<Kind> validation = perEpoch(Figures.VALIDATION, line("a", 0, FIRST, SECOND)).loss().series().stream().map(Series::kind).toList();
        assertEquals(List.of(Kind.LINE), training);
        assertEquals(List.of(Kind.THIN_LINE, Kind.DOTS), validation);
    }

    @Test
    void runsOfOtherLengthsAndBatchSizesShareTheEpochs() {
        Line longer = line("longer", 0, FIRST, SECOND, SECOND);
        List<Line> lines = List.of(withBatches(), longer);
        ChartModel loss = new RunsCharts(lines, true, Figures.TRAINING, false, RunsCharts.whole(lines)).loss();
        assertArrayEquals(new double[] {0.5, 1, 1.5, 2}, series(loss, "batches", Kind.LINE).x());
        assertEquals(3, loss.x().max());
        assertArrayEquals(new double[] {1, 2, 3}, series(loss, "longer", Kind.LINE).x(), "a run without batches is drawn by its epochs");
    }

    @Test
    void batchesAreSmoothedAsInTheChartOfOneRun() {
        List<Line> lines = List.of(withBatches());
        double[] smoothed = series(new RunsCharts(lines, true, Figures.TRAINING, false, new Window(0, 2)).loss(), "batches", Kind.LINE).y();
        assertEquals(8, smoothed[0], 1e-9);
        assertEquals((0.8 * 0.2 * 8 + 0.2 * 4) / (1 - 0.8 * 0.8), smoothed[1], 1e-6);
    }

    @Test
    void theOnlyEpochOfARunIsALineOverThatEpoch() {
        Series training = series(perEpoch(Figures.BOTH, line("a", 0, FIRST)).loss(), "a", Kind.LINE);
        assertArrayEquals(new double[] {0, 1}, training.x());
        assertArrayEquals(new double[] {1.5, 1.5}, training.y());
    }

    @Test
    void whatStandsOutIsDrawnLastAndTheOthersArePale() {
        ChartModel loss = perEpoch(Figures.BOTH, emphasized(line("a", 0, FIRST, SECOND)), line("b", 1, FIRST, SECOND)).loss();
        assertEquals(List.of("b", "b", "b", "a", "a", "a"), loss.series().stream().map(Series::name).toList());
        assertTrue(loss.series().stream().allMatch(series -> series.emphasis() == (series.name().equals("a") ? Emphasis.STRONG : Emphasis.PALE)));
        assertEquals(List.of("a", "b"), ChartLayout.usualLegend(loss).stream().map(Series::name).toList());
        assertTrue(perEpoch(Figures.BOTH, line("a", 0, FIRST)).loss().series().stream().allMatch(series -> series.emphasis() == Emphasis.USUAL));
    }

    @Test
    void aRunIsNamedOnceWhateverIsDrawnOfIt() {
        for (Figures figures : Figures.values()) {
            List<Series> legend = ChartLayout.usualLegend(perEpoch(figures, line("a", 0, FIRST, SECOND), line("b", 1, SECOND)).accuracy());
            assertEquals(List.of("a", "b"), legend.stream().map(Series::name).toList());
            assertTrue(legend.stream().allMatch(series -> series.kind() == (figures == Figures.VALIDATION ? Kind.DOTS : Kind.LINE)));
        }
    }

    @Test
    void aRunThatIsLostDoesNotFlattenTheOthers() {
        Epoch lost = new Epoch(0.1, 1e9, 0.1, 1e12);
        Line[] lines = {line("a", 0, FIRST, SECOND), line("b", 1, FIRST, SECOND), line("lost", 2, lost, new Epoch(0.1, NONE, 0.1, NONE))};
        assertEquals(10 * 1.5 * 1.05, perEpoch(Figures.TRAINING, lines).loss().y().max(), 1e-9);
        assertEquals(1e9 * 1.1, new RunsCharts(List.of(lines), false, Figures.TRAINING, true, new Window(0, 2)).loss().y().max(), 1);
        assertEquals(1e9 * 1.05, perEpoch(Figures.TRAINING, lines[2]).loss().y().max(), 1, "alone it is shown whole");
    }

    @Test
    void theMoreRunsThereAreTheFewerPointsEachHas() {
        Epoch[] epochs = IntStream.range(0, 1000).mapToObj(i -> new Epoch(0.5, i, 0.5, i)).toArray(Epoch[]::new);
        for (int runs : new int[] {1, 10, 200, 3000}) {
            Line[] lines = IntStream.range(0, runs).mapToObj(i -> line("run " + i, i, epochs)).toArray(Line[]::new);
            ChartModel loss = perEpoch(Figures.BOTH, lines).loss();
            assertTrue(points(loss, Kind.LINE) <= Math.max(6000, 3 * runs), runs + " runs have " + points(loss, Kind.LINE));
            assertTrue(points(loss, Kind.DOTS) <= Math.max(600, runs), runs + " runs have " + points(loss, Kind.DOTS));
            double[] dots = series(loss, "run 0", Kind.DOTS).x();
            assertEquals(1000, dots[dots.length - 1], "the last one always has its dot");
            double[] x = series(loss, "run 0", Kind.LINE).x();
            double[] y = series(loss, "run 0", Kind.LINE).y();
            assertTrue(x.length <= 600 && x[0] == 1 && x[x.length - 1] == 1000, Arrays.toString(x));
            IntStream.range(0, x.length).forEach(i -> assertEquals(x[i] - 1, y[i], "each point is one of the run's"));
        }
    }

    private static int points(ChartModel chart, Kind kind) {
        return chart.series().stream().filter(series -> series.kind() == kind).mapToInt(series -> series.x().length).sum();
    }

    @Test
    void theValuesAtAnEpochStandInTheirOrderAndThoseThatHaveNoneLast() {
        RunsCharts charts = perEpoch(Figures.BOTH, line("short", 0, FIRST), line("worse", 1, FIRST, FIRST), line("better", 2, FIRST, SECOND));
        assertEquals(List.of(new Reading("better", new RunColour(2), 0.5, 0.9, 0.8, 0.7), new Reading("worse", new RunColour(1), 1.5, 1.2, 0.5, 0.6),
                new Reading("short", new RunColour(0), NONE, NONE, NONE, NONE)), charts.at(1.7));
        assertEquals(List.of("short", "worse", "better"), charts.at(0.1).stream().map(Reading::name).toList(), "equal ones in the order of the runs");
        assertEquals(0.6, charts.at(0.1).get(0).validationAccuracy());
        assertTrue(charts.at(2.6).stream().allMatch(reading -> Double.isNaN(reading.trainingLoss())), "behind the end of all runs");
        assertTrue(Double.isNaN(perEpoch(Figures.BOTH, line("none", 0)).at(0.3).get(0).validationLoss()));
    }

    @Test
    void theBatchIsReadWhereBatchesAreDrawn() {
        RunsCharts charts = new RunsCharts(List.of(withBatches()), true, Figures.BOTH, false, new Window(0, 2));
        Reading third = charts.at(1.4).get(0);
        assertEquals(2, third.trainingLoss());
        assertEquals(0.4f, third.trainingAccuracy());
        assertEquals(6, third.validationLoss(), "of the last epoch that had ended");
        assertTrue(Double.isNaN(charts.at(0.6).get(0).validationLoss()));
        assertTrue(Double.isNaN(charts.at(2.7).get(0).trainingLoss()));
    }

    @Test
    void noRunsAreAChartWithoutSeries() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            RunsCharts charts = new RunsCharts(List.of(), true, Figures.BOTH, logarithmic, RunsCharts.whole(List.of()));
            assertEquals(List.of(), charts.loss().series());
            assertEquals(List.of(), charts.accuracy().series());
            assertEquals(new Scale.Linear(0, 1), charts.loss().x());
            assertEquals(List.of(), charts.at(0.5));
        }
    }
}
