package org.digitscope.app.control;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.exhibit.Shifts;
import org.digitscope.plot.ChartModel.Role;

/**
 * The answers to a picture at all places that it can be pushed to, one cell each with the number of the class: on blue where it is right,
 * on orange where it is wrong, the stronger the surer. A place is chosen with the pointer or the arrow keys.
 */
public final class AnswerMap extends MeasuredRegion {

    private static final Dimension2D SIZE = new Dimension2D(276, 276);
    private static final double FONT = 9;
    private static final double LABELS = 22;
    private static final double CHOSEN_LINE = 2;
    private static final int LABELLED = 5;
    private static final double LEAST_SHADE = 0.08;
    private static final double MOST_SHADE = 0.75;

    private final ObjectProperty<Optional<Shifts>> shifts = new SimpleObjectProperty<>(this, "shifts", Optional.empty());
    private final IntegerProperty down = new SimpleIntegerProperty(this, "down");
    private final IntegerProperty right = new SimpleIntegerProperty(this, "right");

    public AnswerMap() {
        super(SIZE, SIZE);
        getStyleClass().add("answer-map");
        shifts.addListener((observable, before, after) -> changed());
        down.addListener((observable, before, after) -> changed());
        right.addListener((observable, before, after) -> changed());
        setOnMousePressed(event -> {
            requestFocus();
            choose(event);
        });
        setOnMouseDragged(this::choose);
        setOnKeyPressed(this::handleKey);
        changed();
    }

    /** What is shown; empty for nothing. */
    public ObjectProperty<Optional<Shifts>> shiftsProperty() {
        return shifts;
    }

    /** The chosen place: pixels downwards. */
    public IntegerProperty downProperty() {
        return down;
    }

    /** The chosen place: pixels to the right. */
    public IntegerProperty rightProperty() {
        return right;
    }

    /** Chooses a place, or the nearest that there is. */
    public void choose(int newDown, int newRight) {
        down.set(clamp(newDown));
        right.set(clamp(newRight));
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        double cell = cell();
        double left = LABELS * typeScaleProperty().get();
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFont(font(FONT, FontWeight.NORMAL));
        graphics.setFill(Color.web(palette().mutedText()));
        for (int i = -Shifts.REACH; i <= Shifts.REACH; i += LABELLED) {
            String label = i == 0 ? "0" : i > 0 ? "+" + i : "−" + -i;
            graphics.fillText(label, left + (i + Shifts.REACH + 0.5) * cell, left / 2);
            graphics.fillText(label, left / 2, left + (i + Shifts.REACH + 0.5) * cell);
        }
        shifts.get().ifPresent(shown -> {
            for (int y = -Shifts.REACH; y <= Shifts.REACH; y++) {
                for (int x = -Shifts.REACH; x <= Shifts.REACH; x++) {
                    paintCell(graphics, shown, y, x, left + (x + Shifts.REACH) * cell, left + (y + Shifts.REACH) * cell);
                }
            }
        });
        graphics.setStroke(Color.web(palette().text()));
        graphics.setLineWidth(CHOSEN_LINE);
        graphics.strokeRect(left + (right.get() + Shifts.REACH) * cell, left + (down.get() + Shifts.REACH) * cell, cell, cell);
    }

    private void paintCell(GraphicsContext graphics, Shifts shown, int y, int x, double left, double top) {
        boolean isRight = shown.isRight(y, x);
        float probability = shown.probability(y, x);
        double shade = Float.isNaN(probability) ? 0 : LEAST_SHADE + (MOST_SHADE - LEAST_SHADE) * probability;
        graphics.setFill(Color.web(palette().of(isRight ? Role.TRAINING : Role.VALIDATION), shade));
        graphics.fillRect(left, top, cell() - 0.5, cell() - 0.5);
        graphics.setFont(font(FONT, isRight ? FontWeight.BOLD : FontWeight.NORMAL));
        graphics.setFill(Color.web(palette().text()));
        graphics.fillText(String.valueOf(shown.answer(y, x)), left + cell() / 2, top + cell() / 2);
    }

    private double cell() {
        return (Math.min(canvas().getWidth(), canvas().getHeight()) - LABELS * typeScaleProperty().get() - 1) / Shifts.SIDE;
    }

    private void choose(MouseEvent event) {
        double left = LABELS * typeScaleProperty().get();
        choose((int) Math.floor((event.getY() - snappedTopInset() - left) / cell()) - Shifts.REACH,
                (int) Math.floor((event.getX() - snappedLeftInset() - left) / cell()) - Shifts.REACH);
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> choose(down.get() - 1, right.get());
            case DOWN -> choose(down.get() + 1, right.get());
            case LEFT -> choose(down.get(), right.get() - 1);
            case RIGHT -> choose(down.get(), right.get() + 1);
            case HOME -> choose(0, 0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void changed() {
        setAccessibleText("Map of the answers to a pushed digit. Pushed down by " + down.get() + " and right by " + right.get() + shifts.get()
                .map(shown -> ": the answer is class " + shown.answer(down.get(), right.get()) + (shown.isRight(down.get(), right.get()) ? ", right"
                : ", wrong")).orElse("") + ". Arrow keys push it, Home puts it back.");
        repaint();
    }

    private static int clamp(int push) {
        return Math.max(-Shifts.REACH, Math.min(Shifts.REACH, push));
    }
}
