package org.digitscope.experiment;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.digitscope.data.PlainNumber;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;

/** A setting that can take several values in a sweep. Values are texts without commas and spaces, as they stand in file names and tables. */
public enum SweptSetting {

    /** Hidden layers, such as 20, 64-32 or none. */
    LAYERS("layers", (settings, text) -> settings.withArchitecture(new Architecture(Architecture.parseHidden(text.replace('-', ' ')),
            settings.architecture().activation(), settings.architecture().inputs())),
            settings -> settings.architecture().hiddenText().replace(", ", "-")),
    ACTIVATION("activation", (settings, text) -> settings.withArchitecture(new Architecture(settings.architecture().hidden(),
            known("activation", text, Activation.ofLabel(text), Activation.labels()), settings.architecture().inputs())),
            settings -> settings.architecture().activation().label()),
    /** A rate that is the usual one of its optimizer becomes that of the other. */
    OPTIMIZER("optimizer", SweptSetting::withOptimizer, settings -> settings.optimizer().label()),
    RATE("rate", (settings, text) -> settings.withLearningRate(number("rate", text)), settings -> PlainNumber.of(settings.learningRate())),
    BATCH("batch", (settings, text) -> settings.withBatchSize(whole("batch", text)), settings -> String.valueOf(settings.batchSize())),
    PICTURES("pictures", (settings, text) -> settings.withVariation(new DataVariation(DataVariation.parsePictures(text),
            settings.variation().wrongLabels())), settings -> settings.variation().picturesText()),
    WRONG_LABELS("wrong-labels", (settings, text) -> settings.withVariation(new DataVariation(settings.variation().pictures(),
            DataVariation.parseShare(text))), settings -> settings.variation().wrongLabelsText().replace(" ", "")),
    START("start", (settings, text) -> settings.withInitialization(new Initialization(known("kind of start values", text,
            StartValues.ofLabel(text.replace('-', ' ')), StartValues.labels()), settings.initialization().deviation())),
            settings -> settings.initialization().values().label().replace(' ', '-')),
    L2("l2", (settings, text) -> settings.withPenalty(new Penalty(settings.penalty().l1(), number("l2", text))),
            settings -> PlainNumber.of(settings.penalty().l2()));

    private final String label;
    private final BiFunction<Hyperparameters, String, Hyperparameters> writer;
    private final Function<Hyperparameters, String> reader;

    SweptSetting(String label, BiFunction<Hyperparameters, String, Hyperparameters> writer, Function<Hyperparameters, String> reader) {
        this.label = label;
        this.writer = writer;
        this.reader = reader;
    }

    /** Its name in tables, options and file names. */
    public String label() {
        return label;
    }

    /**
     * The settings with this value.
     *
     * @throws IllegalArgumentException when it isn't allowed, with a sentence
     */
    public Hyperparameters with(Hyperparameters settings, String value) {
        return writer.apply(settings, value.strip());
    }

    /** Its value in some settings, one text for each value: 0.001 for 1e-3. */
    public String of(Hyperparameters settings) {
        return reader.apply(settings);
    }

    public static Optional<SweptSetting> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    private static Hyperparameters withOptimizer(Hyperparameters settings, String text) {
        OptimizerKind kind = known("optimizer", text, OptimizerKind.ofLabel(text), OptimizerKind.labels());
        boolean isUsual = settings.learningRate() == settings.optimizer().usualRate();
        return settings.withOptimizer(kind).withLearningRate(isUsual ? kind.usualRate() : settings.learningRate());
    }

    private static <T> T known(String what, String text, Optional<T> read, String labels) {
        return read.orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no " + what + "; expected " + labels));
    }

    private static double number(String what, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(what + " must be a number such as 0.001, not '" + text + "'", notANumber);
        }
    }

    private static int whole(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException(what + " must be a whole number, not '" + text + "'", notWhole);
        }
    }
}
