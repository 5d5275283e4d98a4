package org.digitscope.app.exhibit;

import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number from 0 on, with a button for the one before and one for the next; after the last comes the first. */
final class NumberChoice extends HBox {

    private final IntegerProperty value = new SimpleIntegerProperty(this, "value");
    private final Label label = new Label();
    private final Button before = new Button("◂");
    private final Button next = new Button("▸");
    private int count = 1;
    private IntFunction<String> text = String::valueOf;

    /** @param what is chosen, for those who can't see it */
    NumberChoice(String what) {
        getStyleClass().addAll("toolbar", "number-choice");
        setAlignment(Pos.CENTER_LEFT);
        before.setAccessibleText("The " + what + " before");
        next.setAccessibleText("The next " + what);
        before.setOnAction(event -> value.set(Math.floorMod(value.get() - 1, count)));
        next.setOnAction(event -> value.set(Math.floorMod(value.get() + 1, count)));
        value.addListener((observable, from, to) -> label.setText(text.apply(to.intValue())));
        label.setMinWidth(USE_PREF_SIZE);
        before.setMinWidth(USE_PREF_SIZE);
        next.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(before, next, label);
    }

    IntegerProperty valueProperty() {
        return value;
    }

    int value() {
        return value.get();
    }

    /**
     * Says what there is; a value that is too large becomes the last one.
     *
     * @param newCount at least 1
     * @param newText of a value
     */
    void offer(int newCount, IntFunction<String> newText) {
        count = newCount;
        text = newText;
        value.set(Math.min(value.get(), count - 1));
        label.setText(text.apply(value.get()));
        before.setDisable(count == 1);
        next.setDisable(count == 1);
    }
}
