package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 512})
    void keepsEveryBitAndEverySetting(int hidden) throws IOException {
        ModelFile.Model model = model(hidden);
        Path file = folder.resolve("model.safetensors");
        ModelFile.write(file, model);
        ModelFile.Model read = ModelFile.read(file);
        for (int tensor = 0; tensor < 4; tensor++) {
            assertArrayEquals(model.parameters().arrays()[tensor], read.parameters().arrays()[tensor]);
        }
        assertEquals(model.settings(), read.settings());
        assertEquals(model.step(), read.step());
        assertEquals(model.curve().epochs(), read.curve().epochs());
        assertEquals("pixel / 255", read.preprocessing());
    }

    @Test
    void aNetworkWithoutOurMetadataIsReadAsWell() throws IOException {
        String header = """
                {"layer_2.bias":{"dtype":"F32","shape":[10],"data_offsets":[3144,3184]},
                 "layer_1.kernel":{"dtype":"F32","shape":[784,1],"data_offsets":[0,3136]},
                 "layer_1.bias":{"dtype":"F32","shape":[1],"data_offsets":[3136,3140]},
                 "layer_2.kernel":{"dtype":"F32","shape":[1,10],"data_offsets":[3184,3224]},
                 "layer_2.extra":{"dtype":"F32","shape":[1],"data_offsets":[3140,3144]}}""";
        String four = header.replace(",\n \"layer_2.extra\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[3140,3144]}", "")
                .replace("[3144,3184]", "[3140,3180]").replace("[3184,3224]", "[3180,3220]");
        ModelFile.Model read = ModelFile.read(file(four, new byte[3220]));
        assertEquals(1, read.settings().hidden());
        assertEquals(0, read.step());
        assertTrue(refusal(file(header, new byte[3224])).contains("layer_2.extra"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void refusesWithTheFilesNameAndWhatIsWrong(String part, String header, int dataLength) throws IOException {
        String message = refusal(file(header, new byte[dataLength]));
        assertTrue(message.contains(part), message);
    }

    static Stream<Arguments> brokenFiles() {
        String two = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}}";
        return Stream.of(
                Arguments.of("not valid JSON", "{\"a\":", 0),
                Arguments.of("not valid JSON", "{} {}", 0),
                Arguments.of("not a JSON object", "[1,2]", 0),
                Arguments.of("uses a name twice", "{\"a\":{},\"a\":{}}", 0),
                Arguments.of("of type F16", tensor("F16", "[4]", "[0,8]"), 8),
                Arguments.of("of type no type", "{\"a\":{}}", 0),
                Arguments.of("of type no type", "{\"a\":5}", 0),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[4]", "[0,16]"), 8),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[2]", "[8,0]"), 8),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[2]", "[-8,0]"), 8),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[2]", "[0]"), 8),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[2]", "[0,8.5]"), 8),
                Arguments.of("outside of its 8 bytes", tensor("F32", "[2]", "[0,99999999999999999999]"), 8),
                Arguments.of("doesn't fit its 8 bytes", tensor("F32", "[3]", "[0,8]"), 8),
                Arguments.of("doesn't fit its 8 bytes", tensor("F32", "[2147483647,2147483647,4]", "[0,8]"), 8),
                Arguments.of("doesn't fit its 0 bytes", tensor("F32", "[65536,65536]", "[0,0]"), 0),
                Arguments.of("without a valid shape", tensor("F32", "[-2]", "[0,8]"), 8),
                Arguments.of("without a valid shape", tensor("F32", "\"2\"", "[0,8]"), 8),
                Arguments.of("neither overlap", String.format(two, 4, 8), 8),
                Arguments.of("leave gaps", String.format(two, 12, 16), 16),
                Arguments.of("has 20 bytes of data, but its tensors need 12", String.format(two, 8, 12), 20),
                Arguments.of("metadata 'x' that is not a text", "{\"__metadata__\":{\"x\":1}}", 0),
                Arguments.of("no tensors", "{}", 0),
                Arguments.of("a [2]; expected are layer_1.kernel [784, n]", tensor("F32", "[2]", "[0,8]"), 8));
    }

    @Test
    void refusesNumbersThatAreNotFinite() throws IOException {
        byte[] data = new byte[8];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(4, Float.NaN);
        String message = refusal(file(tensor("F32", "[2]", "[0,8]"), data));
        assertTrue(message.contains("'a'") && message.contains("NaN at index 1"), message);
    }

    @Test
    void refusesAHugeHeaderAMissingFileAndAFolder() throws IOException {
        Path huge = folder.resolve("model");
        Files.write(huge, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE).array());
        assertTrue(refusal(huge).contains("9,223,372,036,854,775,807"));
        Files.write(huge, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(-1).array());
        assertTrue(refusal(huge).contains("header"));
        Files.delete(huge);
        assertTrue(refusal(huge).contains("does not exist"));
        Files.createDirectory(huge);
        assertTrue(refusal(huge).contains("folder"));
    }

    @Test
    void refusesMetadataThatAreDamaged() throws IOException {
        Path file = folder.resolve("model");
        ModelFile.write(file, model(1));
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String[] change : new String[][] {{"\"step\":\"7\"", "\"step\":\"x\""}, {"ADAM", "MADA"},
            {"\\\"epochs\\\":3", "\\\"epochs\\\":0"}}) {
            String changed = text.replace(change[0], change[1]);
            assertTrue(!changed.equals(text), change[0]);
            Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(refusal(file).contains("metadata that are damaged"), change[1]);
        }
    }

    @Test
    void aFileCutAnywhereOrWithFlippedBitsIsRefusedOrReadAndNothingElse() throws IOException {
        Path file = folder.resolve("model");
        ModelFile.write(file, model(1));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += length < 1500 ? 1 : 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            refusal(file);
        }
        Random random = new Random(1);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(900)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                ModelFile.read(file);
            } catch (UnreadableFileException refused) {
                assertTrue(refused.getMessage().startsWith("model "), refused.getMessage());
            }
        }
    }

    private String refusal(Path file) {
        String message = assertThrows(UnreadableFileException.class, () -> ModelFile.read(file)).getMessage();
        assertTrue(message.startsWith("model ") && !message.contains("\n"), message);
        return message;
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).array());
        out.writeBytes(json);
        out.writeBytes(data);
        return Files.write(folder.resolve("model"), out.toByteArray());
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    private static ModelFile.Model model(int hidden) {
        Parameters parameters = Examples.parameters(hidden, 1);
        Hyperparameters settings = new Hyperparameters(3, 17, 0.1 + 0.2, OptimizerKind.ADAM, 0.25, hidden, -5);
        LearningCurve curve = LearningCurve.ofEpochs(List.of(new LearningCurve.Epoch(0.1, 1 / 3.0, 0.3, 1e-17)));
        return new ModelFile.Model(parameters, settings, 7, curve, ModelFile.PREPROCESSING);
    }
}
