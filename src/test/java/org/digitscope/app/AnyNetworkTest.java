package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.Edit;
import org.digitscope.explain.FormulaText;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.Neuron;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That what the window says is true of networks of every kind. */
class AnyNetworkTest extends OpenWindow {

    private static final String MOST = "#mostText";
    private static final Pattern WRONG_PLURAL = Pattern.compile("(?<![\\w.,])1 (?!(?:is|was|has|less|loss|class|bias|[a-z]+ss)\\b)[a-z]+s\\b");
    private static final int NEURONS = 0;
    private static final int WHAT_IF = 3;
    private static final int WHO_MATTERS = 4;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void theActivationThatWasChosenStandsAgainAfterANetworkWithoutHiddenLayer(FxRobot robot) {
        ComboBox<Activation> activation = robot.lookup("#activation").query();
        robot.interact(() -> activation.setValue(Activation.TANH));
        for (String hidden : List.of("none", "20", "none", "8, 4", "none")) {
            robot.interact(() -> {
                ((TextField) scene.lookup("#hidden")).setText(hidden);
                scene.lookup("#hidden").fireEvent(new ActionEvent());
            });
            assertEquals(hidden.equals("none") ? Activation.RELU : Activation.TANH, model.settingsProperty().get().architecture().activation());
            assertEquals(Activation.TANH, activation.getValue());
            assertEquals(hidden.equals("none"), activation.isDisabled());
        }
    }

    @Test
    void whereThereIsNoExactSplitNothingAsksForIt(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        for (Activation activation : Activation.values()) {
            startWith(robot, activation, 6, 4);
            goTo(robot, View.WHY);
            boolean exact = activation.isPiecewiseLinear();
            await(() -> isShown(scene.lookup("#map")) == exact);
            assertEquals(exact, isShown(scene.lookup("#andNot")) && isShown(scene.lookup("#other")));
            assertEquals(exact, scene.lookup("#map").getParent().isManaged());
            assertEquals(!exact, label("balance").contains(activation + " there is no exact split"), label("balance"));
            Set<Node> tables = scene.getRoot().lookupAll(".trace .number-table");
            assertEquals(3, tables.size());
            for (Node table : tables) {
                List<String> titles = ((NumberTable) table).getVisibleLeafColumns().stream().map(TableColumnBase::getText).toList();
                assertEquals(exact, titles.contains("part") || titles.contains("for"), titles.toString());
            }
        }
    }

    @Test
    void theFormulaIsAboutTheDigitThatIsAskedAboutNow(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        goTo(robot, View.WHY);
        NumberTable logits = robot.lookup("#logits").query();
        int answer = answer();
        robot.interact(() -> logits.getSelectionModel().select((answer + 1) % 10));
        for (long seed = 1; seed < 40 && answer() == answer; seed++) {
            long each = seed;
            robot.interact(() -> model.startWith(SETTINGS.withSeed(each)));
            await(() -> model.liveProperty().get().settings().seed() == each);
        }
        assertFalse(answer() == answer, "another start answers otherwise");
        ForwardTrace trace = ForwardTrace.of(views.drawing().digitProperty().get().orElseThrow().main(), model.shownProperty().get().parameters());
        assertEquals(ShownNumbers.in(FormulaText.digit(trace, trace.answer())), ((TextArea) scene.lookup(".why #formula")).getText());
    }

    @Test
    void aNetworkOfZerosHasNoDigitsThatExciteItMost(FxRobot robot) {
        robot.interact(() -> model.startWith(SETTINGS.withInitialization(new Initialization(StartValues.ZERO, 1))));
        await(() -> model.shownProperty().get().parameters().layer(1).kernel().get(0, 0) == 0);
        goTo(robot, View.WEIGHTS);
        part(robot, NEURONS);
        await(() -> text(MOST).startsWith("no test digit excites it more"));
        assertEquals(0, shown("#most .text-muted").count());
        startWith(robot, Activation.RELU);
        await(() -> text(MOST).isEmpty() && text("#leastText").isEmpty());
        startWith(robot, Activation.RELU, 3);
        await(() -> text(MOST).startsWith("excite it most") && shown("#most .text-muted").count() == 7);
    }

    @Test
    void aMutedNeuronsPageSaysSo(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        part(robot, NEURONS);
        robot.interact(() -> {
            model.inspection().selection().choose(new Neuron(1, 4));
            model.inspection().edits().add(new Edit.Mute(new Neuron(1, 4), 0));
        });
        assertTrue(text(".neuron-page #title").startsWith("neuron 4, muted, bias "), text(".neuron-page #title"));
        robot.interact(() -> model.inspection().selection().choose(new Neuron(1, 5)));
        assertTrue(text(".neuron-page #title").startsWith("neuron 5, bias "), text(".neuron-page #title"));
    }

