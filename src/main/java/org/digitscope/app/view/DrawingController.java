package org.digitscope.app.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.StageToggle;
import org.digitscope.app.file.DrawingFiles;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.Prediction;
import org.digitscope.explain.Familiarity;
import org.digitscope.plot.PercentText;

/** The drawing pad, how the drawing is fitted, and what the shown network says to it. */
public final class DrawingController {

    /** In a sentence as long as any. */
    private static final double LONG_DISTANCE = 10;
    private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Lookalikes lookalikes;
    private final DrawingFiles files;
    private final Teaching teaching;
    private final Map<FitStage, StageToggle> toggles = new EnumMap<>(FitStage.class);

    @FXML
    private Label heading;
    @FXML
    private Button undo;
    @FXML
    private Button redo;
    @FXML
    private Button clear;
    @FXML
    private MenuButton more;
    @FXML
    private MenuItem exchange;
    @FXML
    private MenuItem copy;
    @FXML
    private MenuItem save;
    @FXML
    private Slider penWidth;
    @FXML
    private Spinner<Integer> testDigit;
    @FXML
    private Label testDigitProblem;
    @FXML
    private DrawingPad pad;
    @FXML
    private HBox stages;
    @FXML
    private PixelView seen;
    @FXML
    private Label digit;
    @FXML
    private Label certainty;
    @FXML
    private Label runnerUp;
    @FXML
    private Label longestRunnerUp;
    @FXML
    private Label doubt;
    @FXML
    private Hyperlink otherHands;
    @FXML
    private Label longestDoubt;
    @FXML
    private ProbabilityBars bars;

    /** What the answer gets, in words. */
    private String certain = "";
    /** Whether the stages' pictures are to be made anew. */
    private boolean stagesWait;
    private FieldProblems problems;

