package org.digitscope.explain.lesson.condition;

import java.util.Locale;

/** The numbers that conditions may compare. They are of the shown network and of its run. */
public enum Quantity implements Term {
    TEST_ACCURACY("test accuracy", "the test accuracy is", Unit.SHARE, "of the shown network on the test digits, with what was changed by hand"),
    UNCHANGED_ACCURACY("unchanged test accuracy", "the test accuracy without changes by hand is",
            Unit.SHARE, "the same without what was changed by hand"),
    TEST_LOSS("test loss", "the test loss is", Unit.NUMBER, "of the shown network on the test digits, with what was changed by hand"),
    TRAINING_ACCURACY("training accuracy", "the training accuracy is", Unit.SHARE, "of the last finished epoch, averaged over it"),
    VALIDATION_ACCURACY("validation accuracy", "the validation accuracy is", Unit.SHARE, "after the last finished epoch"),
    BEST_VALIDATION_ACCURACY("best validation accuracy", "the best validation accuracy of the run is",
            Unit.SHARE, "of all finished epochs of the run"),
    EARLIER_VALIDATION_ACCURACY("earlier validation accuracy", "the validation accuracy of the run before is",
            Unit.SHARE, "after the last finished epoch of the run before"),
    TRAINING_LOSS("training loss", "the training loss is", Unit.NUMBER, "of the last finished epoch, averaged over it"),
    VALIDATION_LOSS("validation loss", "the validation loss is", Unit.NUMBER, "after the last finished epoch"),
    EPOCHS("epochs", "the number of finished epochs is", Unit.COUNT, "finished up to the shown step"),
    STEPS("steps", "the number of steps is", Unit.COUNT, "that the shown network has learnt from"),
    HIDDEN_LAYERS("hidden layers", "the number of hidden layers is", Unit.COUNT, "of the shown network"),
    NEURONS("neurons", "the number of neurons is", Unit.COUNT, "in all hidden layers together"),
    PARAMETERS("parameters", "the number of parameters is", Unit.COUNT, "weights and biases together"),
    LEARNING_RATE("learning rate", "the learning rate is", Unit.NUMBER, "as it is set for the run"),
    BATCH_SIZE("batch size", "the batch size is", Unit.COUNT, "pictures of a step"),
    TRAINING_PICTURES("training pictures", "the number of training pictures is", Unit.COUNT, "that the run learns from"),
    WRONG_LABELS("wrong labels", "the number of wrong labels is", Unit.COUNT, "of training pictures, wrong on purpose"),
    SEED("seed", "the seed is", Unit.COUNT, "of the run"),
    DRAWING_SAYS("drawing says", "the drawing is taken for", Unit.COUNT, "the digit that the drawing is taken for"),
    DRAWING_MEANT_AS("drawing meant as", "the drawing is meant as", Unit.COUNT, "the digit that the person says it is"),
    DRAWING_PROBABILITY("drawing probability", "the probability of what the drawing is taken for is",
            Unit.SHARE, "of the digit that the drawing is taken for"),
    DRAWING_MARGIN("drawing margin", "the drawing's lead of the first answer over the second is",
            Unit.SHARE, "by which that is ahead of the next one"),
    DIGIT_NUMBER("digit number", "the number of the chosen digit is", Unit.COUNT, "which of the pictures is chosen, from 0 on"),
    DIGIT_TRUE("digit true", "the label of the chosen digit is", Unit.COUNT, "the label of the chosen digit"),
    DIGIT_SAID("digit said", "the chosen digit is taken for", Unit.COUNT, "what the chosen digit is taken for"),
    DIGIT_PROBABILITY("digit probability", "the probability of what the chosen digit is taken for is",
            Unit.SHARE, "of what the chosen digit is taken for"),
    DIGIT_MARGIN("digit margin", "the chosen digit's lead of the first answer over the second is",
            Unit.SHARE, "by which that is ahead of the next one"),
    FIRST_TRUE("first digit true", "the label of test digit 0 is", Unit.COUNT, "the label of test digit 0"),
    FIRST_SAID("first digit said", "test digit 0 is taken for", Unit.COUNT, "what test digit 0 is taken for"),
    FIRST_PROBABILITY("first digit probability", "the probability of what test digit 0 is taken for is",
            Unit.SHARE, "of what test digit 0 is taken for"),
    MUTED_NEURONS("muted neurons", "the number of muted neurons is", Unit.COUNT, "in the shown network"),
    CHANGED_NUMBERS("changed numbers", "the number of weights and biases set by hand is", Unit.COUNT, "weights and biases that were set by hand"),
    RUNS("runs", "the number of runs in the list is", Unit.COUNT, "in the list of runs"),
    SWEPT_RUNS("swept runs", "the number of finished runs of the sweep is", Unit.COUNT, "finished runs of the newest sweep");

    /** How its values are written. */
    public enum Unit {
        /** 0 to 1, written in percent; differences of two of them in points. */
        SHARE,
        /** Whole. */
        COUNT,
        NUMBER
    }

    private final String phrase;
    private final String subject;
    private final Unit unit;
    private final String meaning;

    Quantity(String phrase, String subject, Unit unit, String meaning) {
        this.phrase = phrase;
        this.subject = subject;
        this.unit = unit;
        this.meaning = meaning;
    }

    @Override
    public String phrase() {
        return phrase;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** What a sentence on it begins with, its value comes next: "the drawing is taken for". */
    String subject() {
        return subject;
    }

    public Unit unit() {
        return unit;
    }

    /** A difference of two of its values for people, such as "8 points". */
    String difference(double value) {
        double shown = unit == Unit.SHARE ? 100 * value : value;
        String number = Math.abs(shown - Math.rint(shown)) < 1e-9 ? String.format(Locale.ROOT, "%,.0f", shown) : String.format(Locale.ROOT, "%.4g", shown).replaceFirst("0+$", "");
        return number + (unit != Unit.SHARE ? "" : number.equals("1") ? " point" : " points");
    }

    /** A value of it for people, such as "96.12 %". */
    String shown(double value) {
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.2f %%", 100 * value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
            case NUMBER -> String.format(Locale.ROOT, "%.4g", value);
        };
    }
}
