package org.digitscope.files;

import static org.digitscope.files.StrictJson.fields;

import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;

/** Settings and epochs of a run as JSON, as model files and projects have them. Every number keeps its bits. */
public final class RunJson {

    private RunJson() {
    }

    /** All settings but the seed, which is a text, because other programs' JSON has no 64-bit numbers. */
    public static Map<String, Object> settings(Hyperparameters settings) {
        return fields("epochs", settings.epochs(), "batch_size", settings.batchSize(), "learning_rate", settings.learningRate(),
                "optimizer", settings.optimizer().label(), "momentum", settings.momentum(), "hidden", settings.hidden());
    }

    /** The settings with a seed that stands elsewhere. */
    public static Hyperparameters settings(Fields fields, long seed) throws UnreadableFileException {
        OptimizerKind optimizer = OptimizerKind.ofLabel(fields.text("optimizer"))
                .orElseThrow(() -> fields.wrong("optimizer", fields.node().get("optimizer"), OptimizerKind.labels()));
        try {
            return new Hyperparameters(fields.integer("epochs"), fields.integer("batch_size"), fields.number("learning_rate"), optimizer,
                    fields.number("momentum"), fields.integer("hidden"), seed);
        } catch (IllegalArgumentException notAllowed) {
            throw new UnreadableFileException(fields.file(), "has settings that are not allowed: " + notAllowed.getMessage());
        }
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
