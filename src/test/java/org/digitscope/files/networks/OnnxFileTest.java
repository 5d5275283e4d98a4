package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the bytes of an ONNX file, and what other programs make of it. */
class OnnxFileTest {

    private static final Parameters NETWORK = Examples.parameters(20, 4);

    @TempDir
    private Path folder;

    @Test
    void weightsLieAsOutputsTimesInputsAndGemmIsToldSo() throws IOException {
        Path file = folder.resolve("net.onnx");
        NetworkFiles.write(file, NETWORK);
        Map<Integer, List<Object>> graph = fields(bytes(fields(ByteBuffer.wrap(Files.readAllBytes(file))), 7, 0));
        List<String> operators = new ArrayList<>();
        for (int i = 0; i < graph.get(1).size(); i++) {
            Map<Integer, List<Object>> node = fields(bytes(graph, 1, i));
            operators.add(text(node, 4));
            if (text(node, 4).equals("Gemm")) {
                Map<Integer, List<Object>> attribute = fields(bytes(node, 5, 0));
                assertEquals(1, node.get(5).size());
                assertEquals("transB", text(attribute, 1));
                assertEquals(List.of(1L), attribute.get(3));
                assertEquals(List.of(2L), attribute.get(20), "an integer");
            }
        }
        assertEquals(List.of("Gemm", "Relu", "Gemm", "Softmax"), operators);
        assertEquals(4, graph.get(5).size());
        assertTensor(graph, 0, "layer_1.weight", List.of(20L, 784L), transposed(NETWORK.layer(1)));
        assertTensor(graph, 1, "layer_1.bias", List.of(20L), NETWORK.layer(1).bias().data);
        assertTensor(graph, 2, "layer_2.weight", List.of(10L, 20L), transposed(NETWORK.layer(2)));
        assertTensor(graph, 3, "layer_2.bias", List.of(10L), NETWORK.layer(2).bias().data);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"cv2", "onnx"})
    void anotherProgramIsContent(String module) throws IOException, InterruptedException, URISyntaxException {
        Python python = Python.with(module);
        for (Architecture architecture : SampleNetworks.architectures().toList()) {
            Parameters network = SampleNetworks.network(architecture);
            NetworkFiles.write(folder.resolve("net.onnx"), network);
            NetworkFiles.write(folder.resolve("net.npz"), network);
            Path script = Path.of(OnnxFileTest.class.getResource("/onnx/" + module + "_check.py").toURI());
            Python.Outcome outcome = python.run(script.toString(), folder.resolve("net.onnx").toString(), folder.resolve("net.npz").toString());
            assertEquals("content", outcome.text().strip(), architecture.toString());
            assertEquals(0, outcome.code());
        }
    }

    private static void assertTensor(Map<Integer, List<Object>> graph, int index, String name, List<Long> shape, float[] values) {
        Map<Integer, List<Object>> tensor = fields(bytes(graph, 5, index));
        assertEquals(name, text(tensor, 8));
        assertEquals(shape, tensor.get(1));
        float[] stored = new float[values.length];
        bytes(tensor, 9, 0).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(stored);
        assertArrayEquals(values, stored);
    }

    private static float[] transposed(Layer layer) {
        float[] turned = new float[layer.inputs() * layer.outputs()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = layer.kernel().get(i % layer.inputs(), i / layer.inputs());
        }
        return turned;
    }

    /** The fields of a protocol buffer message by their numbers: numbers as Long, all else as bytes. */
    private static Map<Integer, List<Object>> fields(ByteBuffer message) {
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        while (message.hasRemaining()) {
            long key = varint(message);
            Object value = (key & 7) == 0 ? varint(message) : part(message, (int) varint(message));
            fields.computeIfAbsent((int) (key >> 3), number -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static ByteBuffer part(ByteBuffer message, int length) {
        ByteBuffer part = message.slice(message.position(), length);
        message.position(message.position() + length);
        return part;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = message.get();
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static ByteBuffer bytes(Map<Integer, List<Object>> fields, int number, int index) {
        return ((ByteBuffer) fields.get(number).get(index)).duplicate();
    }

    private static String text(Map<Integer, List<Object>> fields, int number) {
        return StandardCharsets.UTF_8.decode(bytes(fields, number, 0)).toString();
    }
}
