package org.digitscope.app.run;

/** What the training run is doing, as the person sees it. */
public enum RunState {
    /** The pictures are still being read. */
    LOADING("Loading the digits"),
    /** Step 0: nothing has been learnt yet. */
    READY("Ready"),
    RUNNING("Training"),
    /** Between two batches; goes on bit for bit. */
    PAUSED("Paused"),
    /** Ended before its time; what was learned stays. */
    STOPPED("Stopped"),
    FINISHED("Finished"),
    /** The loss is no longer a finite number; the last good network is kept. */
    DIVERGED("Diverged"),
    /** The pictures can't be read, or the program itself had a problem. */
    FAILED("Failed");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
