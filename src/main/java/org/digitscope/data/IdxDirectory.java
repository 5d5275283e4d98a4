package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder with the four IDX files of a data set. Their names may have dots or dashes, upper case, an ending .gz, a word
 * in front ("emnist-digits-train-images-…") and a browser's "(1)".
 */
public final class IdxDirectory {

    private IdxDirectory() {
    }

    /**
     * Reads the training and the test pictures; blocks.
     *
     * @throws UnreadableFileException with a sentence that names the file or folder, whatever is wrong with it
     */
    public static DigitSets read(Path directory) throws IOException {
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
        return new DigitSets(
                IdxReader.read(name + " training", find(directory, files, "train-images-idx3-ubyte"),
                        find(directory, files, "train-labels-idx1-ubyte")),
                IdxReader.read(name + " test", find(directory, files, "t10k-images-idx3-ubyte", "test-images-idx3-ubyte"),
                        find(directory, files, "t10k-labels-idx1-ubyte", "test-labels-idx1-ubyte")));
    }

    /** Of several files that fit, the one whose name needs the least tidying: the shortest, then the first by name. */
    private static IdxSource find(Path directory, List<Path> files, String... wanted) throws IOException {
        return files.stream()
                .filter(file -> Stream.of(wanted).anyMatch(tidied(file)::endsWith))
                .min(Comparator.comparing((Path file) -> name(file).length()).thenComparing(IdxDirectory::name))
                .map(IdxSource::of)
                .orElseThrow(() -> new UnreadableFileException(String.valueOf(directory),
                        "holds no file " + wanted[0] + " (or " + wanted[0] + ".gz), but it is expected"));
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
