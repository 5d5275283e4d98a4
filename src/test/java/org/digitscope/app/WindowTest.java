package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HelpButton;
import org.digitscope.app.control.HistogramView;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.StageToggle;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.FitStage;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.lesson.Glossary;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.ColorMap;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, in a toolkit without a display, used as a person would. */
@HeadlessWindow
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    @TempDir
    private Path folder;

    private final JavaFxLog log = new JavaFxLog();
    private final AppModel model = new AppModel(Runnable::run, Platform::runLater);
    private final Appearance appearance = new Appearance();
    private Path saveAs;
    private Path openFrom;
    private Scene scene;

    @Start
    private void start(Stage stage) {
        appearance.install();
        model.settingsProperty().set(SETTINGS);
        FileDialogs files = new FileDialogs(model, Runnable::run, Platform::runLater, new FileDialogs.Chooser() {
            @Override
            public Optional<File> save(FileChooser dialog) {
                return Optional.ofNullable(saveAs).map(Path::toFile);
            }

            @Override
            public Optional<File> open(FileChooser dialog) {
                return Optional.ofNullable(openFrom).map(Path::toFile);
            }
        });
        Views views = new Views(model, appearance, files, Runnable::run, Platform::runLater, folder);
        Parent root = views.load("main");
        scene = new Scene(root, 1280, 800);
        scene.getStylesheets().add(Views.stylesheet());
        Shortcuts.install(scene, model, views.teaching());
        stage.setScene(scene);
        stage.show();
        model.digitsLoaded(DIGITS);
    }

    @AfterEach
    void nothingWasWarnedOf() {
        model.close();
        assertEquals(List.of(), log.warnings());
        log.close();
    }

    @Test
    void trainPauseStepScrubGoOnAndResetByKeyboard(FxRobot robot) {
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        await(() -> model.state() == RunState.FINISHED);
        assertEquals("Finished", label("state"));
        assertTrue(label("position").contains("epoch 3/3"), label("position"));

        robot.press(KeyCode.R).release(KeyCode.R);
        await(() -> model.state() == RunState.READY);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        await(() -> model.state() == RunState.PAUSED && model.liveProperty().get().step() == 1);
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        await(() -> model.state() == RunState.PAUSED && model.liveProperty().get().step() == 40);

        robot.interact(() -> slider("#slider").setValue(12));
        assertEquals(12, model.shownProperty().get().step());
        assertTrue(label("text").startsWith("step 12 of 120 · epoch 1"), label("text"));
        robot.press(KeyCode.L).release(KeyCode.L);
        await(() -> model.shownProperty().get().live());
        robot.interact(() -> slider("#slider").setValue(12));
        robot.interact(() -> button("#goOn").fire());
        await(() -> model.liveProperty().get().step() == 12 && model.state() == RunState.PAUSED);
        robot.interact(() -> button("#play").fire());
        await(() -> model.state() == RunState.FINISHED);
    }

    @Test
    void pausesAndStopsByTheButtons(FxRobot robot) {
        robot.interact(() -> slider("#speed").setValue(1));
        robot.clickOn("#play");
        await(() -> model.state() == RunState.RUNNING);
        assertEquals("Pause", button("#play").getText());
        robot.clickOn("#play");
        await(() -> model.state() == RunState.PAUSED);
        robot.clickOn("#stop");
        await(() -> model.state() == RunState.STOPPED);
        robot.clickOn("#reset");
        await(() -> model.state() == RunState.READY);
        robot.clickOn("#newSeed");
        await(() -> model.settingsProperty().get().seed() == 43);
    }

    @Test
    void eachFieldSaysWhatIsAllowedAndTakesACommaOrAPoint(FxRobot robot) {
        for (String[] wrong : new String[][] {{"#epochs", "abc", "epochs"}, {"#batchSize", "0", "batch size"},
            {"#learningRate", "-1", "learning rate"}, {"#hidden", "513", "hidden neurons"}, {"#seed", "", "seed"}}) {
            TextField field = robot.lookup(wrong[0]).query();
            type(robot, field, wrong[1]);
            assertTrue(label("problem").startsWith(wrong[2]), label("problem"));
            assertTrue(field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("invalid")));
            assertEquals(SETTINGS, model.settingsProperty().get());
            robot.interact(() -> model.settingsProperty().set(SETTINGS.withSeed(1)));
            robot.interact(() -> model.settingsProperty().set(SETTINGS));
        }
        type(robot, robot.lookup("#learningRate").query(), "0,02");
        assertEquals(0.02, model.settingsProperty().get().learningRate());
        assertEquals("", label("problem"));
        type(robot, robot.lookup("#hidden").query(), "7");
        assertEquals(7, model.shownProperty().get().parameters().hidden());
    }

    @Test
    void lettersTypedIntoAFieldAreNoCommands(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        robot.clickOn("#seed");
        for (KeyCode key : List.of(KeyCode.R, KeyCode.N, KeyCode.L, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.DELETE)) {
            press(robot, key);
        }
        assertEquals(RunState.PAUSED, model.state());
        assertEquals(1, model.liveProperty().get().step());
        assertEquals(SETTINGS, model.settingsProperty().get());
    }

    @Test
    void aPresetExplainsItselfAndHoldsAtOnce(FxRobot robot) {
        ComboBox<Preset> presets = robot.lookup("#preset").query();
        for (Preset preset : Preset.values()) {
            robot.interact(() -> presets.setValue(preset));
            await(() -> model.state() == RunState.READY);
            assertEquals(preset.settings(), model.settingsProperty().get());
            assertEquals(preset.comment(), label("comment"));
        }
    }

    @Test
    void settingsThatMustWaitAreAnnounced(FxRobot robot) {
        Node waiting = robot.lookup("#waiting").query();
        assertFalse(waiting.isVisible());
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        type(robot, robot.lookup("#hidden").query(), "9");
        assertTrue(waiting.isVisible());
        robot.interact(model::reset);
        assertFalse(waiting.isVisible());
    }

    @Test
    void aDrawingIsAnsweredByTheShownNetworkAndClearedAndUndone(FxRobot robot) {
        assertEquals("–", label("digit"));
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        stroke(robot, MouseButton.PRIMARY, 180, 60, 100, 220);
        ProbabilityBars bars = robot.lookup("#bars").query();
        float[] two = bars.probabilitiesProperty().get();
        assertEquals(10, two.length);
        assertTrue(label("digit").matches("\\d"), label("digit"));

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertFalse(Arrays.equals(two, bars.probabilitiesProperty().get()));
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        float[] trained = bars.probabilitiesProperty().get();
        robot.interact(() -> model.showStep(0));
        assertFalse(Arrays.equals(trained, bars.probabilitiesProperty().get()));
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        assertEquals("–", label("digit"));
        assertEquals(0, bars.probabilitiesProperty().get().length);
    }

    @Test
    void theRightButtonErases(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 120, 200, 120);
        for (int y = 105; y <= 135; y += 10) {
            stroke(robot, MouseButton.SECONDARY, 30, y, 230, y);
        }
        assertEquals("–", label("digit"));
    }

    @Test
    void aStrokeThatIsReleasedBesideThePadEndsThere(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 100, 100, -80, 100);
        DrawingPad pad = robot.lookup("#pad").query();
        int points = pad.sheetProperty().get().lines().get(0).points().size();
        robot.moveBy(200, 50);
        assertEquals(points, pad.sheetProperty().get().lines().get(0).points().size());
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        assertEquals(2, pad.sheetProperty().get().lines().size());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertTrue(pad.sheetProperty().get().isBlank());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(1, pad.sheetProperty().get().lines().size());
    }

    @Test
    void eachStageOfTheFitCanBeSwitchedOffToSeeTheDamage(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 20, 20, 60, 90);
        PixelView seen = robot.lookup("#seen").query();
        byte[] best = seen.pictureProperty().get();
        List<StageToggle> toggles = robot.lookup(".stage-toggle").queryAllAs(StageToggle.class).stream().toList();
        assertEquals(FitStage.values().length, toggles.size());
        StageToggle size = toggles.get(FitStage.SIZE.ordinal());
        robot.interact(size::fire);
        assertFalse(Arrays.equals(best, seen.pictureProperty().get()));
        robot.interact(size::fire);
        assertArrayEquals(best, seen.pictureProperty().get());
    }

    @Test
    void picturesComeFromFilesAndTestDigitsAndGoToFiles(FxRobot robot) throws IOException {
        DrawingPad pad = robot.lookup("#pad").query();
        Spinner<Integer> number = ((MenuButton) robot.lookup("#more").query()).getItems().stream()
                .map(item -> item instanceof CustomMenuItem custom ? custom.getContent().lookup("#testDigit") : null)
                .filter(Spinner.class::isInstance).map(node -> (Spinner<Integer>) node).findFirst().orElseThrow();
        robot.interact(() -> number.getValueFactory().setValue(7));
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(7), seen.pictureProperty().get());
        saveAs = folder.resolve("digit.png");
        menu(robot, "Save the _Drawing as PNG…");
        await(() -> Files.exists(saveAs));
        press(robot, KeyCode.DELETE);
        openFrom = saveAs;
        menu(robot, "Open a _Picture…");
        await(() -> !pad.sheetProperty().get().isBlank());
        assertArrayEquals(DIGITS.validation().image(7), seen.pictureProperty().get());
        openFrom = Files.write(folder.resolve("broken.png"), new byte[99]);
        menu(robot, "Open a _Picture…");
        await(() -> label("notice").startsWith("broken.png is no picture"));
        assertFalse(pad.sheetProperty().get().isBlank(), "a file that can't be read changes nothing");
    }

    @Test
    void aPictureOnTheClipboardIsPastedAndWordsAreRefused(FxRobot robot) {
        DrawingPad pad = robot.lookup("#pad").query();
        robot.interact(() -> {
            ClipboardContent words = new ClipboardContent();
            words.putString("7");
            Clipboard.getSystemClipboard().setContent(words);
        });
        press(robot, KeyCode.CONTROL, KeyCode.V);
        assertTrue(label("notice").startsWith("There is no picture on the clipboard"), label("notice"));
        robot.interact(() -> {
            WritableImage image = new WritableImage(60, 60);
            for (int i = 0; i < 3600; i++) {
                boolean ink = i % 60 > 27 && i % 60 < 33 && i / 60 > 9 && i / 60 < 50;
                image.getPixelWriter().setArgb(i % 60, i / 60, ink ? 0xFF202020 : 0xFFEEEEEE);
            }
            ClipboardContent picture = new ClipboardContent();
            picture.putImage(image);
            Clipboard.getSystemClipboard().setContent(picture);
        });
        press(robot, KeyCode.CONTROL, KeyCode.V);
        await(() -> !pad.sheetProperty().get().isBlank());
        assertTrue(label("digit").matches("\\d"), label("digit"));
        press(robot, KeyCode.CONTROL, KeyCode.C);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(28, copied[0].split("\n").length);
        assertEquals(28, copied[0].split("\n")[13].split("\t").length);
    }

    @Test
    void anotherDataSetIsReadCountedAndTrainedWith(FxRobot robot) throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            table.append(i % 10);
            for (byte pixel : DIGITS.training().image(i)) {
                table.append(',').append(pixel & 0xFF);
            }
            table.append('\n');
        }
        openFrom = Files.writeString(folder.resolve("mine.csv"), table);
        menu(robot, "Open a _Data Set…");
        await(() -> label("notice").startsWith("mine.csv: 60 pictures to learn from, 10 to check with. Digits 0: "));
        assertEquals(60, model.digitsProperty().get().training().size());
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        openFrom = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n");
        menu(robot, "Open a _Data Set…");
        await(() -> label("notice").startsWith("broken.csv has 2 cells in line 2"));
        assertEquals(60, model.digitsProperty().get().training().size());
    }

    @Test
    void drawingsAreLabelledKeptAndTrainedWith(FxRobot robot) {
        press(robot, KeyCode.DIGIT7);
        press(robot, KeyCode.CONTROL, KeyCode.T);
        for (int digit = 0; digit < 2; digit++) {
            stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
            press(robot, digit == 0 ? KeyCode.DIGIT7 : KeyCode.NUMPAD3);
        }
        assertTrue(label("notice").startsWith("Kept as a 3; 2 of your drawings are kept."), label("notice"));
        assertTrue(robot.lookup("#pad").<DrawingPad>query().sheetProperty().get().isBlank());
        assertTrue(Files.exists(folder.resolve("my-digits.json")));
        menu(robot, "_Train with My Digits");
        robot.interact(() -> model.taughtProperty().get());
        await(() -> model.digitsProperty().get().training().size() == 400 + 2 * 3 * 8);
        assertEquals(3, model.digitsProperty().get().training().label(447));
        menu(robot, "_Score on My Digits");
        assertTrue(label("notice").contains(" of your 2 drawings rightly"), label("notice"));
    }

    @Test
    void theWhyViewAddsUpToTheLogitAndFollowsTheNetwork(FxRobot robot) {
        goTo(robot, View.WHY);
        assertTrue(robot.lookup("#empty").query().isVisible());
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        stroke(robot, MouseButton.PRIMARY, 180, 60, 100, 220);
        assertFalse(robot.lookup("#empty").query().isVisible());
        HeatmapGrid map = robot.lookup("#map").query();
        double[] balance = Arrays.stream(label("balance").split("\n")).mapToDouble(line -> Double.parseDouble(
                line.replaceAll("[^+-]*([+-][0-9.]+).*", "$1"))).toArray();
        double sum = 0;
        for (float part : map.kernelProperty().get().data) {
            sum += part;
        }
        assertEquals(balance[3], balance[0] + balance[1] + balance[2], 2e-4);
        assertEquals(balance[3], balance[4], 1e-5);
        assertEquals(balance[1] + balance[2], sum, 2e-4);
        FMatrixRMaj before = map.kernelProperty().get();
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        assertFalse(Arrays.equals(before.data, map.kernelProperty().get().data));
        await(() -> label("patternText").contains("training digits turn on the same"));
        assertTrue(label("nearestText").contains("distance"), label("nearestText"));

        CheckBox byNeuron = robot.lookup("#byNeuron").query();
        robot.interact(() -> byNeuron.setSelected(true));
        assertEquals(20, map.kernelProperty().get().numCols);
        NumberTable neurons = robot.lookup("#neurons").query();
        robot.interact(() -> {
            ((SegmentedButton) scene.lookup("#tables")).getButtons().get(1).setSelected(true);
            neurons.getSelectionModel().select(Integer.valueOf(4));
        });
        TextArea formula = robot.lookup("#formula").query();
        assertTrue(formula.getText().startsWith("sum of neuron 4 = "), formula.getText());
        assertTrue(formula.getText().contains("ReLU: max(0, "), formula.getText());
        ComboBox<String> other = robot.lookup("#other").query();
        robot.interact(() -> other.setValue("3"));
        assertTrue(label("balance").contains(" − logit of 3"), label("balance"));
    }

    @Test
    void everyPartOfTheWeightsViewFollowsTheNetworkAndTheSelection(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.WEIGHTS);
        HeatmapGrid picture = robot.lookup("#picture").query();
        await(() -> label("facts").startsWith("on for "));
        robot.interact(() -> {
            picture.requestFocus();
        });
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.ENTER);
        assertTrue(label("pinned").startsWith("layer_1 weight, pixel 407 (row 14, column 15) → neuron 0"), label("pinned"));
        Parameters now = model.shownProperty().get().parameters();
        assertTrue(label("pinned").contains(String.format(Locale.ROOT, "now %+.7f", now.layer1().kernel().get(407, 0))));

        part(robot, 1);
        MatrixView kernel = robot.lookup("#kernel").query();
        assertEquals(now.layer2().kernel().get(5, 4), kernel.contentProperty().get().values()[5][4], 1e-7);
        robot.interact(() -> kernel.chosenProperty().set(Optional.of(new MatrixView.Cell(5, 4))));
        part(robot, 2);
        NumberTable table = robot.lookup("#table").query();
        assertEquals(15_910, table.getItems().size());
        robot.interact(() -> ((TextField) scene.lookup("#search")).setText("neuron:4 row:14"));
        assertEquals(28, table.getItems().size());
        HistogramView histogram = robot.lookup("#histogram").query();
        robot.interact(() -> histogram.chosenProperty().set(Optional.of(3)));
        assertTrue(label("bin").contains("weights, lit up below"), label("bin"));
        part(robot, 4);
        NumberTable ranking = robot.lookup("#ranking").query();
        await(() -> ranking.getItems().size() == 20);
        part(robot, 5);
        assertTrue(((TextArea) scene.lookup("#equation")).getText().startsWith("gradient g = Σ of 10 pushes"));
        assertEquals(10, ((FlowPane) scene.lookup("#batch")).getChildren().size());
    }

    @Test
    void whatIsChangedByHandIsScoredFollowedAndUndone(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.WEIGHTS);
        part(robot, 3);
        Label score = robot.lookup(".whatif .heading").query();
        await(() -> score.getText().endsWith("nothing changed"));
        Parameters base = model.shownProperty().get().parameters();
        robot.interact(() -> ((ToggleButton) ((FlowPane) scene.lookup("#neurons")).getChildren().get(7)).fire());
        await(() -> score.getText().contains("→"));
        Parameters muted = new Edit.Mute(7, 0).applyTo(base);
        assertTrue(score.getText().contains(String.format(Locale.ROOT, "→ %.2f %%",
                100 * Evaluation.of(muted, DIGITS.validation()).accuracy())), score.getText());
        Slider value = robot.lookup("#value").query();
        robot.interact(() -> value.setValue(1.5));
        assertEquals(1.5f, model.shownProperty().get().parameters().layer1().bias().data[0]);
        assertTrue(label("text").endsWith("changed by hand"), label("text"));
        robot.interact(() -> scene.lookup(".whatif").lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Reset all")).forEach(Button::fire));
        assertTrue(model.shownProperty().get().parameters() == base);
        robot.interact(() -> ((TextField) scene.lookup("#sigma")).setText("x"));
        robot.interact(() -> ((TextField) scene.lookup("#sigma")).fireEvent(new ActionEvent()));
        assertTrue(((Label) scene.lookup(".whatif .problem")).getText().startsWith("noise must be"),
                ((Label) scene.lookup(".whatif .problem")).getText());
        CurveChart accuracy = (CurveChart) scene.lookup(".whatif #accuracy");
        await(() -> accuracy.modelProperty().get() != null);
        assertEquals(101, accuracy.modelProperty().get().series().get(0).x().length);
        // from whichever page one comes, the studies of the page that one sees go on
        for (int from : new int[] {0, 4, 5, 1}) {
            part(robot, from);
            part(robot, 3);
            ChartModel before = accuracy.modelProperty().get();
            robot.interact(() -> model.edits().set(ScalarParameter.layer2Weight(2, from), 0.3f + from));
            await(() -> accuracy.modelProperty().get() != before
                    && accuracy.modelProperty().get().markers().stream().anyMatch(marker -> marker.label().equals("now")));
        }
    }

    @Test
    void aCellOfTheConfusionMatrixShowsItsDigitsAndADigitGoesToThePad(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.TEST_DIGITS);
        await(() -> label("count").endsWith(" of 50"));
        AnsweredDigits digits = AnsweredDigits.of(model.shownProperty().get().parameters(), DIGITS.validation());
        int wrong = digits.list(DigitFilter.parse("wrong").on(digits), AnsweredDigits.Order.LARGEST_LOSS).get(0);
        MatrixView confusion = robot.lookup("#confusion").query();
        robot.interact(() -> confusion.chosenProperty().set(Optional.of(new MatrixView.Cell(digits.truth(wrong), digits.answer(wrong)))));
        GridView<Integer> gallery = robot.lookup("#gallery").query();
        assertTrue(gallery.getItems().contains(wrong));
        assertEquals(digits.evaluation().count(digits.truth(wrong), digits.answer(wrong)), gallery.getItems().size());
        robot.interact(() -> ((TextField) scene.lookup("#filter")).setText("index:" + wrong));
        robot.interact(() -> scene.lookup("#gallery").lookupAll(".digit-button").stream().map(Button.class::cast).findFirst()
                .orElseThrow().fire());
        assertTrue(label("detail").startsWith("index " + wrong + ": true " + digits.truth(wrong)), label("detail"));
        robot.interact(() -> ((Button) scene.lookup("#why")).fire());
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(wrong), seen.pictureProperty().get());
        assertTrue(scene.lookup("#map").getParent().isVisible());
        goTo(robot, View.TEST_DIGITS);
        robot.interact(() -> ((TextField) scene.lookup("#filter")).setText("wrng"));
        assertTrue(((Label) scene.lookup(".digits .problem")).getText().contains("wrng"));
    }

    @Test
    void theNotebookAsksChecksAndTurnsItsPages(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        goTo(robot, View.NOTEBOOK);
        ListView<Integer> list = robot.lookup("#list").query();
        await(() -> list.getItems().size() == 15);
        for (int chapter = 0; chapter < 15; chapter++) {
            int number = chapter;
            robot.interact(() -> list.getSelectionModel().select(number));
            assertFalse(((Label) scene.lookup(".notebook #title")).getText().isBlank());
        }
        robot.interact(() -> list.getSelectionModel().select(0));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).setText("783"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).fireEvent(new ActionEvent()));
        assertTrue(label("verdict").startsWith("Not quite. "), label("verdict"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).setText("784"));
        robot.interact(() -> ((TextField) scene.lookup("#answer")).fireEvent(new ActionEvent()));
        assertTrue(label("verdict").startsWith("Right. "), label("verdict"));
        robot.interact(() -> ((Button) scene.lookup("#action")).fire());
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(0), seen.pictureProperty().get());
    }

    @Test
    void everyQuestionMarkExplainsAWordOfTheGlossary(FxRobot robot) {
        for (View view : View.values()) {
            goTo(robot, view);
        }
        Set<HelpButton> buttons = robot.lookup(".help-button").queryAllAs(HelpButton.class);
        assertTrue(buttons.size() >= 5, String.valueOf(buttons.size()));
        buttons.forEach(button -> assertFalse(Glossary.load().explain(button.getTopic()).isBlank()));
        robot.interact(() -> buttons.iterator().next().fire());
        press(robot, KeyCode.ESCAPE);
    }

    private void part(FxRobot robot, int number) {
        robot.interact(() -> ((SegmentedButton) scene.lookup("#parts")).getButtons().get(number).setSelected(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aKnownWeightHasItsKnownColourOnScreen(FxRobot robot) {
        FMatrixRMaj kernel = new FMatrixRMaj(784, 20);
        HeatmapGrid grid = robot.lookup("#grid").query();
        kernel.set(0, 0, 0.5f);
        kernel.set(783, 0, -0.5f);
        kernel.set(14 * 28 + 14, 0, 0.25f);
        robot.interact(() -> grid.kernelProperty().set(kernel));
        WritableImage image = snapshot(robot, grid);
        Bounds first = pictureOfNeuron0(image);
        assertEquals(hex(ColorMap.BLUE_RED.argb(0.5, 0.5)), hex(argb(image, first, 0, 0)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(-0.5, 0.5)), hex(argb(image, first, 27, 27)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(0.25, 0.5)), hex(argb(image, first, 14, 14)));
        assertEquals(hex(ColorMap.BLUE_RED.argb(0, 0.5)), hex(argb(image, first, 5, 20)));
    }

    @Test
    void theWeightUnderTheKeyboardsCursorIsReadOut(FxRobot robot) {
        HeatmapGrid grid = robot.lookup("#grid").query();
        robot.interact(grid::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        Parameters start = Parameters.glorot(20, 42);
        assertEquals(String.format(Locale.ROOT, "neuron 0, row 14, column 15, index 407: %+.7f",
                start.layer1().kernel().get(407, 0)), label("readout"));
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        assertTrue(label("readout").startsWith("neuron 1, "), label("readout"));
        assertEquals(0, model.liveProperty().get().step());
    }

    @Test
    void chartsReadOutZoomAndTakeALogarithmicAxis(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        CurveChart loss = robot.lookup("#loss").query();
        robot.interact(loss::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertTrue(loss.getAccessibleText().contains("step 61, loss "), loss.getAccessibleText());
        robot.press(KeyCode.PLUS).release(KeyCode.PLUS);
        assertEquals(0.75, loss.modelProperty().get().x().max() - loss.modelProperty().get().x().min(), 1.0);
        CurveChart accuracy = robot.lookup("#accuracy").query();
        assertEquals(loss.zoomProperty().get(), accuracy.zoomProperty().get());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertEquals(3, loss.modelProperty().get().x().max());
        CheckBox logarithmic = robot.lookup("#logarithmic").query();
        robot.interact(() -> logarithmic.setSelected(true));
        assertEquals("Log", loss.modelProperty().get().y().getClass().getSimpleName());
    }

    @Test
    void savesCurvesPicturesAndTheNetwork(FxRobot robot) throws IOException {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        for (String[] item : new String[][] {{"Charts as PNG…", "c.png", "PNG"}, {"Loss as SVG…", "l.svg", "<svg"},
            {"Every epoch as CSV…", "e.csv", "epoch,accuracy"}, {"Every batch as CSV…", "b.csv", "step,loss"}}) {
            saveAs = folder.resolve(item[1]);
            MenuButton save = robot.lookup(".menu-button").match(node -> ((MenuButton) node).getText().equals("Save")).query();
            robot.interact(() -> save.getItems().stream().filter(entry -> entry.getText().equals(item[0]))
                    .forEach(MenuItem::fire));
            await(() -> Files.exists(saveAs));
            String content = new String(Files.readAllBytes(saveAs), StandardCharsets.ISO_8859_1);
            assertTrue(content.contains(item[2]), item[0]);
        }
        for (String[] item : new String[][] {{"_Export Network…", "n.onnx", "probabilities"}, {"_Export Network…", "n.npz", "layer_1.kernel"},
            {"Save _Report as HTML…", "r.html", "<h2>Its worst mistakes</h2>"}, {"Save Confusion Matrix as CSV…", "c.csv", "true,said_0"}}) {
            saveAs = folder.resolve(item[1]);
            menu(robot, item[0]);
            await(() -> Files.exists(saveAs));
            assertTrue(new String(Files.readAllBytes(saveAs), StandardCharsets.ISO_8859_1).contains(item[2]), item[0]);
        }
        Parameters trained = model.shownProperty().get().parameters();
        robot.interact(model::reset);
        openFrom = folder.resolve("n.npz");
        menu(robot, "Show a _Network from a File…");
        await(() -> label("notice").startsWith("Showing n.npz: "));
        assertArrayEquals(trained.arrays()[0], model.shownProperty().get().parameters().arrays()[0]);
        assertEquals("a network from a file", label("text"));
        assertFalse(model.canGoOnFromShown().get());
        press(robot, KeyCode.L);
        assertTrue(model.shownProperty().get().live());
        saveAs = folder.resolve("missing").resolve("model.safetensors");
        press(robot, KeyCode.CONTROL, KeyCode.E);
        await(() -> label("notice").contains("model.safetensors"));
    }

    @Test
    void aDivergedRunIsSaidInTheWindowAndResetIsTheWayBack(FxRobot robot) {
        robot.interact(() -> model.settingsProperty().set(SETTINGS.withLearningRate(1e25)));
        robot.interact(model::play);
        await(() -> model.state() == RunState.DIVERGED);
        assertTrue(robot.lookup("#noticeBar").query().isVisible());
        assertTrue(label("notice").contains("learning rate"), label("notice"));
        robot.clickOn("#noticeReset");
        await(() -> model.state() == RunState.READY);
        assertFalse(robot.lookup("#noticeBar").query().isVisible());
    }

    @Test
    void everyControlFitsAt1024By700InBothThemesAndWithLargerType(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> appearance.darkProperty().set(dark));
            assertEverythingFits(robot, 1024, 700);
        }
        robot.interact(() -> appearance.presenterProperty().set(true));
        assertEverythingFits(robot, 1024, 700);
        assertEverythingFits(robot, 1280, 800);
    }

    private void assertEverythingFits(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (View view : View.values()) {
            goTo(robot, view);
            for (String id : List.of("#play", "#stop", "#seed", "#speed", "#loss", "#accuracy", "#grid", "#legend", "#pad", "#bars",
                    "#goOn", "#validation", "#speed", "#digits", "#tables", "#pattern", "#clear", "#parts",
                    "#order", "#picture", "#confusion", "#gallery", "#why", "#filter")) {
                Node node = robot.lookup(id).queryAll().stream().filter(WindowTest::isShown).findFirst().orElse(null);
                Bounds bounds = node == null ? null : node.localToScene(node.getBoundsInLocal());
                assertTrue(node == null || bounds.getMinX() >= 0 && bounds.getMaxX() <= width && bounds.getMaxY() <= height
                        && bounds.getWidth() > 0, view + ", " + id + " " + bounds + " in " + width + " × " + height);
            }
        }
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyPictureHasATextAndEveryIconButtonAName(FxRobot robot) {
        for (String id : List.of("#loss", "#accuracy", "#grid", "#pad", "#seen", "#bars")) {
            String text = robot.lookup(id).query().getAccessibleText();
            assertTrue(text != null && !text.isBlank(), id);
        }
        for (Node node : robot.lookup(".button").queryAll()) {
            Button button = (Button) node;
            assertTrue(!button.getText().isBlank() || button.getAccessibleText() != null, String.valueOf(button));
        }
    }

    @Test
    void theShownBitsAreThoseOfATrainingWithoutAWindow(FxRobot robot) {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        trainer.run(() -> false, snapshot -> { });
        HeatmapGrid grid = robot.lookup("#grid").query();
        assertArrayEquals(trainer.snapshot().parameters().arrays()[0], grid.kernelProperty().get().data);
        assertNotEquals(0, grid.kernelProperty().get().data.length);
    }

    private static void goTo(FxRobot robot, View view) {
        press(robot, KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(view.ordinal() + 1)));
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void menu(FxRobot robot, String text) {
        MenuBar bar = robot.lookup(".menu-bar").query();
        robot.interact(() -> bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> text.equals(item.getText())).forEach(item -> {
                    if (item instanceof CheckMenuItem check) {
                        check.setSelected(!check.isSelected());
                    }
                    item.fire();
                }));
    }

    private void type(FxRobot robot, TextField field, String text) {
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private void stroke(FxRobot robot, MouseButton button, double x0, double y0, double x1, double y1) {
        Bounds pad = robot.lookup("#pad").query().localToScreen(robot.lookup("#pad").query().getBoundsInLocal());
        robot.moveTo(pad.getMinX() + x0, pad.getMinY() + y0).press(button)
                .moveTo(pad.getMinX() + x1, pad.getMinY() + y1).release(button);
    }

    private static WritableImage snapshot(FxRobot robot, Node node) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = node.snapshot(null, null));
        return image[0];
    }

    /** Where the first picture is: from the first pixel of the strongest red to the last of the strongest blue. */
    private static Bounds pictureOfNeuron0(WritableImage image) {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                if (argb == ColorMap.BLUE_RED.argb(0.5, 0.5) && right == 0 && left == 0) {
                    left = x;
                    top = y;
                } else if (argb == ColorMap.BLUE_RED.argb(-0.5, 0.5)) {
                    right = x + 1;
                    bottom = y + 1;
                }
            }
        }
        assertTrue(right - left >= 28 && right - left == bottom - top, left + " " + right + " " + top + " " + bottom);
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    private static int argb(WritableImage image, Bounds picture, int row, int column) {
        double cell = picture.getWidth() / 28;
        return image.getPixelReader().getArgb((int) (picture.getMinX() + (column + 0.5) * cell),
                (int) (picture.getMinY() + (row + 0.5) * cell));
    }

    private static String hex(int argb) {
        return Integer.toHexString(argb);
    }

    private String label(String id) {
        return ((Label) scene.lookup("#" + id)).getText();
    }

    private Slider slider(String id) {
        return (Slider) scene.lookup(id);
    }

    private Button button(String id) {
        return (Button) scene.lookup(id);
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException tooLong) {
            throw new AssertionError("waited too long", tooLong);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
