package org.digitscope.app.control;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.data.ShownNumbers;

/** Fields whose text doesn't hold: they are marked and keep it until it is mended, and a label says what is wrong. */
public final class FieldProblems {

    /** Of a field whose text doesn't hold. */
    public static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Label label;
    private final Map<TextField, String> sentences = new LinkedHashMap<>();
    private final Map<TextField, Runnable> shows = new HashMap<>();

    public FieldProblems(Label label) {
        this.label = label;
    }

    /**
     * Takes a field's text over.
     *
     * @param use throws an {@link IllegalArgumentException} with a sentence when the text doesn't hold
     * @return whether it holds
     */
    public boolean enter(TextField field, Runnable use) {
        try {
            use.run();
            clear(field);
            return true;
        } catch (IllegalArgumentException notAllowed) {
            field.pseudoClassStateChanged(INVALID, true);
            sentences.put(field, ShownNumbers.in(notAllowed.getMessage()));
            show();
            return false;
        }
    }

    /**
     * Lets Escape give a field back what holds, where something else is typed.
     *
     * @param keys the field, or what has the focus for it
     * @param show writes into the field what holds
     */
    public void takeBackOnEscape(Node keys, TextField field, Runnable show) {
        shows.put(field, show);
        keys.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) {
                return;
            }
            String typed = field.getText();
            boolean wasWrong = has(field);
            clear(field);
            show.run();
            if (wasWrong || !typed.equals(field.getText())) {
                field.selectAll();
                event.consume();
            }
        });
    }

    /** Lets Escape do so from anywhere in a view too, for fields whose text doesn't hold. */
    public void takeBackOnEscapeIn(Node view) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !sentences.isEmpty()) {
                takeBack();
                event.consume();
            }
        });
    }

    /** Gives back what holds to those fields whose text doesn't. */
    public void takeBack() {
        List.copyOf(sentences.keySet()).forEach(field -> {
            clear(field);
            shows.get(field).run();
        });
    }

    public boolean has(TextField field) {
        return sentences.containsKey(field);
    }

    /** The field that has been wrong longest. */
    public Optional<TextField> first() {
        return sentences.keySet().stream().findFirst();
    }

    /** What is wrong with a field; empty when nothing is. */
    public String of(TextField field) {
        return sentences.getOrDefault(field, "");
    }

    /** The field holds something else now. */
    public void clear(TextField field) {
        field.pseudoClassStateChanged(INVALID, false);
        sentences.remove(field);
        show();
    }

    /** All fields do. */
    public void clear() {
        sentences.keySet().forEach(field -> field.pseudoClassStateChanged(INVALID, false));
        sentences.clear();
        show();
    }

    private void show() {
        label.setText(String.join("\n", sentences.values()));
    }
}
