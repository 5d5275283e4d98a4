package org.digitscope.app.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.Palette;
import org.digitscope.plot.Scale;

/** Paints a {@link ChartModel} on a canvas. */
final class ChartPainter {

    private static final double RIGHT = 12;
    private static final double FONT = 11;
    /** About the width of a letter. */
    private static final double LETTER = 0.57;
    private static final double MARGIN = 4;
    private static final double LEGEND_MARK = 18;
    private static final double LEGEND_GAP = 10;
    private static final double DOT = 6;
    /** Pixels from one tick's label to the next: the longest, such as "20,000", and a gap. */
    private static final double TICK_SPACE = 52;
    /** The same upwards, where labels are one line high. */
    private static final double ROW_SPACE = 32;
    /** Above the axes, in letters' sizes: two lines of title and legend, and a gap. */
    private static final double TOP_LINES = 4;
    /** Below the axes, in letters' sizes: ticks, the title of the axis, and gaps. */
    private static final double BOTTOM_LINES = 3.5;
    /** Left of the axes, in letters' sizes: the longest label, such as "10,000". */
    private static final double LEFT_LETTERS = 5;
    /** From the axes to their labels, in pixels. */
    private static final double LABEL_GAP = 5;
    /** From the axes to their title: behind a label. */
    private static final double TITLE_GAP = 21;
    /** Within the box of values, and from it to the crosshair, in pixels. */
    private static final double BOX_GAP = 7;
    /** So much of the background that the curve behind the box is seen without making it hard to read. */
    private static final double BOX_OPACITY = 0.92;
    private static final double SELECTION_OPACITY = 0.12;
    /** A band has to be lighter than the thin line of single batches, and that one than the line of means. */
    private static final double BAND_OPACITY = 0.16;
    private static final double THIN_LINE_OPACITY = 0.4;
    /** Bold letters are wider. */
    private static final double BOLD = 1.2;
    /** From one line of the legend to the next, in letters' sizes. */
    private static final double LEGEND_LINE = 1.5;

    private final ChartModel chart;
    private final Palette palette;
    private final GraphicsContext graphics;
    private final double width;
    private final double height;
    /** Size of letters, and from it the margins, all in pixels. */
    private final double font;
    private final double letter;
    private final double left;
    private final double top;
    private final double bottom;

    /** @param typeScale the size of letters, 1 for the usual one */
    ChartPainter(ChartModel chart, Palette palette, double typeScale, GraphicsContext graphics, double width,
            double height) {
        this.chart = chart;
        this.palette = palette;
        font = FONT * typeScale;
        letter = LETTER * font;
        left = left(typeScale);
        top = TOP_LINES * font;
        bottom = BOTTOM_LINES * font;
        this.graphics = graphics;
        this.width = width;
        this.height = height;
    }

    /** The place along the x axis of a pixel column: 0 at its start, 1 at its end. */
    static double shareAt(double x, double width, double typeScale) {
        return (x - left(typeScale)) / (width - left(typeScale) - RIGHT);
    }

    private static double left(double typeScale) {
        return LEFT_LETTERS * FONT * typeScale;
    }

    void paint() {
        graphics.setFont(Font.font(font));
        paintAxes();
        graphics.save();
        graphics.beginPath();
        graphics.rect(left, top, width - left - RIGHT, height - top - bottom);
        graphics.clip();
        chart.markers().forEach(this::paintMarker);
        chart.series().forEach(this::paintSeries);
        graphics.restore();
        paintTitleAndLegend();
    }

    void paintSelection(double from, double to) {
        graphics.setFill(Color.web(palette.text(), SELECTION_OPACITY));
        double start = Math.min(xOfShare(from), xOfShare(to));
        graphics.fillRect(start, top, Math.abs(xOfShare(to) - xOfShare(from)), height - top - bottom);
    }

    void paintCrosshair(double share, List<String> lines) {
        double x = Math.round(xOfShare(share)) + 0.5;
        graphics.setStroke(Color.web(palette.mutedText()));
        graphics.setLineWidth(1);
        graphics.strokeLine(x, top, x, height - bottom);
        if (lines.isEmpty()) {
            return;
        }
        double line = font + LABEL_GAP;
        double boxWidth = lines.stream().mapToInt(String::length).max().orElse(0) * letter + 2 * BOX_GAP;
        double boxHeight = lines.size() * line + BOX_GAP;
        double boxX = x + BOX_GAP + boxWidth > width - RIGHT ? Math.max(left, x - BOX_GAP - boxWidth) : x + BOX_GAP;
        double boxY = top + MARGIN;
        graphics.setFill(Color.web(palette.background(), BOX_OPACITY));
        graphics.fillRoundRect(boxX, boxY, boxWidth, boxHeight, BOX_GAP, BOX_GAP);
        graphics.setStroke(Color.web(palette.grid()));
        graphics.strokeRoundRect(boxX, boxY, boxWidth, boxHeight, BOX_GAP, BOX_GAP);
        graphics.setFill(Color.web(palette.text()));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        for (int i = 0; i < lines.size(); i++) {
            graphics.fillText(lines.get(i), boxX + BOX_GAP, boxY + BOX_GAP / 2 + i * line);
        }
    }

