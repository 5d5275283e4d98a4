package org.digitscope.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns a file and who may read and write it, for the one that takes its place.
 *
 * @param posix as POSIX has it; empty where the file system has no such permissions
 */
record Permissions(Optional<PosixFileAttributes> posix) {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final Map<PosixFilePermission, PosixFilePermission> OF_OTHERS = Map.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    /** Those of a new file: as the person has set it up. */
    static final Permissions USUAL = new Permissions(Optional.empty());

    static Permissions of(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        return view == null ? USUAL : new Permissions(Optional.of(view.readAttributes()));
    }

    /** Makes an empty file to be filled. Where it takes the place of another nobody else may read it meanwhile. */
    void create(Path file) throws IOException {
        if (posix.isPresent()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Gives a file that was made so these permissions, as far as this user may: it stays private where that is refused. A group that
     * can't be kept hands no right of its own to another group.
     */
    void giveTo(Path file) {
        posix.ifPresent(kept -> {
            PosixFileAttributeView view = view(file);
            Set<PosixFilePermission> wanted = EnumSet.noneOf(PosixFilePermission.class);
            wanted.addAll(kept.permissions());
            if (!isDone(() -> keepGroup(view, kept))) {
                wanted.removeIf(each -> OF_OTHERS.containsKey(each) && !kept.permissions().contains(OF_OTHERS.get(each)));
            }
            // only root may give files away; for others this changes nothing
            isDone(() -> view.setOwner(kept.owner()));
            isDone(() -> view.setPermissions(wanted));
        });
    }

    private static void keepGroup(PosixFileAttributeView view, PosixFileAttributes kept) throws IOException {
        if (!view.readAttributes().group().equals(kept.group())) {
            view.setGroup(kept.group());
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private static boolean isDone(Change change) {
        try {
            change.make();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
