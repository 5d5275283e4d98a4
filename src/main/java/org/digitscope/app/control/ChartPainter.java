package org.digitscope.app.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.plot.Box;
import org.digitscope.plot.ChartLayout;
import org.digitscope.plot.ChartLayout.Entry;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.Palette;
import org.digitscope.plot.PlacedText;
import org.digitscope.plot.Scale;
import org.digitscope.plot.TextWidth;

/** Paints a {@link ChartModel} on a canvas, as a {@link ChartLayout} says where. */
final class ChartPainter {

    private static final double FONT = 11;
    private static final double DOT = 6;
    /** Within the box of values, in sizes of letters: beside the text, and its lines. */
    private static final double BOX_GAP = 0.4;
    private static final double BOX_LINE = 1.2;
    private static final double SELECTION_OPACITY = 0.12;
    /** A band has to be lighter than the thin line of single batches, and that one than the line of means. */
    private static final double BAND_OPACITY = 0.16;
    private static final double THIN_LINE_OPACITY = 0.4;
    private static final double THICKNESS = 2;
    /** How much thicker the lines are that stand out, and how pale those are that others stand out from. */
    private static final double STRONG = 1.75;
    private static final double PALE_OPACITY = 0.3;
    /** Half the length of a dash. */
    private static final double DASH = 9;
    private static final double[] DASHES = {4, 3};
    /** Of the mark before a name in the legend: its length, and where a dot begins. */
    private static final double MARK = 12;
    private static final double DOT_INSET = 3;

    /** Paints something at a pixel. */
    private interface Place {
        void paint(double x, double y);
    }

    private final ChartModel chart;
    private final Palette palette;
    private final GraphicsContext graphics;
    private final TextWidth measure;
    /** Size of letters, 1 for the usual one: lines and dots grow with them. */
    private final double scale;
    /** Size of letters, in pixels. */
    private final double font;
    private final ChartLayout layout;
    private final Box plot;

    /** @param typeScale the size of letters, 1 for the usual one */
    ChartPainter(ChartModel chart, Palette palette, double typeScale, GraphicsContext graphics, TextWidth measure, double width,
            double height) {
        this.chart = chart;
        this.palette = palette;
        this.graphics = graphics;
        this.measure = measure;
        scale = typeScale;
        font = FONT * typeScale;
        layout = new ChartLayout(chart, ChartLayout.usualLegend(chart), width, height, font, measure);
        plot = layout.plot();
    }

    ChartLayout layout() {
        return layout;
    }

    void paint() {
        graphics.setFont(Font.font(font));
        paintAxes();
        graphics.save();
        graphics.beginPath();
        // half of a line that lies on the frame is seen too; within whole pixels, as any other clip is painted as a mask for each line
        double over = THICKNESS * scale / 2;
        double left = Math.floor(plot.x() - over);
        double top = Math.floor(plot.y() - over);
        graphics.rect(left, top, Math.ceil(plot.right() + over) - left, Math.ceil(plot.bottom() + over) - top);
        graphics.clip();
        chart.markers().forEach(this::paintMarker);
        alike(chart.series().stream().filter(series -> series.kind() != Kind.DOTS)).forEach(this::paintSeries);
        graphics.restore();
        alike(chart.series().stream().filter(series -> series.kind() == Kind.DOTS)).forEach(this::paintSeries);
        graphics.setFill(Color.web(palette.mutedText()));
        layout.markers().forEach(this::paintLabel);
        layout.legend().stream().filter(entry -> entry.series().x().length > 0).forEach(this::paintLegend);
        layout.more().ifPresent(this::paintLabel);
        graphics.setFont(Font.font(null, FontWeight.BOLD, font + 1));
        graphics.setFill(Color.web(palette.text()));
        layout.heading().ifPresent(this::paintLabel);
    }

    void paintSelection(double from, double to) {
        graphics.setFill(Color.web(palette.text(), SELECTION_OPACITY));
        double start = layout.xOfShare(Math.min(from, to));
        graphics.fillRect(start, plot.y(), layout.xOfShare(Math.max(from, to)) - start, plot.height());
    }

