package org.digitscope.files.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;

/**
 * Pictures as a file has them: any numbers, on any scale.
 *
 * @param name of the set
 * @param values 784 for each picture, row by row; more may follow, which don't count
 * @param labels one for each picture
 */
record RawDigits(String name, float[] values, byte[] labels) {

    /** What lies well beyond one is no share of brightness. */
    private static final float ONE = 1.0001f;
    private static final float MOST = 255;

    int size() {
        return labels.length;
    }

    /**
     * The pictures as bytes. The scale of the numbers is found out once for all sets of a file, so that none is scaled
     * otherwise than its fellows.
     */
    static List<Dataset> datasets(List<RawDigits> sets, List<String> notices) throws UnreadableFileException {
        for (RawDigits set : sets) {
            set.checkFinite();
        }
        Scale scale = Scale.of(sets);
        scale.describe(notices);
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

    private void checkFinite() throws UnreadableFileException {
        for (int i = 0; i < size() * Dataset.PIXELS; i++) {
            if (!Float.isFinite(values[i])) {
                throw new UnreadableFileException(name, "has the value " + values[i] + " in picture " + i / Dataset.PIXELS
                        + "; expected finite numbers");
            }
        }
    }

    /** How the file's numbers become grey values: (value − low) · factor. */
    private record Scale(float low, float factor, float min, float max) {

        static Scale of(List<RawDigits> sets) {
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (RawDigits set : sets) {
                for (int i = 0; i < set.size() * Dataset.PIXELS; i++) {
                    min = Math.min(min, set.values[i]);
                    max = Math.max(max, set.values[i]);
                }
            }
            boolean standardized = min < 0;
            float low = standardized ? min : 0;
            float factor = standardized ? MOST / Math.max(max - min, 1e-6f) : max <= ONE ? MOST : max > MOST ? MOST / max : 1;
            return new Scale(low, factor, min, max);
        }

        void describe(List<String> notices) {
            if (low < 0) {
                notices.add(String.format(Locale.ROOT, "The values go from %.3g to %.3g, so they were standardized; they were brought back "
                        + "to 0 to 255.", min, max));
            } else if (factor == MOST) {
                notices.add("The values go from 0 to 1; they were multiplied by 255.");
            } else if (factor != 1) {
                notices.add(String.format(Locale.ROOT, "The values go up to %.6g; they were scaled to 255.", max));
            }
        }

        byte grey(float value) {
            return (byte) Math.max(0, Math.min(255, Math.round((value - low) * factor)));
        }
    }
}
