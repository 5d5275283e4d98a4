package org.digitscope.app.view;

import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.MouseEvent;
import javafx.util.converter.DefaultStringConverter;
import org.digitscope.app.run.KeptRun;

/** A run's name, whole when it is pointed at, and to be changed by a double click. */
final class RunName extends TextFieldTableCell<KeptRun, String> {

    /** @param rename opens the field of the chosen row */
    RunName(Runnable rename) {
        super(new DefaultStringConverter());
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && !isEmpty() && !isEditing()) {
                rename.run();
                event.consume();
            }
        });
    }

    @Override
    public void updateItem(String name, boolean empty) {
        super.updateItem(name, empty);
        setTooltip(empty || name == null ? null : new Tooltip(name));
    }
}
