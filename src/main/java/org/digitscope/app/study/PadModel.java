package org.digitscope.app.study;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.run.Undoable;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Prediction;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.SheetEditor;

/**
 * The drawing on the pad, the way it is fitted, and what the shown network says to it.
 */
public final class PadModel implements Undoable {

    private Runnable onStep = () -> { };
    private final SheetEditor editor = new SheetEditor();
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(Sheet.BLANK);
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
    private final DoubleProperty penWidth = new SimpleDoubleProperty(SheetEditor.PEN_WIDTH);
    private final ObjectProperty<Set<FitStage>> stages = new SimpleObjectProperty<>(FitStage.all());
    private final ReadOnlyObjectWrapper<Optional<FittedDigit>> digit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Prediction>> prediction = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectProperty<ShownNetwork> network;
    private final ReadOnlyBooleanProperty deskew;

    /**
     * @param network the one that answers; may hold null at first
     * @param deskew whether it was trained with straightened digits
     */
    public PadModel(ReadOnlyObjectProperty<ShownNetwork> network, ReadOnlyBooleanProperty deskew) {
        this.network = network;
        this.deskew = deskew;
        deskew.addListener((observable, before, after) -> fit());
        penWidth.addListener((observable, before, after) -> editor.setPenWidth(after.doubleValue()));
        stages.addListener((observable, before, after) -> fit());
        network.addListener((observable, before, after) -> predict());
    }

    /** What is on the pad. */
    public ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** How the drawing is brought to 28×28. */
    public ObjectProperty<Set<FitStage>> stagesProperty() {
        return stages;
    }

    /** The pen's width, where the pad's side is 1. */
    public DoubleProperty penWidthProperty() {
        return penWidth;
    }

    /** What the network is given; empty when there is no ink. */
    public ReadOnlyObjectProperty<Optional<FittedDigit>> digitProperty() {
        return digit.getReadOnlyProperty();
    }

    /** What the shown network says to it; empty when there is no ink or no network. */
    public ReadOnlyObjectProperty<Optional<Prediction>> predictionProperty() {
        return prediction.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether there is nothing on the pad. */
    public ReadOnlyBooleanProperty blank() {
        return blank.getReadOnlyProperty();
    }

    /** A stroke begins at a place on the pad, whose side is 1. */
    public void penDown(double x, double y) {
        editor.penDown(x, y);
        stepDone();
    }

    /** A stroke of the eraser begins. */
    public void eraserDown(double x, double y) {
        editor.eraserDown(x, y);
        stepDone();
    }

    public void moveTo(double x, double y) {
        if (editor.isDrawing()) {
            editor.moveTo(x, y);
            changed();
        }
    }

    public void up() {
        editor.up();
    }

    @Override
    public void undo() {
        editor.undo();
        changed();
    }

    @Override
    public void redo() {
        editor.redo();
        changed();
    }

    public void clear() {
        editor.clear();
        stepDone();
    }

    /** Puts a picture or a digit on the pad instead of what is there. */
    public void load(Backdrop backdrop) {
        editor.load(backdrop);
        stepDone();
    }

    /** Puts a whole sheet in the place of what is there. */
    public void replace(Sheet sheet) {
        editor.replace(sheet);
        stepDone();
    }

    /** Takes the picture's paper for ink and its ink for paper; does nothing where there is no picture. */
    public void exchangeInk() {
        editor.exchangeInk();
        stepDone();
    }

    /** Begins with a whole sheet; nothing of what was there before can be undone. */
    public void begin(Sheet sheet) {
        editor.begin(sheet);
        changed();
    }

    /** How wide the eraser is, where the pad's side is 1. */
    public double eraserWidth() {
        return editor.eraserWidth();
    }

    /** What the drawing looks like with some of the stages only. */
    public Optional<FittedDigit> fit(Set<FitStage> some) {
        Optional<FittedDigit> fitted = sheet.get().fit(new MnistFit(some));
        return deskew.get() ? fitted.map(FittedDigit::deskewed) : fitted;
    }

    @Override
    public void setOnStep(Runnable done) {
        onStep = done;
    }

    private void stepDone() {
        changed();
        onStep.run();
    }

    private void changed() {
        sheet.set(editor.sheet());
        canUndo.set(editor.canUndo());
        canRedo.set(editor.canRedo());
        blank.set(editor.sheet().isBlank());
        fit();
    }

    private void fit() {
        digit.set(fit(stages.get()));
        predict();
    }

    private void predict() {
        prediction.set(network.get() == null ? Optional.empty()
                : digit.get().map(fitted -> Prediction.of(fitted, network.get().parameters())));
    }
}
