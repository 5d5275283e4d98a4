package org.digitscope.files.datasets;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Shapes;

/** What all readers ask of labels, and how they are ended. */
final class Labels {

    /** The columns of QMNIST's labels, of which the first is the digit: Yadav and Bottou, "Cold Case: The Lost MNIST Digits", 2019. */
    private static final int QMNIST = 8;

    private Labels() {
    }

    /**
     * The labels of an array: one number for each picture, ten of which one is 1, or eight as QMNIST has them.
     *
     * @param notices receives what was found out
     */
    static byte[] of(NumberArray array, List<String> notices) throws UnreadableFileException {
        int count = array.shape().isEmpty() ? 0 : array.shape().get(0);
        int columns = count == 0 ? 0 : array.values().length / count;
        if (count == 0 || columns != 1 && columns != Dataset.CLASSES && columns != QMNIST) {
            throw new UnreadableFileException(array.name(), "has the shape " + Shapes.text(array.shape()) + "; expected labels: one number for "
                    + "each picture, or ten of which one is 1");
        }
        if (columns == QMNIST) {
            add(notices, "The labels have eight columns, as QMNIST's have; the first is the class.");
        } else if (columns == Dataset.CLASSES) {
            add(notices, "The labels are one-hot: a column for each class.");
        }
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            String place = "at position " + i;
            labels[i] = columns == Dataset.CLASSES ? oneHot(array.name(), array.values(), i * columns, place)
                    : checked(array.name(), array.values()[i * columns], place);
        }
        return labels;
    }

    /** A label as a digit. */
    static byte checked(String file, float label, String place) throws UnreadableFileException {
        if (!isOne(label)) {
            throw new UnreadableFileException(file, "has the label " + text(label) + " " + place + "; expected whole numbers from 0 to 9");
        }
        return (byte) label;
    }

    static boolean isOne(float label) {
        return label >= 0 && label < Dataset.CLASSES && label == Math.rint(label);
    }

    /** Ten numbers of which one is 1 and the others are 0, as a digit. */
    static byte oneHot(String file, float[] values, int from, String place) throws UnreadableFileException {
        int label = oneHot(values, from);
        if (label < 0) {
            throw new UnreadableFileException(file, "has a one-hot label " + place + " that isn't one 1 among nine 0; expected that");
        }
        return (byte) label;
    }

    /** Where the only 1 among ten numbers stands; −1 where they are others. */
    static int oneHot(float[] values, int from) {
        int label = -1;
        for (int i = 0; i < Dataset.CLASSES; i++) {
            float value = values[from + i];
            if (value != 0 && (value != 1 || label >= 0)) {
                return -1;
            }
            label = value == 1 ? i : label;
        }
        return label;
    }

    /** A number for a sentence: whole ones without a point. */
    static String text(float value) {
        return value == Math.rint(value) && Math.abs(value) < 1 << 24 ? String.valueOf((int) value) : String.valueOf(value);
    }

    /** Says the same only once. */
    static void add(List<String> notices, String notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
        }
    }

    /** Tells how far it has come; ends the reading when nobody wants it any more. */
    static void go(String file, Progress progress, double share) throws UnreadableFileException {
        if (!progress.report(share)) {
            throw new UnreadableFileException(file, "was not read to its end, because that was cancelled; nothing has changed, as expected");
        }
    }
}
