package org.digitscope.files.networks;

import io.jhdf.checksum.ChecksumUtils;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an HDF5 file: groups, float32 arrays and attributes of texts, each in the newest form that has a fixed length. Source: HDF5 File
 * Format Specification 3.0. (The library that reads such files writes them too, but damages a group that is empty, which Keras needs.)
 *
 * <p>Objects lie one behind the other, each before the group that names it; the superblock in front names the outermost group.
 */
final class HdfWriter {

    /** What a file consists of. */
    sealed interface Node permits Group, Array {
    }

    /**
     * A group.
     *
     * @param children by their names
     * @param attributes texts or lists of texts
     */
    record Group(Map<String, Node> children, Map<String, Object> attributes) implements Node {

        Group() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        /** Adds a child, and returns this group. */
        Group with(String name, Node child) {
            children.put(name, child);
            return this;
        }

        /** Adds an attribute, a text or a list of texts, and returns this group. */
        Group withAttribute(String name, Object value) {
            attributes.put(name, value);
            return this;
        }
    }

    /** An array of float32 values, row by row. */
    record Array(int[] shape, float[] values) implements Node {
    }

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final int SUPERBLOCK = 48;
    private static final long NOWHERE = -1;

    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int DATA_LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0A;
    private static final int ATTRIBUTE = 0x0C;
    private static final int ATTRIBUTE_INFO = 0x15;

    /** IEEE 754 binary32, little-endian: bit fields, size, bit offset, precision, where exponent and mantissa lie, bias. */
    private static final byte[] FLOAT32 = {0x11, 0x20, 0x1F, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0};

    private final ByteArrayOutputStream objects = new ByteArrayOutputStream();

    private HdfWriter() {
    }

    /** The bytes of a file with this outermost group. */
    static byte[] bytes(Group root) {
        HdfWriter writer = new HdfWriter();
        long address = writer.write(root);
        ByteBuffer file = buffer(SUPERBLOCK + writer.objects.size());
        file.put(SIGNATURE).put(new byte[] {2, Long.BYTES, Long.BYTES, 0}).putLong(0).putLong(NOWHERE).putLong(file.capacity())
                .putLong(address).putInt(ChecksumUtils.checksum(copyOf(file, SUPERBLOCK - Integer.BYTES)));
        return file.put(writer.objects.toByteArray()).array();
    }

    private long write(Node node) {
        return node instanceof Group group ? writeGroup(group) : writeArray((Array) node);
    }

    private long writeGroup(Group group) {
        Messages messages = new Messages()
                .add(LINK_INFO, buffer(18).put(new byte[2]).putLong(NOWHERE).putLong(NOWHERE))
                .add(GROUP_INFO, buffer(2));
        if (!group.attributes.isEmpty()) {
            messages.add(ATTRIBUTE_INFO, buffer(18).put(new byte[2]).putLong(NOWHERE).putLong(NOWHERE));
        }
        group.attributes.forEach((name, value) -> messages.add(ATTRIBUTE, attribute(name, value)));
        group.children.forEach((name, child) -> {
            byte[] text = utf8(name);
            // version 1; a character set follows; it is UTF-8; the length of the name in one byte
            messages.add(LINK, buffer(4 + text.length + Long.BYTES).put(new byte[] {1, 0x10, 1, (byte) text.length}).put(text)
                    .putLong(write(child)));
        });
        return append(messages.header());
    }

    private long writeArray(Array array) {
        ByteBuffer values = buffer(Float.BYTES * array.values.length);
        values.asFloatBuffer().put(array.values);
        long data = append(values.array());
        // layout: version 3, contiguous; fill value: version 3, space allocated early, no value
        return append(new Messages()
                .add(DATATYPE, buffer(FLOAT32.length).put(FLOAT32))
                .add(DATASPACE, dataspace(array.shape))
                .add(FILL_VALUE, buffer(2).put(new byte[] {3, 0x11}))
                .add(DATA_LAYOUT, buffer(18).put(new byte[] {3, 1}).putLong(data).putLong(values.capacity())).header());
    }

    private static ByteBuffer attribute(String name, Object value) {
        List<byte[]> texts = (value instanceof List<?> list ? list : List.of(value)).stream().map(text -> utf8(text.toString())).toList();
        int longest = Math.max(1, texts.stream().mapToInt(text -> text.length).max().orElse(1));
        byte[] title = utf8(name + "\0");
        ByteBuffer shape = value instanceof List<?> list ? dataspace(list.size()) : dataspace();
        // version 3; datatype: version 1, texts of fixed length, filled up with zeros, UTF-8
        ByteBuffer message = buffer(9 + title.length + 8 + shape.capacity() + longest * texts.size()).put(new byte[] {3, 0})
                .putShort((short) title.length).putShort((short) 8).putShort((short) shape.capacity()).put((byte) 1).put(title)
                .put(new byte[] {0x13, 0x11, 0, 0}).putInt(longest).put(shape.array());
        for (byte[] text : texts) {
            message.put(text).put(new byte[longest - text.length]);
        }
        return message;
    }

    /** Version 2; without lengths it is that of a single value. */
    private static ByteBuffer dataspace(int... lengths) {
        ByteBuffer message = buffer(4 + Long.BYTES * lengths.length).put(new byte[] {2, (byte) lengths.length, 0,
            (byte) (lengths.length == 0 ? 0 : 1)});
        for (int length : lengths) {
            message.putLong(length);
        }
        return message;
    }

    private long append(byte[] object) {
        long address = SUPERBLOCK + objects.size();
        objects.writeBytes(object);
        return address;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] copyOf(ByteBuffer buffer, int length) {
        byte[] copy = new byte[length];
        buffer.get(0, copy);
        return copy;
    }

    /** The messages of an object header. */
    private static final class Messages {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        private Messages add(int type, ByteBuffer body) {
            out.writeBytes(buffer(4).put((byte) type).putShort((short) body.capacity()).array());
            out.writeBytes(body.array());
            return this;
        }

        /** Version 2, the length in four bytes, a checksum behind. */
        private byte[] header() {
            ByteBuffer header = buffer(10 + out.size() + Integer.BYTES).put(utf8("OHDR")).put(new byte[] {2, 2}).putInt(out.size())
                    .put(out.toByteArray());
            return header.putInt(ChecksumUtils.checksum(copyOf(header, header.position()))).array();
        }
    }
}
