package org.digitscope.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.network.Network;
import org.digitscope.network.Softmax;
import org.digitscope.training.Checkpoint;

/**
 * The shown network's answers to all test or training digits, found in the background while somebody looks; of a network in
 * training once an epoch.
 */
public final class AnswerLists {

    private final AppModel model;
    private final LatestQuestion work;
    private final Attention attention = new Attention(() -> refresh(true));
    private final BooleanProperty training = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<AnsweredDigits>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int answeredEpochs = -1;

    public AnswerLists(AppModel model, Executor background, Executor fxThread) {
        this.model = model;
        work = new LatestQuestion(background, fxThread);
        model.shownProperty().addListener((observable, before, after) -> refresh(false));
        model.stateProperty().addListener((observable, before, after) -> refresh(false));
        training.addListener((observable, before, after) -> refresh(true));
    }

    /** Whether the training digits are asked for instead of the test digits. */
    public BooleanProperty trainingProperty() {
        return training;
    }

    /** The newest answers; for a moment they may be those of an earlier network. */
    public ReadOnlyObjectProperty<Optional<AnsweredDigits>> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Answers are wanted while this holds. */
    public void watch(ObservableBooleanValue visible) {
        attention.watch(visible);
    }

    /** In words, since which kept step of the run a digit is answered rightly. */
    public String rightSince(int picture) {
        Dataset data = data();
        Dataset one = Dataset.builder("one", 1).add(data.image(picture), data.label(picture)).build();
        List<Checkpoint> kept = new ArrayList<>(model.checkpoints());
        int since = -1;
        for (Checkpoint checkpoint : kept) {
            float[] logits = new Network(checkpoint.parameters(), 1).forward(one, new int[] {0}, 0, 1).data;
            boolean right = Softmax.argMax(logits, 0, Dataset.CLASSES) == one.label(0);
            since = !right ? -1 : since < 0 ? checkpoint.step() : since;
        }
        return since < 0 ? "Not right at the end of the recorded run."
                : String.format(Locale.ROOT, "Right since step %,d of the recorded run.", since);
    }

    private void refresh(boolean anyway) {
        ShownNetwork network = model.shownProperty().get();
        if (!attention.isPaid() || network == null) {
            return;
        }
        int epochs = model.liveProperty().get().curve().epochs().size();
        if (!anyway && model.state() == RunState.RUNNING && network.live() && epochs == answeredEpochs) {
            return;
        }
        answeredEpochs = epochs;
        Dataset data = data();
        work.ask(() -> AnsweredDigits.of(network.parameters(), data), digits -> answered.set(Optional.of(digits)));
    }

    private Dataset data() {
        return training.get() ? model.digitsProperty().get().training() : model.digitsProperty().get().validation();
    }
}
