package org.digitscope.app.run;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableObjectValue;
import org.digitscope.data.DigitSets;

/** Which of the model's commands make sense now, for buttons and menus. */
public final class Availability {

    private final BooleanBinding play;
    private final BooleanBinding pause;
    private final BooleanBinding step;
    private final BooleanBinding stop;
    private final BooleanBinding reset;
    private final BooleanBinding showLive;
    private final BooleanBinding goOnFromShown;
    private final BooleanBinding goBack;
    private final BooleanBinding showBestEpoch;

    Availability(Run run, RunList runs, ObservableObjectValue<DigitSets> digits, Inspection inspection) {
        ObservableObjectValue<RunState> state = run.stateProperty();
        play = in(state, RunState.READY, RunState.PAUSED, RunState.STOPPED, RunState.FINISHED);
        pause = in(state, RunState.RUNNING);
        step = in(state, RunState.READY, RunState.PAUSED).or(run.steppingProperty());
        stop = in(state, RunState.RUNNING, RunState.PAUSED);
        reset = Bindings.createBooleanBinding(() -> digits.get() != null, digits);
        showLive = Bindings.createBooleanBinding(inspection::isElsewhere, inspection.shownProperty());
        goOnFromShown = Bindings.createBooleanBinding(inspection::isEarlierStep, inspection.shownProperty());
        goBack = Bindings.createBooleanBinding(() -> runs.beforeProperty().get().isPresent(), runs.beforeProperty());
        showBestEpoch = Bindings.createBooleanBinding(() -> run.liveProperty().get() != null && run.liveProperty().get().bestEpoch() > 0,
                run.liveProperty());
    }

    public BooleanBinding play() {
        return play;
    }

    public BooleanBinding pause() {
        return pause;
    }

    public BooleanBinding step() {
        return step;
    }

    public BooleanBinding stop() {
        return stop;
    }

    /** Also whether there is a session to save, show and export. */
    public BooleanBinding reset() {
        return reset;
    }

    public BooleanBinding showLive() {
        return showLive;
    }

    public BooleanBinding goOnFromShown() {
        return goOnFromShown;
    }

    public BooleanBinding goBack() {
        return goBack;
    }

    public BooleanBinding showBestEpoch() {
        return showBestEpoch;
    }

    private static BooleanBinding in(ObservableObjectValue<RunState> state, RunState... states) {
        return Bindings.createBooleanBinding(() -> List.of(states).contains(state.get()), state);
    }
}
