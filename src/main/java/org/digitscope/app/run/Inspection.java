package org.digitscope.app.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.evaluation.Edit;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Recording;
import org.digitscope.training.Snapshot;

/**
 * What a person looks at: the network in training, an earlier step of it or one from a file, the changes made to it by hand, and the
 * chosen neuron and weight. They always belong together. The training goes on whatever is shown; changes to its network and to one
 * from a file are kept apart.
 */
public final class Inspection {

    private final Edits edits = new Edits(this::showAgain);
    private final Selection selection = new Selection();
    private final ReadOnlyObjectWrapper<ShownNetwork> shown = new ReadOnlyObjectWrapper<>();
    private Edits.History editsOfRun = new Edits.History();
    private Recording recording = new Recording(0);
    private Snapshot newest;

    /** The network that every panel shows; null until there is one. */
    public ReadOnlyObjectProperty<ShownNetwork> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the person changes in the shown network; the training goes on without it. */
    public Edits edits() {
        return edits;
    }

    /** The neuron and the weight that the person looks at. */
    public Selection selection() {
        return selection;
    }

    /** How the shown network came about: the kept steps of its run, ascending; none for a network from a file. */
    public List<Checkpoint> history() {
        return shown.get() == null || !shown.get().isOfThisRun() ? List.of()
                : recording.steps().stream().flatMap(step -> recording.atOrBefore(step).stream()).toList();
    }

    /** Shows the network of the last kept step at or before {@code step}; training may go on meanwhile. */
    public void showStep(int step) {
        recording.atOrBefore(step).ifPresent(kept -> show(kept.step(), false, kept.parameters(), editsOfRun));
    }

    /** Shows a network from elsewhere, until {@link #showLive}; the training goes on meanwhile. */
    public void showFile(Parameters network) {
        if (newest != null) {
            show(-1, false, network, new Edits.History());
        }
    }

    /** Follows the training again. */
    public void showLive() {
        if (newest != null) {
            show(newest.step(), true, newest.parameters(), editsOfRun);
        }
    }

    /** Another run begins; {@link #follow} shows it, with these changes that were made by hand. */
    void begin(List<Edit> changes) {
        editsOfRun = new Edits.History(changes);
    }

    /** Follows a run, or the same from another step on. */
    void follow(Recording run, Snapshot now) {
        recording = run;
        newest = now;
        showLive();
    }

    /** The training has come further. */
    void goOn(Snapshot now) {
        newest = now;
        if (isLive()) {
            showLive();
        }
    }

    /** The changes to the network in training, also while another one is shown. */
    List<Edit> editsOfRun() {
        return editsOfRun.present();
    }

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

    private void show(int step, boolean live, Parameters base, Edits.History changes) {
        Optional<Parameters> start = step < 0 ? Optional.empty()
                : recording.atOrBefore(0).map(Checkpoint::parameters);
        ShownNetwork next = ShownNetwork.of(step, live, start, base, changes.present());
        // whoever hears of one of the three may ask for the others: what is chosen is something that both networks have
        selection.fit(base);
        edits.changeOver(changes, base);
        shown.set(next);
        selection.goOn();
        edits.publish();
    }

    private void showAgain() {
        ShownNetwork now = shown.get();
        shown.set(ShownNetwork.of(now.step(), now.live(), now.start(), now.base(), edits.present()));
    }
}
