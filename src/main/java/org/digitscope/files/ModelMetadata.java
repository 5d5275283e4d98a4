package org.digitscope.files;

import static org.digitscope.files.StrictJson.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;

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
        Hyperparameters settings = model.settings();
        Map<String, Object> settingsParts = new LinkedHashMap<>();
        settingsParts.put("epochs", settings.epochs());
        settingsParts.put("batch_size", settings.batchSize());
        settingsParts.put("learning_rate", settings.learningRate());
        settingsParts.put("optimizer", settings.optimizer().label());
        settingsParts.put("momentum", settings.momentum());
        settingsParts.put("hidden", settings.hidden());

        List<Map<String, Double>> history = new ArrayList<>();
        for (LearningCurve.Epoch epoch : model.curve().epochs()) {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("accuracy", epoch.accuracy());
            row.put("loss", epoch.loss());
            row.put("val_accuracy", epoch.validationAccuracy());
            row.put("val_loss", epoch.validationLoss());
            history.add(row);
        }

        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("version", VERSION);
        texts.put("settings", StrictJson.write(settingsParts));
        texts.put("seed", Long.toString(settings.seed()));
        texts.put("step", Integer.toString(model.step()));
        texts.put("history", StrictJson.write(history));
        texts.put("preprocessing", model.preprocessing());
        return texts;
    }

    /** The whole model, from these texts and its numbers. */
    ModelFile.Model model(Parameters parameters) throws UnreadableFileException {
        if (!FORMAT.equals(texts.get("format"))) {
            Hyperparameters settings = Hyperparameters.NOTEBOOK.withHidden(parameters.hidden());
            return new ModelFile.Model(parameters, settings, 0, LearningCurve.EMPTY, ModelFile.PIXEL_BY_255);
        }
        checkText("version", VERSION);
        checkText("preprocessing", ModelFile.PIXEL_BY_255);
        Hyperparameters settings = settings();
        if (settings.hidden() != parameters.hidden()) {
            throw new UnreadableFileException(file, "has settings for " + settings.hidden()
                    + " hidden neurons; expected " + parameters.hidden() + ", as its tensors have");
        }
        return new ModelFile.Model(parameters, settings, step(), history(), texts.get("preprocessing"));
    }

    private void checkText(String key, String expected) throws UnreadableFileException {
        if (!expected.equals(texts.get(key))) {
            throw wrong(key, texts.get(key) == null ? "nothing" : quote(texts.get(key)), quote(expected));
        }
    }

    private Hyperparameters settings() throws UnreadableFileException {
        JsonNode parts = json("settings");
        try {
            return new Hyperparameters(integer(parts, "epochs"), integer(parts, "batch_size"),
                    number(parts, "learning_rate", "settings"), optimizer(parts), number(parts, "momentum", "settings"),
                    integer(parts, "hidden"), seed());
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(file, "has settings that are not allowed: " + e.getMessage());
        }
    }

    private OptimizerKind optimizer(JsonNode settings) throws UnreadableFileException {
        JsonNode label = settings.get("optimizer");
        for (OptimizerKind kind : OptimizerKind.values()) {
            if (label != null && label.isTextual() && label.textValue().equals(kind.label())) {
                return kind;
            }
        }
        List<String> known = Stream.of(OptimizerKind.values()).map(OptimizerKind::label).toList();
        throw wrong("optimizer", quote(label), "one of " + String.join(", ", known));
    }

    private LearningCurve history() throws UnreadableFileException {
        JsonNode rows = json("history");
        if (!rows.isArray()) {
            throw wrong("history", quote(rows), "a list with one entry for each epoch");
        }
        List<LearningCurve.Epoch> epochs = new ArrayList<>();
        for (JsonNode row : rows) {
            epochs.add(new LearningCurve.Epoch(number(row, "accuracy", "history"), number(row, "loss", "history"),
                    number(row, "val_accuracy", "history"), number(row, "val_loss", "history")));
        }
        return LearningCurve.ofEpochs(epochs);
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

    private JsonNode json(String key) throws UnreadableFileException {
        String text = texts.getOrDefault(key, "");
        return StrictJson.parse(text).orElseThrow(
                () -> wrong(key, quote(text), "JSON in which no key comes twice"));
    }

    private int integer(JsonNode parts, String key) throws UnreadableFileException {
        JsonNode value = parts.get(key);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong("settings, " + key, quote(value), "a whole number");
        }
        return value.intValue();
    }

    /** A loss may have overflowed, and JSON has no word for that, so NaN and Infinity stand in quotes. */
    private double number(JsonNode parts, String key, String where) throws UnreadableFileException {
        JsonNode value = parts.get(key);
        if (value != null && value.isNumber()) {
            return value.doubleValue();
        }
        if (value != null && value.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(value.textValue())) {
            return Double.parseDouble(value.textValue());
        }
        throw wrong(where + ", " + key, quote(value), "a number");
    }

    private UnreadableFileException wrong(String key, String found, String expected) {
        return new UnreadableFileException(file,
                "has " + found + " as its metadata " + quote(key) + "; expected " + expected);
    }
}
