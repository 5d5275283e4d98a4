package org.digitscope.files.networks;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes ONNX models that no exporter would write. */
final class OnnxBuilder {

    /** A message being written. */
    static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

        private interface Writing {
            void write() throws IOException;
        }

        private Message write(Writing writing) {
            try {
                writing.write();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return this;
        }

        Message number(int field, long value) {
            return write(() -> out.writeInt64(field, value));
        }

        Message real(int field, float value) {
            return write(() -> out.writeFloat(field, value));
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        Message bytes(int field, byte[] value) {
            return write(() -> out.writeByteArray(field, value));
        }

        byte[] toBytes() {
            write(out::flush);
            return bytes.toByteArray();
        }
    }

    private final Message graph = new Message();

    /** @param attributes each "name=whole number" */
    OnnxBuilder node(String operator, String inputs, String output, String... attributes) {
        Message node = new Message();
        for (String input : inputs.split(" ")) {
            node.text(1, input);
        }
        node.text(2, output).text(3, operator.toLowerCase(Locale.ROOT) + "_of_" + output).text(4, operator);
        for (String attribute : attributes) {
            String[] parts = attribute.split("=");
            Message message = new Message().text(1, parts[0]);
            node.message(5, parts[1].contains(".") ? message.real(2, Float.parseFloat(parts[1])) : message.number(3, Long.parseLong(parts[1])));
        }
        graph.message(1, node);
        return this;
    }

    /** Numbers in the list that is there for floats. */
    OnnxBuilder floats(String name, float[] values, int... shape) {
        Message tensor = tensor(name, 1, shape);
        for (float value : values) {
            tensor.real(4, value);
        }
        return add(tensor);
    }

    OnnxBuilder integers(String name, long... values) {
        Message tensor = tensor(name, 7, values.length);
        for (long value : values) {
            tensor.number(7, value);
        }
        return add(tensor);
    }

    static Message tensor(String name, int type, int... shape) {
        Message tensor = new Message().number(2, type).text(8, name);
        for (int length : shape) {
            tensor.number(1, length);
        }
        return tensor;
    }

    OnnxBuilder add(Message tensor) {
        graph.message(5, tensor);
        return this;
    }

    /** Something else in the graph. */
    OnnxBuilder field(int number, Message message) {
        graph.message(number, message);
        return this;
    }

    OnnxBuilder input(String name, int type, long... shape) {
        Message lengths = new Message();
        for (long length : shape) {
            lengths.message(1, length < 0 ? new Message().text(2, "n") : new Message().number(1, length));
        }
        graph.message(11, new Message().text(1, name).message(2, new Message().message(1, new Message().number(1, type).message(2, lengths))));
        return this;
    }

    OnnxBuilder output(String name) {
        graph.message(12, new Message().text(1, name));
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, new Message().number(1, 7).text(2, "test").message(7, graph).toBytes());
    }
}