    /** @param pointer the pointer's row; NaN where it is elsewhere */
    void paintCrosshair(double share, double pointer, List<String> lines) {
        double x = Math.round(layout.xOfShare(share)) + 0.5;
        graphics.setStroke(Color.web(palette.mutedText()));
        graphics.setLineWidth(1);
        graphics.strokeLine(x, plot.y(), x, plot.bottom());
        if (lines.isEmpty()) {
            return;
        }
        double widest = lines.stream().mapToDouble(text -> measure.of(text, font, false)).max().orElse(0) + 2 * BOX_GAP * font;
        double highest = (lines.size() * BOX_LINE + BOX_GAP) * font;
        double scale = Math.min(1, Math.min(plot.width() / widest, plot.height() / highest));
        double letter = scale * font;
        double gap = BOX_GAP * letter;
        Box box = layout.readOut(x, pointer, scale * widest, scale * highest);
        graphics.setFill(Color.web(palette.background()));
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), gap, gap);
        graphics.setStroke(Color.web(palette.grid()));
        graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), gap, gap);
        graphics.setFill(Color.web(palette.text()));
        graphics.setFont(Font.font(letter));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++) {
            graphics.fillText(lines.get(i), box.x() + gap, box.y() + gap / 2 + (i + 0.5) * BOX_LINE * letter);
        }
    }

    private void paintAxes() {
        graphics.setLineWidth(1);
        graphics.setStroke(Color.web(palette.grid()));
        graphics.setFill(Color.web(palette.mutedText()));
        for (Scale.Tick tick : layout.xTicks()) {
            double x = Math.round(layout.x(tick.value())) + 0.5;
            graphics.strokeLine(x, plot.y(), x, plot.bottom());
            paintLabel(layout.xLabel(tick));
        }
        layout.xTitle().ifPresent(this::paintLabel);
        for (Scale.Tick tick : layout.yTicks()) {
            double y = Math.round(layout.y(tick.value())) + 0.5;
            graphics.strokeLine(plot.x(), y, plot.right(), y);
            paintLabel(layout.yLabel(tick));
        }
    }

    private void paintMarker(Marker marker) {
        double x = Math.round(layout.x(marker.x())) + 0.5;
        graphics.setStroke(Color.web(palette.mutedText()));
        graphics.setLineWidth(1);
        graphics.setLineDashes(DASHES[0] * scale, DASHES[1] * scale);
        graphics.strokeLine(x, plot.y(), x, plot.bottom());
        graphics.setLineDashes();
    }

    /** Series that look alike together, in the order of the first of each: one path of many lines is painted much faster than many paths. */
    private static Collection<List<Series>> alike(Stream<Series> series) {
        return series.collect(Collectors.groupingBy(each -> List.of(each.role(), each.kind(), each.emphasis()), LinkedHashMap::new,
                Collectors.toList())).values();
    }

    private void paintSeries(List<Series> alike) {
        Series first = alike.get(0);
        Color color = Color.web(palette.of(first.role()), first.emphasis() == Emphasis.PALE ? PALE_OPACITY : 1);
        double thickness = (first.emphasis() == Emphasis.STRONG ? STRONG : 1) * scale;
        switch (first.kind()) {
            case BAND -> paintBands(alike, color.deriveColor(0, 1, 1, BAND_OPACITY));
            case THIN_LINE -> paintLines(alike, color.deriveColor(0, 1, 1, thickness > scale ? 1 : THIN_LINE_OPACITY), thickness);
            case LINE -> paintLines(alike, color, THICKNESS * thickness);
            case DOTS -> paintDots(alike, color);
            case DASHES -> paintDashes(alike, color, THICKNESS * thickness);
        }
    }

    private void paintLines(List<Series> lines, Color color, double thickness) {
        graphics.setStroke(color);
        graphics.setLineWidth(thickness);
        graphics.beginPath();
        lines.forEach(this::addLine);
        graphics.stroke();
    }

    private void addLine(Series series) {
        boolean down = false;
        for (int i = 0; i < series.x().length; i++) {
            double y = layout.y(series.y()[i]);
            if (Double.isFinite(y)) {
                if (down) {
                    graphics.lineTo(layout.x(series.x()[i]), y);
                } else {
                    graphics.moveTo(layout.x(series.x()[i]), y);
                }
            }
            down = Double.isFinite(y);
        }
    }

    private void paintBands(List<Series> bands, Color color) {
        graphics.setFill(color);
        bands.forEach(this::paintBand);
    }

    /** The band of each stretch without gaps, forth along its upper and back along its lower edge. */
    private void paintBand(Series series) {
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
            x[i - from] = layout.x(series.x()[i]);
            x[back] = x[i - from];
            y[i - from] = bounded(layout.y(series.high()[i]));
            y[back] = bounded(layout.y(series.low()[i]));
        }
        graphics.fillPolygon(x, y, x.length);
    }

    /** On a logarithmic axis a lowest value of 0 lies infinitely far below. */
    private double bounded(double y) {
        return Double.isFinite(y) ? y : plot.bottom();
    }

    private void paintDots(List<Series> dots, Color color) {
        graphics.setFill(color);
        dots.forEach(series -> forEachShown(series, this::paintDot));
    }

    private void paintDashes(List<Series> dashes, Color color, double thickness) {
        graphics.setFill(color);
        dashes.forEach(series -> forEachShown(series,
                (x, y) -> graphics.fillRect(x - DASH * scale, y - thickness / 2, 2 * DASH * scale, thickness)));
    }

    private void forEachShown(Series series, Place place) {
        for (int i = 0; i < series.x().length; i++) {
            if (layout.shows(series.x()[i], series.y()[i])) {
                place.paint(layout.x(series.x()[i]), layout.y(series.y()[i]));
            }
        }
    }

    private void paintDot(double x, double y) {
        double size = DOT * scale;
        graphics.fillOval(x - size / 2, y - size / 2, size, size);
    }

    private void paintLegend(Entry entry) {
        double middle = entry.name().middle();
        graphics.setFill(Color.web(palette.of(entry.series().role())));
        if (entry.series().kind() == Kind.DOTS) {
            paintDot(entry.mark().x() + (DOT_INSET + DOT / 2) * scale, middle);
        } else {
            graphics.fillRect(entry.mark().x(), middle - THICKNESS * scale / 2, MARK * scale, THICKNESS * scale);
        }
        graphics.setFill(Color.web(palette.mutedText()));
        paintLabel(entry.name());
    }

    private void paintLabel(PlacedText label) {
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(switch (label.anchor()) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        graphics.fillText(label.text(), label.x(), label.middle());
    }
}
