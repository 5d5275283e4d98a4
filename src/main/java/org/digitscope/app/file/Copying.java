package org.digitscope.app.file;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Counts;

/** Copies whatever has the focus: the chosen rows of a table, the chosen letters of a field, a picture; otherwise the drawing. */
public final class Copying {

    private final Notices notices;
    private final PadModel drawing;
    private final DrawingFiles drawings;

    public Copying(Notices notices, PadModel drawing, DrawingFiles drawings) {
        this.notices = notices;
        this.drawing = drawing;
        this.drawings = drawings;
    }

    /** @param focused what has the focus; may be null */
    public void copy(Node focused) {
        if (focused instanceof TextInputControl field) {
            field.copy();
        } else if (focused instanceof NumberTable table) {
            copyRows(table);
        } else if (focused instanceof PaintedRegion picture && !(focused instanceof DrawingPad) && !(focused instanceof PixelView)) {
            ClipboardContent content = new ClipboardContent();
            content.putImage(PngImage.of(picture));
            put(content, "The picture is copied.");
        } else if (drawing.blank().get()) {
            notices.tell("There is nothing to copy: choose rows of a table, or draw something.");
        } else {
            drawings.copyValues();
        }
    }

    private void copyRows(NumberTable table) {
        int rows = table.chosenRows();
        if (rows == 0) {
            notices.tell("No row of the table is chosen: Ctrl+A chooses all.");
        } else {
            ClipboardContent content = new ClipboardContent();
            content.putString(table.chosenText());
            put(content, Counts.of(rows, "row of the table is copied.", "rows of the table are copied."));
        }
    }

    private void put(ClipboardContent content, String sentence) {
        Clipboard.getSystemClipboard().setContent(content);
        notices.tell(sentence);
    }
}
