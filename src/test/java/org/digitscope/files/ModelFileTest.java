package org.digitscope.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final Hyperparameters SETTINGS =
            new Hyperparameters(7, 33, 0.1 + 0.2, OptimizerKind.SGD, 1 / 3.0, Architecture.relu(5), Long.MIN_VALUE);
    private static final LearningCurve CURVE = LearningCurve.ofEpochs(List.of(
            new LearningCurve.Epoch(0.8735833333333334, 0.4422, 0.9253, 1e-300),
            new LearningCurve.Epoch(1, Double.POSITIVE_INFINITY, 0, Double.NaN)));

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("net.safetensors");
    }

    @Test
    void givesBackEverythingToTheBitInEveryLocale() throws Throwable {
        ModelFile.Model model = model(5);
        ModelFile.write(file, model);
        byte[] bytes = Files.readAllBytes(file);
        Locales.inEach(() -> {
            ModelFile.write(file, model);
            assertArrayEquals(bytes, Files.readAllBytes(file));
            ModelFile.Model read = read(file);
            assertArrayEquals(model.parameters().arrays(), read.parameters().arrays());
            assertEquals(SETTINGS, read.settings());
            assertEquals(12345, read.step());
            assertEquals(CURVE.epochs(), read.curve().epochs());
            assertEquals("pixel / 255", read.preprocessing());
        });
    }

    @Test
    void namesAndShapesAreThoseOfTheNotebook() throws IOException {
        ModelFile.write(file, model(5));
        Safetensors content = Safetensors.read(file);
        assertEquals(List.of("layer_1.kernel", "layer_1.bias", "layer_2.kernel", "layer_2.bias"),
                List.copyOf(content.tensors().keySet()));
        assertEquals(List.of(List.of(784, 5), List.of(5), List.of(5, 10), List.of(10)),
                content.tensors().values().stream().map(Safetensors.Tensor::shape).toList());
        assertEquals("{\"epochs\":7,\"batch_size\":33,\"learning_rate\":0.30000000000000004,\"optimizer\":\"SGD\","
                + "\"momentum\":0.3333333333333333,\"hidden\":5}", content.metadata().get("settings"));
        assertEquals("-9223372036854775808", content.metadata().get("seed"));
        assertEquals("[{\"accuracy\":0.8735833333333334,\"loss\":0.4422,\"val_accuracy\":0.9253,\"val_loss\":1.0E-300},"
                + "{\"accuracy\":1.0,\"loss\":\"Infinity\",\"val_accuracy\":0.0,\"val_loss\":\"NaN\"}]",
                content.metadata().get("history"));
    }

    @Test
    void theSmallestAndTheLargestNetworkPass() throws IOException {
        for (int hidden : new int[] {1, 512}) {
            ModelFile.write(file, model(hidden));
            assertEquals(hidden, read(file).parameters().layer(1).outputs());
        }
    }

    @Test
    void otherNetworksAreDescribed() throws IOException {
        String expected = "; expected layer_1.kernel [784, h], layer_1.bias [h] and so on to the last layer's kernel [h, 10] and bias [10], "
                + "with up to 4 hidden layers and h from 1 to 512";
        refusedNetwork(Map.of(), "holds no tensors" + expected);
        refusedNetwork(Map.of("fc1.weight", tensor(2, 3)), "holds \"fc1.weight\" [2, 3]" + expected);

        Map<String, Safetensors.Tensor> wide = tensors(3);
        wide.put("layer_2.bias", tensor(11));
        refusedNetwork(wide, "\"layer_2.bias\" [11]" + expected);
        Map<String, Safetensors.Tensor> transposed = tensors(3);
        transposed.put("layer_1.kernel", tensor(3, 784));
        refusedNetwork(transposed, "\"layer_1.kernel\" [3, 784]");
        Map<String, Safetensors.Tensor> deep = tensors(3);
        deep.put("layer_3.bias", tensor(1));
        refusedNetwork(deep, "\"layer_3.bias\" [1]" + expected);
        Map<String, Safetensors.Tensor> incomplete = tensors(3);
        incomplete.remove("layer_2.kernel");
        refusedNetwork(incomplete, expected);
        Map<String, Safetensors.Tensor> flat = tensors(3);
        flat.put("layer_1.bias", tensor(1, 3));
        refusedNetwork(flat, "\"layer_1.bias\" [1, 3]");
        for (int hidden : new int[] {0, 513}) {
            refusedNetwork(Map.of("layer_1.kernel", tensor(784, hidden), "layer_1.bias", tensor(hidden),
                    "layer_2.kernel", tensor(hidden, 10), "layer_2.bias", tensor(10)), expected);
        }
    }

    @Test
    void metadataThatCannotBeRightIsRefused() throws IOException {
        refused("version", "2", "has \"2\" as its metadata \"version\"; expected \"1\"");
        refused("version", null, "has nothing as its metadata \"version\"; expected \"1\"");
        refused("preprocessing", "deskew",
                "has \"deskew\" as its metadata \"preprocessing\"; expected \"pixel / 255\"");
        refused("seed", "4.2", "has \"4.2\" as its metadata \"seed\"; expected a whole number of at most 64 bits");
        refused("seed", "9223372036854775808", "as its metadata \"seed\"; expected a whole number of at most 64 bits");
        refused("step", "-1", "has \"-1\" as its metadata \"step\"; expected a whole number from 0 on");
        refused("step", null, "has \"\" as its metadata \"step\"; expected a whole number from 0 on");
        refused("settings", "{}", "has nothing as its \"metadata settings.optimizer\"; expected a text");
        refusedSetting("\"epochs\":7,", "", "has nothing as its \"metadata settings.epochs\"; expected a whole number");
        refused("settings", "3", "has \"3\" as its \"metadata settings\"; expected an object");
        refused("settings", "[", "as its metadata \"settings\"; expected JSON in which no key comes twice");
        refused("settings", null, "as its metadata \"settings\"; expected JSON in which no key comes twice");
        refusedSetting("\"epochs\":7", "\"epochs\":7.5", "has \"7.5\" as its \"metadata settings.epochs\"");
        refusedSetting("\"epochs\":7", "\"epochs\":0",
                "has settings that are not allowed: epochs must be from 1 to 1000");
        refusedSetting("\"epochs\":7", "\"epochs\":7,\"epochs\":7", "expected JSON in which no key comes twice");
        refusedSetting("SGD", "LBFGS", "has \"LBFGS\" as its \"metadata settings.optimizer\"; expected Adam, SGD, RMSprop");
        refusedSetting("0.3333333333333333", "\"big\"",
                "has \"big\" as its \"metadata settings.momentum\"; expected a number");
        refusedSetting("0.3333333333333333", "1e999", "has settings that are not allowed: momentum must be");
        refusedSetting("\"hidden\":5", "\"hidden\":6",
                "has settings for a network 784 → 6 → 10; expected 784 → 5 → 10, as its tensors have");
        refused("history", "{}",
                "has \"{}\" as its \"metadata history\"; expected a list");
        refused("history", "[1]", "has nothing as its \"metadata history[0].accuracy\"; expected a number");
        refused("history", "[{\"accuracy\":\"high\"}]", "has \"high\" as its \"metadata history[0].accuracy\"");
    }

    @Test
    void earlyStoppingComesBackAndIsRefusedWhereItCannotBe() throws IOException {
        Hyperparameters settings = SETTINGS.withEarlyStopping(new EarlyStopping(4, Monitor.VAL_ACCURACY, true));
        ModelFile.write(file, new ModelFile.Model(model(5).parameters(), settings, 12345, CURVE));
        assertEquals(settings, read(file).settings());
        refusedSetting("\"hidden\":5", "\"hidden\":5,\"patience\":-1",
                "has settings that are not allowed: patience must be from 1 to 1000 epochs, or off, not -1");
        refusedSetting("\"hidden\":5", "\"hidden\":5,\"monitor\":\"loss\"",
                "has \"loss\" as its \"metadata settings.monitor\"; expected val_loss, val_accuracy");
        refusedSetting("\"hidden\":5", "\"hidden\":5,\"restore_best_weights\":1",
                "has \"1\" as its \"metadata settings.restore_best_weights\"; expected true or false");
    }

    @Test
    void aNetworkThatIsNotFiniteIsNotWritten() {
        ModelFile.Model model = model(5);
        model.parameters().layer(2).bias().data[3] = Float.NaN;
        assertEquals("net.safetensors was not written, because the network holds numbers that are not finite",
                assertThrows(UnwritableFileException.class, () -> ModelFile.write(file, model)).getMessage());
        assertFalse(Files.exists(file));
    }

    private static ModelFile.Model model(int hidden) {
        Parameters parameters = Parameters.glorot(Architecture.relu(hidden), 3);
        parameters.layer(1).bias().data[0] = -0f;
        parameters.layer(2).bias().data[9] = Float.MIN_VALUE;
        return new ModelFile.Model(parameters, SETTINGS.withArchitecture(Architecture.relu(hidden)), 12345, CURVE);
    }

    private static Safetensors.Tensor tensor(Integer... shape) {
        int count = 1;
        for (int length : shape) {
            count *= length;
        }
        return new Safetensors.Tensor(List.of(shape), new float[count]);
    }

    private static Map<String, Safetensors.Tensor> tensors(int hidden) {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("layer_1.kernel", tensor(784, hidden));
        tensors.put("layer_1.bias", tensor(hidden));
        tensors.put("layer_2.kernel", tensor(hidden, 10));
        tensors.put("layer_2.bias", tensor(10));
        return tensors;
    }

    private static ModelFile.Model read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        assertTrue(ModelFile.isOne(content));
        return ModelFile.model(file, content);
    }

    private void save(Map<String, String> metadata, Map<String, Safetensors.Tensor> tensors) throws IOException {
        AtomicFile.write(file, new Safetensors(metadata, tensors)::writeTo);
    }

    private void refusedNetwork(Map<String, Safetensors.Tensor> tensors, String expected) throws IOException {
        save(ModelMetadata.write(model(3)), tensors);
        refused(expected);
    }

    /** Changes one text of a good file; null removes it. */
    private void refused(String key, String text, String expected) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(ModelMetadata.write(model(5)));
        if (text == null) {
            metadata.remove(key);
        } else {
            metadata.put(key, text);
        }
        save(metadata, tensors(5));
        refused(expected);
    }

    private void refusedSetting(String good, String bad, String expected) throws IOException {
        String settings = ModelMetadata.write(model(5)).get("settings");
        assertTrue(settings.contains(good));
        refused("settings", settings.replace(good, bad), expected);
    }

    private void refused(String expected) {
        String message = assertThrows(UnreadableFileException.class, () -> read(file)).getMessage();
        assertTrue(message.startsWith("net.safetensors ") && message.contains(expected), message);
    }
}
