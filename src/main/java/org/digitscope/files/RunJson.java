package org.digitscope.files;

import static org.digitscope.files.StrictJson.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;

/** Settings and epochs of a run as JSON, as model files and projects have them. Every number keeps its bits. */
public final class RunJson {

    private static final Set<String> ALWAYS = Set.of("epochs", "batch_size", "learning_rate", "optimizer", "momentum", "hidden");

    private RunJson() {
    }

    /**
     * All settings but the seed, which is a text, because other programs' JSON has no 64-bit numbers. What is as in the classic
     * network is left out, so that its fingerprint stays what it was before there were others.
     */
    public static Map<String, Object> settings(Hyperparameters settings) {
        Map<String, Object> fields = allSettings(settings);
        Map<String, Object> classic = allSettings(Hyperparameters.NOTEBOOK);
        fields.entrySet().removeIf(field -> !ALWAYS.contains(field.getKey()) && field.getValue().equals(classic.get(field.getKey())));
        return fields;
    }

    /** The same with nothing left out, to be read by other programs. */
    public static Map<String, Object> allSettings(Hyperparameters settings) {
        Architecture architecture = settings.architecture();
        List<Integer> hidden = architecture.hidden();
        return fields("epochs", settings.epochs(), "batch_size", settings.batchSize(), "learning_rate", settings.learningRate(),
                "optimizer", settings.optimizer().label(), "momentum", settings.momentum(), "hidden", hidden.size() == 1 ? hidden.get(0) : hidden,
                "activation", architecture.activation().label(), "inputs", architecture.inputs().label(),
                "start_values", settings.initialization().values().label(), "start_deviation", settings.initialization().deviation(),
                "l1", settings.penalty().l1(), "l2", settings.penalty().l2(),
                "training_pictures", settings.variation().pictures(), "wrong_labels", settings.variation().wrongLabels(),
                "patience", settings.earlyStopping().patience(), "monitor", settings.earlyStopping().monitor().label(), "restore_best_weights", settings.earlyStopping().restoresBest());
    }

    /** The settings with a seed that stands elsewhere. */
    public static Hyperparameters settings(Fields fields, long seed) throws UnreadableFileException {
        Hyperparameters classic = Hyperparameters.NOTEBOOK;
        OptimizerKind optimizer = choice(fields, "optimizer", null, OptimizerKind::ofLabel, OptimizerKind.labels());
        JsonNode hidden = fields.node().get("hidden");
        try {
            Architecture architecture = new Architecture(
                    hidden != null && hidden.isArray() ? fields.integers("hidden") : List.of(fields.integer("hidden")),
                    choice(fields, "activation", classic.architecture().activation(), Activation::ofLabel, Activation.labels()),
                    choice(fields, "inputs", classic.architecture().inputs(), Inputs::ofLabel, Inputs.labels()));
            Initialization initialization = new Initialization(
                    choice(fields, "start_values", classic.initialization().values(), StartValues::ofLabel, StartValues.labels()),
                    number(fields, "start_deviation", classic.initialization().deviation()));
            Penalty penalty = new Penalty(number(fields, "l1", classic.penalty().l1()), number(fields, "l2", classic.penalty().l2()));
            DataVariation variation = new DataVariation(
                    fields.has("training_pictures") ? fields.integer("training_pictures") : classic.variation().pictures(),
                    number(fields, "wrong_labels", classic.variation().wrongLabels()));
            EarlyStopping earlyStopping = new EarlyStopping(
                    fields.has("patience") ? fields.integer("patience") : classic.earlyStopping().patience(),
                    choice(fields, "monitor", classic.earlyStopping().monitor(), Monitor::ofLabel, Monitor.labels()),
                    fields.has("restore_best_weights") ? fields.flag("restore_best_weights") : classic.earlyStopping().restoresBest());
            return new Hyperparameters(fields.integer("epochs"), fields.integer("batch_size"), fields.number("learning_rate"), optimizer,
                    fields.number("momentum"), architecture, initialization, penalty, variation, earlyStopping, seed);
        } catch (IllegalArgumentException notAllowed) {
            throw new UnreadableFileException(fields.file(), "has settings that are not allowed: " + notAllowed.getMessage());
        }
    }

    private static double number(Fields fields, String key, double otherwise) throws UnreadableFileException {
        return fields.has(key) ? fields.number(key) : otherwise;
    }

    /** @param otherwise what holds where the field is missing; null where it must be there */
    private static <T> T choice(Fields fields, String key, T otherwise, Function<String, Optional<T>> reader, String labels)
            throws UnreadableFileException {
        if (otherwise != null && !fields.has(key)) {
            return otherwise;
        }
        return reader.apply(fields.text(key)).orElseThrow(() -> fields.wrong(key, fields.node().get(key), labels));
    }

    public static List<Map<String, Object>> epochs(LearningCurve curve) {
        return curve.epochs().stream().map(RunJson::figures).toList();
    }

    public static Map<String, Object> figures(LearningCurve.Epoch epoch) {
        return fields("accuracy", number(epoch.accuracy()), "loss", number(epoch.loss()), "val_accuracy", number(epoch.validationAccuracy()),
                "val_loss", number(epoch.validationLoss()));
    }

    public static LearningCurve.Epoch epoch(Fields fields) throws UnreadableFileException {
        return new LearningCurve.Epoch(fields.number("accuracy"), fields.number("loss"), fields.number("val_accuracy"),
                fields.number("val_loss"));
    }

    /** A number, or a text where it has overflowed, see {@link Fields#number}. */
    public static Object number(double value) {
        return Double.isFinite(value) ? value : String.valueOf(value);
    }
}
