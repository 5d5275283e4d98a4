package org.digitscope.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an IDX file keeps numbers, each high byte first. */
enum IdxType {

    UNSIGNED_BYTE(0x08, "unsigned byte", Byte.BYTES), SIGNED_BYTE(0x09, "signed byte", Byte.BYTES), SHORT(0x0B, "short", Short.BYTES),
    INT(0x0C, "int", Integer.BYTES), FLOAT(0x0D, "float", Float.BYTES), DOUBLE(0x0E, "double", Double.BYTES);

    private final int code;
    private final String label;
    private final int bytes;

    IdxType(int code, String label, int bytes) {
        this.code = code;
        this.label = label;
        this.bytes = bytes;
    }

    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == (code & 0xFF)).findFirst();
    }

    /** A type for people, known or not, such as "float (0x0D)". */
    static String name(int code) {
        return String.format(Locale.ROOT, "%s (0x%02X)", of(code).map(type -> type.label).orElse("unknown"), code & 0xFF);
    }

    String label() {
        return label;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    float next(ByteBuffer buffer) {
        return switch (this) {
            case UNSIGNED_BYTE -> buffer.get() & 0xFF;
            case SIGNED_BYTE -> buffer.get();
            case SHORT -> buffer.getShort();
            case INT -> buffer.getInt();
            case FLOAT -> buffer.getFloat();
            case DOUBLE -> (float) buffer.getDouble();
        };
    }
}
