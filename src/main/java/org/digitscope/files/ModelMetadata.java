package org.digitscope.files;

import static org.digitscope.files.StrictJson.quote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/**
 * How a network came about, as the texts of a safetensors file. Where a text has parts it is JSON. Numbers keep every
 * bit: Java writes a double so that reading gives it back.
 */
final class ModelMetadata {

    static final String FORMAT = "digitscope";
    private static final String VERSION = "1";

    private final Path file;
    private final Map<String, String> texts;

    ModelMetadata(Path file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
    }

    static Map<String, String> write(ModelFile.Model model) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("version", VERSION);
        texts.put("settings", StrictJson.write(RunJson.settings(model.settings())));
        texts.put("seed", Long.toString(model.settings().seed()));
        texts.put("step", Integer.toString(model.step()));
        texts.put("history", StrictJson.write(RunJson.epochs(model.curve())));
        texts.put("preprocessing", model.preprocessing());
        return texts;
    }

    /**
     * The whole model.
     *
     * @param hidden neurons of each hidden layer, as the tensors have them
     * @param parameters the network with these numbers, whose activation and inputs stand in the settings
     */
    ModelFile.Model model(List<Integer> hidden, Function<Architecture, Parameters> parameters) throws UnreadableFileException {
        checkText("version", VERSION);
        Fields parts = parts();
        Hyperparameters settings = RunJson.settings(parts.object("settings"), seed());
        Architecture architecture = settings.architecture();
        if (!architecture.hidden().equals(hidden)) {
            throw new UnreadableFileException(file, "has settings for a network " + architecture + "; expected "
                    + Architecture.relu(hidden.toArray(Integer[]::new)) + ", as its tensors have");
        }
        checkText("preprocessing", ModelFile.preprocessing(architecture.inputs()));
        return new ModelFile.Model(parameters.apply(architecture), settings, step(), LearningCurve.ofEpochs(parts.list("history", RunJson::epoch)));
    }

    private void checkText(String key, String expected) throws UnreadableFileException {
        if (!expected.equals(texts.get(key))) {
            throw wrong(key, texts.get(key) == null ? "nothing" : quote(texts.get(key)), quote(expected));
        }
    }

    private int step() throws UnreadableFileException {
        String text = texts.getOrDefault("step", "");
        try {
            int step = Integer.parseInt(text);
            if (step >= 0) {
                return step;
            }
        } catch (NumberFormatException e) {
            // refused below, like a negative one
        }
        throw wrong("step", quote(text), "a whole number from 0 on");
    }

    private long seed() throws UnreadableFileException {
        String text = texts.getOrDefault("seed", "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong("seed", quote(text), "a whole number of at most 64 bits");
        }
    }

    /** The texts that have parts. */
    private Fields parts() throws UnreadableFileException {
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("settings", "history")) {
            String text = texts.getOrDefault(key, "");
            parts.set(key, StrictJson.parse(text).orElseThrow(() -> wrong(key, quote(text), "JSON in which no key comes twice")));
        }
        return new Fields(String.valueOf(file.getFileName()), "metadata ", parts);
    }

    private UnreadableFileException wrong(String key, String found, String expected) {
        return new UnreadableFileException(file,
                "has " + found + " as its metadata " + quote(key) + "; expected " + expected);
    }
}
