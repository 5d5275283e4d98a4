package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.Scale.Tick;
import org.digitscope.plot.ValueChart.Point;
import org.junit.jupiter.api.Test;

class ValueChartTest {

    private static ChartModel chart(Point... points) {
        return new ValueChart("Accuracy", "setting", "accuracy (%)", List.of(points)).chart();
    }

    private static ChartModel ofValues(String... values) {
        return chart(Arrays.stream(values).map(value -> new Point(value, 90)).toArray(Point[]::new));
    }

    private static Series mean(ChartModel chart) {
        return chart.series().get(0);
    }

    private static Series seeds(ChartModel chart) {
        return chart.series().get(1);
    }

    @Test
    void everySeedIsADotAndTheMeansOfNumbersAreALine() {
        ChartModel chart = chart(new Point("0.2", 97), new Point("0.1", 90), new Point("0.1", 94), new Point("0.3", Double.NaN));
        assertArrayEquals(new double[] {0.1, 0.1, 0.2}, seeds(chart).x());
        assertArrayEquals(new double[] {90, 94, 97}, seeds(chart).y());
        assertEquals(Kind.DOTS, seeds(chart).kind());
        assertEquals(Kind.LINE, mean(chart).kind());
        assertArrayEquals(new double[] {0.1, 0.2}, mean(chart).x());
        assertArrayEquals(new double[] {92, 97}, mean(chart).y());
        assertTrue(chart.x().max() > 0.3, "a value keeps its place though its runs have no figure");
        assertEquals(List.of("each seed", "mean"), ChartLayout.usualLegend(chart).stream().map(Series::name).toList());
    }

    @Test
    void wordsLieSideBySideInTheirOrderAndTheirMeansAreDashes() {
        ChartModel chart = chart(new Point("tanh", 90), new Point("relu", 97), new Point("tanh", 92));
        assertEquals(List.of(new Tick(0, "tanh"), new Tick(1, "relu")), chart.x().ticks(5));
        assertArrayEquals(new double[] {0, 0, 1}, seeds(chart).x());
        assertEquals(Kind.DASHES, mean(chart).kind());
        assertArrayEquals(new double[] {91, 97}, mean(chart).y());
    }

    @Test
    void theAxisIsLogarithmicOnlyForPositiveNumbersThatSpanAFactorOfTen() {
        assertTrue(ofValues("0.01", "0.001").x() instanceof Scale.Log);
        assertTrue(ofValues("10", "5", "50").x() instanceof Scale.Log);
        assertTrue(ofValues("5", "10", "49").x() instanceof Scale.Linear);
        assertTrue(ofValues("0", "0.001", "0.1").x() instanceof Scale.Linear, "0 has no logarithm");
        assertTrue(ofValues("-10", "100").x() instanceof Scale.Linear);
        assertTrue(ofValues("1e-5", "1e20").x() instanceof Scale.Log);
        assertTrue(ofValues("20", "64-32", "none").x() instanceof Scale.Names);
        assertTrue(ofValues("500", "all").x() instanceof Scale.Names);
        assertTrue(ofValues("NaN", "1d").x() instanceof Scale.Names, "no numbers as people write them");
    }

    @Test
    void percentagesAreNumbersWithTheirUnitBelowTheAxis() {
        ChartModel chart = ofValues("0%", "20%", "5%");
        assertEquals("setting (%)", chart.xTitle());
        assertArrayEquals(new double[] {0, 5, 20}, seeds(chart).x());
    }

    @Test
    void theAxesHoldAllPoints() {
        for (ChartModel chart : List.of(ofValues("1", "100"), ofValues("1", "2"), ofValues("a", "b"), ofValues("7"), ofValues())) {
            for (Series series : chart.series()) {
                for (int i = 0; i < series.x().length; i++) {
                    double share = chart.x().share(series.x()[i]);
                    assertTrue(share > 0.03 && share < 0.97, series.x()[i] + " on " + chart.x());
                    assertTrue(chart.y().share(series.y()[i]) > 0 && chart.y().share(series.y()[i]) < 1);
                }
            }
        }
        assertEquals(Kind.DASHES, mean(ofValues("7")).kind(), "a line of one point can't be seen");
    }
}
