package org.digitscope.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Series;

/** A chart as a standalone SVG 1.1 document; numbers are written the same in every locale, text stays text. */
public final class SvgChart {

    private static final int WIDTH = 720;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    /** Lower end of the y axis. */
    private static final int FLOOR = 356;
    private static final int LEGEND_TOP = FLOOR + 62;
    private static final int LEGEND_ROW = 20;
    private static final int LEGEND_COLUMNS = 3;
    private static final int X_TICKS = 10;
    private static final int Y_TICKS = 6;
    private static final int DOT = 4;
    /** Bands and thin lines lie behind the line that they belong to, in its colour. */
    private static final String BAND_OPACITY = "0.15";
    private static final String THIN_LINE_OPACITY = "0.45";
    /** More dots than this would touch each other. */
    private static final int MANY_DOTS = 60;
    /** Farther outside, in pixels, some viewers lose count. */
    private static final double FARTHEST = 1e5;

    private final ChartModel chart;
    private final Palette palette;
    /** The series that have points. */
    private final List<Series> drawn;
    private final StringBuilder svg = new StringBuilder();

    private SvgChart(ChartModel chart, Palette palette) {
        this.chart = chart;
        this.palette = palette;
        drawn = chart.series().stream().filter(series -> series.x().length > 0).toList();
    }

    /** The whole document, to be stored as UTF-8. */
    public static String of(ChartModel chart, Palette palette) {
        return new SvgChart(chart, palette).write();
    }

    private String write() {
        int height = LEGEND_TOP + (drawn.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS * LEGEND_ROW;
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
                + "font-family=\"sans-serif\" font-size=\"12\">\n", WIDTH, height, WIDTH, height);
        add("<title>%s</title>\n<desc>%s against %s: %s</desc>\n", XmlText.of(chart.title()), XmlText.of(chart.yTitle()),
                XmlText.of(chart.xTitle()), XmlText.of(drawn.stream().map(Series::name).collect(Collectors.joining(", "))));
        add("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", WIDTH, height, palette.background());
        text(LEFT, 24, "start", palette.text(), chart.title());
        axes();
        add("<defs><clipPath id=\"plot\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath></defs>\n",
                LEFT, TOP, WIDTH - LEFT - RIGHT, FLOOR - TOP);
        add("<g clip-path=\"url(#plot)\">\n");
        drawn.forEach(this::series);
        chart.markers().forEach(this::marker);
        add("</g>\n");
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (Scale.Tick tick : chart.x().ticks(X_TICKS)) {
            verticalLine(x(tick.value()), palette.grid(), "");
            text(x(tick.value()), FLOOR + 18, "middle", palette.mutedText(), tick.label());
        }
        for (Scale.Tick tick : chart.y().ticks(Y_TICKS)) {
            double y = y(tick.value());
            add("<line x1=\"%d\" x2=\"%d\" y1=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>\n", LEFT, WIDTH - RIGHT, y, y,
                    palette.grid());
            text(LEFT - 8, y + 4, "end", palette.mutedText(), tick.label());
        }
        text((LEFT + WIDTH - RIGHT) / 2.0, FLOOR + 38, "middle", palette.mutedText(), chart.xTitle());
        add("<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n",
                (TOP + FLOOR) / 2, palette.mutedText(), XmlText.of(chart.yTitle()));
    }

    private void marker(Marker marker) {
        verticalLine(x(marker.x()), palette.mutedText(), " stroke-dasharray=\"4 3\"");
        text(x(marker.x()) + 4, TOP + 12, "start", palette.mutedText(), marker.label());
    }

    private void series(Series series) {
        String color = palette.of(series.role());
        switch (series.kind()) {
            case LINE -> add("<path fill=\"none\" stroke=\"%s\" stroke-width=\"2\" d=\"%s\"/>\n", color, line(series));
            case THIN_LINE -> add("<path fill=\"none\" stroke=\"%s\" stroke-opacity=\"%s\" d=\"%s\"/>\n", color,
                    THIN_LINE_OPACITY, line(series));
            case BAND -> add("<path fill=\"%s\" fill-opacity=\"%s\" d=\"%s\"/>\n", color, BAND_OPACITY, band(series));
            case DOTS -> {
                int radius = series.x().length > MANY_DOTS ? 2 : DOT;
                for (int i = 0; i < series.x().length; i++) {
                    double y = y(series.y()[i]);
                    if (Double.isFinite(y)) {
                        add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%d\" fill=\"%s\"/>\n", x(series.x()[i]), y, radius,
                                color);
                    }
                }
            }
        }
    }

    private String line(Series series) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < series.x().length; i++) {
            double y = y(series.y()[i]);
            if (Double.isFinite(y)) {
                appendPoint(path, down ? 'L' : 'M', x(series.x()[i]), y);
            }
            down = Double.isFinite(y);
        }
        return path.toString();
    }

    /** Each stretch without gaps, forth along its upper and back along its lower edge. */
    private String band(Series series) {
        StringBuilder path = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= series.x().length; i++) {
            if (i == series.x().length || !Double.isFinite(y(series.high()[i]))) {
                for (int point = from; point < i; point++) {
                    appendPoint(path, point == from ? 'M' : 'L', x(series.x()[point]), y(series.high()[point]));
                }
                for (int point = i - 1; point >= from; point--) {
                    double y = y(series.low()[point]);
                    // on a logarithmic axis a lowest value of 0 lies infinitely far below
                    appendPoint(path, 'L', x(series.x()[point]), Double.isFinite(y) ? y : FLOOR);
                }
                path.append(i > from ? "Z" : "");
                from = i + 1;
            }
        }
        return path.toString();
    }

    private void legend() {
        int column = (WIDTH - LEFT - RIGHT) / LEGEND_COLUMNS;
        for (int i = 0; i < drawn.size(); i++) {
            Series series = drawn.get(i);
            int x = LEFT + i % LEGEND_COLUMNS * column;
            int y = LEGEND_TOP + i / LEGEND_COLUMNS * LEGEND_ROW;
            String color = palette.of(series.role());
            if (series.kind() == Kind.DOTS) {
                add("<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n", x + 7, y - 4, DOT, color);
            } else {
                int thickness = series.kind() == Kind.BAND ? 10 : series.kind() == Kind.LINE ? 3 : 1;
                add("<rect x=\"%d\" y=\"%.1f\" width=\"14\" height=\"%d\" fill=\"%s\" fill-opacity=\"%s\"/>\n", x,
                        y - 4 - thickness / 2.0, thickness, color, series.kind() == Kind.BAND ? BAND_OPACITY : "1");
            }
            text(x + 20, y, "start", palette.mutedText(), series.name());
        }
    }

    private void verticalLine(double x, String color, String attributes) {
        add("<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"%s/>\n", x, x, TOP, FLOOR, color,
                attributes);
    }

    private void text(double x, double y, String anchor, String color, String text) {
        add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n", x, y, anchor, color,
                XmlText.of(text));
    }

    private static void appendPoint(StringBuilder path, char command, double x, double y) {
        path.append(String.format(Locale.ROOT, "%c%.2f %.2f", command, x, y));
    }

    private double x(double value) {
        return bounded(LEFT + chart.x().share(value) * (WIDTH - LEFT - RIGHT));
    }

    private double y(double value) {
        return bounded(FLOOR - chart.y().share(value) * (FLOOR - TOP));
    }

    private static double bounded(double pixel) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, pixel));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
