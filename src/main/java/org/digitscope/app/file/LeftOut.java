package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.digitscope.files.datasets.DigitFiles;

/** What is said where several files come at once and one is taken. */
final class LeftOut {

    /** More names than these are counted. */
    private static final int MOST_NAMES = 3;

    private LeftOut() {
    }

    /**
     * Looks at the disk, as files of a folder may be one data set.
     *
     * @param files of which the first one is taken
     * @return a sentence that says which ones are not; empty where there are none
     */
    static Optional<String> of(List<Path> files) throws IOException {
        Path taken = DigitFiles.whole(files.get(0));
        List<String> left = new ArrayList<>();
        for (Path file : files.subList(1, files.size())) {
            if (!DigitFiles.areOfOne(files.get(0), file)) {
                left.add(String.valueOf(file.getFileName()));
            }
        }
        return left.isEmpty() ? Optional.empty()
                : Optional.of("One is opened at a time: " + taken.getFileName() + ". Left out: " + named(left) + ".");
    }

    private static String named(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
