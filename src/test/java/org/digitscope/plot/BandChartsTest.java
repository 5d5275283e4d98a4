package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.plot.BandCharts.Group;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;
import org.junit.jupiter.api.Test;

class BandChartsTest {

    private static final LearningCurve LONG = LearningCurve.ofEpochs(List.of(new Epoch(0.5, 3, 0.4, 4), new Epoch(0.7, 1, 0.6, 2)));
    private static final LearningCurve SHORT = LearningCurve.ofEpochs(List.of(new Epoch(0.7, 1, 0.8, 2)));
    private static final LearningCurve LOST = LearningCurve.ofEpochs(List.of(new Epoch(0.1, Double.NaN, 0.1, Double.POSITIVE_INFINITY)));

    private static BandCharts charts(Figures figures, Group... groups) {
        return new BandCharts(List.of(groups), figures, false, BandCharts.whole(List.of(groups)));
    }

    private static Series series(ChartModel chart, Kind kind) {
        return chart.series().stream().filter(series -> series.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void theMeanLiesOnABandFromTheLowestToTheHighestRunOfEachEpoch() {
        ChartModel loss = charts(Figures.TRAINING, new Group("a", new RunColour(0), List.of(LONG, SHORT, LOST))).loss();
        assertArrayEquals(new double[] {1, 2}, series(loss, Kind.LINE).x());
        assertArrayEquals(new double[] {2, 1}, series(loss, Kind.LINE).y(), "of the runs that came so far with a finite loss");
        assertArrayEquals(new double[] {1, 1}, series(loss, Kind.BAND).low());
        assertArrayEquals(new double[] {3, 1}, series(loss, Kind.BAND).high());
        assertEquals(new Scale.Linear(0, 3 * 1.05), loss.y(), "the axis holds the band");
    }

    @Test
    void validationAreDotsInPercentForAccuracy() {
        ChartModel accuracy = charts(Figures.VALIDATION, new Group("a", new RunColour(0), List.of(LONG, SHORT))).accuracy();
        assertArrayEquals(new double[] {60, 60}, series(accuracy, Kind.DOTS).y(), 1e-9);
        assertArrayEquals(new double[] {40, 60}, series(accuracy, Kind.BAND).low(), 1e-9);
        assertArrayEquals(new double[] {80, 60}, series(accuracy, Kind.BAND).high(), 1e-9);
        assertTrue(accuracy.series().stream().noneMatch(series -> series.kind() == Kind.LINE));
    }

    @Test
    void bandsLieBehindAllMeansAndAGroupIsNamedOnce() {
        ChartModel loss = charts(Figures.BOTH, new Group("a", new RunColour(0), List.of(LONG)), new Group("b", new RunColour(1), List.of(SHORT, LONG))).loss();
        List<Kind> kinds = loss.series().stream().map(Series::kind).toList();
        assertTrue(kinds.lastIndexOf(Kind.BAND) < kinds.indexOf(Kind.LINE), kinds.toString());
        assertEquals(List.of("a", "b"), ChartLayout.usualLegend(loss).stream().map(Series::name).toList());
    }

    @Test
    void anEpochWithoutAnyFiniteValueIsAGap() {
        ChartModel loss = charts(Figures.VALIDATION, new Group("lost", new RunColour(0), List.of(LOST))).loss();
        assertTrue(Double.isNaN(series(loss, Kind.DOTS).y()[0]) && Double.isNaN(series(loss, Kind.BAND).high()[0]));
        assertEquals(List.of(), charts(Figures.BOTH).accuracy().series());
    }
}
