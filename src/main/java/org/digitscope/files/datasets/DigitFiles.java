package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.CodeFiles;
import org.digitscope.files.FileKind;
import org.digitscope.files.PictureFile;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.project.TaughtDigitsFile;

/** Reads a data set of 28×28 pictures, whatever kind of file or folder it is; the kind is found by looking into it. */
public final class DigitFiles {

    /** The endings of names, as file dialogs want them. */
    public static final List<String> PATTERNS = List.of("*.npz", "*.npy", "*.zip", "*.csv", "*.tsv", "*.txt", "*.gz", "*-ubyte", "*.idx*",
            "*.json", "*.png", "*.jpg");

    private static final long MAX_BYTES = 4L << 30;
    private static final String EXPECTED = "a data set: .npz, a table of numbers, drawings, IDX or .npy files, or a folder of pictures";
    private static final String CONVERT = "; convert it in Python, where it can be opened: numpy.savez('mnist.npz', x_train=..., y_train=..., "
            + "x_test=..., y_test=...)";
    /** How Fashion-MNIST's training labels begin, whatever its files are called. */
    private static final int[] FASHION_LABELS = {9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9};

    private DigitFiles() {
    }

    /**
     * Reads; blocks.
     *
     * @throws UnreadableFileException with a sentence, whatever is wrong, and when it was cancelled
     */
    public static LoadedDigits read(Path path, Progress progress) throws IOException {
        List<String> notices = new ArrayList<>();
        List<Dataset> sets = brightInk(sets(path, progress, notices), notices);
        Dataset first = sets.get(0);
        if (sets.size() == 1 && first.size() < 2) {
            throw new UnreadableFileException(first.name(), "holds " + first.size()
                    + " picture; expected at least 2, to learn and to check");
        }
        return new LoadedDigits(first, sets.stream().skip(1).findFirst(), suggestion(path, first, notices), notices);
    }

