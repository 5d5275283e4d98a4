package org.digitscope.files.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.IdxReader;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Shapes;
import org.digitscope.files.datasets.ArrayPart.Half;
import org.digitscope.files.datasets.ArrayPart.Kind;

/** Finds out which arrays of a data set are pictures and which are labels, to learn from or to check with, and reads them. */
final class ArraySets {

    private static final String EXPECTED = "; expected pictures of 28×28 and their labels, named like x_train, y_train, x_test and y_test or "
            + "train-images-idx3-ubyte and train-labels-idx1-ubyte";
    private static final int MOST_NAMED = 8;

    private final String name;
    private final List<ArrayPart> parts;
    private final Progress progress;
    private final List<String> notices;
    private final Set<ArrayPart> used = new LinkedHashSet<>();

    /** Pictures and the labels that belong to them. */
    private record Pair(String name, ArrayPart pictures, ArrayPart labels) {
    }

    /**
     * @param name of the data set, for people and sentences
     * @param notices receives what was found out
     */
    ArraySets(String name, List<ArrayPart> parts, Progress progress, List<String> notices) {
        this.name = name;
        this.parts = parts;
        this.progress = progress;
        this.notices = notices;
    }

    /** Training and test pictures, or all of them in one set. */
    List<Dataset> read() throws IOException {
        List<Dataset> sets = parts.size() % 2 == 0 && parts.stream().allMatch(part -> part.kind() == Kind.UNKNOWN && part.half() == Half.WHOLE)
                ? unnamed() : named();
        List<String> left = parts.stream().filter(part -> !used.contains(part)).map(ArraySets::shortName).toList();
        if (!left.isEmpty()) {
            notices.add("Left out: " + listed(left) + ".");
        }
        return sets;
    }

    private List<Dataset> named() throws IOException {
        boolean halves = parts.stream().anyMatch(part -> part.half() == Half.TRAINING);
        List<Pair> pairs = new ArrayList<>();
        pairs.add(pair(halves ? Half.TRAINING : Half.WHOLE).orElseThrow(this::nothing));
        for (Half checked : List.of(Half.TEST, Half.VALIDATION)) {
            if (pairs.size() == 1) {
                pair(checked).ifPresent(pairs::add);
            }
        }
        for (Pair pair : pairs) {
            used.add(pair.pictures);
            used.add(pair.labels);
        }
        boolean bytes = true;
        for (Pair pair : pairs) {
            bytes &= NumberArray.isIdxPictures(pair.pictures.source());
        }
        List<Dataset> sets = new ArrayList<>();
        List<RawDigits> raw = new ArrayList<>();
        for (Pair pair : pairs) {
            Labels.go(name, progress, 0.45 * pairs.indexOf(pair));
            byte[] labels = Labels.of(NumberArray.read(pair.labels.source()), notices);
            String title = pairs.size() == 1 && pair.pictures.half() == Half.WHOLE ? name : name + " " + pair.name;
            if (bytes) {
                sets.add(IdxReader.readImages(title, pair.pictures.source(), labels, pair.labels.name()));
            } else {
                raw.add(raw(title, NumberArray.read(pair.pictures.source()), pair.labels.name(), labels));
            }
        }
        Labels.go(name, progress, 0.9);
        return bytes ? sets : RawDigits.datasets(raw, notices);
    }

    /** Arrays that NumPy numbered because nobody named them: told apart by their shapes, the first of each kind to learn from. */
    private List<Dataset> unnamed() throws IOException {
        List<NumberArray> pictures = new ArrayList<>();
        List<NumberArray> labels = new ArrayList<>();
        for (ArrayPart part : parts.subList(0, Math.min(4, parts.size()))) {
            Labels.go(name, progress, 0.9 * parts.indexOf(part) / parts.size());
            NumberArray array = NumberArray.read(part.source());
            (array.isPictures() ? pictures : labels).add(array);
            used.add(part);
        }
        if (pictures.isEmpty() || pictures.size() != labels.size()) {
            throw nothing();
        }
        List<RawDigits> raw = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            String title = pictures.size() == 1 ? name : name + (i == 0 ? " training" : " test");
            raw.add(raw(title, pictures.get(i), labels.get(i).name(), Labels.of(labels.get(i), notices)));
        }
        return RawDigits.datasets(raw, notices);
    }

    private RawDigits raw(String title, NumberArray pictures, String labelName, byte[] labels) throws UnreadableFileException {
        if (!pictures.isPictures() || pictures.shape().get(0) != labels.length) {
            throw new UnreadableFileException(pictures.name(), "has the shape " + Shapes.text(pictures.shape()) + ", and " + labelName + " holds "
                    + Counts.of(labels.length, "label") + "; expected as many pictures of 28×28 as labels");
        }
        return new RawDigits(title, pictures.name(), pictures.values(), labels, RawDigits.Places.OF_ARRAYS);
    }

    /** The pictures and labels of a half; empty when it has neither. */
    private Optional<Pair> pair(Half half) throws IOException {
        Optional<ArrayPart> labels = first(half, Kind.LABELS);
        Optional<ArrayPart> pictures = first(half, Kind.PICTURES).or(() -> first(half, Kind.UNKNOWN));
        if (labels.isEmpty() && pictures.isEmpty() || half == Half.WHOLE && (labels.isEmpty() || pictures.isEmpty())) {
            return Optional.empty();
        }
        if (labels.isEmpty() || pictures.isEmpty()) {
            throw new UnreadableFileException(name, "holds " + (labels.isEmpty() ? "no labels for " : "no pictures for ")
                    + shortName(labels.or(() -> pictures).orElseThrow()) + "; it holds " + content() + EXPECTED);
        }
        return Optional.of(new Pair(half == Half.TRAINING ? "training" : "test", pictures.get(), labels.get()));
    }

    /** The one whose name needs the least tidying: the shortest, then the first. */
    private Optional<ArrayPart> first(Half half, Kind kind) {
        return parts.stream().filter(part -> part.half() == half && part.kind() == kind)
                .min(Comparator.comparing((ArrayPart part) -> part.name().length()).thenComparing(ArrayPart::name));
    }

    private UnreadableFileException nothing() {
        return new UnreadableFileException(name, "holds " + content() + EXPECTED);
    }

    /** Names, types and shapes of the arrays. */
    private String content() {
        return listed(parts.stream().map(part -> {
            try {
                return shortName(part) + ": " + NumberArray.describe(part.source());
            } catch (IOException unreadable) {
                return shortName(part) + ", which can't be read";
            }
        }).toList());
    }

    /** Without the name of the file that it lies in. */
    private static String shortName(ArrayPart part) {
        return part.name().substring(part.name().indexOf(", ") < 0 ? 0 : part.name().indexOf(", ") + 2);
    }

    /** The first of some names for a sentence. */
    static String listed(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
