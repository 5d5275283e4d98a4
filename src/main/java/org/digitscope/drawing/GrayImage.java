package org.digitscope.drawing;

/**
 * One number from 0 to 1 for each pixel: brightness (1 is white) in a picture as it was read, ink (1 is full ink) once
 * {@link Ink} has told the two apart.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param values row by row, width · height of them; not copied, and nobody writes to them
 */
public record GrayImage(int width, int height, float[] values) {

    /** @throws IllegalArgumentException when size and number of values don't agree */
    public GrayImage {
        if (width < 1 || height < 1 || (long) width * height != values.length) {
            throw new IllegalArgumentException(width + " × " + height + " pixels are not " + values.length + " values");
        }
    }

    public float get(int row, int column) {
        return values[row * width + column];
    }
}
