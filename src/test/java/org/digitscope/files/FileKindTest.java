package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindTest {

    @TempDir
    private Path folder;

    @Test
    void aSafetensorsFileIsOneWhateverTheLengthOfItsHeader() throws IOException {
        Parameters network = Examples.parameters(1, 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Safetensors(Map.of(), Safetensors.tensors(network)).writeTo(out);
        byte[] plain = out.toByteArray();
        int usual = plain[0] & 0xFF | (plain[1] & 0xFF) << 8;
        Path file = folder.resolve("net");
        for (int length = 8; length <= 4096; length++) {
            byte[] start = start(length);
            assertEquals(Optional.of(FileKind.SAFETENSORS), FileKind.of(start), "a header of " + length + " bytes");
            if (length >= usual) {
                // blanks behind the header are allowed
                byte[] longer = new byte[plain.length + length - usual];
                Arrays.fill(longer, (byte) ' ');
                System.arraycopy(plain, Long.BYTES, longer, Long.BYTES, usual);
                System.arraycopy(start, 0, longer, 0, Long.BYTES);
                int data = plain.length - Long.BYTES - usual;
                System.arraycopy(plain, plain.length - data, longer, longer.length - data, data);
                assertEquals(network.checksum(), NetworkFiles.read(Files.write(file, longer)).parameters().checksum(), "a header of " + length);
            }
        }
        for (int length = 4096; length <= SafetensorsParser.MAX_HEADER; length++) {
            assertEquals(Optional.of(FileKind.SAFETENSORS), FileKind.of(start(length)), "a header of " + length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void whatAFileReallyIsIsSaidWhateverItIsCalled(String start, String what) throws IOException {
        for (String name : new String[] {"net.safetensors", "net.npz", "net.h5", "net.keras", "net.digitscope", "net.onnx", "net"}) {
            Path file = Files.write(folder.resolve(name), start.getBytes(StandardCharsets.ISO_8859_1));
            String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
            assertTrue(message.matches(Pattern.quote(name + " is " + what) + "[^;]*; expected a network as one of .safetensors.*"), message);
        }
    }

    private static Stream<Arguments> beginnings() {
        return Stream.of(Arguments.of("<!DOCTYPE html><html>404", "a web page (HTML)"),
                Arguments.of("\u00EF\u00BB\u00BF  <HTML><body>", "a web page (HTML)"),
                Arguments.of("version https://git-lfs.github.com/spec/v1", "a Git LFS pointer"),
                Arguments.of("\0\0\b\u0003\0\0\u00EA\u0060\0\0\0\u001C", "an IDX file"),
                Arguments.of("\0\0\b\u0001\0\0\u00EA\u0060", "an IDX file"),
                Arguments.of("\u001F\u008B\b\0", "packed with gzip"),
                Arguments.of("\u0089PNG\r\n\u001A\n", "a picture"),
                Arguments.of("\u00FF\u00D8\u00FF\u00E0", "a picture"),
                Arguments.of("GIF89a", "a picture"),
                Arguments.of("%PDF-1.7", "a PDF document"),
                Arguments.of("\u0093NUMPY\u0001\0", "a NumPy array"));
    }

    @Test
    void textsAreOfNoKind() {
        for (String text : new String[] {"", "x", "x^2,y", "BM,25.4,7,8,9,10", "PK,1", "label,pixel0", "<1,2", "versions", "\u0080\u0004"}) {
            assertEquals(Optional.empty(), FileKind.of(text.getBytes(StandardCharsets.ISO_8859_1)), text);
        }
    }

    @Test
    void noLongFileIsTakenForAnOnnxModelBecauseItCantBeReadAsOne() {
        Random random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            byte[] start = new byte[FileKind.START];
            random.nextBytes(start);
            // half of them begin with a version
            start[0] = round % 2 == 0 ? 8 : start[0];
            start[1] = round % 2 == 0 ? 7 : start[1];
            // 0x12, 0x1A, 0x22, 0x32 and 0x42 begin texts that may be long
            start[2] = (byte) Math.max(start[2], 0x43);
            assertNotEquals(Optional.of(FileKind.ONNX), FileKind.of(start), "round " + round);
        }
        byte[] utf16 = "\uFEFFlabel,pixel0\n".repeat(40).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(Optional.empty(), FileKind.of(Arrays.copyOf(utf16, FileKind.START)));
    }

    private static byte[] start(int length) {
        byte[] start = new byte[FileKind.START];
        for (int i = 0; i < Long.BYTES; i++) {
            start[i] = (byte) ((long) length >> 8 * i);
        }
        start[Long.BYTES] = '{';
        return start;
    }
}
