package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders to write into. */
public final class Folders {

    private Folders() {
    }

    /**
     * Makes a folder, and those that it lies in, where there is none yet.
     *
     * @throws UnwritableFileException when it can't be made; what stands in its way is named
     */
    public static void make(Path folder) throws UnwritableFileException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new UnwritableFileException(there, "is a file, so no folder can be made there");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException notMade) {
            throw new UnwritableFileException(folder, "can't be made as a folder", notMade);
        }
    }
}
