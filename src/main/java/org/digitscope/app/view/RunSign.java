package org.digitscope.app.view;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunList;
import org.digitscope.plot.RunColour;

/** A run's colour in the charts, hollow when they leave it out, with a star where it is pinned and an arrow where it is on screen. */
final class RunSign extends TableCell<KeptRun, KeptRun> {

    /** Of a letter. */
    private static final double SIDE = 0.8;

    private final Appearance appearance;
    private final RunList runs;
    private final Rectangle colour = new Rectangle();
    /** Cells come and go while the table is scrolled, so the model must not hold them. */
    private final ChangeListener<Object> follow = (observable, before, after) -> show();

    RunSign(Appearance appearance, RunList runs) {
        this.appearance = appearance;
        this.runs = runs;
        colour.widthProperty().bind(appearance.letter().multiply(SIDE));
        colour.heightProperty().bind(colour.widthProperty());
        runs.currentProperty().addListener(new WeakChangeListener<>(follow));
        appearance.darkProperty().addListener(new WeakChangeListener<>(follow));
        itemProperty().flatMap(KeptRun::hiddenProperty).addListener(follow);
        itemProperty().flatMap(KeptRun::pinnedProperty).addListener(follow);
        getStyleClass().add("sign");
        setTooltip(new Tooltip("A click leaves the run out of the charts, or shows it again"));
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                getItem().hiddenProperty().set(!getItem().hiddenProperty().get());
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(KeptRun run, boolean empty) {
        super.updateItem(run, empty);
        show();
    }

    private void show() {
        KeptRun run = getItem();
        setGraphic(run == null ? null : colour);
        setText(run == null ? "" : (run.pinnedProperty().get() ? "★" : "") + (runs.isCurrent(run) ? "▸" : ""));
        if (run != null) {
            Color own = Color.web(appearance.palette().of(new RunColour(run.number())));
            colour.setStroke(own);
            colour.setFill(run.hiddenProperty().get() ? Color.TRANSPARENT : own);
            setAccessibleText((run.hiddenProperty().get() ? "not in the charts" : "in the charts") + (run.pinnedProperty().get() ? ", pinned" : "")
                    + (runs.isCurrent(run) ? ", on screen" : ""));
        }
    }
}
