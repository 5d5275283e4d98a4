package org.digitscope.explain.lesson.condition;

/** What holds or doesn't. */
public enum Fact implements Term {
    TRAINING("training", "the run is being trained",
            "the run is being trained", "the run is not being trained",
            "one that is being trained", "one that rests"),
    FINISHED("finished", "the run has reached its last epoch",
            "the run has reached its last epoch", "the run has not reached its last epoch",
            "one that has", "one that has not"),
    DIVERGED("diverged", "the run has diverged: its loss is no number any more",
            "the run has diverged", "the run has not diverged",
            "one that has", "one that has not"),
    COSTLIEST_MUTED("costliest neuron is muted", "the neuron of the shown network without which most test digits go wrong is muted",
            "the neuron that costs most is muted", "the neuron that costs most is not muted",
            "the one that costs most when it is muted", "that one to give what it gives"),
    NOISE_ADDED("noise is added", "random numbers were added to the weights",
            "noise was added to the weights", "no noise was added to the weights",
            "weights with noise", "weights without noise"),
    CHANGED("network is changed", "something in the shown network was changed by hand",
            "the network is changed by hand", "the network is as it was learnt",
            "one that is changed by hand", "one as it was learnt"),
    FROM_FILE("network is from a file", "the shown network doesn't come from the run",
            "the shown network comes from a file", "the shown network comes from the run",
            "one from a file", "the one of the run"),
    EARLIER_STEP("earlier step is shown", "the time machine shows a step of before",
            "the time machine shows an earlier step", "the newest step is shown",
            "an earlier one", "the newest one"),
    INPUTS_UNDIVIDED("inputs are undivided", "the network is given grey values up to 255",
            "the inputs reach 255", "the inputs are divided by 255",
            "undivided ones", "inputs that are divided by 255"),
    PENALTY("penalty is on", "large weights are penalized",
            "large weights are penalized", "large weights are not penalized",
            "a penalty on them", "no penalty"),
    EARLY_STOPPING("early stopping is on", "the run ends when validation doesn't improve any more",
            "early stopping is on", "early stopping is off",
            "it to be on", "it to be off"),
    DRAWING_BLANK("drawing is blank", "nothing is on the pad",
            "nothing is on the pad", "something is on the pad",
            "an empty pad", "a drawing"),
    DIGIT_CHOSEN("digit is chosen", "a digit is chosen in Test digits, or shown in Network",
            "a digit is chosen", "no digit is chosen",
            "one that is chosen", "none"),
    SWEEP_DONE("sweep is done", "all runs of the newest sweep are trained",
            "the newest sweep is done", "no sweep is done",
            "one whose runs are all trained", "one that is still under way");

    private final String phrase;
    private final String meaning;
    private final String ifSo;
    private final String ifNot;
    private final String wanted;
    private final String unwanted;

    /**
     * @param ifSo a sentence for where it holds, ifNot for where it doesn't
     * @param wanted ends "the task asks for" where it should hold, unwanted where it shouldn't
     */
    Fact(String phrase, String meaning, String ifSo, String ifNot, String wanted, String unwanted) {
        this.phrase = phrase;
        this.meaning = meaning;
        this.ifSo = ifSo;
        this.ifNot = ifNot;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    @Override
    public String phrase() {
        return phrase;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** What is so now, as a sentence without a full stop. */
    String sentence(boolean holds) {
        return holds ? ifSo : ifNot;
    }

    /** What a task asks for in which it should hold or not. */
    String asked(boolean holds) {
        return holds ? wanted : unwanted;
    }
}
