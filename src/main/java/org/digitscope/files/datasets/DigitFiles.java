package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.IdxDirectory;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.CodeFiles;
import org.digitscope.files.PictureFile;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.project.TaughtDigitsFile;

/** Reads a data set of 28×28 pictures, whatever kind of file or folder it is; the kind is found by looking into it. */
public final class DigitFiles {

    /** The endings of names, as file dialogs want them. */
    public static final List<String> PATTERNS = List.of("*.npz", "*.csv", "*.tsv", "*.gz", "*-ubyte", "*.json", "*.png", "*.jpg");

    private static final long MAX_BYTES = 4L << 30;
    private static final String EXPECTED = "a data set: .npz, a table of numbers, drawings, a folder of IDX files or of pictures";
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
            return folder(path, progress);
        }
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        try (Unpacked file = Unpacked.of(path)) {
            return sets(file, progress, notices);
        }
    }

    private static List<Dataset> folder(Path path, Progress progress) throws IOException {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        if (PictureFolder.isOne(path)) {
            return List.of(new PictureFolder(name, path, progress).read());
        }
        List<Path> halves = PictureFolder.halves(path);
        if (halves.isEmpty()) {
            return IdxDirectory.read(path);
        }
        return List.of(new PictureFolder(name + " training", halves.get(0), share -> progress.report(0.8 * share)).read(),
                new PictureFolder(name + " test", halves.get(1), share -> progress.report(0.8 + 0.2 * share)).read());
    }

    /** The data set that a file belongs to: some are folders, of which a person can choose one file only. */
    public static Path whole(Path chosen) throws IOException {
        Path parent = chosen.toAbsolutePath().getParent();
        String name = String.valueOf(chosen.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(chosen) || parent == null) {
            return chosen;
        } else if (name.matches(".*idx[13][.-]ubyte.*")) {
            return parent;
        }
        Path classes = parent.getParent();
        if (classes == null || !PictureFile.isNamedLikeOne(chosen) || !String.valueOf(parent.getFileName()).matches("\\d")) {
            return chosen;
        }
        Path above = classes.getParent();
        return above != null && PictureFolder.halves(above).contains(classes) ? above : classes;
    }

    private static List<Dataset> sets(Unpacked file, Progress progress, List<String> notices) throws IOException {
        Path path = file.path();
        CodeFiles.refuse(String.valueOf(path.getFileName()), file.start(), EXPECTED + CONVERT);
        if (file.begins("{")) {
            return List.of(TaughtDigitsFile.read(path).pictures(String.valueOf(path.getFileName())));
        }
        if (file.begins("PK")) {
            return RawDigits.datasets(new NpzDigits(path, progress).read(), notices);
        }
        CsvDigits.Table table = new CsvDigits(path, progress).read();
        if (!table.labelled()) {
            throw new UnreadableFileException(path, "has no labels, so nothing can be learnt from it; expected a column with the digits");
        }
        return RawDigits.datasets(List.of(new RawDigits(String.valueOf(path.getFileName()), table.values(), table.labels())), notices);
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

    private static boolean isFashion(Path path, Dataset training) {
        boolean begins = training.size() >= FASHION_LABELS.length;
        for (int i = 0; begins && i < FASHION_LABELS.length; i++) {
            begins = training.label(i) == FASHION_LABELS[i];
        }
        return begins || String.valueOf(path.toAbsolutePath().normalize().getFileName()).toLowerCase(Locale.ROOT).contains("fashion");
    }

    /**
     * Reads a table of pictures that may have no labels, as Kaggle's test set; blocks. Labels that it has are ignored.
     *
     * @return the pictures in their order, all with the label 0
     */
    public static Dataset readUnlabelled(Path path, Progress progress) throws IOException {
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        CsvDigits.Table table = new CsvDigits(path, progress).read();
        RawDigits raw = new RawDigits(String.valueOf(path.getFileName()), table.values(), new byte[table.labels().length]);
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
