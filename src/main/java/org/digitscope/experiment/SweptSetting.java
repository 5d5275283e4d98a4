package org.digitscope.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    LAYERS("layers", Range.DOUBLING, (settings, text) -> settings.withArchitecture(new Architecture(Architecture.parseHidden(text.replace('-', ' ')),
            settings.architecture().activation(), settings.architecture().inputs())),
            settings -> settings.architecture().hiddenText().replace(", ", "-")),
    ACTIVATION("activation", Range.NONE, (settings, text) -> settings.withArchitecture(new Architecture(settings.architecture().hidden(),
            known("activation", text, Activation.ofLabel(text), Activation.labels()), settings.architecture().inputs())),
            settings -> settings.architecture().activation().label()),
    /** A rate that is the usual one of its optimizer becomes that of the other. */
    OPTIMIZER("optimizer", Range.NONE, SweptSetting::withOptimizer, settings -> settings.optimizer().label()),
    RATE("rate", Range.TENFOLD, (settings, text) -> settings.withLearningRate(number("rate", text)), settings -> PlainNumber.of(settings.learningRate())),
    BATCH("batch", Range.DOUBLING, (settings, text) -> settings.withBatchSize(whole("batch", text)), settings -> String.valueOf(settings.batchSize())),
    PICTURES("pictures", Range.DOUBLING, (settings, text) -> settings.withVariation(new DataVariation(DataVariation.parsePictures(text),
            settings.variation().wrongLabels())), settings -> settings.variation().picturesText()),
    WRONG_LABELS("wrong-labels", Range.NONE, (settings, text) -> settings.withVariation(new DataVariation(settings.variation().pictures(),
            DataVariation.parseShare(text))), settings -> settings.variation().wrongLabelsText().replace(" ", "")),
    START("start", Range.NONE, (settings, text) -> settings.withInitialization(new Initialization(known("kind of start values", text,
            StartValues.ofLabel(text.replace('-', ' ')), StartValues.labels()), settings.initialization().deviation())),
            settings -> settings.initialization().values().label().replace(' ', '-')),
    L2("l2", Range.TENFOLD, (settings, text) -> settings.withPenalty(new Penalty(settings.penalty().l1(), number("l2", text))),
            settings -> PlainNumber.of(settings.penalty().l2()));

    /** How the values between two ends of a range follow one another. */
    private enum Range {
        NONE(0), DOUBLING(2), TENFOLD(10);

        private final int factor;

        Range(int factor) {
            this.factor = factor;
        }
    }

    /** Between the ends of a range: 2…128 or 2..128. */
    private static final String TO = "\\s*(?:…|\\.\\.+)\\s*";

    private final String label;
    private final Range range;
    private final BiFunction<Hyperparameters, String, Hyperparameters> writer;
    private final Function<Hyperparameters, String> reader;

    SweptSetting(String label, Range range, BiFunction<Hyperparameters, String, Hyperparameters> writer, Function<Hyperparameters, String> reader) {
        this.label = label;
        this.range = range;
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

    /**
     * The values of a list such as "5, 10, 64-32", or of a range such as "2…128", which goes on by doubling, or tenfold for rates. With
     * semicolons between them, numbers may have a decimal comma.
     *
     * @throws IllegalArgumentException when a range has no numbers as its ends, with a sentence
     */
    public List<String> values(String text) {
        List<String> values = new ArrayList<>();
        boolean hasCommas = text.contains(";");
        for (String part : text.split(hasCommas ? ";" : ",", -1)) {
            String value = hasCommas ? part.strip().replace(',', '.') : part.strip();
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
                throw new IllegalArgumentException("a range of " + label + " goes from a number above 0 to a larger one, not from " + ends[0] + " to " + ends[1]);
            }
            for (; next.compareTo(last) < 0; next = next.multiply(BigDecimal.valueOf(range.factor))) {
                values.add(next.toPlainString());
            }
            values.add(last.toPlainString());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a range of " + label + " goes from a number to a larger one, not from '" + ends[0] + "' to '" + ends[1] + "'",
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
