package org.digitscope.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownWidthsTest {

    private final List<String> measured = new ArrayList<>();
    private final KnownWidths widths = new KnownWidths((text, size, bold) -> {
        measured.add(text);
        return text.length() * size * (bold ? 2 : 1);
    });

    @Test
    void aTextIsMeasuredOnceForEachSizeAndWeight() {
        assertEquals(20, widths.of("ab", 10, false));
        assertEquals(20, widths.of("ab", 10, false));
        assertEquals(40, widths.of("ab", 10, true));
        assertEquals(24, widths.of("ab", 12, false));
        assertEquals(3, measured.size());
    }

    @Test
    void whatWasNotWrittenForLongIsForgotten() {
        widths.of("old", 10, false);
        for (int i = 0; i < 1000; i++) {
            widths.of("number " + i, 10, false);
            widths.of("kept", 10, false);
        }
        assertEquals(1002, measured.size());
        widths.of("old", 10, false);
        assertEquals(1003, measured.size());
    }
}
