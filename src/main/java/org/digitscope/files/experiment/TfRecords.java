package org.digitscope.files.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Records as TensorFlow frames them: the length as 64 bits, its checksum, the bytes, their checksum, all little-endian. A checksum is
 * CRC-32C, rotated to the right by 15 bits, plus a constant, so that checksums within the bytes do no harm.
 */
final class TfRecords {

    private static final int MASK = 0xA282EAD8;
    private static final int ROTATION = 15;

    private final OutputStream out;

    TfRecords(OutputStream out) {
        this.out = out;
    }

    void write(byte[] record) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + record.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(record.length).putInt(checksum(frame.array(), Long.BYTES)).put(record).putInt(checksum(record, record.length));
        out.write(frame.array());
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return Integer.rotateRight((int) checksum.getValue(), ROTATION) + MASK;
    }
}
