package org.digitscope.app.control;

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
import org.digitscope.plot.Scale;

/** The scale of signed colours, from −limit over 0 to +limit, with its numbers. */
public final class ColorLegend extends PaintedRegion {

    private static final int STEPS = 256;
    private static final double BAR = 8;
    private static final double FONT = 10;
    private static final double MARGIN = 18;

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
        double margin = MARGIN * typeScaleProperty().get();
        double bar = BAR * typeScaleProperty().get();
        graphics.setImageSmoothing(false);
        graphics.drawImage(colors, margin, 1, width - 2 * margin, bar);
        graphics.setFont(font(FONT, FontWeight.NORMAL));
        graphics.setFill(Color.web(palette().mutedText()));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.CENTER);
        ColorScale scale = ColorScale.holding(limit.get());
        for (Scale.Tick tick : scale.ticks(3)) {
            double share = (tick.value() / scale.limit().doubleValue() + 1) / 2;
            graphics.fillText(tick.label(), margin + share * (width - 2 * margin), bar + 3);
        }
    }
}
