package org.digitscope.app.control;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.LabelRow;
import org.digitscope.plot.Scale;

/** The scale of signed colours, from −limit over 0 to +limit, with its numbers. */
public final class ColorLegend extends PaintedRegion {

    private static final int STEPS = 256;
    private static final double BAR = 8;
    private static final double FONT = 10;
    private static final double GAP = 4;

    private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 1);
    private final WritableImage colors = new WritableImage(STEPS, 1);

    public ColorLegend() {
        int[] row = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            row[i] = ColorMap.SIGNED.argb(2.0 * i / (STEPS - 1) - 1, 1);
        }
        colors.getPixelWriter().setPixels(0, 0, STEPS, 1, PixelFormat.getIntArgbInstance(), row, 0, STEPS);
        getStyleClass().add("color-legend");
        limit.addListener((observable, before, after) -> repaint());
    }

    /** The largest value to show; the scale ends at the next round number. */
    public DoubleProperty limitProperty() {
        return limit;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ColorScale scale = ColorScale.holding(limit.get());
        List<Scale.Tick> ticks = scale.ticks(3);
        double[] widths = ticks.stream().mapToDouble(tick -> measure().of(tick.label(), FONT * typeScaleProperty().get(), false)).toArray();
        LabelRow row = new LabelRow(0, width, GAP);
        double shrunk = row.shrinkage(widths);
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= shrunk;
        }
        double margin = Math.min(width / 3, widths[widths.length - 1] / 2);
        double bar = BAR * typeScaleProperty().get();
        graphics.setImageSmoothing(false);
        graphics.drawImage(colors, margin, 1, width - 2 * margin, bar);
        graphics.setFont(font(FONT * shrunk, FontWeight.NORMAL));
        graphics.setFill(Color.web(palette().mutedText()));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        double[] centers = ticks.stream().mapToDouble(tick -> margin + (tick.value() / scale.limit().doubleValue() + 1) / 2
                * (width - 2 * margin)).toArray();
        double[] left = row.place(centers, widths);
        for (int i = 0; i < left.length; i++) {
            graphics.fillText(ticks.get(i).label(), left[i], bar + 3);
        }
    }
}
