package org.digitscope.files.networks;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A protocol buffer message as fields by their numbers. A message within it is read when it is asked for, so that nothing is read deeper
 * than somebody looks, and lengths are compared with the bytes that are there before anything is made of them. All methods throw an
 * {@link InvalidProtocolBufferException} where bytes are no such message.
 */
final class ProtoMessage {

    /** More than the numbers of the largest kernel one by one; a field takes memory beside its bytes. */
    private static final int MOST_FIELDS = 500_000;

    /** Numbers as Long, whatever their width; the bytes of all else as ByteBuffer. */
    private final Map<Integer, List<Object>> fields = new HashMap<>();

    /** @param bytes not copied */
    static ProtoMessage parse(ByteBuffer bytes) throws IOException {
        ProtoMessage message = new ProtoMessage();
        CodedInputStream in = CodedInputStream.newInstance(bytes.duplicate());
        in.enableAliasing(true);
        int count = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Object value = switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT -> in.readInt64();
                case WireFormat.WIRETYPE_FIXED64 -> in.readFixed64();
                case WireFormat.WIRETYPE_FIXED32 -> (long) in.readFixed32();
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.readByteBuffer();
                default -> throw new InvalidProtocolBufferException("a group, which no message here has");
            };
            if (++count > MOST_FIELDS) {
                throw new InvalidProtocolBufferException("more than " + MOST_FIELDS + " fields");
            }
            message.fields.computeIfAbsent(WireFormat.getTagFieldNumber(tag), number -> new ArrayList<>()).add(value);
        }
        return message;
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    /** The last one with this number, as the format wants it. */
    long number(int field, long otherwise) throws IOException {
        List<Object> values = fields.get(field);
        if (values == null) {
            return otherwise;
        }
        if (values.get(values.size() - 1) instanceof Long number) {
            return number;
        }
        throw new InvalidProtocolBufferException("bytes in place of a number");
    }

    float real(int field, float otherwise) throws IOException {
        return has(field) ? Float.intBitsToFloat((int) number(field, 0)) : otherwise;
    }

    /** Empty where there is none. */
    String text(int field) throws IOException {
        List<ByteBuffer> parts = parts(field);
        return parts.isEmpty() ? "" : decoded(parts.get(parts.size() - 1));
    }

    List<String> texts(int field) throws IOException {
        return parts(field).stream().map(ProtoMessage::decoded).toList();
    }

    /** Empty bytes where there are none. */
    ByteBuffer bytes(int field) throws IOException {
        List<ByteBuffer> parts = parts(field);
        return (parts.isEmpty() ? ByteBuffer.allocate(0) : parts.get(parts.size() - 1)).duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An empty one where there is none. */
    ProtoMessage message(int field) throws IOException {
        return parse(bytes(field));
    }

    List<ProtoMessage> messages(int field) throws IOException {
        List<ProtoMessage> messages = new ArrayList<>();
        for (ByteBuffer part : parts(field)) {
            messages.add(parse(part));
        }
        return messages;
    }

    /** Whole numbers one by one or packed. */
    List<Long> numbers(int field) throws IOException {
        return list(field, CodedInputStream::readInt64);
    }

    /** The bits of float32 values, one by one or packed. */
    List<Long> bits32(int field) throws IOException {
        return list(field, in -> (long) in.readFixed32());
    }

    /** The bits of float64 values, one by one or packed. */
    List<Long> bits64(int field) throws IOException {
        return list(field, CodedInputStream::readFixed64);
    }

    private interface Packed {
        long next(CodedInputStream in) throws IOException;
    }

    private List<Long> list(int field, Packed packed) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Object value : fields.getOrDefault(field, List.of())) {
            if (value instanceof Long number) {
                numbers.add(number);
                continue;
            }
            CodedInputStream in = CodedInputStream.newInstance(((ByteBuffer) value).duplicate());
            while (!in.isAtEnd()) {
                numbers.add(packed.next(in));
                if (numbers.size() > MOST_FIELDS) {
                    throw new InvalidProtocolBufferException("more than " + MOST_FIELDS + " numbers");
                }
            }
        }
        return numbers;
    }

    private List<ByteBuffer> parts(int field) throws IOException {
        List<ByteBuffer> parts = new ArrayList<>();
        for (Object value : fields.getOrDefault(field, List.of())) {
            if (!(value instanceof ByteBuffer part)) {
                throw new InvalidProtocolBufferException("a number in place of bytes");
            }
            parts.add(part);
        }
        return parts;
    }

    private static String decoded(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
