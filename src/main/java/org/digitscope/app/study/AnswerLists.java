package org.digitscope.app.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Background;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.network.Network;
import org.digitscope.network.Softmax;
import org.digitscope.training.Checkpoint;

/**
 * The shown network's answers to all test or training digits, found in the background while somebody looks; of a network in
 * training once an epoch.
 */
public final class AnswerLists {

    /** Which digits may be asked for. */
    public enum Asked {
        TEST("test digits"),
        TRAINING("training digits"),
        /** Made of the training digits, see {@link OtherHands}, whether they are trained with or not. */
        OTHER_HANDS("other hands");

        private final String label;

        Asked(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The answers of one network. */
    public record Answered(ShownNetwork network, AnsweredDigits digits) {
    }

    private final AppModel model;
    private final LatestQuestion work;
    private final LatestQuestion historyWork;
    private final Attention attention = new Attention(() -> refresh(true));
    private final ObjectProperty<Asked> asked = new SimpleObjectProperty<>(Asked.TEST);
    private final ObjectProperty<Optional<Integer>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answered>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int answeredEpochs = -1;
    private Hands hands;

    /** Digits of other hands, made once, by the first thread that needs them. */
    private record Hands(Recipe recipe, FutureTask<Dataset> making) {

        Dataset made() {
            making.run();
            try {
                return making.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    public AnswerLists(AppModel model) {
        this.model = model;
        work = new LatestQuestion(model.background());
        historyWork = new LatestQuestion(model.background());
        model.digitsProperty().addListener((observable, before, after) -> askForOthers());
        model.shownProperty().addListener((observable, before, after) -> refresh(false));
        model.stateProperty().addListener((observable, before, after) -> refresh(false));
        asked.addListener((observable, before, after) -> askForOthers());
    }

    /** The digits that are asked for. */
    public ObjectProperty<Asked> askedProperty() {
        return asked;
    }

    /** The picture that is looked at, by its number in the set. */
    public ObjectProperty<Optional<Integer>> chosenProperty() {
        return chosen;
    }

    /** The newest answers to the digits that are asked for; for a moment they may be those of an earlier network. */
    public ReadOnlyObjectProperty<Optional<Answered>> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Answers are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    /**
     * Finds out since which kept step of the shown network's run a digit is answered rightly.
     *
     * @param use gets it in words; empty for a network that has no run
     */
    public void rightSince(AnsweredDigits digits, int picture, Consumer<String> use) {
        List<Checkpoint> history = model.inspection().history();
        Dataset one = digits.data().subset("one", IntStream.of(picture));
        historyWork.ask(() -> history.isEmpty() ? "" : rightSince(history, one), use);
    }

    private static String rightSince(List<Checkpoint> history, Dataset one) {
        int since = -1;
        for (Checkpoint checkpoint : history) {
            float[] logits = new Network(checkpoint.parameters(), 1).forward(one, new int[] {0}, 0, 1).data;
            boolean right = Softmax.argMax(logits, 0, Dataset.CLASSES) == one.label(0);
            since = !right ? -1 : since < 0 ? checkpoint.step() : since;
        }
        return since < 0 ? "Not right at the end of the recorded run."
                : String.format(Locale.ROOT, "Right since step %,d of the recorded run.", since);
    }

    /** The answers to other digits are no answers to these. */
    private void askForOthers() {
        work.forget();
        historyWork.forget();
        answered.set(Optional.empty());
        refresh(true);
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
        // a step or a network from a file that was looked at says nothing about the one in training
        answeredEpochs = network.live() ? epochs : -1;
        Background.Work<Dataset> data = data();
        work.askAgain(() -> new Answered(network, AnsweredDigits.of(network.parameters(), data.get())), found -> answered.set(Optional.of(found)));
    }

    private Background.Work<Dataset> data() {
        DigitSets sets = model.digitsProperty().get();
        if (asked.get() != Asked.OTHER_HANDS || model.pictures().made().isEmpty()) {
            Dataset given = asked.get() == Asked.TRAINING ? sets.training() : sets.validation();
            return () -> given;
        }
        Recipe recipe = model.pictures().made().get();
        if (hands == null || !hands.recipe.equals(recipe)) {
            hands = new Hands(recipe, new FutureTask<>(recipe::handsAlone));
        }
        return hands::made;
    }
}
