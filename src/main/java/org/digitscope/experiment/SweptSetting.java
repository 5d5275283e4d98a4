package org.digitscope.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    LAYERS("layers", "hidden layers", "5, 10, 20, 40", Range.DOUBLING, SweptSetting::withLayers, settings -> settings.architecture().hiddenText().replace(", ", "-")),
    ACTIVATION("activation", "activation", "relu, tanh, sigmoid, linear", Range.NONE, (settings, text) -> settings.withArchitecture(new Architecture(settings.architecture().hidden(),
            known("activation", text, Activation.ofLabel(text), Activation.labels()), settings.architecture().inputs())),
            settings -> settings.architecture().activation().label()),
    /** A rate that is the usual one of its optimizer becomes that of the other. */
    OPTIMIZER("optimizer", "optimizer", "SGD, RMSprop, Adam", Range.NONE, SweptSetting::withOptimizer, settings -> settings.optimizer().label()),
    RATE("rate", "learning rate", "0.0001, 0.001, 0.01", Range.TENFOLD, (settings, text) -> settings.withLearningRate(number("rate", text)), settings -> PlainNumber.of(settings.learningRate())),
    BATCH("batch", "batch size", "16, 32, 64, 128", Range.DOUBLING, (settings, text) -> settings.withBatchSize(whole("batch", text)), settings -> String.valueOf(settings.batchSize())),
    PICTURES("pictures", "training pictures", "1000, 10000, all", Range.DOUBLING, (settings, text) -> settings.withVariation(new DataVariation(DataVariation.parsePictures(text),
            settings.variation().wrongLabels())), settings -> settings.variation().picturesText()),
    WRONG_LABELS("wrong-labels", "wrong labels", "0%, 10%, 20%", Range.NONE, (settings, text) -> settings.withVariation(new DataVariation(settings.variation().pictures(),
            DataVariation.parseShare(text))), settings -> settings.variation().wrongLabelsText().replace(" ", "")),
    START("start", "start values", "Glorot-uniform, He-uniform, normal, all-zero", Range.NONE, (settings, text) -> settings.withInitialization(new Initialization(known("kind of start values", text,
            StartValues.ofLabel(text.replace('-', ' ')), StartValues.labels()), settings.initialization().deviation())),
            settings -> settings.initialization().values().label().replace(' ', '-')),
    L2("l2", "L2 penalty", "0, 0.0001, 0.001", Range.TENFOLD, (settings, text) -> settings.withPenalty(new Penalty(settings.penalty().l1(), number("l2", text))),
            settings -> PlainNumber.of(settings.penalty().l2()));

    /** How the values between two ends of a range follow one another. */
    private enum Range {
        NONE(0), DOUBLING(2), TENFOLD(10);

        private final int factor;

        Range(int factor) {
            this.factor = factor;
        }
    }

    private static final Pattern LAYER_SIZES = Pattern.compile("none|\\d+(-\\d+)*");
    /** Between the ends of a range: 2…128 or 2..128. */
    private static final String TO = "\\s*(?:…|\\.\\.+)\\s*";

    private final String label;
    private final String title;
    private final String usual;
    private final Range range;
    private final BiFunction<Hyperparameters, String, Hyperparameters> writer;
    private final Function<Hyperparameters, String> reader;

    SweptSetting(String label, String title, String usual, Range range, BiFunction<Hyperparameters, String, Hyperparameters> writer,
            Function<Hyperparameters, String> reader) {
        this.label = label;
        this.title = title;
        this.usual = usual;
        this.range = range;
        this.writer = writer;
        this.reader = reader;
    }

    /** Its name in tables, options and file names. */
    public String label() {
        return label;
    }

    /** What it is called among the settings. */
    public String title() {
        return title;
    }

    /** Some values that are worth comparing, as a list. */
    public String usual() {
        return usual;
    }

    /**
     * The settings with this value.
     *
     * @throws IllegalArgumentException when it isn't allowed, with a sentence
     */
    public Hyperparameters with(Hyperparameters settings, String value) {
        return writer.apply(settings, value.strip());
    }

    /**
     * The values of a list such as "5, 10, 64-32", or of a range such as "2…128", which goes on by doubling, or tenfold for rates. With
     * semicolons between them, numbers may have a decimal comma.
     *
     * @throws IllegalArgumentException when a range has no numbers as its ends, or a value is missing, with a sentence
     */
    public List<String> values(String text) {
        List<String> values = new ArrayList<>();
        boolean hasCommas = text.contains(";");
        for (String part : text.split(hasCommas ? ";" : ",", -1)) {
            String value = hasCommas ? part.strip().replace(',', '.') : part.strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a value of " + title + " is missing; expected a list such as " + usual);
            }
            if (value.split(TO, -1).length == 2 && range != Range.NONE) {
                addRange(value.split(TO, -1), values);
            } else {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private void addRange(String[] ends, List<String> values) {
        try {
            BigDecimal last = new BigDecimal(ends[1]);
            BigDecimal next = new BigDecimal(ends[0]);
            if (next.signum() <= 0 || next.compareTo(last) >= 0) {
                throw new IllegalArgumentException("a range of " + title + " goes from a number above 0 to a larger one, not from " + ends[0] + " to " + ends[1]);
            }
            for (; next.compareTo(last) < 0; next = next.multiply(BigDecimal.valueOf(range.factor))) {
                values.add(next.toPlainString());
            }
            values.add(last.toPlainString());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a range of " + title + " goes from a number to a larger one, not from '" + ends[0] + "' to '" + ends[1] + "'",
                    notANumber);
        }
    }

    /** Its value in some settings, one text for each value: 0.001 for 1e-3. */
    public String of(Hyperparameters settings) {
        return reader.apply(settings);
    }

    public static Optional<SweptSetting> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    private static Hyperparameters withLayers(Hyperparameters settings, String text) {
        if (!LAYER_SIZES.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' are no hidden layers; expected a size such as 20, several such as 64-32, or none");
        }
        return settings.withArchitecture(new Architecture(Architecture.parseHidden(text.replace('-', ' ')), settings.architecture().activation(),
                settings.architecture().inputs()));
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
