package org.digitscope.files;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a file really is, by its first bytes and whatever its name. Two bytes are never enough: a safetensors file begins with the length
 * of its header, which can be any number.
 */
public enum FileKind {

    SAFETENSORS("a safetensors file", FileKind::isSafetensors),
    NPY("a NumPy array", start -> begins(start, "\u0093NUMPY")),
    HDF5("an HDF5 file", start -> begins(start, "\u0089HDF")),
    IDX("an IDX file, as MNIST's pictures and labels are", FileKind::isIdx),
    PICKLE("a Python pickle (.pkl, .pt, joblib)", FileKind::isPickle),
    COMPRESSED_PICKLE("a compressed pickle (joblib)", FileKind::isCompressedPickle),
    JAVA_OBJECT("a serialized Java object", start -> begins(start, "\u00AC\u00ED\0\u0005")),
    ZIP("a zip file", start -> begins(start, "PK\u0003\u0004") || begins(start, "PK\u0005\u0006") || begins(start, "PK\u0007\b")),
    GZIP("packed with gzip", start -> begins(start, "\u001F\u008B\b")),
    ARCHIVE("a packed archive", start -> begins(start, "7z\u00BC\u00AF") || begins(start, "\u00FD7zXZ") || begins(start, "BZh")
            || begins(start, "Rar!")),
    LFS_POINTER("a Git LFS pointer, which stands for a file that is still to be fetched with 'git lfs pull'",
            start -> begins(start, "version https://git-lfs")),
    HTML("a web page (HTML), as often comes instead of a file that was to be downloaded", FileKind::isHtml),
    PICTURE("a picture", start -> begins(start, "\u0089PNG") || begins(start, "\u00FF\u00D8\u00FF") || begins(start, "GIF8")
            || begins(start, "BM") && start.length > 9 && zeros(start, 6, 10) || begins(start, "II*\0") || begins(start, "MM\0*")),
    PDF("a PDF document", start -> begins(start, "%PDF-")),
    ONNX("an ONNX model", FileKind::isOnnx);

    /** How many of a file's first bytes should be looked at; fewer will do where there are no more. */
    public static final int START = 512;

    private static final int PROTO = 0x80;
    private static final int NEWEST_PICKLE = 5;
    /** No operation of a pickle has a smaller number. */
    private static final int FIRST_PICKLE_OPERATION = '(';
    /** Fields of ONNX's ModelProto with what they are: 1 is a number; 2, 3, 4 and 6 are texts, 5 a number, 8 the operators' version. */
    private static final int ONNX_VERSION = 1 << 3;
    private static final int ONNX_GRAPH = 7 << 3 | 2;
    private static final Set<Integer> BEFORE_GRAPH = Set.of(2 << 3 | 2, 3 << 3 | 2, 4 << 3 | 2, 5 << 3, 6 << 3 | 2, 8 << 3 | 2);
    private static final String IDX_TYPES = "\b\t\u000B\f\r\u000E";

    private final String what;
    private final Predicate<byte[]> recognizes;

    FileKind(String what, Predicate<byte[]> recognizes) {
        this.what = what;
        this.recognizes = recognizes;
    }

    /** What "this file is", for a sentence. */
    public String what() {
        return what;
    }

    /**
     * The kind of a file.
     *
     * @param start its first {@link #START} bytes, or all
     * @return empty for text, tables and whatever else is not told by its beginning
     */
    public static Optional<FileKind> of(byte[] start) {
        return Stream.of(values()).filter(kind -> kind.recognizes.test(start)).findFirst();
    }

    private static boolean begins(byte[] start, String letters) {
        return new String(start, 0, Math.min(letters.length(), start.length), StandardCharsets.ISO_8859_1).equals(letters);
    }

    private static boolean zeros(byte[] start, int from, int to) {
        for (int i = from; i < to; i++) {
            if (start[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The length of a header in eight bytes, and a header in JSON. */
    private static boolean isSafetensors(byte[] start) {
        if (start.length <= Long.BYTES || start[Long.BYTES] != '{') {
            return false;
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length > 0 && length <= SafetensorsParser.MAX_HEADER;
    }

    /** Two zero bytes, a type, and some dimensions that are less than 256³. */
    private static boolean isIdx(byte[] start) {
        return start.length > 4 && zeros(start, 0, 2) && IDX_TYPES.indexOf(start[2]) >= 0 && start[3] >= 1 && start[3] <= 4 && start[4] == 0;
    }

    /** From protocol 2 on a pickle begins with PROTO and its number, and then comes the first operation. */
    private static boolean isPickle(byte[] start) {
        return start.length > 2 && (start[0] & 0xFF) == PROTO && start[1] >= 2 && start[1] <= NEWEST_PICKLE
                && (start[2] & 0xFF) >= FIRST_PICKLE_OPERATION;
    }

    private static boolean isCompressedPickle(byte[] start) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(start);
            byte[] unpacked = new byte[3];
            return start.length > 0 && start[0] == 'x' && inflater.inflate(unpacked) == unpacked.length && isPickle(unpacked);
        } catch (DataFormatException notPacked) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** A protocol buffer message: first the number of the format's version, then single texts and numbers, then the graph. */
    private static boolean isOnnx(byte[] start) {
        if (start.length == 0 || start[0] != ONNX_VERSION) {
            return false;
        }
        CodedInputStream fields = CodedInputStream.newInstance(start);
        try {
            if (fields.readTag() != ONNX_VERSION || fields.readRawVarint64() - 1 >>> 7 != 0) {
                return false;
            }
            int tag = fields.readTag();
            while (BEFORE_GRAPH.contains(tag)) {
                fields.skipField(tag);
                tag = fields.readTag();
            }
            return tag == ONNX_GRAPH;
        } catch (IOException longText) {
            return start.length == START;
        }
    }

    private static boolean isHtml(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        return Stream.of("<!doctype html", "<html", "<head", "<body", "<script").anyMatch(text::startsWith);
    }
}