    /** Training and test pictures, or all of them in one set. */
    private static List<Dataset> sets(Path path, Progress progress, List<String> notices) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path, progress, notices);
        }
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        try (Unpacked file = Unpacked.of(path)) {
            return sets(path, file, progress, notices);
        }
    }

    private static List<Dataset> folder(Path path, Progress progress, List<String> notices) throws IOException {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        List<Path> halves = PictureFolder.isOne(path) ? List.of() : PictureFolder.halves(path);
        if (!halves.isEmpty()) {
            List<String> others = PictureFolder.beside(halves);
            if (!others.isEmpty()) {
                notices.add("Left out: " + ArraySets.listed(others) + ".");
            }
            return List.of(new PictureFolder(name + " training", path, halves.get(0), share -> progress.report(0.8 * share), notices).read(),
                    new PictureFolder(name + " test", path, halves.get(1), share -> progress.report(0.8 + 0.2 * share), notices).read());
        }
        ArrayFiles arrays = new ArrayFiles(progress, notices);
        if (PictureFolder.isOne(path) || !arrays.areIn(path) && PictureFolder.isFlat(path)) {
            return List.of(new PictureFolder(name, path, path, progress, notices).read());
        }
        return arrays.inFolder(path);
    }

    /**
     * Whether a {@code .npz} file holds a data set and not a network, by the names of its arrays. Who reads a damaged one says what is
     * wrong with it.
     */
    public static boolean areArraysOfOne(Path npz) {
        return ArrayFiles.areOfDataSet(npz);
    }

    /** The data set that a picture belongs to: of a folder a person can choose one file only. */
    public static Path whole(Path chosen) throws IOException {
        Path folder = chosen.toAbsolutePath().getParent();
        if (Files.isDirectory(chosen) || folder == null || !PictureFile.isNamedLikeOne(chosen)) {
            return chosen;
        }
        String name = String.valueOf(folder.getFileName());
        Path above = folder.getParent();
        if (above != null && (PictureLabels.digit(name).isPresent() || PictureFolder.hasClothes(above))) {
            return wholeOfHalf(above);
        }
        return PictureLabels.inFront(String.valueOf(chosen.getFileName())).isPresent() ? wholeOfHalf(folder) : chosen;
    }

    /** Whether two files are read together, whichever of them is chosen. */
    public static boolean areOfOne(Path one, Path other) throws IOException {
        return whole(one).equals(whole(other)) || ArrayFiles.areOfOne(one, other);
    }

    /** The folder of the pictures to learn from and to check with, where this is one of them. */
    private static Path wholeOfHalf(Path half) throws IOException {
        Path above = half.getParent();
        return above != null && PictureFolder.halves(above).contains(half) ? above : half;
    }

    private static List<Dataset> sets(Path path, Unpacked file, Progress progress, List<String> notices) throws IOException {
        String name = String.valueOf(path.getFileName());
        CodeFiles.refuse(name, file.start(), EXPECTED + CONVERT);
        if (file.begins("{")) {
            return List.of(TaughtDigitsFile.read(file.path()).pictures(name));
        }
        if (file.is(FileKind.ZIP) || file.begins("PK")) {
            return new ArrayFiles(progress, notices).inZip(file.path());
        } else if (file.beginsAsIdx() || file.is(FileKind.NPY)) {
            return new ArrayFiles(progress, notices).around(path);
        }
        CsvDigits.Table table = table(path, file, progress);
        if (!table.labelled()) {
            throw new UnreadableFileException(path, "has no labels, so nothing can be learnt from it; expected a column with the digits");
        }
        return RawDigits.datasets(List.of(raw(name, table, table.labels())), notices);
    }

    private static CsvDigits.Table table(Path path, Unpacked file, Progress progress) throws IOException {
        Optional<String> other = file.kind().map(FileKind::what);
        if (other.isEmpty() && !TextStart.isUtf16(file.start()) && TextStart.isBinary(file.start())) {
            other = Optional.of("a binary file of a kind that is not known here");
        }
        if (other.isPresent()) {
            throw new UnreadableFileException(path, "is " + other.get() + "; expected " + EXPECTED);
        }
        return new CsvDigits(path, progress).read();
    }

    private static RawDigits raw(String name, CsvDigits.Table table, byte[] labels) {
        return new RawDigits(name, name, table.values(), labels, table.places());
    }

    private static SetChoices suggestion(Path path, Dataset training, List<String> notices) throws IOException {
        ClassNames classes = isFashion(path, training) ? ClassNames.FASHION : ClassNames.DIGITS;
        if (classes == ClassNames.FASHION) {
            notices.add("These are Fashion-MNIST's clothes, so the classes have their names.");
        }
        boolean transposed = classes == ClassNames.DIGITS && training.size() >= Orientation.FEWEST
                && Orientation.isTransposed(training, Mnist.load().training());
        if (transposed) {
            notices.add("Rows and columns seem to be exchanged, as EMNIST's files have them.");
        }
        return new SetChoices(transposed, classes, SetChoices.USUAL_SHARE, SetChoices.USUAL_SEED);
    }

    private static boolean isFashion(Path path, Dataset training) throws IOException {
        boolean begins = training.size() >= FASHION_LABELS.length;
        for (int i = 0; begins && i < FASHION_LABELS.length; i++) {
            begins = training.label(i) == FASHION_LABELS[i];
        }
        return begins || isNamedFashion(training.name())
                || isNamedFashion(String.valueOf(path.toAbsolutePath().normalize().getFileName())) || hasClothes(path);
    }

    private static boolean isNamedFashion(String name) {
        return name.toLowerCase(Locale.ROOT).contains("fashion");
    }

    private static boolean hasClothes(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        List<Path> halves = PictureFolder.halves(path);
        return PictureFolder.hasClothes(halves.isEmpty() ? path : halves.get(0));
    }

    /**
     * Reads a table of pictures that may have no labels, as Kaggle's test set; blocks. Labels that it has are ignored.
     *
     * @return the pictures in their order, all with the label 0
     */
    public static Dataset readUnlabelled(Path path, Progress progress) throws IOException {
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        CsvDigits.Table table;
        try (Unpacked file = Unpacked.of(path)) {
            table = table(path, file, progress);
        }
        RawDigits raw = raw(String.valueOf(path.getFileName()), table, new byte[table.labels().length]);
        return brightInk(RawDigits.datasets(List.of(raw), new ArrayList<>()), new ArrayList<>()).get(0);
    }

    private static List<Dataset> brightInk(List<Dataset> sets, List<String> notices) {
        if (!sets.get(0).isDarkOnLight()) {
            return sets;
        }
        notices.add("The pictures are dark on light; they were inverted.");
        return sets.stream().map(Dataset::inverted).toList();
    }
}
