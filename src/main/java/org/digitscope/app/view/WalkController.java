package org.digitscope.app.view;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.explain.flow.ErrorFlow;
import org.digitscope.explain.flow.Flow;
import org.digitscope.explain.flow.Walk;
import org.digitscope.explain.flow.WalkText;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.kordamp.ikonli.javafx.FontIcon;

/** Walks through the network stage by stage: by button, by slider, or by itself. */
public final class WalkController {

    private static final double NANOS = 1e9;

    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", Double.MAX_VALUE);
    private final BooleanProperty backward = new SimpleBooleanProperty(this, "backward");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance(now);
        }
    };

    @FXML
    private Slider slider;
    @FXML
    private Slider speed;
    @FXML
    private Button play;
    @FXML
    private FontIcon icon;
    @FXML
    private Label stage;

    private Walk walk;
    private Architecture architecture;
    private boolean walking;
    /** Where it stops by itself. */
    private double goal;
    private long last;

    @FXML
    private void initialize() {
        slider.valueProperty().addListener((observable, before, after) -> place.set(after.doubleValue()));
    }

    /** Where on {@link #walk} one is. */
    DoubleProperty placeProperty() {
        return place;
    }

    /** Whether the way leads back from the error. */
    BooleanProperty backwardProperty() {
        return backward;
    }

    Walk walk() {
        return walk;
    }

    /** Goes through another network, or the other way round; empty for none. */
    void show(Optional<Parameters> network, boolean back) {
        slider.setDisable(network.isEmpty());
        if (network.isEmpty() || network.get().architecture().equals(architecture) && back == backward.get()) {
            return;
        }
        architecture = network.get().architecture();
        walk = back ? Walk.backward(network.get(), false) : Walk.forward(network.get());
        stop();
        slider.setMax(walk.end());
        slider.setValue(walk.end());
        place.set(walk.end());
        backward.set(back);
    }

    /** Says what happens where one is. */
    void say(Flow flow, Optional<ErrorFlow> error) {
        if (walk != null) {
            stage.setText(new WalkText(flow, error).of(walk.at(place.get())));
        }
    }

    @FXML
    private void playOrStop() {
        if (walking) {
            stop();
        } else {
            if (slider.getValue() >= walk.end()) {
                slider.setValue(0);
            }
            go(walk.end());
        }
    }

    @FXML
    private void next() {
        go(Math.min(walk.end(), Math.floor(slider.getValue() + 1e-9) + 1));
    }

    @FXML
    private void back() {
        stop();
        slider.setValue(Math.max(0, Math.ceil(slider.getValue() - 1e-9) - 1));
    }

    private void go(double to) {
        goal = to;
        last = 0;
        walking = true;
        icon.setIconLiteral("fth-pause");
        timer.start();
    }

    private void stop() {
        timer.stop();
        walking = false;
        icon.setIconLiteral("fth-play");
    }

    private void advance(long now) {
        double seconds = last == 0 ? 0 : (now - last) / NANOS;
        last = now;
        double there = Math.min(goal, slider.getValue() + seconds * speed.getValue());
        slider.setValue(there);
        if (there >= goal) {
            stop();
        }
    }
}