    @Test
    void pairsHaveADecimalWhereTheyCostLittleAndALoneNeuronIsSaidToMakeNone(FxRobot robot) {
        goTo(robot, View.WEIGHTS);
        part(robot, WHO_MATTERS);
        MatrixView pairs = robot.lookup("#pairs").query();
        await(() -> pairs.isVisible());
        assertEquals(List.of("0.0", "0.0", "0.3", "−0.3", "9.9", "10", "−12", ""), List.of(0.0, -0.0, 0.26, -0.26, 9.94, 9.96, -12.4, Double.NaN).stream()
                .map(value -> pairs.contentProperty().get().text().apply(value)).toList());
        NumberTable ranking = robot.lookup("#ranking").query();
        startWith(robot, Activation.TANH, 1);
        await(() -> ranking.getItems().size() == 1);
        assertEquals("all by muting to zero, over all test digits; a single neuron makes no pair", readout());
        startWith(robot, Activation.TANH, 40);
        await(() -> ranking.getItems().size() == 40);
        assertTrue(readout().endsWith("pairs are ranked for layers of up to 32 neurons"), readout());
        startWith(robot, Activation.RELU);
        await(() -> ranking.getItems().isEmpty());
        assertEquals(Optional.of("This network has no hidden neurons that could be muted."), reason(ranking));
    }

    @Test
    void whatIsBeingComputedIsSaidToBeAndPausesAreSpokenOfWhileItTrainsOnly(FxRobot robot) {
        robot.interact(() -> model.paceProperty().set(1.0));
        goTo(robot, View.WEIGHTS);
        for (boolean training : new boolean[] {true, false}) {
            robot.interact(training ? model::play : model::pause);
            await(() -> (model.state() == RunState.RUNNING) == training);
            for (int part = 0; part < 6; part++) {
                part(robot, part);
                String all = shown(".label").map(label -> ((Labeled) label).getText()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
                assertFalse(all.contains("No content in table"), all);
                assertEquals(training && List.of(NEURONS, WHAT_IF, WHO_MATTERS).contains(part), all.contains("at a pause"), part + all);
            }
        }
    }

    /** Singular, plural and signs, of all that is seen or read out. */
    @Test
    @Tag("soak")
    void everyViewOfEveryNetworkWritesItsNumbersAsSentencesHaveThem(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        List<Hyperparameters> all = List.of(settings(Activation.RELU), settings(Activation.TANH, 3, 1),
                settings(Activation.RELU, 3).withInitialization(new Initialization(StartValues.ZERO, 1)),
                settings(Activation.LINEAR, 1).withEpochs(1).withBatchSize(1).withVariation(new DataVariation(1, 1)));
        for (Hyperparameters settings : all) {
            robot.interact(() -> model.startWith(settings));
            await(() -> model.liveProperty().get().settings().equals(settings));
            robot.interact(model::step);
            await(() -> model.state() != RunState.RUNNING && model.liveProperty().get().step() == 1);
            for (View view : View.values()) {
                goTo(robot, view);
                int parts = view == View.WEIGHTS ? 6 : 1;
                for (int part = 0; part < parts; part++) {
                    if (view == View.WEIGHTS) {
                        part(robot, part);
                    }
                    await(() -> shown(".label").noneMatch(label -> ((Labeled) label).getText().endsWith("…")));
                    for (String text : texts()) {
                        assertFalse(WRONG_PLURAL.matcher(text).find(), settings + ": " + text);
                        assertEquals(ShownNumbers.in(text), text);
                    }
                }
            }
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        shown(".label", ".cell", ".button", ".toggle-button").map(Labeled.class::cast).forEach(each -> {
            texts.add(each.getText());
            texts.add(each.getTooltip() == null ? null : each.getTooltip().getText());
        });
        shown(".text-area").map(area -> ((TextArea) area).getText()).forEach(texts::add);
        shown(".text-field").map(field -> ((TextField) field).getText()).forEach(texts::add);
        shown("*").map(Node::getAccessibleText).forEach(texts::add);
        return texts.stream().filter(Objects::nonNull).toList();
    }

    private static Hyperparameters settings(Activation activation, Integer... hidden) {
        return SETTINGS.withArchitecture(new Architecture(List.of(hidden), activation, Inputs.SCALED));
    }

    private int answer() {
        return ForwardTrace.of(views.drawing().digitProperty().get().orElseThrow().main(), model.shownProperty().get().parameters()).answer();
    }

    private void startWith(FxRobot robot, Activation activation, Integer... hidden) {
        Hyperparameters settings = settings(activation, hidden);
        robot.interact(() -> model.startWith(settings));
        await(() -> model.shownProperty().get().parameters().architecture().equals(settings.architecture()));
    }

    private String readout() {
        return ((Label) scene.lookup("#ranking").getParent().getParent().lookup("#readout")).getText();
    }

    private static Optional<String> reason(NumberTable table) {
        return Optional.of(table.reasonProperty().get());
    }

    private String text(String selector) {
        return ((Label) scene.lookup(selector)).getText();
    }

    private void part(FxRobot robot, int number) {
        robot.interact(() -> ((SegmentedButton) scene.lookup("#parts")).getButtons().get(number).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
