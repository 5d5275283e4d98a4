package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {

    @TempDir
    private Path folder;

    @Test
    void holdsEveryParameterBehindAHeaderAsNumpyWritesIt() throws IOException {
        Parameters parameters = Examples.parameters(20, 1);
        Path file = folder.resolve("all.npy");
        NpyFile.writeAll(file, parameters);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(128 + 4 * 15_910, bytes.capacity());
        String header = new String(bytes.array(), 10, bytes.getShort(8), StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (15910,), }"), header);
        assertTrue(header.endsWith("\n") && 10 + header.length() == 128, header);
        bytes.position(128);
        for (float[] tensor : parameters.arrays()) {
            for (float value : tensor) {
                assertEquals(value, bytes.getFloat());
            }
        }
    }
}
