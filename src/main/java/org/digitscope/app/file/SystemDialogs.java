package org.digitscope.app.file;

import java.io.File;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.digitscope.app.file.FileDialogs.Decision;

/**
 * The dialogs of the system, beside a window.
 *
 * @param owner that window
 */
public record SystemDialogs(Supplier<Window> owner) implements FileDialogs.Chooser {

    private static final ButtonType SAVE = new ButtonType("Save", ButtonBar.ButtonData.YES);
    private static final ButtonType LEAVE = new ButtonType("Don't Save", ButtonBar.ButtonData.NO);

    @Override
    public Optional<File> save(FileChooser dialog) {
        return Optional.ofNullable(dialog.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<File> open(FileChooser dialog) {
        return Optional.ofNullable(dialog.showOpenDialog(owner.get()));
    }

    @Override
    public Decision saveBeforeClosing(String fileName) {
        return ask("Close Digitscope", "Save the changes to " + fileName + "?", "The file on the disk stays as it is if you don't. Either "
                + "way, File, Reopen Last Session brings back what is here now.");
    }

    @Override
    public Decision saveBeforeOpening(Optional<String> fileName) {
        return ask("Open another session", fileName.map(name -> "Save the changes to " + name + " first?").orElse("Save this session first?"),
                "The other session takes its place. What was trained stays in Runs until the window closes; the drawing is gone then, unless it is saved.");
    }

    private Decision ask(String title, String question, String consequence) {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, consequence, SAVE, LEAVE, ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle(title);
        alert.setHeaderText(question);
        alert.getDialogPane().getStylesheets().setAll(owner.get().getScene().getStylesheets());
        // some window managers show a dialog at its smallest size
        alert.getDialogPane().setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == SAVE ? Decision.SAVE : answer == LEAVE ? Decision.LEAVE : Decision.STAY;
    }
}
