package org.digitscope.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.digitscope.data.Counts;

/**
 * A figure of runs by the values of two settings, as a table: of each pair of values the mean of its runs, with a colour that is the darker
 * the larger the mean. Values that are numbers ascend, others stand in the order in which they came.
 *
 * @param title above the table, with the figure and its unit
 * @param rowSetting the setting that differs from row to row
 * @param columnSetting the setting that differs from column to column
 * @param format of figures, as for {@link RoundedText#of}
 * @param rows values of the row setting
 * @param columns values of the column setting
 * @param cells of each row
 */
public record ValueGrid(String title, String rowSetting, String columnSetting, String format, List<String> rows, List<String> columns,
        List<List<Cell>> cells) {

    /** The part of the colour map that is used: its negative arm, blue. */
    private static final int ARM = -1;
    private static final int RGB = 0xFFFFFF;
    /** A grey that the map doesn't have, for pairs of values without a run that has a figure. */
    private static final int EMPTY = 0xD8DEE4;
    private static final int BLACK = 0;
    private static final int WHITE = 0xFFFFFF;
    /** The lightness on which black and white have the same contrast, 4.6:1: that of the luminance √(1.05 · 0.05) − 0.05. */
    private static final double MIDDLE_LIGHTNESS = 49.4;

    /** @param figure not finite where the run has none, as when it diverged; such a run isn't counted */
    public record Point(String row, String column, double figure) {
    }

    /**
     * The runs of a pair of values.
     *
     * @param runs with a figure; where that is 0 the others are NaN
     * @param mean of their figures
     * @param colour 0xRRGGBB, of the cell
     * @param textColour 0xRRGGBB, black or white, with a contrast of at least 4.5 to the cell
     */
    public record Cell(int runs, double mean, double lowest, double highest, int colour, int textColour) {
    }

    public ValueGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** The table of these runs. */
    public static ValueGrid of(String title, String rowSetting, String columnSetting, String format, List<Point> points) {
        List<String> rows = SettingValues.of(points.stream().map(Point::row).toList()).texts();
        List<String> columns = SettingValues.of(points.stream().map(Point::column).toList()).texts();
        DoubleSummaryStatistics[][] statistics = new DoubleSummaryStatistics[rows.size()][columns.size()];
        for (DoubleSummaryStatistics[] row : statistics) {
            Arrays.setAll(row, column -> new DoubleSummaryStatistics());
        }
        points.stream().filter(point -> Double.isFinite(point.figure()))
                .forEach(point -> statistics[rows.indexOf(point.row())][columns.indexOf(point.column())].accept(point.figure()));
        DoubleSummaryStatistics means = Arrays.stream(statistics).flatMap(Arrays::stream).filter(cell -> cell.getCount() > 0)
                .mapToDouble(DoubleSummaryStatistics::getAverage).summaryStatistics();
        return new ValueGrid(title, rowSetting, columnSetting, format, rows, columns,
                Arrays.stream(statistics).map(row -> Arrays.stream(row).map(cell -> cell(cell, means)).toList()).toList());
    }

    /** The mean as text; a dash where there is none. */
    public String meanText(Cell cell) {
        return cell.runs() == 0 ? "–" : RoundedText.of(format, cell.mean());
    }

    /** The runs as text, such as "96.10 to 96.80, 5 seeds"; empty where there are none. */
    public String rangeText(Cell cell) {
        String range = RoundedText.of(format, cell.lowest()) + " to " + RoundedText.of(format, cell.highest()) + ", ";
        return cell.runs() == 0 ? "" : (cell.runs() == 1 ? "" : range) + Counts.of(cell.runs(), "seed");
    }

    private static Cell cell(DoubleSummaryStatistics runs, DoubleSummaryStatistics means) {
        if (runs.getCount() == 0) {
            return new Cell(0, Double.NaN, Double.NaN, Double.NaN, EMPTY, BLACK);
        }
        double range = means.getMax() - means.getMin();
        double share = range > 0 ? (runs.getAverage() - means.getMin()) / range : 0;
        int colour = ColorMap.SIGNED.argb(ARM * share, 1) & RGB;
        return new Cell((int) runs.getCount(), runs.getAverage(), runs.getMin(), runs.getMax(), colour,
                CieLab.of(colour).l() < MIDDLE_LIGHTNESS ? WHITE : BLACK);
    }
}
