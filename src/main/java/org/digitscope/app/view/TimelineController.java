package org.digitscope.app.view;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.training.Snapshot;

/** The time machine: a slider over the steps of this run. */
public final class TimelineController {

    private final AppModel model;

    @FXML
    private Slider slider;
    @FXML
    private Label text;
    @FXML
    private Button live;
    @FXML
    private Button goOn;

    /** True while the slider follows the model, so that it doesn't answer back. */
    private boolean following;

    public TimelineController(AppModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        slider.disableProperty().bind(model.can().reset().not());
        live.disableProperty().bind(model.can().showLive().not());
        goOn.disableProperty().bind(model.can().goOnFromShown().not());
        slider.valueProperty().addListener((observable, before, after) -> scrub(after.intValue()));
        model.liveProperty().addListener((observable, before, after) -> follow());
        model.shownProperty().addListener((observable, before, after) -> follow());
    }

    @FXML
    private void showLive() {
        model.inspection().showLive();
    }

    @FXML
    private void goOnFromShown() {
        model.goOnFromShown();
    }

    private void scrub(int step) {
        if (!following) {
            model.inspection().showStep(step);
        }
    }

    private void follow() {
        Snapshot newest = model.liveProperty().get();
        ShownNetwork shown = model.shownProperty().get();
        if (newest == null || shown == null) {
            return;
        }
        following = true;
        slider.setMax(Math.max(1, newest.step()));
        slider.setBlockIncrement(Math.max(1, newest.step() / 50.0));
        if (shown.live()) {
            slider.setValue(newest.step());
        } else if (!slider.isValueChanging() && shown.isOfThisRun()) {
            slider.setValue(shown.step());
        }
        following = false;
        if (!shown.isOfThisRun()) {
            text.setText("a network from a file" + (shown.isEdited() ? " · changed by hand" : ""));
            return;
        }
        int epoch = (shown.step() + newest.stepsPerEpoch() - 1) / newest.stepsPerEpoch();
        text.setText(String.format(Locale.ROOT, "step %,d of %,d · epoch %d%s%s", shown.step(), newest.totalSteps(), epoch,
                shown.live() ? " · live" : "", shown.isEdited() ? " · changed by hand" : ""));
    }
}
