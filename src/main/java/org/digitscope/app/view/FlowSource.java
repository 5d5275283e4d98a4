package org.digitscope.app.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Choice;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.NetworkFlows.Source;
import org.digitscope.data.Dataset;

/** Whose flow the picture of the network shows: the drawing's, a test digit's, the mean, or that of the next batch. */
final class FlowSource {

    private static final String UNKNOWN = "–";

    private final AppModel model;
    private final NetworkFlows flows;

    private final SegmentedButton sources;
    private final Node number;
    private final TextField digit;
    private final Node meaning;
    private final ComboBox<String> meant;
    private final FieldProblems problems;

    /**
     * @param sources a button for each source, in their order
     * @param number holds the next
     * @param digit for the number of a test digit
     * @param meaning holds the next
     * @param meant what the drawing is meant to be
     * @param problem says what is wrong with the number
     * @param view that all are in
     */
    FlowSource(AppModel model, NetworkFlows flows, SegmentedButton sources, Node number, TextField digit, Node meaning, ComboBox<String> meant,
            Label problem, Node view) {
        this.model = model;
        this.flows = flows;
        this.sources = sources;
        this.number = number;
        this.digit = digit;
        this.meaning = meaning;
        this.meant = meant;
        problems = new FieldProblems(problem);
        LeftBehind.letGo(problems, view, model);
        addSources();
        addDigit();
        addMeaning();
        showSource(flows.sourceProperty().get());
    }

    private void addSources() {
        Choice.keepOne(sources);
        for (Source each : Source.values()) {
            sources.getButtons().get(each.ordinal()).selectedProperty().addListener((observable, before, chosen) -> {
                if (chosen) {
                    flows.sourceProperty().set(each);
                }
            });
        }
        flows.sourceProperty().addListener((observable, before, after) -> showSource(after));
    }

    private void showSource(Source source) {
        sources.getButtons().get(source.ordinal()).setSelected(true);
        // both keep their room, so that nothing beside them moves
        number.setVisible(source == Source.TEST_DIGIT);
        meaning.setVisible(source == Source.DRAWING);
    }

    private void addDigit() {
        digit.setOnAction(event -> enterDigit());
        digit.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                step(event.getCode() == KeyCode.UP ? 1 : -1);
                event.consume();
            }
        });
        problems.takeBackOnEscape(digit, digit, this::showDigit);
        digit.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                enterDigit();
            }
        });
        flows.testDigitProperty().addListener(observable -> showDigit());
        showDigit();
    }

    private void enterDigit() {
        problems.enter(digit, () -> {
            int number = NumberText.whole("test digit", digit.getText());
            int all = model.digitsProperty().get() == null ? 0 : model.digitsProperty().get().validation().size();
            if (number < 0 || number >= all) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "test digit must be from 0 to %,d, not %d", all - 1, number));
            }
            flows.testDigitProperty().set(number);
        });
    }

    private void step(int by) {
        int last = model.digitsProperty().get() == null ? 0 : model.digitsProperty().get().validation().size() - 1;
        flows.testDigitProperty().set(Math.max(0, Math.min(last, flows.testDigitProperty().get() + by)));
        showDigit();
        digit.selectAll();
    }

    /** Why nothing is seen. */
    String absence() {
        ShownNetwork shown = model.shownProperty().get();
        if (shown == null || flows.sourceProperty().get() != Source.BATCH) {
            return "There is no network yet.";
        }
        if (model.isShownTraining()) {
            return "Pause the training to see the batch of its next step.";
        }
        if (shown.isEdited()) {
            return "A network that was changed by hand has no next batch. Ctrl+Z takes the last change back; with the other sources, on the left above, it is "
                    + "seen as it is now.";
        }
        return shown.isOfThisRun() ? "The batch of the next step is being computed." : "A network that comes from a file has no next batch.";
    }

    private void showDigit() {
        problems.clear(digit);
        digit.setText(String.valueOf(flows.testDigitProperty().get()));
    }

    private void addMeaning() {
        meant.getItems().add(UNKNOWN);
        IntStream.range(0, Dataset.CLASSES).mapToObj(String::valueOf).forEach(meant.getItems()::add);
        meant.setValue(UNKNOWN);
        meant.setOnAction(event -> flows.labelProperty().set(Optional.ofNullable(meant.getValue()).filter(each -> !each.equals(UNKNOWN))
                .map(Integer::valueOf)));
        flows.labelProperty().addListener((observable, before, after) -> meant.setValue(after.map(String::valueOf).orElse(UNKNOWN)));
    }
}
