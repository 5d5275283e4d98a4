package org.digitscope.app.study;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.network.Parameters;

/**
 * What the shown network scores on all test digits, computed in the background while somebody looks. Of a network in training
 * it is computed once an epoch, since each time takes a hundredth of a second from the training.
 */
public final class TestScores {

    /**
     * The score of one network.
     *
     * @param network the one that was scored
     * @param base the score without what the person changed
     * @param edited the score with it
     */
    public record Scored(ShownNetwork network, Evaluation base, Evaluation edited) {
    }

    private final AppModel model;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<Scored>> scored = new ReadOnlyObjectWrapper<>(Optional.empty());
    private WhatIf whatIf;
    private Parameters whatIfOf;
    private int scoredEpochs = -1;

    public TestScores(AppModel model) {
        this.model = model;
        work = new LatestQuestion(model.background());
        model.digitsProperty().addListener((observable, before, after) -> forget());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> refresh());
    }

    /** The newest score, on the pictures of now; for a moment it may be that of an earlier network. */
    public ReadOnlyObjectProperty<Optional<Scored>> scoredProperty() {
        return scored.getReadOnlyProperty();
    }

    /** The questions that can be asked about the shown network before the person's changes; once it has been scored. */
    public Optional<WhatIf> whatIf() {
        return whatIf != null && whatIfOf == model.shownProperty().get().base() ? Optional.of(whatIf) : Optional.empty();
    }

    /** Scores are wanted while this holds. */
    public void watch(ObservableValue<Boolean> looking) {
        attention.watch(looking);
    }

    /** What was scored on other pictures says nothing about these. */
    private void forget() {
        work.forget();
        whatIf = null;
        scored.set(Optional.empty());
    }

    private void refresh() {
        ShownNetwork network = model.shownProperty().get();
        if (!attention.isPaid() || network == null) {
            return;
        }
        int epochs = model.liveProperty().get().curve().epochs().size();
        if (model.state() == RunState.RUNNING && network.live() && epochs == scoredEpochs) {
            return;
        }
        // a step or a network from a file that was looked at says nothing about the one in training
        scoredEpochs = network.live() ? epochs : -1;
        Dataset test = model.digitsProperty().get().validation();
        WhatIf known = whatIfOf == network.base() ? whatIf : null;
        work.askAgain(() -> {
            WhatIf questions = known != null ? known : WhatIf.of(network.base(), test);
            Evaluation edited = network.isEdited() ? questions.edit(network.parameters()) : questions.unchanged();
            return new Answer(questions, new Scored(network, questions.unchanged(), edited));
        }, answer -> {
            whatIf = answer.questions;
            whatIfOf = answer.scored.network.base();
            scored.set(Optional.of(answer.scored));
        });
    }

    private record Answer(WhatIf questions, Scored scored) {
    }
}
