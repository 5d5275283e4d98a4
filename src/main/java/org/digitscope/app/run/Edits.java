package org.digitscope.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.Edit.Mute;
import org.digitscope.evaluation.Edit.SetValue;
import org.digitscope.evaluation.ScalarParameter;

/** What a person changed in the shown network, with undo and redo. */
public final class Edits {

    private final List<List<Edit>> history = new ArrayList<>(List.of(List.of()));
    private int present;
    private boolean dragging;
    private final ReadOnlyObjectWrapper<List<Edit>> current = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    /** The changes in force, in their order. */
    public ReadOnlyObjectProperty<List<Edit>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether a neuron is muted. */
    public boolean isMuted(int neuron) {
        return current.get().stream().anyMatch(muteOf(neuron));
    }

    /** @param activation what the neuron sends from now on, 0 or its mean */
    public void mute(int neuron, float activation) {
        push(replaced(muteOf(neuron), new Mute(neuron, activation)));
    }

    public void unmute(int neuron) {
        push(without(muteOf(neuron)));
    }

    /** Mutes all neurons but these, to zero. */
    public void solo(Set<Integer> neurons, int hidden) {
        List<Edit> edits = new ArrayList<>(without(edit -> edit instanceof Mute));
        IntStream.range(0, hidden).filter(neuron -> !neurons.contains(neuron)).forEach(neuron -> edits.add(new Mute(neuron, 0)));
        push(edits);
    }

    public void set(ScalarParameter parameter, float value) {
        push(replaced(valueOf(parameter), new SetValue(parameter, value)));
    }

    /** As {@link #set}, many times in a row that are undone as one, until {@link #endDrag}. */
    public void drag(ScalarParameter parameter, float value) {
        List<Edit> edits = replaced(valueOf(parameter), new SetValue(parameter, value));
        if (dragging) {
            history.set(present, List.copyOf(edits));
            publish();
        } else {
            push(edits);
            dragging = true;
        }
    }

    public void endDrag() {
        dragging = false;
    }

    /** Adds a change that may be made several times. */
    public void add(Edit edit) {
        List<Edit> edits = new ArrayList<>(current.get());
        edits.add(edit);
        push(edits);
    }

    /** Takes a parameter's own change back. */
    public void reset(ScalarParameter parameter) {
        push(without(valueOf(parameter)));
    }

    /** Takes all changes back; can be undone. */
    public void resetAll() {
        push(List.of());
    }

    public void undo() {
        dragging = false;
        present = Math.max(0, present - 1);
        publish();
    }

    public void redo() {
        dragging = false;
        present = Math.min(history.size() - 1, present + 1);
        publish();
    }

    /** Forgets everything, as another run begins. */
    void forget() {
        dragging = false;
        history.clear();
        history.add(List.of());
        present = 0;
        publish();
    }

    private void push(List<Edit> edits) {
        dragging = false;
        if (!edits.equals(current.get())) {
            history.subList(present + 1, history.size()).clear();
            history.add(List.copyOf(edits));
            present++;
            publish();
        }
    }

    private void publish() {
        canUndo.set(present > 0);
        canRedo.set(present < history.size() - 1);
        current.set(history.get(present));
    }

    private List<Edit> replaced(Predicate<Edit> old, Edit edit) {
        List<Edit> edits = new ArrayList<>(without(old));
        edits.add(edit);
        return edits;
    }

    private List<Edit> without(Predicate<Edit> old) {
        return current.get().stream().filter(old.negate()).toList();
    }

    private static Predicate<Edit> muteOf(int neuron) {
        return edit -> edit instanceof Mute mute && mute.neuron() == neuron;
    }

    private static Predicate<Edit> valueOf(ScalarParameter parameter) {
        return edit -> edit instanceof SetValue set && set.parameter().equals(parameter);
    }
}
