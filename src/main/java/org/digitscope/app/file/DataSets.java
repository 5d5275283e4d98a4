package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Background;
import org.digitscope.app.run.Notices;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.SetChoices;
import org.digitscope.files.datasets.UsedDataSets;

/**
 * Other pictures to train with: read in the background, looked at, and taken or not. Nothing changes before they are taken.
 */
public final class DataSets {

    /** What goes on. */
    public enum Phase {
        /** Nothing. */
        IDLE,
        /** A file is being read, which can be cancelled. */
        READING,
        /** It was read; somebody has to decide. */
        OFFERED,
        /** It was taken and is being split and turned as wanted. */
        PREPARING
    }

    private static final String BUSY = "Another data set is being opened; cancel that first.";

    private final AppModel model;
    private final FileDialogs files;
    private final UsedDataSets used;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Optional<LoadedDigits>> offered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<SetChoices> choices = new SimpleObjectProperty<>();
    private final BooleanBinding busy = Bindings.createBooleanBinding(() -> phase.get() != Phase.IDLE, phase);
    /** Of the reading that is under way. */
    private AtomicBoolean cancelled = new AtomicBoolean();
    /** Of what is offered. */
    private Path source;

    /** @param used remembers what was taken */
    public DataSets(AppModel model, FileDialogs files, UsedDataSets used) {
        this.model = model;
        this.files = files;
        this.used = used;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether a data set is being read or waits for a decision. */
    public BooleanBinding busy() {
        return busy;
    }

    /** Of the file or folder. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Of the reading, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What was read and waits for a decision. */
    public ReadOnlyObjectProperty<Optional<LoadedDigits>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** How it is going to be used; at first as it suits it. */
    public ObjectProperty<SetChoices> choicesProperty() {
        return choices;
    }

    /** Asks for a file: a table, an .npz, or any one of the arrays or pictures that belong together. */
    public void open() {
        files.choose("Data sets", DigitFiles.PATTERNS, this::read);
    }

    /** Back to the digits that the program brings. */
    public void openMnist() {
        if (isFree()) {
            name.set("MNIST");
            prepare(Mnist::load, sets -> { });
        }
    }

    /** Reads a data set and offers it. */
    void read(Path chosen) {
        if (!isFree()) {
            return;
        }
        AtomicBoolean unwanted = new AtomicBoolean();
        cancelled = unwanted;
        name.set(String.valueOf(chosen.getFileName()));
        progress.set(0);
        phase.set(Phase.READING);
        model.background().ask(model.background().files(), () -> {
            Path path = DigitFiles.whole(chosen).toAbsolutePath();
            return new Found(path, DigitFiles.read(path, share -> {
                model.background().show(() -> progress.set(share));
                return !unwanted.get();
            }));
        }, found -> offer(found, unwanted), this::close);
    }

    private record Found(Path path, LoadedDigits loaded) {
    }

    /** Ends the reading, or leaves what was offered alone. */
    public void decline() {
        cancelled.set(true);
        if (phase.get() == Phase.OFFERED) {
            close();
        }
    }

    /** Starts anew with what was offered. */
    public void take() {
        if (phase.get() == Phase.OFFERED) {
            LoadedDigits loaded = offered.get().orElseThrow();
            SetChoices wanted = choices.get();
            Path from = source;
            prepare(() -> loaded.sets(wanted), sets -> remember(new UsedDataSets.Used(from, wanted, sets.training().name())));
        }
    }

    private void remember(UsedDataSets.Used taken) {
        model.background().write("the list of data sets", () -> {
            try {
                used.add(taken);
            } catch (IOException unimportant) {
                // a project that is opened later says which pictures it needs
            }
        });
    }

    private void prepare(Background.Work<DigitSets> source, Consumer<DigitSets> then) {
        phase.set(Phase.PREPARING);
        model.background().ask(model.background().files(), source, sets -> {
            use(sets);
            then.accept(sets);
        }, this::close);
    }

    private void use(DigitSets sets) {
        close();
        model.digitsLoaded(sets);
        model.notices().tell(String.format(Locale.ROOT, "%s: %s to learn from, %,d to check with.", name.get(),
                Counts.of(sets.training().size(), "picture"), sets.validation().size()));
    }

    private void offer(Found found, AtomicBoolean unwanted) {
        if (unwanted.get()) {
            close();
            return;
        }
        source = found.path;
        name.set(String.valueOf(source.getFileName()));
        choices.set(found.loaded.suggested());
        offered.set(Optional.of(found.loaded));
        phase.set(Phase.OFFERED);
    }

    private void close() {
        phase.set(Phase.IDLE);
        offered.set(Optional.empty());
        model.notices().withdraw(BUSY);
    }

    private boolean isFree() {
        if (busy.get()) {
            model.notices().tell(BUSY, new Notices.Action("Cancel It", this::decline));
        }
        return !busy.get();
    }
}
