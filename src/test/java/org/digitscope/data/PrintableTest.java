package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatHasNoSignOfItsOwnBecomesAQuestionMarkInEverySentence() {
        assertEquals("Größe 标签 😀 × −", Printable.of("Größe 标签 😀 × −"));
        assertEquals("a?b?c?d?e?f", Printable.of("a\nb\u0000c\u202Ed\uFFFDe\u009Ff"));
        String binary = new String(new byte[] {(byte) 0xFF, 'V', 7, (byte) 0xD8}, StandardCharsets.UTF_8);
        assertEquals("file has \"?V??\"", new UnreadableFileException("file", "has \"" + binary + "\"").getMessage());
    }
}
