package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    private static final String ONE_TENSOR = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

    @Test
    void keepsEveryBitAndTheOrder() throws IOException {
        float[] extremes = {Float.MIN_VALUE, -Float.MAX_VALUE, -0f, 0.1f, 1f / 3, Float.MIN_NORMAL};
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z", new Safetensors.Tensor(List.of(2, 3), extremes));
        tensors.put("a \"ü\"\n", new Safetensors.Tensor(List.of(), new float[] {7}));
        tensors.put("empty", new Safetensors.Tensor(List.of(0, 5), new float[0]));
        Map<String, String> metadata = Map.of("key", "text with \"quotes\", → and\nlines");

        byte[] bytes = write(new Safetensors(metadata, tensors));
        Safetensors read = Safetensors.parse("x", bytes);

        assertEquals(metadata, read.metadata());
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.tensors().keySet()));
        assertEquals(List.of(2, 3), read.tensors().get("z").shape());
        assertArrayEquals(bits(extremes), bits(read.tensors().get("z").values()));
        assertArrayEquals(bytes, write(read));
    }

    @Test
    void writesTheFormatToTheByte() throws IOException {
        byte[] bytes = write(new Safetensors(Map.of(),
                Map.of("a", new Safetensors.Tensor(List.of(2), new float[] {1, -2}))));
        int headerLength = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertEquals(0, headerLength % 8, "numbers start at a multiple of 8, so that others can map the file");
        assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0},
                Arrays.copyOfRange(bytes, 8 + headerLength, bytes.length));
    }

    @Test
    void readsTensorsInAnyOrder() throws IOException {
        Safetensors read = Safetensors.parse("x", file("{'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]},"
                + "'a':{'dtype':'F32','shape':[1,1],'data_offsets':[0,4]}}  ", floats(1, 2)));
        assertArrayEquals(new float[] {2}, read.tensors().get("b").values());
        assertArrayEquals(new float[] {1}, read.tensors().get("a").values());
    }

    @Test
    void refusesABrokenStart() {
        refused(new byte[7], "holds only 7 bytes; expected a safetensors file");
        refused("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "bytes, but only 13 follow");
        refused(start(-1), "promises a header of 18446744073709551615 bytes, but only 0 follow");
        refused(start(1), "promises a header of 1 bytes, but only 0 follow; expected a complete safetensors file");
        byte[] large = Arrays.copyOf(start(2_000_000), 2_000_008);
        refused(large, "has a header of 2000000 bytes; expected at most 1048576");
    }

    @Test
    void refusesAHeaderThatIsNoPlainJsonObject() {
        String expected = "has a broken header; expected one JSON object in which no key comes twice";
        for (String header : List.of("", " ", "[]", "1", "null", "{", "{'a'}", "{} {}", "{}x", "\u0000",
                "{'__metadata__':{},'__metadata__':{}}", "{" + ONE_TENSOR + "," + ONE_TENSOR + "}",
                "{'__metadata__':{'a':'1','a':'2'}}", "{'a':{'dtype':'F32','dtype':'F32'}}", "[".repeat(100_000),
                "{'a':{'shape':[1" + "0".repeat(5000) + "]}}")) {
            refused(file(header), expected);
        }
        refused(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', (byte) 0xFF}, "has a header that is no UTF-8 text");
        refused(file("{}", new byte[3]), "has 3 unused bytes at its end; expected none");
    }

    @Test
    void refusesMetadataThatIsNoText() {
        refused(file("{'__metadata__':[1]}"), "has \"[1]\" as its metadata; expected an object of texts");
        refused(file("{'__metadata__':{'step':5}}"), "has \"5\" as its metadata \"step\"; expected a text");
    }

    @Test
    void refusesOtherElementTypes() {
        refusedTensor("{'dtype':'I32','shape':[2],'data_offsets':[0,8]}",
                "is of dtype \"I32\"; expected F32, F16, BF16 or F64");
        refusedTensor("{'dtype':1,'shape':[2],'data_offsets':[0,8]}", "has \"1\" as its dtype; expected F32");
        refusedTensor("{'shape':[2],'data_offsets':[0,8]}", "has nothing as its dtype; expected F32");
        refusedTensor("[]", "has nothing as its dtype; expected F32");
    }

    @Test
    void refusesShapesThatAreNoLengths() {
        for (String shape : List.of("2", "'2'", "[-2]", "[2.0]", "['2']", "[null]", "[2147483648]",
                "[18446744073709551618]", "{}", "null")) {
            refusedTensor("{'dtype':'F32','shape':" + shape + ",'data_offsets':[0,8]}",
                    "as its shape; expected a list of whole numbers from 0 to 2147483647");
        }
        refusedTensor("{'dtype':'F32','data_offsets':[0,8]}", "has nothing as its shape");
    }

    @Test
    void refusesAShapeThatIsNotThatOfItsBytes() {
        // the last two would be right if the product overflowed: 2^64 + 2 elements, and 2^62 elements of 4 bytes
        for (String shape : List.of("[3]", "[]", "[2,0]", "[1,2,2]", "[1073741824,1073741824,16,2]",
                "[2147483647,2147483647,2147483647]")) {
            refusedTensor("{'dtype':'F32','shape':" + shape + ",'data_offsets':[0,8]}",
                    "has 8 bytes; expected 4 for each value of its shape");
        }
        refusedTensor("{'dtype':'F32','shape':[1],'data_offsets':[0,7]}", "has 7 bytes; expected 4 for each value");
    }

    @Test
    void refusesOffsetsOutsideTheFile() {
        for (String offsets : List.of("[0,9]", "[8,0]", "[0]", "[0,4,8]", "[]")) {
            refusedTensor("{'dtype':'F32','shape':[2],'data_offsets':" + offsets + "}",
                    "expected a begin and an end within the 8 bytes after the header");
        }
        for (String offsets : List.of("[-8,0]", "[0,8.0]", "[0,99999999999]", "8")) {
            refusedTensor("{'dtype':'F32','shape':[2],'data_offsets':" + offsets + "}",
                    "as its data_offsets; expected a list of whole numbers from 0 to 2147483647");
        }
    }

    @Test
    void refusesOverlapsAndGaps() {
        String b = ",'b':{'dtype':'F32','shape':[1],'data_offsets':";
        refused(file("{" + ONE_TENSOR + b + "[4,8]}}", floats(1, 2)),
                "tensor \"b\" overlaps another one; expected each byte to belong to one tensor");
        refused(file("{" + ONE_TENSOR + b + "[12,16]}}", floats(1, 2, 3, 4)),
                "has 4 unused bytes before tensor \"b\"; expected none");
        refused(file("{" + ONE_TENSOR + "}", floats(1, 2, 3)), "has 4 unused bytes at its end; expected none");
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        refused(file("{" + ONE_TENSOR + "}", floats(1, Float.NaN)),
                "tensor \"a\" holds NaN at index 1; expected finite numbers");
        refused(file("{" + ONE_TENSOR + "}", floats(Float.NEGATIVE_INFINITY, 1)), "holds -Infinity at index 0");
    }

    @Test
    void theSentenceStaysOneShortLineWhateverTheFileSays() {
        String name = "line\\nbreak".repeat(10_000);
        String message = assertThrows(UnreadableFileException.class,
                () -> Safetensors.parse("net.safetensors", file("{'" + name + "':{}}"))).getMessage();
        assertTrue(message.length() < 250 && !message.contains("\n"), message);
    }

    @Test
    void refusesFilesBeforeReadingThem(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("net.safetensors");
        refused(file, "does not exist; expected a safetensors file");
        Files.createFile(file);
        refused(file, "is empty; expected a safetensors file");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10_000_000_000L);
        }
        refused(file, "is 10000000000 bytes large; expected a safetensors file of at most 67108864 bytes");
        refused(Files.createDirectory(directory.resolve("folder")), "is a folder; expected a safetensors file");
    }

    static byte[] write(Safetensors content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** A file with the given header, in which ' stands for ". */
    private static byte[] file(String header, byte... data) {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length).put(json).put(data).array();
    }

    private static byte[] start(long headerLength) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(headerLength).array();
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    private static void refusedTensor(String entry, String expected) {
        refused(file("{'a':" + entry + "}", floats(1, 2)), "can't be used: tensor \"a\" ");
        refused(file("{'a':" + entry + "}", floats(1, 2)), expected);
    }

    private static void refused(byte[] bytes, String expected) {
        String message = assertThrows(UnreadableFileException.class,
                () -> Safetensors.parse("net.safetensors", bytes)).getMessage();
        assertTrue(message.startsWith("net.safetensors ") && message.contains(expected), message);
    }

    private static void refused(Path file, String expected) {
        String message = assertThrows(UnreadableFileException.class, () -> Safetensors.read(file)).getMessage();
        assertEquals(file.getFileName() + " " + expected, message);
    }
}
