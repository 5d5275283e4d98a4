package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.Dataset;
import org.digitscope.data.IdxSource;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.IntactEntry;
import org.digitscope.files.PictureFile;

/**
 * Reads data sets that consist of several arrays: NumPy's {@code .npz}, a zip of IDX or {@code .npy} files, or such files beside each
 * other in a folder.
 */
final class ArrayFiles {

    private static final int MOST_FILES = 1000;
    private static final String NAMES = ".*(\\.np[yz]|idx\\d?([-._].*)?|[-._]ubyte.*)(\\.gz)?(\\s*\\(\\d+\\))?(\\.gz)?";
    private static final String TABLES = ".*\\.(csv|tsv|txt)(\\.gz)?";
    private static final String EXPECTED = "; expected IDX files such as train-images-idx3-ubyte, arrays such as x_train.npy, pictures in folders "
            + "0 to 9, or pictures whose names begin with their digit";

    private final Progress progress;
    private final List<String> notices;

    /** @param notices receives what was found out */
    ArrayFiles(Progress progress, List<String> notices) {
        this.progress = progress;
        this.notices = notices;
    }

    /** Whether a folder has files that are named like arrays. */
    boolean areIn(Path folder) throws IOException {
        return !parts(folder, "").isEmpty();
    }

    /** Those of the only data set in a folder. */
    List<Dataset> inFolder(Path folder) throws IOException {
        List<ArrayPart> parts = parts(folder, "");
        if (parts.size() == 1 && parts.get(0).name().endsWith(".npz")) {
            return inZip(folder.resolve(parts.get(0).name()));
        }
        List<String> families = parts.stream().map(ArrayPart::family).distinct().toList();
        if (parts.isEmpty()) {
            throw new UnreadableFileException(folder, "holds " + content(folder) + EXPECTED);
        }
        if (families.size() > 1) {
            throw new UnreadableFileException(folder, "holds several data sets (" + ArraySets.listed(families.stream()
                    .map(family -> family.isEmpty() ? "one without a name" : family).toList()) + "); expected one, or one of its files");
        }
        return sets(name(folder), parts);
    }

    /** The data set that a file belongs to, with those beside it. */
    List<Dataset> around(Path file) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        ArrayPart chosen = part(file);
        List<ArrayPart> parts = new ArrayList<>(parts(folder, ending(chosen.name())));
        boolean alone = parts.stream().allMatch(part -> part.family().equals(chosen.family()));
        parts.removeIf(part -> !part.family().equals(chosen.family()));
        if (parts.stream().noneMatch(part -> part.name().equals(chosen.name()))) {
            parts.add(chosen);
        }
        if (parts.size() == 1) {
            throw new UnreadableFileException(file, "holds " + NumberArray.describe(chosen.source()) + "; expected another file beside it with "
                    + (chosen.kind() == ArrayPart.Kind.LABELS ? "the pictures" : "the labels") + ", named alike, such as "
                    + "x_train.npy and y_train.npy, or train-images-idx3-ubyte and train-labels-idx1-ubyte");
        }
        return sets(alone ? name(folder) : name(folder) + " " + chosen.family(), parts);
    }

    /** Whether two files are parts of one data set, by their names alone. */
    static boolean areOfOne(Path one, Path other) {
        String first = String.valueOf(one.getFileName());
        String second = String.valueOf(other.getFileName());
        return Objects.equals(one.getParent(), other.getParent()) && first.toLowerCase(Locale.ROOT).matches(NAMES)
                && second.toLowerCase(Locale.ROOT).matches(NAMES)
                && ArrayPart.of(first, null).family().equals(ArrayPart.of(second, null).family());
    }

    /** Those in a zip file. */
    List<Dataset> inZip(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = files(zip).limit(MOST_FILES).toList();
            List<ArrayPart> parts = new ArrayList<>();
            for (ZipEntry entry : entries) {
                String inner = entry.getName().replaceFirst("\\.npy$", "");
                IdxSource source = new IdxSource(name + ", " + inner, () -> IntactEntry.open(zip, entry));
                if (entry.getName().toLowerCase(Locale.ROOT).matches(NAMES) || NumberArray.isOne(source)) {
                    parts.add(ArrayPart.of(inner, source));
                }
            }
            if (parts.isEmpty()) {
                throw new UnreadableFileException(name, "holds " + packed(zip));
            }
            // a file of one array, as Kuzushiji-MNIST's, has others beside it
            return parts.size() == 1 ? around(file) : new ArraySets(name, parts, progress, notices).read();
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new UnreadableFileException(name, "is a damaged zip file; expected a .npz or zip file with arrays");
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (IOException damaged) {
            throw new UnreadableFileException(name, "is damaged or cut; expected a .npz or zip file with arrays");
        }
    }

    private static Stream<? extends ZipEntry> files(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX"));
    }

    /** What a zip file has instead of arrays, and what to do about it. */
    private static String packed(ZipFile zip) {
        List<String> names = files(zip).map(ZipEntry::getName).toList();
        List<String> pictures = names.stream().filter(PictureFile::isNamedLikeOne).toList();
        List<String> tables = names.stream().filter(name -> name.toLowerCase(Locale.ROOT).matches(TABLES)).toList();
        String arrays = "arrays such as x_train and y_train, or IDX files such as train-images-idx3-ubyte";
        if (pictures.isEmpty() && tables.isEmpty()) {
            return (names.isEmpty() ? "nothing" : ArraySets.listed(names)) + "; expected a .npz or zip file with " + arrays;
        }
        boolean isOfTables = pictures.size() < tables.size();
        List<String> found = isOfTables ? tables : pictures;
        return (isOfTables ? found.size() == 1 ? "a table" : "tables" : found.size() == 1 ? "a picture" : "pictures") + " ("
                + ArraySets.listed(found) + "); unpack it first and open " + (isOfTables ? "a table" : "the folder") + ", as of a zip file only "
                + "arrays are read: expected " + arrays;
    }

    /** Whether the arrays in a zip file, or the file where it has one only, are named like those of a data set. */
    static boolean areOfDataSet(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().limit(MOST_FILES).map(ZipEntry::getName).collect(Collectors.toCollection(ArrayList::new));
            if (names.size() == 1) {
                names.add(String.valueOf(file.getFileName()));
            }
            return names.stream().anyMatch(name -> ArrayPart.of(name, IdxSource.of(file)).kind() != ArrayPart.Kind.UNKNOWN);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private List<Dataset> sets(String name, List<ArrayPart> parts) throws IOException {
        return new ArraySets(name, parts, progress, notices).read();
    }

    /** Files that are named like arrays or have another ending that is wanted. */
    private static List<ArrayPart> parts(Path folder, String wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                String name = file.getFileName().toString();
                return name.toLowerCase(Locale.ROOT).matches(NAMES) || !wanted.isEmpty() && ending(name).equals(wanted);
            }).sorted().limit(MOST_FILES).map(ArrayFiles::part).toList();
        } catch (IOException unreadable) {
            throw new UnreadableFileException(folder, "can't be listed; expected a folder that may be read");
        }
    }

    private static ArrayPart part(Path file) {
        String name = String.valueOf(file.getFileName());
        return ArrayPart.of(name, new IdxSource(name, () -> name.toLowerCase(Locale.ROOT).endsWith(".npz") ? OnlyEntry.open(file)
                : Files.newInputStream(file)));
    }

    private static String ending(String name) {
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static String content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted()
                    .limit(MOST_FILES).collect(Collectors.toList());
            return names.isEmpty() ? "nothing" : ArraySets.listed(names);
        }
    }
}
