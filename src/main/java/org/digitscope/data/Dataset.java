package org.digitscope.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Labelled 28×28 pictures with grey values 0 to 255. Immutable, so every thread may read it.
 *
 * <p>About 81 % of MNIST's pixels are black, so only the others are kept: for each picture the flat indices (row·28 +
 * column, ascending) and values of its non-zero pixels. That is what training reads, and it takes 27 MB instead of 47.
 */
public final class Dataset {

    public static final int ROWS = 28;
    public static final int COLUMNS = 28;
    /** Pixels of a picture: 784. */
    public static final int PIXELS = ROWS * COLUMNS;
    /** Digits 0 to 9. */
    public static final int CLASSES = 10;

    /** Bytes that memory brings at a time on common processors; a guess that is only a matter of speed. */
    private static final int CACHE_LINE = 64;

    private final String name;
    /** Picture i has its pixels at [start[i], start[i + 1]). */
    private final int[] start;
    private final char[] index;
    private final byte[] value;
    private final byte[] labels;

    private Dataset(Builder builder) {
        name = builder.name;
        start = Arrays.copyOf(builder.start, builder.size + 1);
        index = Arrays.copyOf(builder.index, start[builder.size]);
        value = Arrays.copyOf(builder.value, start[builder.size]);
        labels = Arrays.copyOf(builder.labels, builder.size);
    }

    private Dataset(String name, int[] start, char[] index, byte[] value, byte[] labels) {
        this.name = name;
        this.start = start;
        this.index = index;
        this.value = value;
        this.labels = labels;
    }

    /** @param expectedSize a hint how many pictures will come; memory grows with those that really come */
    public static Builder builder(String name, int expectedSize) {
        return new Builder(name, expectedSize);
    }

    /** What a person calls this data set, for example "MNIST training". */
    public String name() {
        return name;
    }

    /** Number of pictures. */
    public int size() {
        return labels.length;
    }

    /** How much memory the pictures take; those that share their pixels with others count them too. */
    public long bytes() {
        return (long) index.length * (Character.BYTES + Byte.BYTES) + (long) start.length * Integer.BYTES + labels.length;
    }

    /** The true digit, 0 to 9, of a picture. */
    public int label(int image) {
        return labels[image];
    }

    /** Whether the pictures of both are of the same digits, in the same order. */
    public boolean hasLabelsOf(Dataset other) {
        return Arrays.equals(labels, other.labels);
    }

    /** Number of non-zero pixels of a picture. */
    public int nonZeroCount(int image) {
        return start[image + 1] - start[image];
    }

    /**
     * Writes the non-zero pixels of a picture, in ascending order of their index.
     *
     * @param indices receives the flat indices, from position {@code at}
     * @param values receives what a network is given for their grey values, from position {@code at}
     * @return the position after the last one written
     */
    public int copyNonZero(int image, int[] indices, float[] values, int at, Inputs inputs) {
        int from = start[image];
        int to = start[image + 1];
        int target = at;
        for (int source = from; source < to; source++, target++) {
            indices[target] = index[source];
            values[target] = inputs.of(value[source]);
        }
        return target;
    }

    /**
     * Reads a little of each stretch of some pictures' pixels, so that memory brings all of them at once into the processor's
     * caches: pictures in random order would otherwise be waited for one after the other.
     *
     * @return how many non-zero pixels they have together
     */
    public int countAndFetch(int[] images, int from, int to) {
        int count = 0;
        int seen = 0;
        for (int i = from; i < to; i++) {
            int end = start[images[i] + 1];
            for (int at = start[images[i]]; at < end; at += CACHE_LINE / Character.BYTES) {
                seen |= index[at] | value[at];
            }
            count += end - start[images[i]];
        }
        // of use to nobody, but what is read must be used, or the compiler leaves it out
        return seen == Integer.MAX_VALUE ? 0 : count;
    }

    /** Σ of the picture's grey values, 0 to 255, times one weight from 0 to 255 for each pixel: exact, below 2³¹. */
    public int dot(int image, int[] weights) {
        int sum = 0;
        for (int source = start[image]; source < start[image + 1]; source++) {
            sum += (value[source] & 0xFF) * weights[index[source]];
        }
        return sum;
    }

    /** The 784 grey values of a picture, row by row, each an unsigned byte; a fresh array. */
    public byte[] image(int image) {
        byte[] pixels = new byte[PIXELS];
        for (int source = start[image]; source < start[image + 1]; source++) {
            pixels[index[source]] = value[source];
        }
        return pixels;
    }

    /** SHA-256 over labels and pixels, in hexadecimal: the same for the same pictures in the same order. */
    public String checksum() {
        MessageDigest digest = Sha256.start();
        digest.update(labels);
        digest.update(value);
        ByteBuffer positions = ByteBuffer.allocate(Character.BYTES * index.length + Integer.BYTES * start.length);
        positions.asCharBuffer().put(index);
        positions.position(Character.BYTES * index.length).slice().asIntBuffer().put(start);
        digest.update(positions.array());
        return Sha256.end(digest);
    }

    /** For each of the 784 pixels, in how many pictures it is not black. */
    public int[] nonZeroPictures() {
        int[] counts = new int[PIXELS];
        for (char pixel : index) {
            counts[pixel]++;
        }
        return counts;
    }

