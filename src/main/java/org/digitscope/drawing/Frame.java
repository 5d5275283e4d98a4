package org.digitscope.drawing;

import java.util.Arrays;

/**
 * Knows a frame around a picture: a border of one plain colour, with or without a margin, and within it a page of another plain
 * colour on which something stands that doesn't touch the frame, or a line along an edge. A 0 of straight lines has nothing in it, and an 8's bar touches.
 */
final class Frame {

    /** Of a row or column that is plain. */
    private static final double PLAIN_SHARE = 0.97;
    /** The grain of a plain colour deviates by less. */
    private static final float GRAIN = 0.15f;
    /** A frame and the page in it differ by more. */
    private static final float CONTRAST = 0.25f;

    /** Of the picture's side: a thicker line along an edge may be a stroke. */
    private static final double EDGE = 0.04;

    private final GrayImage picture;
    private int top;
    private int left;
    private int bottom;
    private int right;

    private Frame(GrayImage picture) {
        this.picture = picture;
        bottom = picture.height();
        right = picture.width();
    }

    /** What is within the innermost frame and between lines along edges; the same picture where there are none. */
    static GrayImage leftOut(GrayImage picture) {
        Frame frame = new Frame(picture);
        float colour = frame.colour();
        frame.trimEdges(colour);
        GrayImage trimmed = frame.cropped();
        while (frame.isPlain(colour)) {
            GrayImage page = frame.cropped();
            frame.peel(colour);
            if (frame.isEmpty()) {
                return trimmed;
            }
            float next = frame.colour();
            if (Math.abs(next - colour) < CONTRAST) {
                return page;
            }
            colour = next;
        }
        return trimmed;
    }

    /** Leaves out a thin plain line along an edge, where the opposite edge is paper: so it is no stroke of a digit that fills the picture. */
    private void trimEdges(float paper) {
        int level = (int) Math.ceil(EDGE * picture.height());
        int upright = (int) Math.ceil(EDGE * picture.width());
        if (isPlainRow(bottom - 1, paper)) {
            top = lineAt(0, 1, level, paper, true);
        } else if (isPlainRow(top, paper)) {
            bottom = picture.height() - lineAt(bottom - 1, -1, level, paper, true);
        }
        if (isPlainColumn(right - 1, paper)) {
            left = lineAt(0, 1, upright, paper, false);
        } else if (isPlainColumn(left, paper)) {
            right = picture.width() - lineAt(right - 1, -1, upright, paper, false);
        }
    }

    /** How many rows or columns from an edge on are a line and no paper; 0 when there is none, or more than a thin one. */
    private int lineAt(int edge, int step, int thickest, float paper, boolean isLevel) {
        int count = 0;
        while (count <= thickest && isLine(edge + step * count, paper, isLevel)) {
            count++;
        }
        return count > thickest ? 0 : count;
    }

    /** Whether hardly any of a row or column is paper. */
    private boolean isLine(int at, float paper, boolean isLevel) {
        int length = isLevel ? right - left : bottom - top;
        int none = 0;
        for (int i = 0; i < length; i++) {
            float value = isLevel ? picture.get(at, left + i) : picture.get(top + i, at);
            none += Math.abs(value - paper) > GRAIN ? 1 : 0;
        }
        return none >= PLAIN_SHARE * length;
    }

    private boolean isEmpty() {
        return top >= bottom || left >= right;
    }

    /** The median of the outermost pixels. */
    private float colour() {
        float[] border = new float[2 * (right - left) + 2 * (bottom - top)];
        int count = 0;
        for (int column = left; column < right; column++) {
            border[count++] = picture.get(top, column);
            border[count++] = picture.get(bottom - 1, column);
        }
        for (int row = top; row < bottom; row++) {
            border[count++] = picture.get(row, left);
            border[count++] = picture.get(row, right - 1);
        }
        Arrays.sort(border);
        return border[border.length / 2];
    }

    private boolean isPlain(float colour) {
        return isPlainRow(top, colour) && isPlainRow(bottom - 1, colour) && isPlainColumn(left, colour) && isPlainColumn(right - 1, colour);
    }

    private void peel(float colour) {
        while (!isEmpty() && isPlainRow(top, colour)) {
            top++;
        }
        while (!isEmpty() && isPlainRow(bottom - 1, colour)) {
            bottom--;
        }
        while (!isEmpty() && isPlainColumn(left, colour)) {
            left++;
        }
        while (!isEmpty() && isPlainColumn(right - 1, colour)) {
            right--;
        }
    }

    private boolean isPlainRow(int row, float colour) {
        int plain = 0;
        for (int column = left; column < right; column++) {
            plain += Math.abs(picture.get(row, column) - colour) < GRAIN ? 1 : 0;
        }
        return plain >= PLAIN_SHARE * (right - left);
    }

    private boolean isPlainColumn(int column, float colour) {
        int plain = 0;
        for (int row = top; row < bottom; row++) {
            plain += Math.abs(picture.get(row, column) - colour) < GRAIN ? 1 : 0;
        }
        return plain >= PLAIN_SHARE * (bottom - top);
    }

    private GrayImage cropped() {
        int width = right - left;
        float[] values = new float[width * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(picture.values(), row * picture.width() + left, values, (row - top) * width, width);
        }
        return new GrayImage(width, bottom - top, values);
    }
}
