package org.digitscope.app.control;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.digitscope.plot.Palette;
import org.digitscope.plot.TextWidth;

/** A region that is painted on a canvas of its own size, for a light or a dark background, and only while it is in sight. */
public abstract class PaintedRegion extends Region {

    private final Canvas canvas = new Canvas();
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final DoubleProperty typeScale = new SimpleDoubleProperty(this, "typeScale", 1);
    private final Text ruler = new Text();
    private final ObservableValue<Boolean> inSight = InSight.of(this);
    private Optional<Palette> lent = Optional.empty();
    /** Whether it changed while it was hidden. */
    private boolean stale;

    protected PaintedRegion() {
        getChildren().add(canvas);
        inSight.addListener((observable, before, seen) -> {
            if (seen && stale) {
                repaint();
            }
        });
        dark.addListener((observable, before, after) -> repaint());
        typeScale.addListener((observable, before, after) -> repaint());
    }

    /** Whether the background is dark. */
    public final BooleanProperty darkProperty() {
        return dark;
    }

    /** The size of letters, 1 for the usual one. */
    public final DoubleProperty typeScaleProperty() {
        return typeScale;
    }

    protected final Palette palette() {
        return lent.orElse(dark.get() ? Palette.DARK : Palette.LIGHT);
    }

    /** Paints in other colours than those of the window, as for paper, until it is called again; empty for the window's. */
    public final void paintIn(Optional<Palette> colours) {
        lent = colours;
        repaint();
    }

    /** Paints everything anew: now or, of what is hidden, when it is seen again. */
    protected final void repaint() {
        stale = !inSight.getValue();
        if (stale) {
            return;
        }
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 0 && height > 0) {
            GraphicsContext graphics = canvas.getGraphicsContext2D();
            graphics.clearRect(0, 0, width, height);
            paint(graphics, width, height);
        }
    }

    /** The usual typeface at a size that follows the scale of letters. */
    protected final Font font(double size, FontWeight weight) {
        return Font.font(null, weight, size * typeScale.get());
    }

    /** Measures texts in the usual typeface; sizes are pixels and don't follow the scale of letters. */
    protected final TextWidth measure() {
        return (text, size, bold) -> {
            ruler.setFont(Font.font(null, bold ? FontWeight.BOLD : FontWeight.NORMAL, size));
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        };
    }

    /** Paints on a cleared canvas of this size, in pixels. */
    protected abstract void paint(GraphicsContext graphics, double width, double height);

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth() - snappedLeftInset() - snappedRightInset());
        double height = Math.floor(getHeight() - snappedTopInset() - snappedBottomInset());
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(Math.max(0, width));
            canvas.setHeight(Math.max(0, height));
            repaint();
        }
    }

    protected final Canvas canvas() {
        return canvas;
    }
}
