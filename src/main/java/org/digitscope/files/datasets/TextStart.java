package org.digitscope.files.datasets;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say about its letters. */
final class TextStart {

    private TextStart() {
    }

    /** Whether it is UTF-16: with a byte order mark, or plain letters each of which has a zero beside it. */
    static boolean isUtf16(byte[] start) {
        if (start.length < 2) {
            return false;
        }
        int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return true;
        }
        int zeros = start[0] == 0 ? 0 : 1;
        for (int i = 0; i + 1 < start.length; i += 2) {
            if (start[i + zeros] != 0 || !isText(start[i + 1 - zeros])) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is no text, neither in UTF-8 nor in an older code page. */
    static boolean isBinary(byte[] start) {
        for (byte each : start) {
            if (!isText(each)) {
                return true;
            }
        }
        long noLetters = new String(start, StandardCharsets.UTF_8).chars().filter(letter -> letter == 0xFFFD).count();
        return 4 * noLetters > start.length;
    }

    private static boolean isText(byte letter) {
        return letter < 0 || letter >= ' ' && letter != 0x7F || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f';
    }
}
