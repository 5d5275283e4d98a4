package org.digitscope.app.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.evaluation.Edit;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * The network that all panels show: the live one, an earlier one that the time machine was set to, or one from a file, with what the
 * person changed in it. All of it is about one and the same network.
 *
 * @param step batches that it was trained for; negative for a network from a file
 * @param live whether it follows the training
 * @param start the network that this one's training began with, if that is known
 * @param base its numbers as they were learnt; nobody writes to them
 * @param edits the person's changes, in their order
 * @param parameters its numbers with these changes; the same object as {@code base} where there are none
 */
public record ShownNetwork(int step, boolean live, Optional<Parameters> start, Parameters base, List<Edit> edits, Parameters parameters) {

    /** @throws IllegalArgumentException when the network has nothing that one of the changes changes */
    static ShownNetwork of(int step, boolean live, Optional<Parameters> start, Parameters base, List<Edit> edits) {
        edits.stream().filter(edit -> !edit.fits(base)).findFirst().ifPresent(edit -> {
            throw new IllegalArgumentException("a network " + base.architecture() + " can't be changed by " + edit);
        });
        return new ShownNetwork(step, live, start, base, edits, Edit.apply(edits, base));
    }

    /** Whether it is a step of the training on screen, and not a network from a file. */
    public boolean isOfThisRun() {
        return step >= 0;
    }

    /** Whether both are steps of one training, or both one network from a file. */
    public boolean isOfSameTraining(ShownNetwork other) {
        return start.isPresent() && other.start.isPresent() ? start.get() == other.start.get() : start.isEmpty() && base == other.base;
    }

    /** Which one it is: "step 1,875" or "a network from a file", and whether it was changed by hand. */
    public String place() {
        return (isOfThisRun() ? String.format(Locale.ROOT, "step %,d", step) : "a network from a file")
                + (isEdited() ? ", changed by hand" : "");
    }

    /** Whether the person changed something in it. */
    public boolean isEdited() {
        return parameters != base;
    }

    /** Whether the person muted a neuron. */
    public boolean isMuted(Neuron neuron) {
        return edits.stream().anyMatch(edit -> edit instanceof Edit.Mute mute && mute.neuron().equals(neuron));
    }
}