    private void paintAxes() {
        graphics.setLineWidth(1);
        graphics.setStroke(Color.web(palette.grid()));
        graphics.setFill(Color.web(palette.mutedText()));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.TOP);
        for (Scale.Tick tick : chart.x().ticks((int) ((width - left - RIGHT) / TICK_SPACE))) {
            double x = Math.round(x(tick.value())) + 0.5;
            graphics.strokeLine(x, top, x, height - bottom);
            graphics.fillText(tick.label(), x, height - bottom + LABEL_GAP);
        }
        graphics.fillText(chart.xTitle(), (left + width - RIGHT) / 2, height - bottom + TITLE_GAP);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        for (Scale.Tick tick : chart.y().ticks((int) Math.max(2, (height - top - bottom) / ROW_SPACE))) {
            double y = Math.round(y(tick.value())) + 0.5;
            graphics.strokeLine(left, y, width - RIGHT, y);
            graphics.fillText(tick.label(), left - LABEL_GAP, y);
        }
    }

    private void paintMarker(Marker marker) {
        double x = Math.round(x(marker.x())) + 0.5;
        graphics.setStroke(Color.web(palette.mutedText()));
        graphics.setLineDashes(4, 3);
        graphics.strokeLine(x, top, x, height - bottom);
        graphics.setLineDashes();
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.fillText(marker.label(), x + 3, height - bottom - 3);
    }

    private void paintSeries(Series series) {
        Color color = Color.web(palette.of(series.role()));
        switch (series.kind()) {
            case BAND -> paintBand(series, color.deriveColor(0, 1, 1, BAND_OPACITY));
            case THIN_LINE -> paintLine(series, color.deriveColor(0, 1, 1, THIN_LINE_OPACITY), 1);
            case LINE -> paintLine(series, color, 2);
            case DOTS -> paintDots(series, color);
        }
    }

    private void paintLine(Series series, Color color, double thickness) {
        graphics.setStroke(color);
        graphics.setLineWidth(thickness);
        graphics.beginPath();
        boolean down = false;
        for (int i = 0; i < series.x().length; i++) {
            double y = y(series.y()[i]);
            if (Double.isFinite(y)) {
                if (down) {
                    graphics.lineTo(x(series.x()[i]), y);
                } else {
                    graphics.moveTo(x(series.x()[i]), y);
                }
            }
            down = Double.isFinite(y);
        }
        graphics.stroke();
    }

    /** The band of each stretch without gaps, forth along its upper and back along its lower edge. */
    private void paintBand(Series series, Color color) {
        graphics.setFill(color);
        int from = 0;
        for (int i = 0; i <= series.x().length; i++) {
            if (i == series.x().length || !Double.isFinite(series.high()[i])) {
                paintBand(series, from, i);
                from = i + 1;
            }
        }
    }

    private void paintBand(Series series, int from, int to) {
        if (to - from < 2) {
            return;
        }
        double[] x = new double[2 * (to - from)];
        double[] y = new double[x.length];
        for (int i = from; i < to; i++) {
            int back = x.length - 1 - (i - from);
            x[i - from] = x(series.x()[i]);
            x[back] = x[i - from];
            y[i - from] = bounded(y(series.high()[i]));
            y[back] = bounded(y(series.low()[i]));
        }
        graphics.fillPolygon(x, y, x.length);
    }

    /** On a logarithmic axis a lowest value of 0 lies infinitely far below. */
    private double bounded(double y) {
        return Double.isFinite(y) ? y : height;
    }

    private void paintDots(Series series, Color color) {
        graphics.setFill(color);
        for (int i = 0; i < series.x().length; i++) {
            double y = y(series.y()[i]);
            if (Double.isFinite(y)) {
                graphics.fillOval(x(series.x()[i]) - DOT / 2, y - DOT / 2, DOT, DOT);
            }
        }
    }

    private void paintTitleAndLegend() {
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(Font.font(null, FontWeight.BOLD, font + 1));
        graphics.setFill(Color.web(palette.text()));
        graphics.fillText(chart.yTitle(), MARGIN, 2);
        graphics.setFont(Font.font(font));
        double at = MARGIN + chart.yTitle().length() * letter * BOLD + 2 * LEGEND_GAP;
        double row = 2;
        for (Series series : chart.series()) {
            double space = LEGEND_MARK + series.name().length() * letter + LEGEND_GAP;
            boolean named = series.x().length > 0 && (series.kind() == Kind.LINE
                    || series.kind() == Kind.DOTS && series.role() == Role.VALIDATION);
            if (named && at + space > width + LEGEND_GAP) {
                at = MARGIN;
                row += LEGEND_LINE * font;
            }
            if (named) {
                paintLegend(series, at, row);
                at += space;
            }
        }
    }

    private void paintLegend(Series series, double x, double y) {
        graphics.setFill(Color.web(palette.of(series.role())));
        if (series.kind() == Kind.DOTS) {
            graphics.fillOval(x + 4, y + 4, DOT, DOT);
        } else {
            graphics.fillRect(x, y + 6, 14, 2.5);
        }
        graphics.setFill(Color.web(palette.mutedText()));
        graphics.fillText(series.name(), x + LEGEND_MARK, y);
    }

    private double x(double value) {
        return xOfShare(chart.x().share(value));
    }

    private double xOfShare(double share) {
        return left + share * (width - left - RIGHT);
    }

    private double y(double value) {
        return height - bottom - chart.y().share(value) * (height - top - bottom);
    }
}
