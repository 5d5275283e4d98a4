package org.digitscope.files.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where copies of sessions lie: one for each process of the program, so that two open windows don't take each other's, and one of the
 * last session that is over. Beside its copy a process keeps a mark as long as it lives; a mark without a process tells of a crash.
 */
public final class SessionCopies {

    private static final Pattern NAME = Pattern.compile("session-(\\d+-\\d+)\\.(digitscope|open)");
    private static final String COPY = "digitscope";
    private static final String MARK = "open";
    /** Copies of crashed processes that came off second best are kept this long, for whoever looks for them. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final String process;
    private final Predicate<String> alive;

    /** Those of this process. */
    public SessionCopies(Path folder) {
        this(folder, name(ProcessHandle.current()), SessionCopies::isAlive);
    }

    /**
     * @param process names a process, as "number-start"
     * @param alive whether one with such a name lives
     */
    public SessionCopies(Path folder, String process, Predicate<String> alive) {
        this.folder = folder;
        this.process = process;
        this.alive = alive;
    }

    public Path folder() {
        return folder;
    }

    /** Where this process keeps its copy. */
    public Path own() {
        return file(process, COPY);
    }

    /** Where the copy of the last session that is over lies, if there is one. */
    public Path last() {
        return folder.resolve("last-session.digitscope");
    }

    /**
     * Notes that this process lives, and finds the last session that is over.
     *
     * @return whether that one ended unexpectedly
     */
    public boolean begin() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(process, MARK), "");
        List<Path> left = leftBehind(COPY);
        boolean crashed = false;
        if (!left.isEmpty() && modified(left.get(0)).compareTo(Files.exists(last()) ? modified(last()) : FileTime.fromMillis(0)) > 0) {
            crashed = Files.exists(file(processOf(left.get(0)), MARK));
            Files.move(left.get(0), last(), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path mark : leftBehind(MARK)) {
            Files.deleteIfExists(mark);
        }
        for (Path copy : leftBehind(COPY)) {
            if (modified(copy).toInstant().isBefore(Instant.now().minus(KEPT))) {
                Files.deleteIfExists(copy);
            }
        }
        return crashed;
    }

    /** Notes that this process ends as it should; its copy becomes the last session's. */
    public void end() throws IOException {
        Files.deleteIfExists(file(process, MARK));
    }

    /** Files of processes that are gone, the newest first. */
    private List<Path> leftBehind(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + kind) && !processOf(file).isEmpty()
                    && !processOf(file).equals(process) && !alive.test(processOf(file)))
                    .sorted(Comparator.comparing(SessionCopies::modified).reversed()).toList();
        }
    }

    private Path file(String ofProcess, String kind) {
        return folder.resolve("session-" + ofProcess + "." + kind);
    }

    private static String processOf(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** A number is used again some day; together with the start it isn't. */
    private static String name(ProcessHandle process) {
        return process.pid() + "-" + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean isAlive(String process) {
        return ProcessHandle.of(Long.parseLong(process.substring(0, process.indexOf('-')))).filter(ProcessHandle::isAlive)
                .map(SessionCopies::name).filter(process::equals).isPresent();
    }
}
