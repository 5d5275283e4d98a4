package org.digitscope.app.study;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.KeptRun.Learnt;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.study.ChosenRuns.Pair;

/**
 * Something about the networks of the two runs that are compared, found in the background while somebody looks; of a run in training
 * once an epoch.
 *
 * @param <T> what is found
 */
public final class RunComparison<T> {

    /** What was found, and about which networks. */
    public record Compared<T>(Pair pair, Learnt first, Learnt second, T found) {
    }

    private final AppModel model;
    private final ChosenRuns chosen;
    private final BiFunction<Learnt, Learnt, T> comparison;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<Compared<T>>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChangeListener<Object> follow = (observable, before, after) -> refresh();
    private Optional<Pair> watched = Optional.empty();
    private int comparedEpochs = -1;

    /** @param comparison done on another thread */
    public RunComparison(AppModel model, ChosenRuns chosen, BiFunction<Learnt, Learnt, T> comparison) {
        this.model = model;
        this.chosen = chosen;
        this.comparison = comparison;
        work = new LatestQuestion(model.background());
        chosen.pairProperty().addListener((observable, before, after) -> watchPair(after));
        model.stateProperty().addListener(follow);
        watchPair(chosen.pairProperty().get());
    }

    /** Empty where there are no two runs with networks, and until something is found. */
    public ReadOnlyObjectProperty<Optional<Compared<T>>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** It is wanted while this holds. */
    public void watch(ObservableValue<Boolean> looking) {
        attention.watch(looking);
    }

    private void watchPair(Optional<Pair> pair) {
        watched.ifPresent(two -> {
            two.first().knownProperty().removeListener(follow);
            two.second().knownProperty().removeListener(follow);
        });
        watched = pair;
        comparedEpochs = -1;
        pair.ifPresent(two -> {
            two.first().knownProperty().addListener(follow);
            two.second().knownProperty().addListener(follow);
        });
        refresh();
    }

    private void refresh() {
        Optional<Pair> pair = watched.filter(two -> two.first().known().learnt().isPresent() && two.second().known().learnt().isPresent());
        if (pair.isEmpty()) {
            work.forget();
            compared.set(Optional.empty());
        } else if (attention.isPaid()) {
            ask(pair.get());
        }
    }

    private void ask(Pair pair) {
        Learnt first = pair.first().known().learnt().orElseThrow();
        Learnt second = pair.second().known().learnt().orElseThrow();
        int epochs = epochs(pair.first()) + epochs(pair.second());
        boolean isKnown = compared.get().filter(last -> last.first.network() == first.network() && last.second.network() == second.network()).isPresent();
        if (!isKnown && (model.state() != RunState.RUNNING || epochs != comparedEpochs)) {
            comparedEpochs = epochs;
            work.askAgain(() -> comparison.apply(first, second), found -> compared.set(Optional.of(new Compared<>(pair, first, second, found))));
        }
    }

    private static int epochs(KeptRun run) {
        return run.result().epochs().size();
    }
}
