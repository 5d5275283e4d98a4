package org.digitscope.explain.exhibit;

import org.digitscope.data.Dataset;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.network.Parameters;

/** How a network answers one picture at every place that it can be pushed to. Immutable. */
public final class Shifts {

    /** By so many pixels it is pushed to each side at most. */
    public static final int REACH = 10;
    /** Places in a row, and rows of places. */
    public static final int SIDE = 2 * REACH + 1;

    private final AnsweredDigits answers;

    private Shifts(AnsweredDigits answers) {
        this.answers = answers;
    }

    /**
     * Asks the network about all places.
     *
     * @param pixels 784 grey values
     * @param truth the digit that it is
     */
    public static Shifts of(byte[] pixels, int truth, Parameters network) {
        Dataset.Builder all = Dataset.builder("pushed", SIDE * SIDE);
        for (int down = -REACH; down <= REACH; down++) {
            for (int right = -REACH; right <= REACH; right++) {
                all.add(pushed(pixels, down, right), truth);
            }
        }
        return new Shifts(AnsweredDigits.of(network, all.build()));
    }

    /** A picture pushed by some pixels; what leaves it is lost, and what comes in is black. */
    public static byte[] pushed(byte[] pixels, int down, int right) {
        byte[] pushed = new byte[pixels.length];
        for (int row = Math.max(0, down); row < Math.min(Dataset.ROWS, Dataset.ROWS + down); row++) {
            for (int column = Math.max(0, right); column < Math.min(Dataset.COLUMNS, Dataset.COLUMNS + right); column++) {
                pushed[row * Dataset.COLUMNS + column] = pixels[(row - down) * Dataset.COLUMNS + column - right];
            }
        }
        return pushed;
    }

    /** The digit that the network says there. */
    public int answer(int down, int right) {
        return answers.answer(place(down, right));
    }

    /** What it gives that digit, 0 to 1. */
    public float probability(int down, int right) {
        return answers.probability(place(down, right));
    }

    public boolean isRight(int down, int right) {
        return answers.isRight(place(down, right));
    }

    /** At how many places it is right. */
    public int right() {
        return answers.evaluation().correct();
    }

    private static int place(int down, int right) {
        return (down + REACH) * SIDE + right + REACH;
    }
}
