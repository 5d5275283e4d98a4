package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.files.PictureFile;

/**
 * Reads pictures that lie in a folder for each digit, named 0 to 9, perhaps in one such folder to learn from and another to check with.
 * Pictures that aren't as MNIST has them are fitted.
 */
final class PictureFolder {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private static final String TRAINING = "(?i)train(ing)?";
    private static final String TEST = "(?i)test(ing)?|val(id(ation)?)?";
    private static final int PICTURES_BETWEEN_REPORTS = 200;

    private final String name;
    private final Path folder;
    private final Progress progress;

    /** @param name of the pictures, for people */
    PictureFolder(String name, Path folder, Progress progress) {
        this.name = name;
        this.folder = folder;
        this.progress = progress;
    }

    /** Whether a folder has at least one folder for a digit. */
    static boolean isOne(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(PictureFolder::isDigit);
        }
    }

    /** The folder with the pictures to learn from and the one to check with, if these are what a folder has; empty otherwise. */
    static List<Path> halves(Path folder) throws IOException {
        Optional<Path> training = half(folder, TRAINING);
        Optional<Path> test = half(folder, TEST);
        return training.isPresent() && test.isPresent() ? List.of(training.get(), test.get()) : List.of();
    }

    private static Optional<Path> half(Path folder, String wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
                if (entry.getFileName().toString().matches(wanted) && isOne(entry)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /** All pictures: digit by digit, in the order of the numbers in their names. */
    Dataset read() throws IOException {
        Dataset.Builder pictures = Dataset.builder(name, 1000);
        MnistFit fit = new MnistFit(FitStage.all());
        int count = 0;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            Path each = folder.resolve(String.valueOf(digit));
            List<Path> files = Files.isDirectory(each) ? pictures(each) : List.of();
            for (int i = 0; i < files.size(); i++) {
                pictures.add(PictureFile.readSheet(files.get(i)).fit(fit).orElseThrow().main(), digit);
                if (count++ % PICTURES_BETWEEN_REPORTS == 0) {
                    Labels.go(name, progress, (digit + (double) i / files.size()) / Dataset.CLASSES);
                }
            }
        }
        if (count == 0) {
            throw new UnreadableFileException(folder, "holds no pictures; expected folders 0 to 9 with PNG, JPEG, GIF or BMP pictures");
        }
        return pictures.build();
    }

    private static boolean isDigit(Path path) {
        return Files.isDirectory(path) && path.getFileName().toString().matches("\\d");
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PictureFolder::isPicture)
                    .sorted(Comparator.comparing(PictureFolder::number).thenComparing(path -> path.getFileName().toString())).toList();
        }
    }

    private static boolean isPicture(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && Files.isRegularFile(path) && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** 2.png comes before 10.png. */
    private static long number(Path path) {
        String digits = path.getFileName().toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }
}
