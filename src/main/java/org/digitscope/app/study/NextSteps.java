package org.digitscope.app.study;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.UpdateExplanation;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;

/**
 * What the training's next step makes of the shown network, as it was learnt, and why it moves the pinned weight; computed in the
 * background while somebody looks and the network rests. A large batch takes a second.
 */
public final class NextSteps {

    /** More pictures tell nothing more, and a batch may have a hundred thousand. */
    public static final int LARGEST_EXPLAINED = 2048;

    private final AppModel model;
    private final Selection selection;
    private final LatestQuestion work;
    private final LatestQuestion explaining;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<NextStep>> next = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UpdateExplanation>> explanation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Parameters asked;
    private double askedRate;

    public NextSteps(AppModel model) {
        this.model = model;
        selection = model.inspection().selection();
        work = new LatestQuestion(model.background());
        explaining = new LatestQuestion(model.background());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> refresh());
        model.settingsProperty().addListener((observable, before, after) -> refresh());
        selection.parameterProperty().addListener((observable, before, after) -> explain());
        next.addListener((observable, before, after) -> explain());
    }

    /** The step after the shown one; empty until it is computed, while the network is being trained, and for one from a file. */
    public ReadOnlyObjectProperty<Optional<NextStep>> nextProperty() {
        return next.getReadOnlyProperty();
    }

    /** Why that step moves the pinned weight; empty where there is no such step, or its batch is too large to be told. */
    public ReadOnlyObjectProperty<Optional<UpdateExplanation>> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Steps are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    private void refresh() {
        ShownNetwork network = model.shownProperty().get();
        boolean changing = network == null || !network.isOfThisRun() || network.live() && model.state() == RunState.RUNNING;
        if (changing || !attention.isPaid()) {
            forget();
            return;
        }
        double rate = model.rateAfter(network.step());
        if (network.base() == asked && rate == askedRate) {
            return;
        }
        forget();
        model.shownCheckpoint().ifPresent(from -> {
            asked = network.base();
            askedRate = rate;
            Dataset training = model.digitsProperty().get().training();
            Hyperparameters settings = model.liveProperty().get().settings();
            work.ask(() -> NextStep.of(training, settings, from, rate), step -> next.set(Optional.of(step)), () -> asked = null);
        });
    }

    private void forget() {
        asked = null;
        work.forget();
        next.set(Optional.empty());
    }

    private void explain() {
        explaining.forget();
        explanation.set(Optional.empty());
        next.get().filter(step -> step.images().length <= LARGEST_EXPLAINED).ifPresent(step -> {
            Dataset training = model.digitsProperty().get().training();
            ScalarParameter parameter = selection.parameterProperty().get();
            explaining.ask(() -> UpdateExplanation.of(step, training, parameter), told -> explanation.set(Optional.of(told)));
        });
    }
}
