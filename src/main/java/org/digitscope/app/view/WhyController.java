package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Choice;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.Explanations.Explanation;
import org.digitscope.data.Dataset;
import org.digitscope.explain.TraceTable;

/** Why the shown network answers the drawing as it does: which digit is asked about, and whether there is an answer. */
public final class WhyController {

    private static final String NOBODY = "–";

    private final Explanations explanations;

    @FXML
    private VBox root;
    @FXML
    private Node empty;
    @FXML
    private Node content;
    @FXML
    private SegmentedButton digits;
    @FXML
    private Label andNot;
    @FXML
    private ComboBox<String> other;
    @FXML
    private MenuItem ledgerItem;

    public WhyController(Explanations explanations) {
        this.explanations = explanations;
    }

    @FXML
    private void initialize() {
        Choice.keepOne(digits);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            ToggleButton button = new ToggleButton(String.valueOf(digit));
            Optional<Integer> each = Optional.of(digit);
            // by mouse or arrow keys; what is shown anyway wasn't chosen
            button.selectedProperty().addListener((observable, before, chosen) -> {
                if (chosen && !shown().map(Explanation::digit).equals(each)) {
                    explanations.choose(each);
                }
            });
            digits.getButtons().add(button);
        }
        andNot.visibleProperty().bind(other.visibleProperty());
        andNot.managedProperty().bind(other.visibleProperty());
        other.managedProperty().bind(other.visibleProperty());
        other.setValue(NOBODY);
        other.setOnAction(event -> explanations.compareWith(
                Optional.ofNullable(other.getValue()).filter(name -> !name.equals(NOBODY)).map(Integer::valueOf)));
        explanations.watch(root.visibleProperty());
        explanations.explanationProperty().addListener((observable, before, after) -> show());
        show();
    }

    @FXML
    private void followAnswer() {
        explanations.choose(Optional.empty());
    }

    @FXML
    private void copyTrace() {
        shown().ifPresent(why -> copy(TraceTable.of(why.trace())));
    }

    @FXML
    private void copyLedger() {
        shown().flatMap(Explanation::account).ifPresent(account -> copy(TraceTable.of(account)));
    }

    private void show() {
        empty.setVisible(shown().isEmpty());
        content.setVisible(shown().isPresent());
        shown().ifPresent(why -> {
            digits.getButtons().get(why.digit()).setSelected(true);
            offerOthers(why.digit());
            // without an exact split there is nothing that would differ
            other.setVisible(why.ledger().isPresent());
            ledgerItem.setDisable(why.ledger().isEmpty());
            other.setValue(why.other().map(String::valueOf).orElse(NOBODY));
        });
    }

    /** No digit is compared with itself. */
    private void offerOthers(int digit) {
        List<String> names = Stream.concat(Stream.of(NOBODY), IntStream.range(0, Dataset.CLASSES).filter(each -> each != digit)
                .mapToObj(String::valueOf)).toList();
        if (!other.getItems().equals(names)) {
            other.getItems().setAll(names);
        }
    }

    private Optional<Explanation> shown() {
        return explanations.explanationProperty().get();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
