package org.digitscope.app.study;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.explain.NeuronProfile;
import org.digitscope.network.Parameters;

/** The profile of the selected neuron, made in the background while somebody looks and the network rests. */
public final class NeuronStudies {

    /** As many pictures are listed of each kind. */
    public static final int COUNT = 7;

    private final AppModel model;
    private final Selection selection;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<NeuronProfile>> profile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private WhatIf questions;
    private Parameters questionsOf;

    public NeuronStudies(AppModel model, Selection selection, Executor background, Executor fxThread) {
        this.model = model;
        this.selection = selection;
        work = new LatestQuestion(background, fxThread);
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> refresh());
        selection.neuronProperty().addListener((observable, before, after) -> refresh());
    }

    /** Over the test digits; empty while it is being made. */
    public ReadOnlyObjectProperty<Optional<NeuronProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** Profiles are wanted while this holds. */
    public void watch(ObservableBooleanValue visible) {
        attention.watch(visible);
    }

    private void refresh() {
        ShownNetwork network = model.shownProperty().get();
        if (!attention.isPaid() || network == null || selection.neuronProperty().get() >= network.parameters().hidden()) {
            return;
        }
        if (model.state() == RunState.RUNNING && network.live()) {
            profile.set(Optional.empty());
            return;
        }
        Dataset test = model.digitsProperty().get().validation();
        int neuron = selection.neuronProperty().get();
        WhatIf known = questionsOf == network.parameters() ? questions : null;
        work.ask(() -> {
            WhatIf asked = known != null ? known : WhatIf.of(network.parameters(), test);
            return new Answer(asked, network.parameters(), NeuronProfile.of(network.parameters(), test, asked, neuron, COUNT));
        }, answer -> {
            questions = answer.questions;
            questionsOf = answer.network;
            profile.set(Optional.of(answer.profile));
        });
    }

    private record Answer(WhatIf questions, Parameters network, NeuronProfile profile) {
    }
}
