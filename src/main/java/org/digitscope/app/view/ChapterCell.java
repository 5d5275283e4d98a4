package org.digitscope.app.view;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.digitscope.explain.lesson.Chapter;

/** A chapter in the list of chapters: its title, a tick when its task is done, and above the first one of a stretch the stretch's name. */
final class ChapterCell extends ListCell<Integer> {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Supplier<List<Chapter>> chapters;
    private final Predicate<Chapter> isDone;
    private final Label stretch = new Label();
    private final Label title = new Label();
    private final VBox content = new VBox(stretch, title);

    ChapterCell(Supplier<List<Chapter>> chapters, Predicate<Chapter> isDone) {
        this.chapters = chapters;
        this.isDone = isDone;
        // no wider than the list, so that long titles wrap
        setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        title.setWrapText(true);
        stretch.getStyleClass().add("stretch");
        stretch.managedProperty().bind(stretch.visibleProperty());
        content.prefWidthProperty().bind(Bindings.createDoubleBinding(this::room, widthProperty(), insetsProperty()));
    }

    private double room() {
        return Math.max(0, getWidth() - getInsets().getLeft() - getInsets().getRight());
    }

    /**
     * As high as the wrapped title, which a cell with a graphic doesn't ask for. Before it has a width, one line: wrapped into no width it
     * would be so high that the list, which keeps heights, made too few cells.
     */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null ? super.computePrefHeight(width)
                : content.prefHeight(getWidth() > 0 ? room() : USE_COMPUTED_SIZE) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        List<Chapter> all = chapters.get();
        if (empty || number >= all.size()) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(DONE, false);
            return;
        }
        Chapter chapter = all.get(number);
        boolean done = isDone.test(chapter);
        title.setText(number + 1 + ". " + chapter.title() + (done ? "  ✓" : ""));
        stretch.setText(chapter.stretch());
        stretch.setVisible(!chapter.stretch().isEmpty() && (number == 0 || !all.get(number - 1).stretch().equals(chapter.stretch())));
        setAccessibleText(number + 1 + ". " + chapter.title() + (done ? ", done" : ""));
        pseudoClassStateChanged(DONE, done);
        setGraphic(content);
    }
}
