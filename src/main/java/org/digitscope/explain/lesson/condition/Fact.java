package org.digitscope.explain.lesson.condition;

/** What holds or doesn't. */
public enum Fact implements Term {
    TRAINING("training", "the run is being trained"),
    FINISHED("finished", "the run has reached its last epoch"),
    DIVERGED("diverged", "the run has diverged: its loss is no number any more"),
    COSTLIEST_MUTED("costliest neuron is muted", "the neuron of the shown network without which most test digits go wrong is muted"),
    NOISE_ADDED("noise is added", "random numbers were added to the weights"),
    CHANGED("network is changed", "something in the shown network was changed by hand"),
    FROM_FILE("network is from a file", "the shown network doesn't come from the run"),
    EARLIER_STEP("earlier step is shown", "the time machine shows a step of before"),
    INPUTS_UNDIVIDED("inputs are undivided", "the network is given grey values up to 255"),
    PENALTY("penalty is on", "large weights are penalized"),
    EARLY_STOPPING("early stopping is on", "the run ends when validation doesn't improve any more"),
    DRAWING_BLANK("drawing is blank", "nothing is on the pad"),
    DIGIT_CHOSEN("digit is chosen", "a digit is chosen in Test digits, or shown in Network"),
    SWEEP_DONE("sweep is done", "all runs of the newest sweep are trained");

    private final String phrase;
    private final String meaning;

    Fact(String phrase, String meaning) {
        this.phrase = phrase;
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
}
