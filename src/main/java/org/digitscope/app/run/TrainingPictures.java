package org.digitscope.app.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.project.Project;

/**
 * The pictures to train with: those that were loaded, with a person's own drawings and straightened where that is wanted. Prepared
 * in the background.
 */
public final class TrainingPictures {

    private final Executor background;
    private final Executor fxThread;
    private final Consumer<DigitSets> ready;
    private final BooleanProperty deskew = new SimpleBooleanProperty();
    private final ObjectProperty<TaughtDigits> taught = new SimpleObjectProperty<>(TaughtDigits.NONE);
    private Optional<DigitSets> loaded = Optional.empty();
    private DigitSets dataOf;
    private Project.Data data;
    /** While a saved session is taken over, its choices are no wishes. */
    private boolean adopting;

    /** @param ready gets the pictures whenever others are to be trained with */
    TrainingPictures(Executor background, Executor fxThread, Consumer<DigitSets> ready) {
        this.background = background;
        this.fxThread = fxThread;
        this.ready = ready;
        deskew.addListener((observable, before, after) -> prepare());
        taught.addListener((observable, before, after) -> prepare());
    }

    /** What was loaded with some drawings added, and straightened if wanted; takes up to half a second. */
    public static DigitSets prepared(DigitSets loaded, TaughtDigits own, boolean straight) {
        DigitSets more = own.isEmpty() ? loaded : new DigitSets(own.addedTo(loaded.training()), loaded.validation(), loaded.classes());
        return straight ? Deskew.of(more) : more;
    }

    BooleanProperty deskewProperty() {
        return deskew;
    }

    ObjectProperty<TaughtDigits> taughtProperty() {
        return taught;
    }

    /** As they were loaded; empty while they are being read. */
    Optional<DigitSets> loaded() {
        return loaded;
    }

    void load(DigitSets sets) {
        loaded = Optional.of(sets);
        prepare();
    }

    /** Which pictures these are; takes a tenth of a second when it isn't known yet. */
    Project.Data data(DigitSets sets) {
        if (dataOf != sets) {
            know(sets, Project.Data.of(sets));
        }
        return data;
    }

    /** Takes over what a saved session was trained with. */
    void adopt(boolean straight, DigitSets original, DigitSets sets, Project.Data known) {
        adopting = true;
        loaded = Optional.of(original);
        deskew.set(straight);
        adopting = false;
        know(sets, known);
    }

    private void prepare() {
        if (loaded.isEmpty() || adopting) {
            return;
        }
        DigitSets from = loaded.get();
        boolean straight = deskew.get();
        TaughtDigits own = taught.get();
        if (!straight && own.isEmpty()) {
            offer(from);
            return;
        }
        background.execute(() -> {
            DigitSets prepared = prepared(from, own, straight);
            fxThread.execute(() -> {
                if (straight == deskew.get() && own == taught.get() && loaded.equals(Optional.of(from))) {
                    offer(prepared);
                }
            });
        });
    }

    private void offer(DigitSets sets) {
        ready.accept(sets);
        background.execute(() -> {
            Project.Data known = Project.Data.of(sets);
            fxThread.execute(() -> know(sets, known));
        });
    }

    private void know(DigitSets sets, Project.Data known) {
        dataOf = sets;
        data = known;
    }
}
