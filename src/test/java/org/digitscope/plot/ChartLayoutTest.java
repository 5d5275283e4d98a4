package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.plot.ChartLayout.Entry;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.CurveCharts.Run;
import org.digitscope.plot.CurveCharts.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartLayoutTest {

    private static final double FONT = 11;
    /** Half of the largest dot. */
    private static final double DOT = 4;

    private static ChartLayout layout(ChartModel chart, double width, double height) {
        return new ChartLayout(chart, ChartLayout.usualLegend(chart), width, height, FONT, TextWidth.WIDEST);
    }

    @ParameterizedTest
    @CsvSource({"200, 120", "230, 150", "300, 150", "300, 260", "360, 185", "720, 420", "1000, 120", "200, 900", "2000, 900"})
    void nothingIsCutAndNoTwoTextsOverlapInAnySizeAndMagnitude(double width, double height) {
        for (int power = -12; power <= 32; power++) {
            for (ChartModel chart : charts(Math.pow(10, power))) {
                assertFits(layout(chart, width, height), chart, width, height);
                assertFits(new ChartLayout(chart, chart.series(), width, height, 1.3 * FONT, TextWidth.WIDEST), chart, width, height);
                assertFits(new ChartLayout(chart, ChartLayout.usualLegend(chart), width, height, 2.46 * FONT, TextWidth.WIDEST), chart, width,
                        height);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 150", "300, 260", "360, 185", "720, 420", "2000, 900"})
    void allTextsAreThereInTheWindowsSizes(double width, double height) {
        for (int power = -12; power <= 32; power++) {
            for (ChartModel chart : charts(Math.pow(10, power))) {
                ChartLayout layout = layout(chart, width, height);
                assertEquals(chart.yTitle(), layout.heading().orElseThrow().text());
                assertEquals(ChartLayout.usualLegend(chart).size(), layout.legend().size());
                assertTrue(layout.xTicks().size() >= 1 && layout.yTicks().size() >= 2, chart + " has " + layout.yTicks());
                assertFalse(layout.markers().isEmpty());
                assertTrue(layout.plot().height() >= 0.39 * height && layout.plot().width() >= 0.4 * width, layout.plot().toString());
            }
        }
    }

    private static void assertFits(ChartLayout layout, ChartModel chart, double width, double height) {
        Box picture = new Box(0, 0, width, height);
        String where = chart.title() + " " + chart.x() + " " + chart.y() + " in " + width + " × " + height;
        List<PlacedText> labels = layout.labels();
        for (int i = 0; i < labels.size(); i++) {
            assertTrue(labels.get(i).box().isWithin(picture), labels.get(i) + " of " + where);
            assertFalse(labels.get(i).box().overlaps(layout.plot()), labels.get(i) + " lies on the curves of " + where);
            for (int other = 0; other < i; other++) {
                assertFalse(labels.get(i).box().overlaps(labels.get(other).box()), labels.get(i) + " and " + labels.get(other) + " of " + where);
            }
            for (Entry entry : layout.legend()) {
                assertFalse(labels.get(i).box().overlaps(entry.mark()), labels.get(i) + " and a mark of " + where);
            }
        }
        Box plot = layout.plot();
        assertTrue(new Box(plot.x() - DOT, plot.y() - DOT, plot.width() + 2 * DOT, plot.height() + 2 * DOT).isWithin(picture),
                "a dot on the frame is cut: " + plot + " of " + where);
        for (double share : new double[] {0, 0.3, 0.5, 0.9, 1}) {
            for (double pointer : new double[] {Double.NaN, plot.y() + 1, plot.bottom() - 1}) {
                Box box = layout.readOut(layout.xOfShare(share), pointer, Math.min(130, plot.width()), Math.min(33, plot.height()));
                assertTrue(box.isWithin(picture), box + " of " + where);
            }
        }
    }

    /** Loss and accuracy of a run with a run before it, changes of the rate and a shown step; and a parameter's curve with two marks. */
    private static List<ChartModel> charts(double size) {
        Curves curves = new Curves();
        for (int i = 1; i <= 12; i++) {
            curves.step((float) (size / i), 0.1f + 0.05f * i);
            if (i % 4 == 0) {
                curves.epoch(0.2 + 0.05 * i, size / i).rateChange(i, 1e-5 * i);
            }
        }
        Run run = new Run(new CurveDecimator(curves.curve()), 4);
        double[] x = {-size, 0, size};
        return Stream.of(false, true).flatMap(logarithmic -> {
            CurveCharts charts = new CurveCharts(run, run, new Window(0, 3), logarithmic, Optional.of(9));
            return Stream.of(charts.loss(), charts.accuracy(), new CurveCharts(run, Run.none(), new Window(1, 1.004), logarithmic).loss(),
                    LineChart.of("Loss", "value of the parameter", "loss (nats)", x, new double[] {size, size / 3, size * 1.0001},
                            List.of(new Marker(size * 0.9, "learnt"), new Marker(size * 0.91, "now"))),
                    LineChart.of("Pinned weight", "step", "pinned weight", new double[] {0, 1e6, 2_345_678}, new double[] {size, size, size},
                            List.of(new Marker(2_345_678, "shown"))));
        }).toList();
    }

    @Test
    void theValidationThatComesLaterMovesNothing() {
        Curves curves = new Curves().step(2, 0.25f).step(1, 0.5f);
        ChartModel before = new CurveCharts(new Run(new CurveDecimator(curves.curve()), 2), Run.none(), new Window(0, 2), false).loss();
        ChartModel after = new CurveCharts(new Run(new CurveDecimator(curves.epoch(0.375, 1.5).curve()), 2),
                new Run(new CurveDecimator(curves.curve()), 2), new Window(0, 2), false).loss();
        for (double width : new double[] {200, 300, 340, 500}) {
            ChartLayout first = layout(before, width, 185);
            ChartLayout then = layout(after, width, 185);
            assertEquals(first.plot(), then.plot());
            assertEquals(first.legend().stream().map(Entry::mark).toList(), then.legend().stream().map(Entry::mark).toList());
            assertEquals(List.of(Role.TRAINING, Role.VALIDATION, Role.PREVIOUS),
                    then.legend().stream().map(entry -> entry.series().role()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 120", "300, 150", "300, 260", "460, 230", "720, 420", "2000, 900"})
    void theLegendOfManyRunsLeavesTheCurvesTheirRoom(double width, double height) {
        for (int runs : new int[] {2, 6, 7, 12, 200, 2000}) {
            List<Series> series = IntStream.range(0, runs).mapToObj(i -> Series.of("layers 64-32, seed " + i, new RunColour(i), Kind.LINE,
                    new double[] {0, 1}, new double[] {1, 0.5})).map(each -> each.name().endsWith("1") ? each.with(Emphasis.STRONG) : each).toList();
            ChartModel chart = new ChartModel("Loss", "epoch", "loss (nats)", new Scale.Linear(0, 1), new Scale.Linear(0, 1), series, List.of());
            ChartLayout layout = layout(chart, width, height);
            assertFits(layout, chart, width, height);
            assertTrue(layout.plot().height() >= 0.39 * height, layout.plot().toString());
            int named = layout.legend().size();
            if (named > 0) {
                assertEquals("layers 64-32, seed 1", layout.legend().get(0).name().text(), "those that stand out come first");
                assertEquals(named == runs ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "and %,d more", runs - named)),
                        layout.more().map(PlacedText::text));
            }
            assertTrue(named > 0 || height < 200, "at " + width + " × " + height + " " + runs + " runs have no names");
        }
    }

    @Test
    void twoMarksAtOnePlaceHaveTheirWordsSideBySide() {
        ChartModel chart = LineChart.of("Loss", "value", "loss (nats)", new double[] {-2, 2}, new double[] {1, 2},
                List.of(new Marker(0.5, "learnt"), new Marker(0.5, "now")));
        List<PlacedText> words = layout(chart, 300, 185).markers();
        assertEquals(List.of("learnt", "now"), words.stream().map(PlacedText::text).toList());
        assertFalse(words.get(0).box().overlaps(words.get(1).box()));
        double middle = layout(chart, 300, 185).x(0.5);
        assertTrue(words.get(0).box().x() < middle && words.get(1).box().right() > middle);
    }

    @ParameterizedTest
    @CsvSource({"228, 150", "300, 185", "360, 260", "720, 420"})
    void whatIsReadOutHidesNoWordsAndNotWhatThePointerIsAt(double width, double height) {
        for (ChartModel chart : charts(1).subList(0, 3)) {
            ChartLayout layout = layout(chart, width, height);
            Box plot = layout.plot();
            for (double share = 0; share <= 1; share += 0.05) {
                double x = layout.xOfShare(share);
                for (double pointer : new double[] {Double.NaN, 3, plot.y() + 1, plot.y() + plot.height() / 3, plot.bottom() - 1}) {
                    Box box = layout.readOut(x, pointer, Math.min(130, plot.width()), Math.min(36, plot.height()));
                    assertTrue(box.isWithin(plot), box + " and " + plot);
                    assertFalse(box.holds(x, pointer), box + " hides the pointer in row " + pointer);
                    layout.labels().forEach(label -> assertFalse(box.overlaps(label.box()), box + " and " + label));
                    layout.legend().forEach(entry -> assertFalse(box.overlaps(entry.mark()), box + " and a mark"));
                }
            }
        }
    }

    @Test
    void whatIsReadOutLiesWhereItHidesFewerPoints() {
        for (boolean high : new boolean[] {false, true}) {
            double[] flat = high ? new double[] {9, 9.1, 9, 10, 9} : new double[] {1, 0.9, 1, 0, 1};
            ChartLayout layout = layout(LineChart.of("Loss", "step", "loss", new double[] {0, 1, 2, 3, 4}, flat, List.of()), 400, 200);
            Box box = layout.readOut(layout.x(1.2), Double.NaN, 100, 20);
            assertEquals(layout.x(1.2) + ChartLayout.MARGIN, box.x(), 1e-9, "beside the column");
            boolean curveIsAbove = layout.y(flat[2]) < layout.plot().y() + layout.plot().height() / 2;
            assertEquals(curveIsAbove ? layout.plot().bottom() : layout.plot().y() + 20, box.bottom(), 1e-9);
        }
    }

    @Test
    void columnsAndValuesLeadToEachOther() {
        ChartLayout layout = layout(charts(1).get(0), 400, 200);
        assertEquals(0.25, layout.share(layout.xOfShare(0.25)), 1e-12);
        assertEquals(layout.plot().x(), layout.x(0));
        assertEquals(layout.plot().bottom(), layout.y(0));
        assertTrue(layout.shows(3, 0) && !layout.shows(3.01, 0));
    }
}
