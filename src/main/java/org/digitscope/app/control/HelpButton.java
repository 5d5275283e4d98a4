package org.digitscope.app.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.digitscope.explain.lesson.Glossary;

/** A small "?" that explains a word of the glossary on the spot. */
public final class HelpButton extends Button {

    private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
    private final Popup popup = new Popup();

    public HelpButton() {
        super("?");
        getStyleClass().add("help-button");
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        topic.addListener((observable, before, after) -> setAccessibleText("What is: " + after));
        setOnAction(event -> explain());
    }

    /** The word to explain. */
    public StringProperty topicProperty() {
        return topic;
    }

    public String getTopic() {
        return topic.get();
    }

    public void setTopic(String word) {
        topic.set(word);
    }

    private void explain() {
        Label word = new Label(topic.get());
        word.getStyleClass().add("heading");
        Label text = new Label(Glossary.load().explain(topic.get()));
        text.setWrapText(true);
        VBox box = new VBox(word, text);
        box.getStyleClass().add("help-popup");
        box.getStylesheets().setAll(getScene().getStylesheets());
        popup.getContent().setAll(box);
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(getScene().getWindow(), bounds.getMinX(), bounds.getMaxY() + 4);
    }
}
