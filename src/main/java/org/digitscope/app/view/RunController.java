package org.digitscope.app.view;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons of the training run. */
public final class RunController {

    private final AppModel model;

    @FXML
    private Button reset;
    @FXML
    private Button play;
    @FXML
    private FontIcon playIcon;
    @FXML
    private Button step;
    @FXML
    private Button stop;

    public RunController(AppModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        reset.disableProperty().bind(model.can().reset().not());
        play.disableProperty().bind(model.can().play().or(model.can().pause()).not());
        step.disableProperty().bind(model.can().step().not());
        stop.disableProperty().bind(model.can().stop().not());
        model.stateProperty().addListener((observable, before, after) -> show(after));
        show(model.state());
        Platform.runLater(play::requestFocus);
    }

    @FXML
    private void reset() {
        model.reset();
    }

    @FXML
    private void playOrPause() {
        model.playOrPause();
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    private void show(RunState state) {
        boolean running = state == RunState.RUNNING;
        playIcon.setIconLiteral(running ? "fth-pause" : "fth-play");
        play.setText(running ? "Pause" : "Train");
    }
}
