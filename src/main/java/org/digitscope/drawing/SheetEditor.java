package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person draws: a sheet that a pen, an eraser or a loaded picture changes, each change undone and redone as one. The
 * pad is a view of this. Belongs to one thread.
 */
public final class SheetEditor {

    /** The sheet's side is 1. MNIST's lines are 1.8 of 28 pixels wide, which is 0.064. */
    public static final double PEN_WIDTH = 0.065;
    /** A line goes at one stroke, though the hand isn't quite on it. */
    private static final double ERASER_TO_PEN = 2;
    /** As many changes can be undone. */
    private static final int MEMORY = 500;

    private final List<Sheet> history = new ArrayList<>(List.of(Sheet.BLANK));
    private int present;
    private final List<Point> stroke = new ArrayList<>();
    private boolean erasing;
    private double penWidth = PEN_WIDTH;

    public Sheet sheet() {
        return history.get(present);
    }

    /** From the next stroke on. */
    public void setPenWidth(double width) {
        penWidth = width;
    }

    /** How wide the eraser is. */
    public double eraserWidth() {
        return ERASER_TO_PEN * Math.max(penWidth, PEN_WIDTH);
    }

    /** A stroke begins; one that was never ended, because its end went lost, ends here. */
    public void penDown(double x, double y) {
        begin(x, y, false);
    }

    /** A stroke of the eraser begins. */
    public void eraserDown(double x, double y) {
        begin(x, y, true);
    }

    /** The stroke goes on, on the sheet or beside it; ignored when there is none, or when it is there already. */
    public void moveTo(double x, double y) {
        Point place = new Point(x, y);
        if (!stroke.isEmpty() && !stroke.get(stroke.size() - 1).equals(place)) {
            stroke.add(place);
            replacePresent();
        }
    }

    /** The stroke ends; ignored when there is none. */
    public void up() {
        stroke.clear();
    }

    /** Whether a stroke is under way. */
    public boolean isDrawing() {
        return !stroke.isEmpty();
    }

    /** Puts a picture on an empty sheet. */
    public void load(Backdrop backdrop) {
        change(Sheet.of(backdrop));
    }

    /** Puts a whole sheet in the place of this one. */
    public void replace(Sheet other) {
        change(other);
    }

    /** Takes what was ink of the picture for paper, and its paper for ink; ignored where there is no picture. */
    public void exchangeInk() {
        if (sheet().backdrop().isPresent()) {
            change(new Sheet(sheet().backdrop().map(Backdrop::exchanged), sheet().lines()));
        }
    }

    /** Begins with a sheet; there is nothing to undo. */
    public void begin(Sheet sheet) {
        up();
        history.clear();
        history.add(sheet);
        present = 0;
    }

    public void clear() {
        if (!sheet().isBlank()) {
            change(Sheet.BLANK);
        }
    }

    public boolean canUndo() {
        return present > 0;
    }

    public boolean canRedo() {
        return present < history.size() - 1;
    }

    public void undo() {
        up();
        present = Math.max(0, present - 1);
    }

    public void redo() {
        up();
        present = Math.min(history.size() - 1, present + 1);
    }

    private void begin(double x, double y, boolean eraser) {
        change(sheet());
        erasing = eraser;
        stroke.add(new Point(x, y));
        replacePresent();
    }

    private void replacePresent() {
        Sheet before = history.get(present - 1);
        history.set(present, erasing ? before.erased(new PenLine(stroke, eraserWidth()))
                : before.drawn(new PenLine(stroke, penWidth)));
    }

    private void change(Sheet next) {
        up();
        history.subList(present + 1, history.size()).clear();
        history.add(next);
        if (history.size() > MEMORY) {
            history.remove(0);
        }
        present = history.size() - 1;
    }
}
