package org.digitscope.app.control;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.controlsfx.control.GridCell;

/** A digit in a gallery: a button with its picture and a line of text; what is wrong is framed and says so in its text. */
public final class DigitCell extends GridCell<Integer> {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final IntFunction<byte[]> picture;
    private final IntFunction<String> caption;
    private final IntPredicate right;
    private final ObservableValue<Optional<Integer>> chosen;
    /** Cells come and go while the gallery is scrolled, so the digits must not hold them. */
    private final ChangeListener<Optional<Integer>> follow = (observable, before, after) -> mark();
    private final PixelView view = new PixelView();
    private final Button button = new Button();

    /**
     * @param chosen the number of the digit that is chosen, if any
     * @param choose called with the digit's number when its button is pressed
     */
    public DigitCell(IntFunction<byte[]> picture, IntFunction<String> caption, IntPredicate right, ObservableValue<Optional<Integer>> chosen,
            IntConsumer choose) {
        this.picture = picture;
        this.caption = caption;
        this.right = right;
        this.chosen = chosen;
        chosen.addListener(new WeakChangeListener<>(follow));
        button.setGraphic(view);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAlignment(Pos.CENTER);
        button.getStyleClass().add("digit-button");
        button.setOnAction(event -> choose.accept(getItem()));
    }

    @Override
    protected void updateItem(Integer item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : button);
        if (!empty && item != null) {
            view.pictureProperty().set(picture.apply(item));
            button.setText(caption.apply(item));
            button.setAccessibleText("digit " + item + ": " + caption.apply(item));
            button.pseudoClassStateChanged(WRONG, !right.test(item));
            mark();
        }
    }

    /** Gives the digit the focus. */
    void focus() {
        button.requestFocus();
    }

    private void mark() {
        boolean isChosen = getItem() != null && chosen.getValue().equals(Optional.of(getItem()));
        button.pseudoClassStateChanged(CHOSEN, isChosen);
    }
}
