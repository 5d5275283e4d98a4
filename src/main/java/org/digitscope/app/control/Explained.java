package org.digitscope.app.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.digitscope.explain.lesson.Glossary;

/**
 * Lets a label answer what its word means: the glossary's explanation comes when the pointer rests on it or it is clicked, and with F1
 * while it, or the field that it names, has the focus. FXML sets it as {@code Explained.word="epoch"}.
 */
public final class Explained {

    private static final String WORD = Explained.class.getName();
    /** So many letters of the label's size make a line that reads well. */
    private static final double WIDTH = 26;

    private Explained() {
    }

    /** The word that a label explains, or null. */
    public static String getWord(Label label) {
        return (String) label.getProperties().get(WORD);
    }

    /**
     * Gives a label its word, once.
     *
     * @throws IllegalArgumentException when the glossary doesn't have it
     */
    public static void setWord(Label label, String word) {
        String meaning = Glossary.load().explain(word);
        label.getProperties().put(WORD, word);
        label.getStyleClass().add("explained");
        label.setAccessibleHelp(meaning);
        Tooltip explanation = explanation(label, word, meaning);
        label.setTooltip(explanation);
        Popup answer = new Popup();
        answer.setAutoHide(true);
        answer.setHideOnEscape(true);
        label.setOnMouseClicked(event -> {
            // so that the next key belongs to the word too
            Optional.ofNullable(label.getLabelFor()).orElse(label).requestFocus();
            show(answer, label, word, meaning);
        });
        // a label that names a field lets that have the focus
        label.focusTraversableProperty().bind(label.labelForProperty().isNull());
        answerKeys(label, answer, word, meaning);
        // FXML names the field before or after the word
        Optional.ofNullable(label.getLabelFor()).ifPresent(field -> answerKeys(field, answer, word, meaning));
        label.labelForProperty().addListener((observable, before, field) -> answerKeys(field, answer, word, meaning));
    }

    private static Tooltip explanation(Label label, String word, String meaning) {
        Tooltip tooltip = new Tooltip(word + "\n" + meaning);
        tooltip.setWrapText(true);
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setAutoHide(true);
        tooltip.setOnShowing(event -> tooltip.setPrefWidth(WIDTH * label.getFont().getSize()));
        return tooltip;
    }

    private static void answerKeys(Node focused, Popup answer, String word, String meaning) {
        focused.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1 && !event.isShortcutDown()) {
                show(answer, focused, word, meaning);
                event.consume();
            }
        });
        focused.focusedProperty().addListener((observable, before, after) -> answer.hide());
    }

    private static void show(Popup answer, Node beside, String word, String meaning) {
        Label heading = new Label(word);
        heading.getStyleClass().add("heading");
        Label text = new Label(meaning);
        text.setWrapText(true);
        VBox box = new VBox(heading, text);
        box.getStyleClass().add("help-popup");
        box.getStylesheets().setAll(beside.getScene().getStylesheets());
        answer.getContent().setAll(box);
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        answer.show(beside, bounds.getMinX(), bounds.getMaxY());
    }
}