    public DrawingController(AppModel model, Appearance appearance, PadModel drawing, Lookalikes lookalikes, DrawingFiles files,
            Teaching teaching) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.lookalikes = lookalikes;
        this.files = files;
        this.teaching = teaching;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(pad);
        appearance.applyTo(bars);
        heading.textProperty().bind(Bindings.when(teaching.labellingProperty()).then("Draw, label").otherwise("Draw a digit"));
        undo.disableProperty().bind(drawing.canUndo().not());
        redo.disableProperty().bind(drawing.canRedo().not());
        clear.disableProperty().bind(drawing.blank());
        exchange.disableProperty().bind(drawing.sheetProperty().map(sheet -> sheet.backdrop().isEmpty()));
        copy.disableProperty().bind(drawing.blank());
        save.disableProperty().bind(drawing.blank());
        penWidth.valueProperty().bindBidirectional(drawing.penWidthProperty());
        pad.setPen(new ModelPen(drawing));
        pad.sheetProperty().bind(drawing.sheetProperty());
        pad.setOnDragOver(this::offerDrop);
        pad.setOnDragDropped(this::drop);
        for (FitStage stage : FitStage.values()) {
            StageToggle toggle = new StageToggle(stage.label(), stage.reason());
            toggle.selectedProperty().addListener((observable, before, after) -> drawing.stagesProperty().set(selected()));
            toggles.put(stage, toggle);
            stages.getChildren().add(toggle);
        }
        testDigit.getValueFactory().setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return String.valueOf(number);
            }

            @Override
            public Integer fromString(String text) {
                return number(text);
            }
        });
        problems = new FieldProblems(testDigitProblem);
        problems.takeBackOnEscape(testDigit, testDigit.getEditor(), () -> testDigit.getEditor().setText(String.valueOf(testDigit.getValue())));
        more.setOnShowing(event -> problems.takeBack());
        testDigitProblem.managedProperty().bind(testDigitProblem.textProperty().isNotEmpty());
        testDigit.valueProperty().addListener((observable, before, after) -> load(after));
        drawing.digitProperty().addListener((observable, before, after) -> showFit(after));
        model.digitsProperty().addListener((observable, before, after) -> show(drawing.predictionProperty().get()));
        drawing.predictionProperty().addListener((observable, before, after) -> show(after));
        lookalikes.foundProperty().addListener((observable, before, after) -> showDoubt(after));
        // where the answer is doubted the next best one tells nothing; both places are kept, or the pad would change under the pen
        runnerUp.visibleProperty().bind(doubt.visibleProperty().not());
        longestDoubt.setText(Arrays.stream(Familiarity.Level.values()).map(level -> new Familiarity.Judgement(level, LONG_DISTANCE,
                new Familiarity(1, LONG_DISTANCE, LONG_DISTANCE)).sentence()).max(Comparator.comparing(String::length)).orElseThrow());
        OtherHandsOffer.show(otherHands, model, lookalikes);
        model.digitsProperty().addListener((observable, before, after) -> keepPlace());
        keepPlace();
        showFit(Optional.empty());
        showDoubt(Optional.empty());
        show(Optional.empty());
    }

    @FXML
    private void undo() {
        drawing.undo();
    }

    @FXML
    private void redo() {
        drawing.redo();
    }

    @FXML
    private void clear() {
        drawing.clear();
    }

    @FXML
    private void openPicture() {
        files.open();
    }

    @FXML
    private void paste() {
        files.paste();
    }

    @FXML
    private void exchangeInk() {
        drawing.exchangeInk();
    }

    @FXML
    private void copyValues() {
        files.copyValues();
    }

    @FXML
    private void savePicture() {
        files.save();
    }

    @FXML
    private void loadTestDigit() {
        int before = testDigit.getValue();
        testDigit.commitValue();
        // another one is loaded by now
        if (testDigit.getValue() == before && !problems.has(testDigit.getEditor())) {
            load(before);
        }
    }

    private void load(int number) {
        if (model.digitsProperty().get() != null && problems.enter(testDigit.getEditor(), () -> checkNumber(number))) {
            drawing.load(Backdrop.ofDigit(model.digitsProperty().get().validation().image(number)));
        }
    }

    /** What is no number stays until it is mended, and leaves the digit that was there. */
    private Integer number(String text) {
        int[] number = {testDigit.getValue()};
        problems.enter(testDigit.getEditor(), () -> {
            int typed = NumberText.whole("test digit", text);
            checkNumber(typed);
            number[0] = typed;
        });
        return number[0];
    }

    private void checkNumber(int number) {
        int count = model.digitsProperty().get() == null ? Integer.MAX_VALUE : model.digitsProperty().get().validation().size();
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("test digit must be from 0 to " + (count - 1) + ", not " + number);
        }
    }

    private void offerDrop(DragEvent event) {
        if (DrawingFiles.isTakeable(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    /** What has files is the window's, as they may be of any kind. */
    private void drop(DragEvent event) {
        if (!event.getDragboard().hasFiles()) {
            event.setDropCompleted(files.take(event.getDragboard()));
        }
    }

    private Set<FitStage> selected() {
        Set<FitStage> selected = EnumSet.noneOf(FitStage.class);
        toggles.forEach((stage, toggle) -> {
            if (toggle.isSelected()) {
                selected.add(stage);
            }
        });
        return selected;
    }

    /** The answer first: the small pictures of the stages follow in the same pulse, once for all movements before it. */
    private void showFit(Optional<FittedDigit> fitted) {
        if (!stagesWait) {
            stagesWait = true;
            Platform.runLater(this::showStages);
        }
        stages.setDisable(drawing.sheetProperty().get().isFramed());
        seen.pictureProperty().set(fitted.map(FittedDigit::main).orElse(new byte[Dataset.PIXELS]));
        seen.setAccessibleText(fitted.isEmpty() ? "Nothing is drawn" : "The drawing as the network sees it, 28 by 28 pixels");
        pad.setAccessibleText(fitted.isEmpty() ? "Drawing pad, empty. Draw a digit with the pointer."
                : "Drawing pad with a drawing of " + Counts.of(drawing.sheetProperty().get().lines().size(), "line") + ". Delete clears it.");
    }

    /** Beside each stage stands what it and those before it make of the drawing. */
    private void showStages() {
        stagesWait = false;
        Optional<FittedDigit> fitted = drawing.digitProperty().get();
        Set<FitStage> soFar = EnumSet.noneOf(FitStage.class);
        for (FitStage stage : FitStage.values()) {
            if (toggles.get(stage).isSelected()) {
                soFar.add(stage);
            }
            Optional<FittedDigit> picture = stage == FitStage.AVERAGE ? fitted : drawing.fit(soFar);
            toggles.get(stage).setPicture(picture.map(stage == FitStage.AVERAGE ? FittedDigit::mean : FittedDigit::main)
                    .orElse(new byte[Dataset.PIXELS]));
        }
    }

    private void show(Optional<Prediction> prediction) {
        ClassNames classes = model.classes();
        Optional<Prediction> answered = prediction.filter(Prediction::isNumber);
        bars.classesProperty().set(classes);
        bars.probabilitiesProperty().set(prediction.map(Prediction::probabilities).orElse(new float[0]));
        digit.setText(answered.map(answer -> String.valueOf(answer.answer())).orElse("–"));
        certain = answered.map(answer -> percent(answer.probability())).orElse("no answer");
        showCertainty();
        runnerUp.setText(answered.map(answer -> runnerUp(classes, answer.answer(), answer.runnerUp(), answer.probabilities()[answer.runnerUp()],
                answer.margin())).orElse(prediction.isEmpty() ? "there is no ink" : "a sum is NaN"));
    }

    private static String runnerUp(ClassNames classes, int answer, int runnerUp, float probability, float margin) {
        return (classes == ClassNames.DIGITS ? "" : classes.of(answer) + "\n") + String.format(Locale.ROOT, "then %s: %s\nmargin %s",
                classes.of(runnerUp), percent(probability), percent(margin));
    }

    private void keepPlace() {
        ClassNames classes = model.classes();
        int longest = IntStream.range(0, Dataset.CLASSES).boxed().max(Comparator.comparing(each -> classes.of(each).length())).orElseThrow();
        longestRunnerUp.setText(runnerUp(classes, longest, longest, 1, 1));
    }

    /** A surprising picture is said to be one; about a usual one there is nothing to say. */
    private void showDoubt(Optional<Lookalikes.Found> found) {
        Optional<Familiarity.Judgement> strange = found.map(Lookalikes.Found::judgement)
                .filter(judgement -> judgement.level() != Familiarity.Level.FAMILIAR);
        doubt.setText(strange.map(Familiarity.Judgement::sentence).orElse(""));
        doubt.setVisible(strange.isPresent());
        showCertainty();
    }

    /** A probability is no certainty where the drawing is unlike anything in training; the bars show it none the less. */
    private void showCertainty() {
        boolean isUnsure = lookalikes.foundProperty().get().map(found -> found.judgement().level() == Familiarity.Level.UNLIKE_ANYTHING)
                .orElse(false);
        certainty.setText(isUnsure ? "unsure" : certain);
        digit.pseudoClassStateChanged(UNSURE, isUnsure);
        digit.setAccessibleText(isUnsure ? digit.getText() + ", unsure" : null);
        certainty.pseudoClassStateChanged(UNSURE, isUnsure);
    }

    private static String percent(float probability) {
        return PercentText.of(probability);
    }
}
