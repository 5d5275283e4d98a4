package org.digitscope.files;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A protocol buffer message being written: fields by their numbers, in the order of the calls. */
public final class ProtoBuilder {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    public ProtoBuilder number(int field, long value) throws IOException {
        out.writeInt64(field, value);
        return this;
    }

    /** A field of type float. */
    public ProtoBuilder real(int field, float value) throws IOException {
        out.writeFloat(field, value);
        return this;
    }

    /** A field of type double. */
    public ProtoBuilder real(int field, double value) throws IOException {
        out.writeDouble(field, value);
        return this;
    }

    /** A repeated field of type double, packed. */
    public ProtoBuilder reals(int field, double[] values) throws IOException {
        ByteBuffer packed = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        packed.asDoubleBuffer().put(values);
        return data(field, packed.array());
    }

    public ProtoBuilder text(int field, String value) throws IOException {
        return data(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public ProtoBuilder message(int field, ProtoBuilder value) throws IOException {
        return data(field, value.bytes());
    }

    public ProtoBuilder data(int field, byte[] value) throws IOException {
        out.writeByteArray(field, value);
        return this;
    }

    /** The message so far. */
    public byte[] bytes() throws IOException {
        out.flush();
        return bytes.toByteArray();
    }
}
