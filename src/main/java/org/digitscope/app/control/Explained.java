package org.digitscope.app.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
        label.setOnMouseClicked(event -> show(explanation, label));
        // a label that names a field lets that have the focus
        label.focusTraversableProperty().bind(label.labelForProperty().isNull());
        answerKeys(label, explanation);
        // FXML names the field before or after the word
        Optional.ofNullable(label.getLabelFor()).ifPresent(field -> answerKeys(field, explanation));
        label.labelForProperty().addListener((observable, before, field) -> answerKeys(field, explanation));
    }

    private static Tooltip explanation(Label label, String word, String meaning) {
        Tooltip tooltip = new Tooltip(word + "\n" + meaning);
        tooltip.getStyleClass().add("explanation");
        tooltip.setWrapText(true);
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setAutoHide(true);
        tooltip.setOnShowing(event -> tooltip.setPrefWidth(WIDTH * label.getFont().getSize()));
        return tooltip;
    }

    private static void answerKeys(Node focused, Tooltip explanation) {
        focused.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1 && !event.isShortcutDown()) {
                show(explanation, focused);
                event.consume();
            }
        });
        focused.focusedProperty().addListener((observable, before, after) -> explanation.hide());
    }

    private static void show(Tooltip explanation, Node beside) {
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        explanation.show(beside, bounds.getMinX(), bounds.getMaxY());
        // else one that is hidden again at once would be styled where it has no colours any more
        explanation.getScene().getRoot().applyCss();
    }
}
