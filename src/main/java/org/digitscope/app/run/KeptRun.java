package org.digitscope.app.run;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.digitscope.data.Dataset;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.RunResult;
import org.digitscope.network.Parameters;
import org.digitscope.training.Recording;
import org.digitscope.training.Snapshot;

/**
 * A run in the list of runs: the one on screen, one that rests whole, or one of which only the figures are known. For the FX thread.
 */
public final class KeptRun {

    /**
     * What is known of a run.
     *
     * @param result without checksum and fingerprint as long as it trains
     * @param step batches done so far
     * @param stepsPerEpoch batches of an epoch, at least 1
     * @param learnt its network as it is now; empty where only figures are known
     */
    public record Known(RunResult result, int step, int stepsPerEpoch, Optional<Learnt> learnt) {

        static Known of(Snapshot reached, RunState state, Dataset test, Recording recording) {
            return new Known(WholeRun.result(reached, state, Optional.empty()), reached.step(), reached.stepsPerEpoch(),
                    Optional.of(new Learnt(reached.parameters(), test, recording)));
        }

        /** The same, of which more was found out. */
        Known with(RunResult found) {
            return new Known(found, step, stepsPerEpoch, learnt);
        }
    }

    /**
     * A network, and what it is asked.
     *
     * @param test the run's own test pictures: those of a run with straightened digits are straight
     * @param recording its kept steps, which may become more while it trains
     */
    public record Learnt(Parameters network, Dataset test, Recording recording) {
    }

    private final int number;
    private final StringProperty name;
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Known> known;
    private Optional<WholeRun> whole = Optional.empty();

    KeptRun(int number, String name, Known known) {
        this.number = number;
        this.name = new SimpleStringProperty(name);
        this.known = new ReadOnlyObjectWrapper<>(known);
    }

    /** From 0 on, in the order in which they began; its colour goes by it. */
    public int number() {
        return number;
    }

    /** To be edited. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Whether the charts leave it out. */
    public BooleanProperty hiddenProperty() {
        return hidden;
    }

    /** Whether it is the last one to be let go when memory gets short. */
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    public ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    public Known known() {
        return known.get();
    }

    public RunResult result() {
        return known.get().result();
    }

    /** With its name of now. */
    public NamedRun named() {
        return new NamedRun(name.get(), result());
    }

    /** Whether it rests whole, so that one can go back to it. */
    public boolean isWhole() {
        return whole.isPresent();
    }

    Optional<WholeRun> whole() {
        return whole;
    }

    void setWhole(Optional<WholeRun> run) {
        whole = run;
    }

    void setKnown(Known newest) {
        known.set(newest);
    }

    /** Its fingerprint was found, of the state in which it still is. */
    void identify(RunResult found) {
        if (known.get().result().curve() == found.curve()) {
            known.set(known.get().with(found));
        }
    }

    /** Its figures stay. */
    void letNetworkGo() {
        whole = Optional.empty();
        known.set(new Known(known.get().result(), known.get().step(), known.get().stepsPerEpoch(), Optional.empty()));
    }
}
