package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;

/**
 * Drawings that somebody labelled, to be learnt from. Immutable.
 *
 * @param digits in the order in which they were labelled
 */
public record TaughtDigits(List<Taught> digits) {

    /** None yet. */
    public static final TaughtDigits NONE = new TaughtDigits(List.of());

    /** Each drawing is learnt from this often in an epoch: few of them have to hold their own against 60,000 others. */
    private static final int COPIES = 8;

    private static final Pattern ADDED = Pattern.compile(" and (\\d{1,9}) drawings(, straightened)?$");

    /** A drawing and the digit that it is meant to be. */
    public record Taught(int label, Sheet sheet) {

        /** @throws IllegalArgumentException unless the label is a digit and the sheet has ink */
        public Taught {
            if (label < 0 || label >= Dataset.CLASSES || sheet.isBlank()) {
                throw new IllegalArgumentException("a labelled drawing has ink and a digit from 0 to 9");
            }
        }

        private FittedDigit fit(MnistFit fit) {
            return sheet.fit(fit).orElseThrow();
        }
    }

    public TaughtDigits {
        digits = List.copyOf(digits);
    }

    public TaughtDigits and(Taught more) {
        return and(new TaughtDigits(List.of(more)));
    }

    /** These and others behind them. */
    public TaughtDigits and(TaughtDigits more) {
        List<Taught> all = new ArrayList<>(digits);
        all.addAll(more.digits);
        return new TaughtDigits(all);
    }

    /** Each of them once, as a data set of its own. */
    public Dataset pictures(String name) {
        MnistFit fit = new MnistFit(FitStage.all());
        Dataset.Builder pictures = Dataset.builder(name, digits.size());
        digits.forEach(taught -> pictures.add(taught.fit(fit).main(), taught.label));
        return pictures.build();
    }

    public boolean isEmpty() {
        return digits.isEmpty();
    }

    /** A training set with these digits behind its own, in three proportions. */
    public Dataset addedTo(Dataset training) {
        if (isEmpty()) {
            return training;
        }
        MnistFit fit = new MnistFit(FitStage.all());
        // files know the pictures by this name, so it is the same for one drawing and has no separators
        Dataset.Builder all = Dataset.builder(training.name() + " and " + digits.size() + " drawings", training.size() + 1);
        for (int picture = 0; picture < training.size(); picture++) {
            all.add(training.image(picture), training.label(picture));
        }
        for (Taught taught : digits) {
            List<byte[]> fits = taught.fit(fit).upright();
            for (int copy = 0; copy < COPIES; copy++) {
                fits.forEach(pixels -> all.add(pixels, taught.label));
            }
        }
        return all.build();
    }

    /**
     * The first of them, as many as a training set with this name has behind its own pictures, see {@link #addedTo}; none where its name
     * tells of none or of more than there are.
     */
    public TaughtDigits namedIn(String training) {
        Matcher number = ADDED.matcher(training);
        return number.find() && Integer.parseInt(number.group(1)) <= digits.size()
                ? new TaughtDigits(digits.subList(0, Integer.parseInt(number.group(1)))) : NONE;
    }

    /** How many of them a network answers rightly. */
    public int correct(Parameters network, boolean deskew) {
        MnistFit fit = new MnistFit(FitStage.all());
        return (int) digits.stream().filter(taught -> {
            FittedDigit fitted = deskew ? taught.fit(fit).deskewed() : taught.fit(fit);
            return Prediction.of(fitted, network).answer() == taught.label;
        }).count();
    }
}