    /** The first {@code size} pictures as a data set of their own. */
    public Dataset head(int size) {
        return subset(name, IntStream.range(0, size));
    }

    /** Some of the pictures, in the order in which they are named, as a data set of their own. */
    public Dataset subset(String newName, IntStream images) {
        int[] chosen = images.toArray();
        int[] places = new int[chosen.length + 1];
        byte[] chosenLabels = new byte[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            places[i + 1] = places[i] + nonZeroCount(chosen[i]);
            chosenLabels[i] = labels[chosen[i]];
        }
        char[] indices = new char[places[chosen.length]];
        byte[] values = new byte[places[chosen.length]];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(index, start[chosen[i]], indices, places[i], nonZeroCount(chosen[i]));
            System.arraycopy(value, start[chosen[i]], values, places[i], nonZeroCount(chosen[i]));
        }
        return new Dataset(newName, places, indices, values, chosenLabels);
    }

    /**
     * The same pictures, shared, with other labels, one for each.
     *
     * @throws IllegalArgumentException for another number of labels, or one that is no digit
     */
    public Dataset withLabels(int[] others) {
        if (others.length != size()) {
            throw new IllegalArgumentException(size() + " pictures have as many labels, not " + others.length);
        }
        byte[] relabelled = new byte[others.length];
        for (int image = 0; image < others.length; image++) {
            relabelled[image] = checkedLabel(others[image]);
        }
        return new Dataset(name, start, index, value, relabelled);
    }

    private static byte checkedLabel(int label) {
        if (label < 0 || label >= CLASSES) {
            throw new IllegalArgumentException("a label is a digit from 0 to 9, not " + label);
        }
        return (byte) label;
    }

    /** The same pictures with rows and columns exchanged, which is how EMNIST's files have them. */
    public Dataset transposed() {
        return mapped(pixels -> {
            byte[] turned = new byte[PIXELS];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                turned[pixel % COLUMNS * COLUMNS + pixel / COLUMNS] = pixels[pixel];
            }
            return turned;
        });
    }

    /** The same pictures with light and dark exchanged. */
    public Dataset inverted() {
        return mapped(pixels -> {
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                pixels[pixel] = (byte) (255 - (pixels[pixel] & 0xFF));
            }
            return pixels;
        });
    }

    /** Whether ink is dark on light paper, by the corners of the first pictures, where there is hardly ever ink. */
    public boolean isDarkOnLight() {
        int asked = Math.min(size(), 1000);
        int bright = 0;
        for (int image = 0; image < asked; image++) {
            byte[] pixels = image(image);
            for (int corner : new int[] {0, COLUMNS - 1, PIXELS - COLUMNS, PIXELS - 1}) {
                bright += (pixels[corner] & 0xFF) > 127 ? 1 : 0;
            }
        }
        return bright > 2 * asked;
    }

    private Dataset mapped(UnaryOperator<byte[]> change) {
        Builder mapped = builder(name, size());
        for (int image = 0; image < size(); image++) {
            mapped.add(change.apply(image(image)), labels[image]);
        }
        return mapped.build();
    }

    /** How many pictures each of the ten labels has. */
    public int[] labelCounts() {
        int[] counts = new int[CLASSES];
        for (byte label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Collects pictures; not for use by several threads. */
    public static final class Builder {

        /** MNIST has 150 on average. */
        private static final int EXPECTED_NON_ZERO = 160;

        private final String name;
        private int size;
        private int[] start;
        private char[] index;
        private byte[] value;
        private byte[] labels;

        private Builder(String name, int expectedSize) {
            this.name = name;
            int hint = Math.max(1, Math.min(expectedSize, 100_000));
            start = new int[hint + 1];
            labels = new byte[hint];
            index = new char[hint * EXPECTED_NON_ZERO];
            value = new byte[hint * EXPECTED_NON_ZERO];
        }

        /**
         * Adds one picture.
         *
         * @param pixels 784 unsigned grey values, row by row; copied
         * @param label the digit, 0 to 9
         * @throws IllegalArgumentException for another length or label
         */
        public Builder add(byte[] pixels, int label) {
            if (pixels.length != PIXELS) {
                throw new IllegalArgumentException("a picture has " + PIXELS + " pixels, not " + pixels.length);
            }
            byte digit = checkedLabel(label);
            reserve();
            int at = start[size];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                if (pixels[pixel] != 0) {
                    index[at] = (char) pixel;
                    value[at++] = pixels[pixel];
                }
            }
            labels[size++] = digit;
            start[size] = at;
            return this;
        }

        /** How much memory the pictures take. */
        public long bytes() {
            return (long) index.length * (Character.BYTES + Byte.BYTES);
        }

        public Dataset build() {
            return new Dataset(this);
        }

        private void reserve() {
            if (size == labels.length) {
                labels = Arrays.copyOf(labels, size * 2);
                start = Arrays.copyOf(start, size * 2 + 1);
            }
            if (start[size] + PIXELS > index.length) {
                int capacity = Math.max(start[size] + PIXELS, index.length + index.length / 2);
                index = Arrays.copyOf(index, capacity);
                value = Arrays.copyOf(value, capacity);
            }
        }
    }
}
