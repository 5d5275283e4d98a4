package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MemoryLimitTest {

    @Test
    void whatNeedsMoreIsRefusedByName() {
        assertDoesNotThrow(() -> MemoryLimit.check("a.csv", 1L << 30, 1L << 30));
        assertEquals("a.csv needs more than 1.0 GB of memory; expected a file that needs less, or more memory for Java (-Xmx)",
                assertThrows(UnreadableFileException.class, () -> MemoryLimit.check("a.csv", (1L << 30) + 1, 1L << 30)).getMessage());
        assertThrows(UnreadableFileException.class, () -> MemoryLimit.check("a.csv", Runtime.getRuntime().maxMemory()));
    }
}
