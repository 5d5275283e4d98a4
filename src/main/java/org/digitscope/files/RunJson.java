package org.digitscope.files;

import static org.digitscope.files.StrictJson.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private RunJson() {
    }

    /**
     * All settings but the seed, which is a text, because other programs' JSON has no 64-bit numbers. What is as in the classic
     * network is left out, so that its fingerprint stays what it was before there were others.
     */
    public static Map<String, Object> settings(Hyperparameters settings) {
        Architecture architecture = settings.architecture();
        List<Integer> hidden = architecture.hidden();
        Map<String, Object> fields = fields("epochs", settings.epochs(), "batch_size", settings.batchSize(),
                "learning_rate", settings.learningRate(), "optimizer", settings.optimizer().label(), "momentum", settings.momentum(),
                "hidden", hidden.size() == 1 ? hidden.get(0) : hidden);
        Hyperparameters classic = Hyperparameters.NOTEBOOK;
        put(fields, "activation", architecture.activation().label(), classic.architecture().activation().label());
        put(fields, "inputs", architecture.inputs().label(), classic.architecture().inputs().label());
        put(fields, "start_values", settings.initialization().values().label(), classic.initialization().values().label());
        put(fields, "start_deviation", settings.initialization().deviation(), classic.initialization().deviation());
        put(fields, "l1", settings.penalty().l1(), classic.penalty().l1());
        put(fields, "l2", settings.penalty().l2(), classic.penalty().l2());
        put(fields, "training_pictures", settings.variation().pictures(), classic.variation().pictures());
        put(fields, "wrong_labels", settings.variation().wrongLabels(), classic.variation().wrongLabels());
        put(fields, "patience", settings.earlyStopping().patience(), classic.earlyStopping().patience());
        put(fields, "monitor", settings.earlyStopping().monitor().label(), classic.earlyStopping().monitor().label());
        put(fields, "restore_best_weights", settings.earlyStopping().restoresBest(), classic.earlyStopping().restoresBest());
        return fields;
    }

    private static void put(Map<String, Object> fields, String key, Object value, Object usual) {
        if (!value.equals(usual)) {
            fields.put(key, value);
        }
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
        return curve.epochs().stream().map(epoch -> fields("accuracy", number(epoch.accuracy()), "loss", number(epoch.loss()),
                "val_accuracy", number(epoch.validationAccuracy()), "val_loss", number(epoch.validationLoss()))).toList();
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
