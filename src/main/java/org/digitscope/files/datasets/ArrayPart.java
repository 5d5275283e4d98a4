package org.digitscope.files.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.IdxSource;

/**
 * An array of a data set that lies in a file of its own or within a zip file, and what its name says: "train-images-idx3-ubyte",
 * "x_train", "kmnist-test-labels".
 *
 * @param source of its numbers
 * @param half the part of the data set that it belongs to
 * @param kind what it holds
 * @param family what the names of all parts of the data set have in common, such as "kmnist"
 */
record ArrayPart(IdxSource source, Half half, Kind kind, String family) {

    /** The part of a data set. */
    enum Half {
        WHOLE, TRAINING, TEST, VALIDATION
    }

    /** What an array holds. */
    enum Kind {
        UNKNOWN, PICTURES, LABELS
    }

    private static final Set<String> TRAINING = Set.of("train", "training", "tr");
    private static final Set<String> TEST = Set.of("test", "testing", "te", "ttenk");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "validation", "dev");
    private static final Set<String> PICTURES = Set.of("x", "image", "images", "img", "imgs", "data", "picture", "pictures", "pixels",
            "features");
    private static final Set<String> LABELS = Set.of("y", "label", "labels", "lbl", "lbls", "target", "targets", "class", "classes");
    /** What kinds of files add to names. */
    private static final Set<String> ENDINGS = Set.of("idx", "ubyte", "byte", "short", "int", "float", "double", "npy", "npz", "gz", "bin");

    /** @param name of the file or array, which may differ from that of its source */
    static ArrayPart of(String name, IdxSource source) {
        List<String> words = words(name);
        Half half = words.stream().anyMatch(TRAINING::contains) ? Half.TRAINING : words.stream().anyMatch(TEST::contains) ? Half.TEST
                : words.stream().anyMatch(VALIDATION::contains) ? Half.VALIDATION : Half.WHOLE;
        Kind kind = words.stream().anyMatch(LABELS::contains) ? Kind.LABELS
                : words.stream().anyMatch(PICTURES::contains) ? Kind.PICTURES : Kind.UNKNOWN;
        String family = words.stream().filter(word -> Stream.of(TRAINING, TEST, VALIDATION, PICTURES, LABELS, ENDINGS)
                .noneMatch(known -> known.contains(word))).collect(Collectors.joining(" "));
        return new ArrayPart(source, half, kind, family);
    }

    String name() {
        return source.name();
    }

    /** In small letters; a browser's "(1)" and the digits of "idx3" don't count, others do, as in "k49". */
    private static List<String> words(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String spaced = file.replaceAll("\\s*\\(\\d+\\)", "").replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT)
                .replace("t10k", "ttenk").replaceAll("idx\\d", "idx").replaceAll("\\b([xy])(train|test|val)", "$1 $2")
                .replaceAll("(train|test|val)([xy])\\b", "$1 $2");
        return Stream.of(spaced.split("[^\\p{L}\\p{Nd}]+")).filter(word -> !word.isEmpty()).toList();
    }
}
