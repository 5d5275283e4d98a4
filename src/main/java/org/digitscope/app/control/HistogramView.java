package org.digitscope.app.control;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.data.Counts;
import org.digitscope.data.ShownNumbers;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.Histogram;

/** A histogram whose bars can be chosen by a click or with the arrow keys. Heights are square roots, so that rare values show. */
public final class HistogramView extends PaintedRegion {

    private static final double FONT = 10;
    private static final double AXIS = 30;
    /** A bar that stands alone is so many times narrower than the picture. */
    private static final int LONE = 20;

    private final ObjectProperty<Histogram> histogram = new SimpleObjectProperty<>(this, "histogram");
    private final ObjectProperty<Optional<Integer>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());

    public HistogramView() {
        getStyleClass().add("histogram-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Histogram, nothing to show yet");
        histogram.addListener((observable, before, after) -> changed());
        chosen.addListener((observable, before, after) -> changed());
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::move);
    }

    public ObjectProperty<Histogram> histogramProperty() {
        return histogram;
    }

    /** The chosen bin. */
    public ObjectProperty<Optional<Integer>> chosenProperty() {
        return chosen;
    }

    /** A bin in words. */
    public static String text(Histogram histogram, int bin) {
        return String.format(Locale.ROOT, "%s: %,d", range(histogram, bin), histogram.count(bin));
    }

    /** From where to where a bin goes. */
    public static String range(Histogram histogram, int bin) {
        return histogram.only().isPresent() ? "exactly " + only(histogram) : histogram.edgeText(bin) + " to " + histogram.edgeText(bin + 1);
    }

    private static String only(Histogram histogram) {
        return ShownNumbers.in(NumberText.exact((float) histogram.only().orElseThrow()));
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Histogram shown = histogram.get();
        if (shown == null) {
            return;
        }
        double base = height - AXIS * typeScaleProperty().get();
        double bar = width / (shown.only().isPresent() ? LONE : shown.bins());
        double left = (width - bar * shown.bins()) / 2;
        for (int bin = 0; bin < shown.bins(); bin++) {
            double size = (base - 2) * Math.sqrt((double) shown.count(bin) / Math.max(1, shown.most()));
            boolean isChosen = chosen.get().equals(Optional.of(bin));
            graphics.setFill(Color.web(palette().of(isChosen ? Role.VALIDATION : Role.TRAINING)));
            graphics.fillRect(left + bin * bar + 0.5, base - size, Math.max(1, bar - 1), size);
        }
        graphics.setFill(Color.web(palette().mutedText()));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setTextAlign(TextAlignment.LEFT);
        if (shown.only().isPresent()) {
            paintCentred(graphics, only(shown), width, base + 2);
        } else {
            paintNumbers(graphics, shown, width, base + 2);
        }
        paintCentred(graphics, "value (height: √count, highest " + String.format(Locale.ROOT, "%,d", shown.most()) + ")", width,
                base + 2 + FONT * 1.4 * typeScaleProperty().get());
    }

    /** The ends of the axis, and 0 between them where there is room. */
    private void paintNumbers(GraphicsContext graphics, Histogram shown, double width, double y) {
        double font = FONT * typeScaleProperty().get();
        double zero = shown.edge(0) < 0 && shown.edge(shown.bins()) > 0
                ? -shown.edge(0) / (shown.edge(shown.bins()) - shown.edge(0)) : Double.NaN;
        String[] texts = {shown.edgeText(0), "0", shown.edgeText(shown.bins())};
        double[] left = {0, zero * width - measure().of(texts[1], font, false) / 2, width - measure().of(texts[2], font, false)};
        boolean room = left[0] + measure().of(texts[0], font, false) + font <= left[1] && left[1] + 2 * font <= left[2];
        graphics.setFont(font(FONT, FontWeight.NORMAL));
        for (int i = 0; i < texts.length; i++) {
            if (i != 1 || room) {
                graphics.fillText(texts[i], left[i], y);
            }
        }
    }

    /** In smaller letters where it would be cut. */
    private void paintCentred(GraphicsContext graphics, String text, double width, double y) {
        double wide = measure().of(text, FONT * typeScaleProperty().get(), false);
        double shrunk = Math.min(1, width / wide);
        graphics.setFont(font(FONT * shrunk, FontWeight.NORMAL));
        graphics.fillText(text, (width - wide * shrunk) / 2, y);
    }

    private void changed() {
        Histogram shown = histogram.get();
        if (shown != null) {
            setAccessibleText("Histogram of " + Counts.of(shown.bins(), "bin") + ". "
                    + chosen.get().filter(bin -> bin < shown.bins()).map(bin -> text(shown, bin))
                    .orElse("Arrow keys choose a bin."));
        }
        repaint();
    }

    private void click(MouseEvent event) {
        requestFocus();
        if (histogram.get() != null && event.getButton() == MouseButton.PRIMARY) {
            int bin = (int) ((event.getX() - snappedLeftInset()) / canvas().getWidth() * histogram.get().bins());
            boolean inside = bin >= 0 && bin < histogram.get().bins() && !chosen.get().equals(Optional.of(bin));
            chosen.set(inside ? Optional.of(bin) : Optional.empty());
        }
    }

    private void move(KeyEvent event) {
        if (histogram.get() != null && event.getCode().isArrowKey() && !event.isShortcutDown()) {
            int by = switch (event.getCode()) {
                case LEFT, DOWN -> -1;
                default -> 1;
            };
            chosen.set(Optional.of(Math.floorMod(chosen.get().orElse(-1) + by, histogram.get().bins())));
            event.consume();
        }
    }
}
