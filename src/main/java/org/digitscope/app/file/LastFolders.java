package org.digitscope.app.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where files were chosen last: for each kind of them, and of all. */
public final class LastFolders {

    private static final String ANY_KIND = "";

    private final Map<String, Path> folders = new TreeMap<>();

    /** By kind; to be remembered. */
    public Map<String, Path> all() {
        return Map.copyOf(folders);
    }

    /** Those of the program's start before. */
    public void addAll(Map<String, Path> before) {
        folders.putAll(before);
    }

    void remember(String kind, Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(folder -> {
            folders.put(kind, folder);
            folders.put(ANY_KIND, folder);
        });
    }

    /** Where to begin: that of the kind, or else the last one of any, as far as it is still there. */
    Optional<Path> of(String kind) {
        return Stream.of(kind, ANY_KIND).flatMap(each -> Stream.ofNullable(folders.get(each))).filter(Files::isDirectory).findFirst();
    }
}
