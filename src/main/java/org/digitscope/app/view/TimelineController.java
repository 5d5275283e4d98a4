package org.digitscope.app.view;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.training.Snapshot;

/** The time machine: a slider over the steps of this run. */
public final class TimelineController {

    private static final String LIVE = " · live";
    private static final String BEST_EPOCH = "best epoch";
    private static final String EDITED = " · changed by hand";

    private final AppModel model;

    @FXML
    private Slider slider;
    @FXML
    private Label text;
    /** Not seen: it has the longest text that there can be, so that the slider keeps its length whatever is shown. */
    @FXML
    private Label widest;
    @FXML
    private Button live;
    @FXML
    private Button bestEpoch;
    /** Not seen: it has the longest text that the other can have, for the same reason. */
    @FXML
    private Button widestBestEpoch;
    @FXML
    private Tooltip bestEpochTip;
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
        bestEpoch.disableProperty().bind(model.can().showBestEpoch().not());
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
    private void showBestEpoch() {
        model.showBestEpoch();
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
        nameBestEpoch(newest);
        following = true;
        slider.setMax(Math.max(1, newest.step()));
        slider.setBlockIncrement(Math.max(1, newest.step() / 50.0));
        if (shown.live()) {
            slider.setValue(newest.step());
        } else if (!slider.isValueChanging() && shown.isOfThisRun()) {
            slider.setValue(shown.step());
        }
        following = false;
        String place = shown.isOfThisRun() ? text(newest, shown.step()) + (shown.live() ? LIVE : "") : "a network from a file";
        text.setText(place + (shown.isEdited() ? EDITED : ""));
        widest.setText(text(newest, newest.stepsInAll()).replaceAll("\\d", "0") + LIVE + EDITED);
    }

    private void nameBestEpoch(Snapshot run) {
        bestEpoch.setText(run.bestEpoch() == 0 ? BEST_EPOCH : BEST_EPOCH + " (" + run.bestEpoch() + ")");
        widestBestEpoch.setText(BEST_EPOCH + " (" + String.valueOf(run.epochsInAll()).replaceAll("\\d", "0") + ")");
        bestEpochTip.setText("Show the network of the epoch with the best " + run.settings().earlyStopping().bestBy() + " so far (E)");
    }

    private static String text(Snapshot run, long step) {
        return String.format(Locale.ROOT, "step %,d of %,d · epoch %d", step, run.stepsInAll(),
                (step + run.stepsPerEpoch() - 1) / run.stepsPerEpoch());
    }
}
