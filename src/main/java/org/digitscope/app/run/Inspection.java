package org.digitscope.app.run;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.evaluation.Edit;
import org.digitscope.network.Parameters;
import org.digitscope.training.Snapshot;

/**
 * Which network all panels show: the one in training, an earlier step of it or one from a file, each with what the person changed.
 */
final class Inspection {

    private final Edits edits = new Edits();
    private final ReadOnlyObjectWrapper<ShownNetwork> shown = new ReadOnlyObjectWrapper<>();

    Inspection() {
        edits.currentProperty().addListener((observable, before, after) -> {
            if (shown.get() != null) {
                show(shown.get().step(), shown.get().live(), shown.get().base());
            }
        });
    }

    Edits edits() {
        return edits;
    }

    /** Null until there is one. */
    ReadOnlyObjectProperty<ShownNetwork> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the network in training is shown. */
    boolean isLive() {
        return shown.get() != null && shown.get().live();
    }

    /** Whether a step is shown from which the training can go on. */
    boolean isEarlierStep() {
        return shown.get() != null && !shown.get().live() && shown.get().isOfThisRun();
    }

    /** Whether there is something else to go back from. */
    boolean isElsewhere() {
        return shown.get() != null && !shown.get().live();
    }

    void live(Snapshot snapshot) {
        show(snapshot.step(), true, snapshot.parameters());
    }

    void step(int step, Parameters network) {
        show(step, false, network);
    }

    void ofFile(Parameters network) {
        edits.forget();
        show(-1, false, network);
    }

    private void show(int step, boolean live, Parameters base) {
        shown.set(new ShownNetwork(step, live, base, Edit.apply(edits.currentProperty().get(), base)));
    }
}
