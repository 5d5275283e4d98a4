package org.digitscope.training;

import java.util.Optional;

/** How a call of {@link Trainer#run} ended. */
public sealed interface TrainingEnd {

    /**
     * All epochs are done, or early stopping ended the run.
     *
     * @param outcome why it stopped early and which epoch's network it gives, as sentences; empty where all epochs are done and it is the last
     * @param advice where the network is as good as guessing, sentences that say so, why, and what to change
     */
    record Finished(Optional<String> outcome, Optional<String> advice) implements TrainingEnd {
    }

    /** The caller asked for it; the trainer can go on from here. */
    record Stopped() implements TrainingEnd {
    }

    /**
     * A step spoilt the network: its numbers, those that the optimizer remembers or the loss became NaN or infinite. The trainer
     * was set back to the step before that one.
     *
     * @param step the step that spoilt it
     * @param advice a sentence that says what happened and what to change
     */
    record Diverged(int step, String advice) implements TrainingEnd {
    }

    /** Something went wrong in the program itself, such as too little memory, or the run has more than {@link Trainer#MAX_STEPS} steps. */
    record Failed(Throwable cause) implements TrainingEnd {

        /** What happened, for people. */
        public String sentence() {
            return "The training failed: " + (cause instanceof OutOfMemoryError ? "there is not enough memory; smaller settings need less"
                    : cause instanceof IllegalStateException refusal ? refusal.getMessage() : cause) + ".";
        }
    }
}
