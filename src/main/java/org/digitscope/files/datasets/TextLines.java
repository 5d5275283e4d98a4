package org.digitscope.files.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.digitscope.data.UnreadableFileException;

/** The lines of a text, as bytes: UTF-8 and its relatives as they are, UTF-16 as far as it is ASCII. Empty lines are passed over. */
final class TextLines {

    private static final int LONGEST_LINE = 1 << 17;
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private int at;
    private boolean afterReturn;
    private final byte[] text = new byte[LONGEST_LINE];
    private int length;
    private int lines;
    private int number;
    private long consumed;

    /**
     * @param name of the file, for sentences
     * @param in unpacked; must be able to go back to a mark
     */
    TextLines(String name, InputStream in) throws IOException {
        this.name = name;
        in.mark(3);
        byte[] start = in.readNBytes(3);
        in.reset();
        int first = start.length > 1 ? (start[0] & 0xFF) << 8 | start[1] & 0xFF : 0;
        boolean utf8Mark = first == 0xEFBB;
        boolean littleEndian = first == 0xFFFE || start.length > 1 && start[1] == 0;
        boolean bigEndian = first == 0xFEFF || start.length > 1 && start[0] == 0;
        if (littleEndian || bigEndian) {
            this.in = new Ascii(in, littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, first >= 0xFEFF);
        } else {
            this.in = in;
            in.skipNBytes(utf8Mark ? 3 : 0);
        }
    }

    /** Goes to the next line that isn't empty; false at the end. */
    boolean next(String expected) throws IOException {
        length = 0;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer, 0, BUFFER);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    number = lines + 1;
                    return length > 0;
                }
                consumed += filled;
            }
            byte letter = buffer[at++];
            if (letter == '\n' && afterReturn) {
                afterReturn = false;
            } else if (letter == '\n' || letter == '\r') {
                afterReturn = letter == '\r';
                lines++;
                if (length > 0) {
                    number = lines;
                    return true;
                }
            } else {
                afterReturn = false;
                if (length == LONGEST_LINE) {
                    throw new UnreadableFileException(name, "has a line of more than " + LONGEST_LINE + " characters" + expected);
                }
                text[length++] = letter;
            }
        }
    }

    /** Of the line; longer than it, and the same array every time. */
    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** Of the line, the first one of the file is 1. */
    int number() {
        return number;
    }

    /** How many bytes were read. */
    long consumed() {
        return consumed;
    }

    /** Makes bytes of UTF-16, with a question mark for everything that isn't ASCII. */
    private static final class Ascii extends InputStream {
        private final Reader letters;

        private Ascii(InputStream in, Charset charset, boolean marked) throws IOException {
            letters = new BufferedReader(new InputStreamReader(in, charset));
            if (marked) {
                letters.read();
            }
        }

        @Override
        public int read() throws IOException {
            int letter = letters.read();
            return letter > 0x7E ? '?' : letter;
        }
    }
}
