package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.digitscope.plot.ChartLayout.Entry;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Series;

/** A chart as a standalone SVG 1.1 document; numbers are written the same in every locale, text stays text. */
public final class SvgChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int FONT = 12;
    /** From the middle of a line of text down to the foot of its letters, in pixels. */
    static final double FOOT = 4.2;
    private static final int DOT = 4;
    /** Half of a line that lies on the frame is seen too. */
    private static final int OVER = 1;
    /** Bands and thin lines lie behind the line that they belong to, in its colour. */
    private static final double BAND_OPACITY = 0.15;
    private static final double THIN_LINE_OPACITY = 0.45;
    /** How much thicker the lines are that stand out. */
    private static final double STRONG = 1.75;
    /** Of a series that others stand out from. */
    private static final double PALE_OPACITY = 0.3;
    /** Half the length of a dash. */
    private static final int DASH = 12;
    /** More dots than this would touch each other. */
    private static final int MANY_DOTS = 60;
    /** Farther outside, in pixels, some viewers lose count. */
    private static final double FARTHEST = 1e5;

    private final ChartModel chart;
    private final Palette palette;
    /** The series that have points. */
    private final List<Series> drawn;
    private final ChartLayout layout;
    private final StringBuilder svg = new StringBuilder();

    private SvgChart(ChartModel chart, Palette palette) {
        this.chart = chart;
        this.palette = palette;
        drawn = chart.series().stream().filter(series -> series.x().length > 0).toList();
        layout = new ChartLayout(chart, ChartLayout.eachNameOnce(drawn.stream()), WIDTH, HEIGHT, FONT, TextWidth.WIDEST);
    }

    /** The whole document, to be stored as UTF-8. */
    public static String of(ChartModel chart, Palette palette) {
        return new SvgChart(chart, palette).write();
    }

    private String write() {
        Box plot = layout.plot();
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
                + "font-family=\"sans-serif\" font-size=\"%d\">\n", WIDTH, HEIGHT, WIDTH, HEIGHT, FONT);
        add("<title>%s</title>\n<desc>%s against %s: %s</desc>\n", XmlText.of(chart.title()), XmlText.of(chart.yTitle()),
                XmlText.of(chart.xTitle()), XmlText.of(drawn.stream().map(Series::name).distinct().collect(Collectors.joining(", "))));
        add("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", WIDTH, HEIGHT, palette.background());
        axes();
        add("<defs><clipPath id=\"plot\"><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/></clipPath></defs>\n",
                plot.x() - OVER, plot.y() - OVER, plot.width() + 2 * OVER, plot.height() + 2 * OVER);
        add("<g clip-path=\"url(#plot)\">\n");
        drawn.stream().filter(series -> series.kind() != Kind.DOTS).forEach(this::series);
        chart.markers().forEach(marker -> verticalLine(x(marker.x()), palette.mutedText(), " stroke-dasharray=\"4 3\""));
        add("</g>\n");
        drawn.stream().filter(series -> series.kind() == Kind.DOTS).forEach(this::series);
        layout.markers().forEach(label -> text(label, palette.mutedText(), ""));
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        layout.heading().ifPresent(label -> text(label, palette.text(), " font-weight=\"bold\""));
        for (Scale.Tick tick : layout.xTicks()) {
            verticalLine(x(tick.value()), palette.grid(), "");
            text(layout.xLabel(tick), palette.mutedText(), "");
        }
        for (Scale.Tick tick : layout.yTicks()) {
            double y = y(tick.value());
            add("<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>\n", layout.plot().x(), layout.plot().right(),
                    y, y, palette.grid());
            text(layout.yLabel(tick), palette.mutedText(), "");
        }
        layout.xTitle().ifPresent(label -> text(label, palette.mutedText(), ""));
    }

    private void series(Series series) {
        String color = palette.of(series.role());
        double opacity = series.emphasis() == Emphasis.PALE ? PALE_OPACITY : 1;
        double thickness = series.emphasis() == Emphasis.STRONG ? STRONG : 1;
        switch (series.kind()) {
            case LINE -> path(line(series), color, opacity, 2 * thickness);
            case THIN_LINE -> path(line(series), color, (thickness > 1 ? 1 : THIN_LINE_OPACITY) * opacity, thickness);
            case BAND -> add("<path fill=\"%s\" fill-opacity=\"%s\" d=\"%s\"/>\n", color, number(BAND_OPACITY * opacity), band(series));
            case DASHES -> path(dashes(series), color, opacity, 2 * thickness);
            case DOTS -> dots(series, color, opacity);
        }
    }

    private void path(String path, String color, double opacity, double thickness) {
        add("<path fill=\"none\" stroke=\"%s\"%s%s d=\"%s\"/>\n", color, opacity < 1 ? " stroke-opacity=\"" + number(opacity) + "\"" : "",
                thickness == 1 ? "" : " stroke-width=\"" + number(thickness) + "\"", path);
    }

    private void dots(Series series, String color, double opacity) {
        int radius = series.x().length > MANY_DOTS ? 2 : DOT;
        for (int i = 0; i < series.x().length; i++) {
            if (layout.shows(series.x()[i], series.y()[i])) {
                add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%d\" fill=\"%s\"%s/>\n", x(series.x()[i]), y(series.y()[i]), radius, color,
                        opacity < 1 ? " fill-opacity=\"" + number(opacity) + "\"" : "");
            }
        }
    }

    private String dashes(Series series) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < series.x().length; i++) {
            if (layout.shows(series.x()[i], series.y()[i])) {
                appendPoint(path, 'M', x(series.x()[i]) - DASH, y(series.y()[i]));
                appendPoint(path, 'L', x(series.x()[i]) + DASH, y(series.y()[i]));
            }
        }
        return path.toString();
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
                    appendPoint(path, 'L', x(series.x()[point]), Double.isFinite(y) ? y : layout.plot().bottom());
                }
                path.append(i > from ? "Z" : "");
                from = i + 1;
            }
        }
        return path.toString();
    }

    private void legend() {
        for (Entry entry : layout.legend()) {
            Kind kind = entry.series().kind();
            String color = palette.of(entry.series().role());
            double x = entry.mark().x();
            double middle = entry.name().middle();
            if (kind == Kind.DOTS) {
                add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%d\" fill=\"%s\"/>\n", x + 7, middle, DOT, color);
            } else {
                int thickness = kind == Kind.BAND ? 10 : kind == Kind.THIN_LINE ? 1 : 3;
                add("<rect x=\"%.2f\" y=\"%.2f\" width=\"14\" height=\"%d\" fill=\"%s\" fill-opacity=\"%s\"/>\n", x,
                        middle - thickness / 2.0, thickness, color, kind == Kind.BAND ? number(BAND_OPACITY) : "1");
            }
            text(entry.name(), palette.mutedText(), "");
        }
        layout.more().ifPresent(label -> text(label, palette.mutedText(), ""));
    }

    private void verticalLine(double x, String color, String attributes) {
        add("<line x1=\"%.2f\" x2=\"%.2f\" y1=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"%s/>\n", x, x, layout.plot().y(),
                layout.plot().bottom(), color, attributes);
    }

    private void text(PlacedText label, String color, String attributes) {
        add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n", label.x(), label.middle() + FOOT,
                label.anchor().name().toLowerCase(Locale.ROOT), color, attributes, XmlText.of(label.text()));
    }

    private static String number(double value) {
        return TickLabel.of(BigDecimal.valueOf(value));
    }

    private static void appendPoint(StringBuilder path, char command, double x, double y) {
        path.append(String.format(Locale.ROOT, "%c%.2f %.2f", command, x, y));
    }

    private double x(double value) {
        return bounded(layout.x(value));
    }

    private double y(double value) {
        return bounded(layout.y(value));
    }

    private static double bounded(double pixel) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, pixel));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
