package org.digitscope.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.Counts;

/**
 * When a run ends before its last epoch, and whether it gives the network of its best one; Keras's callback {@code EarlyStopping}, its
 * {@code min_delta} being 0. An epoch improves where it is better than the best one before it. The run ends with the first epoch that is
 * the {@code patience}-th in a row without an improvement. A patience of 0, which in Keras does what 1 does, is no early stopping.
 *
 * <p>Which epoch is the best and how many came since follows from the epochs of the {@link LearningCurve} alone. So a run that was
 * saved meanwhile ends where it would have ended, a branch knows nothing of the epochs after its beginning, and other values, which
 * may be chosen at any time, are judged as if they had held from the first epoch on. Only the ends of epochs can end a run.
 *
 * <p>Where it restores, a run that has ended, early or with its last epoch, gives the network of its best epoch's end: that is what is
 * shown, written, scored and has the fingerprint, see {@link Trainer#result}. The trainer itself stays where it is, and the recording
 * keeps all that it kept. So, other than in Keras, whose optimizer then remembers steps that the weights don't have, a run that may go
 * on after all goes on from its last step, with the bits of never having stopped; and a branch from the best epoch has that epoch's
 * optimizer.
 *
 * @param patience epochs without an improvement that end the run; 0 for no early stopping
 * @param monitor what is to improve
 * @param restoresBest Keras's {@code restore_best_weights}; it needs a patience
 */
public record EarlyStopping(int patience, Monitor monitor, boolean restoresBest) {

    /** No early stopping; the rest is as in Keras. */
    public static final EarlyStopping OFF = new EarlyStopping(0, Monitor.VAL_LOSS, false);

    private static final String OFF_TEXT = "off";

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names it */
    public EarlyStopping {
        if (patience < 0 || patience > Hyperparameters.MAX_EPOCHS) {
            throw new IllegalArgumentException("patience must be from 1 to " + Hyperparameters.MAX_EPOCHS + " epochs, or off, not " + patience);
        }
    }

    public EarlyStopping withPatience(int value) {
        return new EarlyStopping(value, monitor, restoresBest);
    }

    public EarlyStopping withMonitor(Monitor value) {
        return new EarlyStopping(patience, value, restoresBest);
    }

    public EarlyStopping withRestoresBest(boolean value) {
        return new EarlyStopping(patience, monitor, value);
    }

    /**
     * A patience as people write it: a number of epochs, or "off", nothing or 0 for no early stopping.
     *
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public static int parsePatience(String text) {
        String trimmed = text.strip();
        try {
            return trimmed.isEmpty() || trimmed.equalsIgnoreCase(OFF_TEXT) ? 0 : Integer.parseInt(trimmed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("patience must be a whole number of epochs, or off, not \"" + text + "\"", e);
        }
    }

    /** The patience as {@link #parsePatience} reads it. */
    public String patienceText() {
        return patience == 0 ? OFF_TEXT : String.valueOf(patience);
    }

    /** Whether there is any early stopping. */
    public boolean isOn() {
        return patience > 0;
    }

    /** Whether a run that has ended gives the network of its best epoch. */
    public boolean restores() {
        return isOn() && restoresBest;
    }

    /**
     * The best of these epochs by what is monitored, without early stopping by validation accuracy; of equal ones the first.
     *
     * @return from 1 on; 0 where there is none
     */
    public int bestEpoch(List<LearningCurve.Epoch> epochs) {
        return bestBy().bestEpoch(epochs);
    }

    /** What makes the best epoch. */
    public Monitor bestBy() {
        return isOn() ? monitor : Monitor.VAL_ACCURACY;
    }

    /** Whether a run ends with the last of these epochs. */
    public boolean stopsAfter(List<LearningCurve.Epoch> epochs) {
        return isOn() && epochs.size() - bestEpoch(epochs) >= patience;
    }

    /** The epoch whose network a run gives that has ended with the last of these epochs: 1 is the first, 0 where there is none. */
    public int resultOf(List<LearningCurve.Epoch> epochs) {
        return restores() ? bestEpoch(epochs) : epochs.size();
    }

    /** What there is to say about a run that has ended with the last of these epochs: why, and which one it gives. */
    Optional<String> outcome(List<LearningCurve.Epoch> epochs) {
        int best = bestEpoch(epochs);
        String restored = resultOf(epochs) < epochs.size() ? String.format(Locale.ROOT, " The network of epoch %d is restored.", best) : "";
        if (stopsAfter(epochs)) {
            return Optional.of(String.format(Locale.ROOT, "Stopped early after epoch %d: %s has not improved for %s; the best is that of "
                    + "epoch %d.%s", epochs.size(), monitor, Counts.of(epochs.size() - best, "epoch"), best, restored));
        }
        return restored.isEmpty() ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "The best %s is that of epoch %d.%s", monitor,
                best, restored));
    }
}
