package org.digitscope.explain.lesson.condition;

import java.util.Locale;

/** The numbers that conditions may compare. They are of the shown network and of its run. */
public enum Quantity implements Term {
    TEST_ACCURACY("test accuracy", Unit.SHARE, "of the shown network on the test digits, with what was changed by hand"),
    UNCHANGED_ACCURACY("unchanged test accuracy", Unit.SHARE, "the same without what was changed by hand"),
    TEST_LOSS("test loss", Unit.NUMBER, "of the shown network on the test digits, with what was changed by hand"),
    TRAINING_ACCURACY("training accuracy", Unit.SHARE, "of the last finished epoch, averaged over it"),
    VALIDATION_ACCURACY("validation accuracy", Unit.SHARE, "after the last finished epoch"),
    BEST_VALIDATION_ACCURACY("best validation accuracy", Unit.SHARE, "of all finished epochs of the run"),
    EARLIER_VALIDATION_ACCURACY("earlier validation accuracy", Unit.SHARE, "after the last finished epoch of the run before"),
    TRAINING_LOSS("training loss", Unit.NUMBER, "of the last finished epoch, averaged over it"),
    VALIDATION_LOSS("validation loss", Unit.NUMBER, "after the last finished epoch"),
    EPOCHS("epochs", Unit.COUNT, "finished up to the shown step"),
    STEPS("steps", Unit.COUNT, "that the shown network has learnt from"),
    HIDDEN_LAYERS("hidden layers", Unit.COUNT, "of the shown network"),
    NEURONS("neurons", Unit.COUNT, "in all hidden layers together"),
    PARAMETERS("parameters", Unit.COUNT, "weights and biases together"),
    LEARNING_RATE("learning rate", Unit.NUMBER, "as it is set for the run"),
    BATCH_SIZE("batch size", Unit.COUNT, "pictures of a step"),
    TRAINING_PICTURES("training pictures", Unit.COUNT, "that the run learns from"),
    WRONG_LABELS("wrong labels", Unit.COUNT, "of training pictures, wrong on purpose"),
    SEED("seed", Unit.COUNT, "of the run"),
    DRAWING_SAYS("drawing says", Unit.COUNT, "the digit that the drawing is taken for"),
    DRAWING_MEANT_AS("drawing meant as", Unit.COUNT, "the digit that the person says it is"),
    DRAWING_PROBABILITY("drawing probability", Unit.SHARE, "of the digit that the drawing is taken for"),
    DRAWING_MARGIN("drawing margin", Unit.SHARE, "by which that is ahead of the next one"),
    DIGIT_NUMBER("digit number", Unit.COUNT, "which of the pictures is chosen, from 0 on"),
    DIGIT_TRUE("digit true", Unit.COUNT, "the label of the chosen digit"),
    DIGIT_SAID("digit said", Unit.COUNT, "what the chosen digit is taken for"),
    DIGIT_PROBABILITY("digit probability", Unit.SHARE, "of what the chosen digit is taken for"),
    DIGIT_MARGIN("digit margin", Unit.SHARE, "by which that is ahead of the next one"),
    FIRST_TRUE("first digit true", Unit.COUNT, "the label of test digit 0"),
    FIRST_SAID("first digit said", Unit.COUNT, "what test digit 0 is taken for"),
    FIRST_PROBABILITY("first digit probability", Unit.SHARE, "of what test digit 0 is taken for"),
    MUTED_NEURONS("muted neurons", Unit.COUNT, "in the shown network"),
    CHANGED_NUMBERS("changed numbers", Unit.COUNT, "weights and biases that were set by hand"),
    RUNS("runs", Unit.COUNT, "in the list of runs"),
    SWEPT_RUNS("swept runs", Unit.COUNT, "finished runs of the newest sweep");

    /** How its values are written. */
    public enum Unit {
        /** 0 to 1, written in percent; differences of two of them in points. */
        SHARE,
        /** Whole. */
        COUNT,
        NUMBER
    }

    private final String phrase;
    private final Unit unit;
    private final String meaning;

    Quantity(String phrase, Unit unit, String meaning) {
        this.phrase = phrase;
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

    public Unit unit() {
        return unit;
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
