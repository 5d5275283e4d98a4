package org.digitscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenLayersTest {

    @Test
    void areReadAsPeopleWriteThem() {
        assertEquals(List.of(20), Architecture.parseHidden("20"));
        assertEquals(List.of(64, 32), Architecture.parseHidden("64, 32"));
        assertEquals(List.of(64, 32, 16), Architecture.parseHidden(" 64 ,32;16 "));
        assertEquals(List.of(512, 1, 2, 3), Architecture.parseHidden("512 1 2 3"));
        assertEquals(List.of(), Architecture.parseHidden("  "));
        assertEquals(List.of(), Architecture.parseHidden(" None"));
    }

    @Test
    void areWrittenAsTheyAreRead() {
        assertEquals("64, 32", Architecture.relu(64, 32).hiddenText());
        assertEquals("none", Architecture.relu().hiddenText());
        assertEquals("784 → 64 → 32 → 10", Architecture.relu(64, 32).toString());
        assertEquals("784 → 10", Architecture.relu().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "513", "-1", "1, 2, 3, 4, 5", "20,", ",20", "x", "2.5", "20,,20", "99999999999"})
    void anythingElseIsRefusedInASentenceThatNamesIt(String text) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> Architecture.parseHidden(text)).getMessage();
        assertTrue(sentence.startsWith("hidden layers must be") && sentence.contains(text), sentence);
    }
}
