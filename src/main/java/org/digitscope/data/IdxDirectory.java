package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder with the four IDX files of a data set, or with the two of its training pictures. Their names may have dots or dashes, upper case, an ending .gz, a word
 * in front ("emnist-digits-train-images-…") and a browser's "(1)".
 */
public final class IdxDirectory {

    private static final List<String> TRAINING_IMAGES = List.of("train-images-idx3-ubyte");
    private static final List<String> TRAINING_LABELS = List.of("train-labels-idx1-ubyte");
    private static final List<String> TEST_IMAGES = List.of("t10k-images-idx3-ubyte", "test-images-idx3-ubyte");
    private static final List<String> TEST_LABELS = List.of("t10k-labels-idx1-ubyte", "test-labels-idx1-ubyte");

    private IdxDirectory() {
    }

    /**
     * Reads the training pictures and, where there are any, the test pictures; blocks.
     *
     * @return one or two sets
     * @throws UnreadableFileException with a sentence that names the file or folder, whatever is wrong with it
     */
    public static List<Dataset> read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new UnreadableFileException(String.valueOf(directory),
                    "is not a folder, but one with four IDX files is expected");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UnreadableFileException(String.valueOf(directory), "can't be listed: " + unreadable.getMessage());
        }
        String name = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
        Dataset training = IdxReader.read(name + " training", find(directory, files, TRAINING_IMAGES), find(directory, files, TRAINING_LABELS));
        if (files.stream().noneMatch(file -> isOne(file, TEST_IMAGES) || isOne(file, TEST_LABELS))) {
            return List.of(training);
        }
        return List.of(training, IdxReader.read(name + " test", find(directory, files, TEST_IMAGES), find(directory, files, TEST_LABELS)));
    }

    /** Of several files that fit, the one whose name needs the least tidying: the shortest, then the first by name. */
    private static IdxSource find(Path directory, List<Path> files, List<String> wanted) throws IOException {
        return files.stream()
                .filter(file -> isOne(file, wanted))
                .min(Comparator.comparing((Path file) -> name(file).length()).thenComparing(IdxDirectory::name))
                .map(IdxSource::of)
                .orElseThrow(() -> new UnreadableFileException(String.valueOf(directory),
                        "holds no file " + wanted.get(0) + " (or " + wanted.get(0) + ".gz), but it is expected"));
    }

    private static boolean isOne(Path file, List<String> wanted) {
        return wanted.stream().anyMatch(tidied(file)::endsWith);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String tidied(Path file) {
        return name(file).toLowerCase(Locale.ROOT)
                .replaceAll("\\s*\\(\\d+\\)", "")
                .replaceAll("\\.gz$", "")
                .replaceAll("[._\\s]+", "-");
    }
}
