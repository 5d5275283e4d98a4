package org.digitscope.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file; the same parts make the same file, whenever and wherever. */
public final class ZipContent {

    private final ZipOutputStream zip;

    /** @param out left open */
    public ZipContent(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Adds a part of text, packed. */
    public ZipContent put(String name, String text) throws IOException {
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        return write(new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a part of numbers as it is: they hardly shrink, and saving must be quick. */
    public ZipContent put(String name, byte[] numbers) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(numbers);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(numbers.length);
        entry.setCrc(crc.getValue());
        return write(entry, numbers);
    }

    /** Ends the file. */
    public void finish() throws IOException {
        zip.finish();
    }

    private ZipContent write(ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        return this;
    }
}
