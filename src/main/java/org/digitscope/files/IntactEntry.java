package org.digitscope.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The bytes of an entry of a zip file, compared with its checksum as they end, which {@link ZipFile} leaves out. */
public final class IntactEntry extends FilterInputStream {

    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();

    private IntactEntry(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    /** Throws a {@link ZipException} at the end of what is damaged. */
    public static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
        return new IntactEntry(zip.getInputStream(entry), entry);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            crc.update(value);
        } else {
            check();
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count >= 0) {
            crc.update(bytes, offset, count);
        } else {
            check();
        }
        return count;
    }

    /** What is skipped has to be read for its checksum. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, Integer.MAX_VALUE - 8)).length;
    }

    /** Going back would count bytes twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() throws ZipException {
        if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
            throw new ZipException(entry.getName() + " is damaged: it has another checksum than the file says");
        }
    }
}
