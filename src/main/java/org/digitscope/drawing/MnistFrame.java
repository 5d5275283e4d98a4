package org.digitscope.drawing;

import org.digitscope.data.Dataset;

/** Knows a digit that is as MNIST has its own: 28×28, light on black, in a box of 20×20 whose centre of mass lies at pixel 14. */
final class MnistFrame {

    /** Darker than this is black, though stored with loss. */
    private static final float BLACK = 0.1f;
    /** MNIST's own reach 20, their palest pixels included. */
    private static final int SHORTEST = 18;
    private static final int LONGEST = 20;
    /** MNIST rounds the place to whole pixels. */
    private static final double OFF_CENTRE = 0.8;
    private static final double CENTRE = 14.5;

    private MnistFrame() {
    }

    /** @param ink of any size, 0 is black */
    static boolean has(GrayImage ink) {
        if (ink.width() != Dataset.COLUMNS || ink.height() != Dataset.ROWS) {
            return false;
        }
        Box box = new Box(ink.width(), ink.height(), 0, 0);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < ink.height(); row++) {
            for (int column = 0; column < ink.width(); column++) {
                float value = ink.get(row, column);
                if (value > BLACK) {
                    box = new Box(Math.min(box.left(), column), Math.min(box.top(), row), Math.max(box.right(), column + 1),
                            Math.max(box.bottom(), row + 1));
                    mass += value;
                    x += value * (column + 0.5);
                    y += value * (row + 0.5);
                }
            }
        }
        return mass > 0 && box.longerSide() >= SHORTEST && box.longerSide() <= LONGEST && Math.abs(x / mass - CENTRE) <= OFF_CENTRE && Math.abs(y / mass - CENTRE) <= OFF_CENTRE;
    }
}
