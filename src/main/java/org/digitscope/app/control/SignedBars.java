package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.SignColours;

/**
 * Numbers as bars to both sides of zero, one below the other, each with its name and its value, some with a second value to compare
 * with. Up and down choose a bar; where they may be changed, dragging and left and right do that.
 */
public final class SignedBars extends PaintedRegion {

    private static final double FONT = 12;
    private static final double ROW = 17;
    private static final double LEAST_ROW = 13;
    private static final double GAP = 6;
    private static final double BAR = 0.66;
    private static final double WIDTH = 250;
    private static final double LEAST_WIDTH = 150;
    private static final double SECOND_LINE = 2;
    /** Of the scale's limit. */
    private static final double KEY_STEP = 0.02;

    /**
     * One bar.
     *
     * @param other a second value, drawn as a line across the bar's place
     */
    public record Bar(String name, double value, Optional<Double> other) {

        public Bar(String name, double value) {
            this(name, value, Optional.empty());
        }
    }

    /** What is done when a person changes a bar. */
    @FunctionalInterface
    public interface Change {
        void to(int bar, double value);
    }

    private final String title;
    private final String format;
    private final ObjectProperty<List<Bar>> bars = new SimpleObjectProperty<>(this, "bars", List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", 0);
    private Optional<Change> onChanged = Optional.empty();
    /** Both ends of the scale; it stays while a bar is dragged. */
    private double limit = 1;
    private boolean dragging;

    /**
     * @param title what they are, for those who can't see them
     * @param format of a value, as for {@link RoundedText}
     */
    public SignedBars(String title, String format) {
        this.title = title;
        this.format = format;
        getStyleClass().add("signed-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        bars.addListener((observable, before, after) -> {
            if (before.size() != after.size()) {
                chosen.set(Math.max(0, Math.min(chosen.get(), after.size() - 1)));
                requestLayout();
                Optional.ofNullable(getParent()).ifPresent(parent -> parent.requestLayout());
            }
            changed();
        });
        chosen.addListener((observable, before, after) -> changed());
        typeScaleProperty().addListener((observable, before, after) -> requestLayout());
        setOnMousePressed(event -> {
            requestFocus();
            chosen.set(Math.max(0, Math.min(bars.get().size() - 1, (int) Math.floor((event.getY() - snappedTopInset()) / row()))));
            dragging = true;
        });
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> {
            dragging = false;
            changed();
        });
        setOnKeyPressed(this::handleKey);
    }

    public ObjectProperty<List<Bar>> barsProperty() {
        return bars;
    }

    /** The bar that keys change, counted from 0. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Lets bars be dragged. */
    public void setOnChanged(Change action) {
        onChanged = Optional.of(action);
        changed();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        Room room = room(width);
        graphics.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < bars.get().size(); i++) {
            paintBar(graphics, bars.get().get(i), i, room, width);
        }
        graphics.setStroke(Color.web(palette().mutedText()));
        graphics.setLineWidth(1);
        graphics.strokeLine(Math.round(room.x(0)) + 0.5, 0, Math.round(room.x(0)) + 0.5, row() * bars.get().size());
    }

    /** Numbers take the room of the widest that the scale can hold, so that bars stay where they are while one is dragged. */
    private Room room(double width) {
        double letters = letters();
        double names = bars.get().stream().mapToDouble(bar -> measure().of(bar.name(), letters, true)).max().orElse(0) + gap();
        double values = Math.max(measure().of(text(-limit), letters, true),
                bars.get().stream().mapToDouble(bar -> measure().of(text(bar.value()), letters, true)).max().orElse(0)) + gap();
        return new Room(names, width - values);
    }

    /** Where the bars lie. */
    private final class Room {
        private final double left;
        private final double right;

        Room(double left, double right) {
            this.left = left;
            this.right = Math.max(left + 1, right);
        }

        double x(double value) {
            double share = Double.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value / limit));
            return left + (share + 1) / 2 * (right - left);
        }

        double value(double x) {
            return Math.max(-1, Math.min(1, (x - left) / (right - left) * 2 - 1)) * limit;
        }
    }

    private void paintBar(GraphicsContext graphics, Bar bar, int number, Room room, double width) {
        boolean isChosen = number == chosen.get();
        double middle = (number + 0.5) * row();
        double thick = row() * BAR;
        double zero = room.x(0);
        double end = room.x(bar.value());
        if (isChosen) {
            graphics.setFill(Color.web(palette().grid()));
            graphics.fillRect(0, number * row(), width, row());
        }
        graphics.setFill(Color.web(SignColours.hex(bar.value())));
        graphics.fillRect(Math.min(zero, end), middle - thick / 2, Math.abs(end - zero), thick);
        bar.other().ifPresent(other -> {
            graphics.setStroke(Color.web(palette().text()));
            graphics.setLineWidth(SECOND_LINE);
            graphics.strokeLine(room.x(other), middle - row() / 2 + 1, room.x(other), middle + row() / 2 - 1);
        });
        graphics.setFont(font(Math.min(FONT, letters() / typeScaleProperty().get()), isChosen ? FontWeight.BOLD : FontWeight.NORMAL));
        graphics.setFill(Color.web(palette().text()));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(bar.name(), 2, middle);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(text(bar.value()), width - 2, middle);
    }

    private void drag(MouseEvent event) {
        if (!bars.get().isEmpty()) {
            double value = room(canvas().getWidth()).value(event.getX() - snappedLeftInset());
            onChanged.ifPresent(change -> change.to(chosen.get(), value));
        }
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown() || bars.get().isEmpty()) {
            return;
        }
        double step = KEY_STEP * limit;
        double now = bars.get().get(chosen.get()).value();
        switch (event.getCode()) {
            case UP -> chosen.set(Math.max(0, chosen.get() - 1));
            case DOWN -> chosen.set(Math.min(bars.get().size() - 1, chosen.get() + 1));
            case LEFT -> onChanged.ifPresent(change -> change.to(chosen.get(), now - step));
            case RIGHT -> onChanged.ifPresent(change -> change.to(chosen.get(), now + step));
            case HOME -> onChanged.ifPresent(change -> change.to(chosen.get(), 0));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void changed() {
        if (!dragging) {
            limit = ColorScale.holding(bars.get().stream().mapToDouble(bar -> Math.max(Math.abs(bar.value()), Math.abs(bar.other().orElse(0.0))))
                    .filter(Double::isFinite).max().orElse(1)).limit().doubleValue();
        }
        String told = bars.get().isEmpty() ? "" : ": " + bars.get().get(chosen.get()).name() + " " + text(bars.get().get(chosen.get()).value())
                + bars.get().get(chosen.get()).other().map(other -> ", the line " + text(other)).orElse("");
        setAccessibleText(title + told + ". Up and down choose" + (onChanged.isPresent() ? ", left and right change, Home sets to 0." : "."));
        repaint();
    }

    private String text(double value) {
        return RoundedText.of(format, value);
    }

    private double row() {
        return Math.min(ROW * 2 * typeScaleProperty().get(), canvas().getHeight() / Math.max(1, bars.get().size()));
    }

    private double letters() {
        return Math.min(FONT * typeScaleProperty().get(), row() * 0.8);
    }

    private double gap() {
        return GAP * typeScaleProperty().get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(ROW * typeScaleProperty().get() * bars.get().size());
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.ceil(LEAST_ROW * typeScaleProperty().get() * bars.get().size());
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(WIDTH * typeScaleProperty().get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(LEAST_WIDTH * typeScaleProperty().get());
    }
}
