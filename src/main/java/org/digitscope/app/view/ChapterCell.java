package org.digitscope.app.view;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import org.digitscope.explain.lesson.Chapter;

/** A chapter in the list of chapters: its title, a tick when its task is done, and above the first one of a stretch the stretch's name. */
final class ChapterCell extends ListCell<Integer> {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Supplier<List<Chapter>> chapters;
    private final Predicate<Chapter> isDone;
    private final Label stretch = new Label();

    ChapterCell(Supplier<List<Chapter>> chapters, Predicate<Chapter> isDone) {
        this.chapters = chapters;
        this.isDone = isDone;
        // no wider than the list, so that long titles wrap
        setPrefWidth(0);
        setWrapText(true);
        setContentDisplay(ContentDisplay.TOP);
        stretch.getStyleClass().add("stretch");
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        List<Chapter> all = chapters.get();
        boolean isThere = !empty && number < all.size();
        boolean done = isThere && isDone.test(all.get(number));
        setText(isThere ? number + 1 + ". " + all.get(number).title() + (done ? "  ✓" : "") : "");
        pseudoClassStateChanged(DONE, done);
        boolean begins = isThere && !all.get(number).stretch().isEmpty()
                && (number == 0 || !all.get(number - 1).stretch().equals(all.get(number).stretch()));
        stretch.setText(begins ? all.get(number).stretch() : "");
        setGraphic(begins ? stretch : null);
    }
}
