package org.digitscope.app.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.explain.flow.Walk;
import org.digitscope.explain.flow.WalkText;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.kordamp.ikonli.javafx.FontIcon;

/** Walks through the network stage by stage: by button, by slider, or by itself. */
public final class WalkController {

    private static final double NANOS = 1e9;
    private static final double ROUNDING = 1e-9;

    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", Double.MAX_VALUE);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            advance(now);
        }
    };

    @FXML
    private Node walkControls;
    @FXML
    private Slider walkSlider;
    @FXML
    private Slider walkSpeed;
    @FXML
    private FontIcon walkIcon;
    @FXML
    private Label walkStage;
    /** Keeps the room of the longest of both ways, so that nothing below moves. */
    @FXML
    private Label longestStage;

    private Walk walk;
    /** Of what networks the longest text is. */
    private Architecture longestOf;
    private boolean walking;
    /** Whether it rests where the view put it, and nobody moved it since. */
    private boolean untouched;
    /** Where it stops by itself. */
    private double goal;
    private long last;

    @FXML
    private void initialize() {
        walkSlider.valueProperty().addListener((observable, before, after) -> {
            untouched = false;
            place.set(after.doubleValue());
        });
        // from anywhere within a stage to its end or its beginning
        walkSlider.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                stop();
                walkSlider.setValue(event.getCode() == KeyCode.RIGHT ? following() : preceding());
                event.consume();
            }
        });
    }

    /** Where on {@link #walk} one is. */
    DoubleProperty placeProperty() {
        return place;
    }

    Walk walk() {
        return walk;
    }

    /**
     * Goes through another network, or the other way round; empty for none.
     *
     * @param withStep whether the way back goes on to the changed weights
     * @param walks whether there is anything to see on the way
     */
    void show(Optional<Parameters> network, boolean back, boolean withStep, boolean walks) {
        walkControls.setDisable(network.isEmpty() || !walks);
        if (walkControls.isDisable()) {
            stop();
        }
        Optional<Walk> next = network.map(each -> back ? Walk.backward(each, withStep) : Walk.forward(each));
        if (next.isEmpty() || walk != null && next.get().stages().equals(walk.stages())) {
            return;
        }
        boolean goesOn = walk != null && walk.startsLike(next.get());
        boolean rests = !goesOn || untouched;
        double reached = goesOn ? Math.min(walkSlider.getValue(), next.get().end()) : next.get().settled();
        walk = next.get();
        stop();
        walkSlider.setMin(walk.start());
        walkSlider.setMax(walk.end());
        walkSlider.setValue(reached);
        place.set(reached);
        untouched = rests;
    }

    /** Says what happens where one is. */
    void say(WalkText words) {
        if (walk != null) {
            walkStage.setText(words.of(walk.at(place.get())));
            if (!words.network().architecture().equals(longestOf)) {
                longestOf = words.network().architecture();
                longestStage.setText(Stream.of(Walk.forward(words.network()), Walk.backward(words.network(), true)).flatMap(each -> each.stages().stream())
                        .map(words::of).max(Comparator.comparingInt(String::length)).orElse(""));
            }
        }
    }

    void sayNothing() {
        walkStage.setText("");
    }

    @FXML
    private void playOrStop() {
        if (walking) {
            stop();
        } else {
            if (walkSlider.getValue() >= walk.end() || untouched) {
                walkSlider.setValue(walk.start());
            }
            go(walk.end());
        }
    }

    @FXML
    private void next() {
        go(following());
    }

    @FXML
    private void back() {
        stop();
        walkSlider.setValue(preceding());
    }

    private double following() {
        return Math.min(walk.end(), Math.floor(walkSlider.getValue() + ROUNDING) + 1);
    }

    private double preceding() {
        return Math.max(walk.start(), Math.ceil(walkSlider.getValue() - ROUNDING) - 1);
    }

    private void go(double to) {
        goal = to;
        last = 0;
        walking = true;
        walkIcon.setIconLiteral("fth-pause");
        timer.start();
    }

    private void stop() {
        timer.stop();
        walking = false;
        walkIcon.setIconLiteral("fth-play");
    }

    private void advance(long now) {
        double seconds = last == 0 ? 0 : (now - last) / NANOS;
        last = now;
        double there = Math.min(goal, walkSlider.getValue() + seconds * walkSpeed.getValue());
        walkSlider.setValue(there);
        if (there >= goal) {
            stop();
        }
    }
}
