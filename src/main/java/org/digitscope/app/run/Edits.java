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
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** What a person changes in the shown network, with undo and redo. */
public final class Edits implements Undoable {

    /** The changes of one network, one state after the other, and which of them holds. */
    static final class History {
        private final List<List<Edit>> states = new ArrayList<>(List.of(List.of()));
        private int position;

        History() {
        }

        /** Of changes that were made one after the other. */
        History(List<Edit> edits) {
            for (int count = 1; count <= edits.size(); count++) {
                push(edits.subList(0, count));
            }
        }

        List<Edit> present() {
            return states.get(position);
        }

        private void push(List<Edit> edits) {
            states.subList(position + 1, states.size()).clear();
            states.add(List.copyOf(edits));
            position++;
        }
    }

    private final Runnable changed;
    private History history = new History();
    private Parameters network = Parameters.zeros(Architecture.relu(1));
    private boolean dragging;
    private Runnable onStep = () -> { };
    private final ReadOnlyObjectWrapper<List<Edit>> current = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    /** @param changed called when the changes are others, before {@link #currentProperty} is */
    Edits(Runnable changed) {
        this.changed = changed;
    }

    /** The changes in force, in their order. */
    public ReadOnlyObjectProperty<List<Edit>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** @param activation what the neuron sends from now on, 0 or its mean */
    public void mute(Neuron neuron, float activation) {
        push(replaced(muteOf(neuron), new Mute(neuron, activation)));
    }

    public void unmute(Neuron neuron) {
        push(without(muteOf(neuron)));
    }

    /** Mutes all neurons of a hidden layer but these, to zero. */
    public void solo(int layer, Set<Integer> neurons) {
        List<Edit> edits = new ArrayList<>(without(edit -> edit instanceof Mute mute && mute.neuron().layer() == layer));
        IntStream.range(0, network.layer(layer).outputs()).filter(neuron -> !neurons.contains(neuron))
                .forEach(neuron -> edits.add(new Mute(new Neuron(layer, neuron), 0)));
        push(edits);
    }

    public void set(ScalarParameter parameter, float value) {
        push(replaced(valueOf(parameter), new SetValue(parameter, value)));
    }

    /** As {@link #set}, many times in a row that are undone as one, until {@link #endDrag}. */
    public void drag(ScalarParameter parameter, float value) {
        List<Edit> edits = replaced(valueOf(parameter), new SetValue(parameter, value));
        if (dragging) {
            check(edits);
            history.states.set(history.position, List.copyOf(edits));
            tell();
        } else {
            // as long as the value is the present one there is nothing to undo
            dragging = push(edits);
        }
    }

    public void endDrag() {
        dragging = false;
    }

    /** Adds a change that may be made several times. */
    public void add(Edit edit) {
        List<Edit> edits = new ArrayList<>(present());
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

    @Override
    public void undo() {
        go(Math.max(0, history.position - 1));
    }

    @Override
    public void redo() {
        go(Math.min(history.states.size() - 1, history.position + 1));
    }

    @Override
    public void setOnStep(Runnable done) {
        onStep = done;
    }

    List<Edit> present() {
        return history.present();
    }

    /** Goes over to the changes of another network, or of another step of it; {@link #publish} follows. */
    void changeOver(History other, Parameters base) {
        dragging &= other == history;
        history = other;
        network = base;
    }

    void publish() {
        canUndo.set(history.position > 0);
        canRedo.set(history.position < history.states.size() - 1);
        current.set(present());
    }

    private void go(int position) {
        dragging = false;
        history.position = position;
        tell();
    }

    /** Returns whether that is another state. */
    private boolean push(List<Edit> edits) {
        check(edits);
        dragging = false;
        if (edits.equals(present())) {
            return false;
        }
        history.push(edits);
        tell();
        onStep.run();
        return true;
    }

    private void check(List<Edit> edits) {
        edits.stream().filter(edit -> !edit.fits(network)).findFirst().ifPresent(edit -> {
            throw new IllegalArgumentException("the shown network can't be changed by " + edit);
        });
    }

    private void tell() {
        changed.run();
        publish();
    }

    private List<Edit> replaced(Predicate<Edit> old, Edit edit) {
        List<Edit> edits = new ArrayList<>(without(old));
        edits.add(edit);
        return edits;
    }

    private List<Edit> without(Predicate<Edit> old) {
        return present().stream().filter(old.negate()).toList();
    }

    private static Predicate<Edit> muteOf(Neuron neuron) {
        return edit -> edit instanceof Mute mute && mute.neuron().equals(neuron);
    }

    private static Predicate<Edit> valueOf(ScalarParameter parameter) {
        return edit -> edit instanceof SetValue set && set.parameter().equals(parameter);
    }
}
