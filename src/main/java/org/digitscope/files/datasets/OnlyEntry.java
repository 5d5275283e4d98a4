package org.digitscope.files.datasets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.IntactEntry;

/** The bytes of the only array in a {@code .npz} file; the file is closed with them. */
final class OnlyEntry extends FilterInputStream {

    private final ZipFile zip;

    private OnlyEntry(ZipFile zip, InputStream in) {
        super(in);
        this.zip = zip;
    }

    static InputStream open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).limit(2).toList();
            if (entries.size() != 1) {
                throw new UnreadableFileException(file, "holds more or fewer than one array; expected one, as others lie beside it");
            }
            return new OnlyEntry(zip, IntactEntry.open(zip, entries.get(0)));
        } catch (IOException problem) {
            zip.close();
            throw problem;
        } catch (RuntimeException damaged) {
            zip.close();
            throw new ZipException("names in it are not valid");
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        zip.close();
    }
}
