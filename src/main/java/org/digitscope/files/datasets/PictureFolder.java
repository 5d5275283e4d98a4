package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.files.PictureFile;

/** Reads pictures that lie in a folder for each digit, named 0 to 9. Pictures that aren't as MNIST has them are fitted. */
final class PictureFolder {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final Path folder;
    private final Progress progress;

    PictureFolder(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Whether a folder has at least one folder for a digit. */
    static boolean isOne(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(PictureFolder::isDigit);
        }
    }

    /** All pictures: digit by digit, in the order of the numbers in their names. */
    Dataset read() throws IOException {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        Dataset.Builder pictures = Dataset.builder(name, 1000);
        MnistFit fit = new MnistFit(FitStage.all());
        int count = 0;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            Path each = folder.resolve(String.valueOf(digit));
            for (Path picture : Files.isDirectory(each) ? pictures(each) : List.<Path>of()) {
                pictures.add(PictureFile.readSheet(picture).fit(fit).orElseThrow().main(), digit);
                count++;
            }
            Labels.go(name, progress, 0.1 * (digit + 1));
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
