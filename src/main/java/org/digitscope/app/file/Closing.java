package org.digitscope.app.file;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Notices;

/**
 * The end of the window. The training stops, what the person wants to be saved is saved, a copy of the session is kept, and the window
 * stays until everything is on the disk; when something can't be written it stays once more.
 */
public final class Closing {

    private final AppModel model;
    private final Session session;
    private final FileDialogs files;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    /** Whether the person was told that something can't be written. */
    private boolean warned;

    public Closing(AppModel model, Session session, FileDialogs files) {
        this.model = model;
        this.session = session;
        this.files = files;
    }

    /** Whether the window waits for the disk; nothing should be changed meanwhile. */
    public ReadOnlyBooleanProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /**
     * The person wants to close the window.
     *
     * @param close called when nothing can be lost any more, which may be at once
     */
    public void request(Runnable close) {
        if (underWay.get()) {
            return;
        }
        boolean unsaved = session.changedProperty().get() && session.fileProperty().get().isPresent();
        if (unsaved && !model.background().writingProperty().get().isEmpty()) {
            // what is being saved just now is no question any more when it is on the disk
            underWay.set(true);
            tellWriting();
            model.background().whenWritten(() -> {
                underWay.set(false);
                request(close);
            });
            return;
        }
        FileDialogs.Decision decision = unsaved ? files.askToSave(session.fileProperty().get().orElseThrow()) : FileDialogs.Decision.LEAVE;
        if (decision == FileDialogs.Decision.STAY) {
            return;
        }
        underWay.set(true);
        model.whenIdle(() -> {
            int refused = model.background().refused();
            if (decision == FileDialogs.Decision.SAVE) {
                session.save();
            }
            session.keepCopy();
            tellWriting();
            model.background().whenWritten(() -> end(model.background().refused() > refused, close));
        });
    }

    private void tellWriting() {
        if (!model.background().writingProperty().get().isEmpty()) {
            model.notices().tell("Writing " + model.background().writingProperty().get() + "; then the window closes.");
        }
    }

    private void end(boolean refused, Runnable close) {
        underWay.set(false);
        if (refused && !warned) {
            warned = true;
            String why = model.notices().textProperty().get();
            model.notices().warn(why + (why.endsWith(".") ? "" : ".") + " Close the window once more to leave all the same.",
                    new Notices.Action("Close the Window", () -> request(close)));
        } else {
            session.end();
            close.run();
        }
    }
}
