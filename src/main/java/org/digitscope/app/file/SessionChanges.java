package org.digitscope.app.file;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.PadModel;
import org.digitscope.evaluation.Edit;
import org.digitscope.training.Hyperparameters;

/** What of a session its project file doesn't have, and its copy: counted, so that what is written meanwhile isn't taken for saved. */
final class SessionChanges {

    private final AppModel model;
    private final BooleanSupplier hasFile;
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    /** Those of the run, also while a network from a file is shown. */
    private List<Edit> edits = List.of();
    private long count;
    private boolean uncopied;

    /** @param hasFile whether the session has a project file */
    SessionChanges(AppModel model, PadModel drawing, BooleanSupplier hasFile) {
        this.model = model;
        this.hasFile = hasFile;
        model.liveProperty().addListener((observable, before, after) -> note(before != null && before.step() != after.step()));
        model.settingsProperty().addListener((observable, before, after) -> {
            note(isChangeOfRun(before, after));
            noteAnotherStart();
        });
        model.digitsProperty().addListener((observable, before, after) -> noteAnotherStart());
        model.shownProperty().addListener((observable, before, after) -> noteEdits(after));
        drawing.sheetProperty().addListener((observable, before, after) -> note(true));
    }

    /** Whether the project file lacks something. */
    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Whether the copy lacks something. */
    boolean isUncopied() {
        return uncopied;
    }

    void setUncopied(boolean lacking) {
        uncopied = lacking;
    }

    /** How many there were so far. */
    long count() {
        return count;
    }

    /** A file has the first so many of them. */
    void saved(long until) {
        unsaved.set(count > until);
    }

    /** The session is another one than that of the copy. */
    void another(boolean withFile) {
        note(true);
        unsaved.set(!withFile);
    }

    /** Of the settings these three hold for a run that has begun. */
    private boolean isChangeOfRun(Hyperparameters before, Hyperparameters after) {
        boolean begun = model.liveProperty().get() != null && model.liveProperty().get().step() > 0;
        return begun && (before.learningRate() != after.learningRate() || before.epochs() != after.epochs()
                || !before.earlyStopping().equals(after.earlyStopping()));
    }

    /** Changes to a network from a file aren't the session's, and those of the run come back after a look at one. */
    private void noteEdits(ShownNetwork shown) {
        if (shown.isOfThisRun()) {
            note(!shown.edits().equals(edits));
            edits = shown.edits();
        }
    }

    /** Before anything is learnt, other settings or pictures begin anew, which the file doesn't have; for a copy that is too little. */
    private void noteAnotherStart() {
        if (hasFile.getAsBoolean() && model.liveProperty().get().step() == 0) {
            count++;
            unsaved.set(true);
        }
    }

    private void note(boolean really) {
        if (really) {
            count++;
            unsaved.set(true);
            uncopied = true;
        }
    }
}
