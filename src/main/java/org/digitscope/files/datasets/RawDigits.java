package org.digitscope.files.datasets;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;

/**
 * Pictures as a file has them: any numbers, on any scale.
 *
 * @param name of the set
 * @param file that the values come from, for sentences
 * @param values 784 for each picture, row by row; more may follow, which don't count
 * @param labels one for each picture
 * @param places where each value stands in the file
 */
record RawDigits(String name, String file, float[] values, byte[] labels, Places places) {

    /** Where a value of a picture stands in its file, for sentences, such as "line 3, column 12". */
    @FunctionalInterface
    interface Places {

        /** Of arrays. */
        Places OF_ARRAYS = (picture, pixel) -> "picture " + picture + ", row " + pixel / Dataset.COLUMNS + ", column "
                + pixel % Dataset.COLUMNS + " (counted from 0)";

        String of(int picture, int pixel);
    }

    int size() {
        return labels.length;
    }

    /** How many values count. */
    int count() {
        return size() * Dataset.PIXELS;
    }

    /** A value and where it stands, for sentences. */
    String named(int value) {
        return Labels.text(values[value]) + " in " + places.of(value / Dataset.PIXELS, value % Dataset.PIXELS);
    }

    /**
     * The pictures as bytes. The scale of the numbers is found out once for all sets of a file, so that none is scaled
     * otherwise than its fellows.
     */
    static List<Dataset> datasets(List<RawDigits> sets, List<String> notices) throws UnreadableFileException {
        GreyScale scale = GreyScale.of(sets);
        scale.notice().ifPresent(notices::add);
        List<Dataset> datasets = new ArrayList<>();
        for (RawDigits set : sets) {
            Dataset.Builder builder = Dataset.builder(set.name, set.size());
            byte[] pixels = new byte[Dataset.PIXELS];
            for (int picture = 0; picture < set.size(); picture++) {
                for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                    pixels[pixel] = scale.grey(set.values[picture * Dataset.PIXELS + pixel]);
                }
                builder.add(pixels, set.labels[picture]);
            }
            datasets.add(builder.build());
        }
        return datasets;
    }
}
