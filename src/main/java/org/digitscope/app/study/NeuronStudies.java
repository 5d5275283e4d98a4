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
import org.digitscope.evaluation.WhatIf;
import org.digitscope.explain.NeuronProfile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** The profile of the selected neuron, made in the background while somebody looks and the network rests. */
public final class NeuronStudies {

    /** As many pictures are listed of each kind. */
    public static final int COUNT = 7;

    /** What a profile is about, but for the network's numbers. */
    private record Subject(Neuron neuron, Architecture architecture, Dataset test) {
    }

    private final AppModel model;
    private final Selection selection;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<NeuronProfile>> profile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Subject> subject = Optional.empty();
    private WhatIf questions;
    private Parameters questionsOf;

    public NeuronStudies(AppModel model) {
        this.model = model;
        selection = model.inspection().selection();
        work = new LatestQuestion(model.background());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> refresh());
        selection.neuronProperty().addListener((observable, before, after) -> refresh());
    }

    /** Over the test digits; empty until it is made. For a moment it may be of the same neuron with other weights. */
    public ReadOnlyObjectProperty<Optional<NeuronProfile>> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** Profiles are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    private void refresh() {
        ShownNetwork network = model.shownProperty().get();
        if (network == null) {
            return;
        }
        Dataset test = model.digitsProperty().get().validation();
        Optional<Subject> wanted = Optional.of(new Subject(selection.neuronProperty().get(), network.parameters().architecture(), test));
        boolean changing = model.state() == RunState.RUNNING && network.live();
        if (changing || !wanted.equals(subject)) {
            work.forget();
            profile.set(Optional.empty());
        }
        if (!subject.map(Subject::test).equals(Optional.of(test))) {
            questionsOf = null;
        }
        subject = wanted;
        if (attention.isPaid() && !changing && subject.get().neuron.isIn(network.parameters())) {
            study(network.parameters(), subject.get());
        }
    }

    private void study(Parameters network, Subject about) {
        WhatIf known = questionsOf == network ? questions : null;
        work.askAgain(() -> {
            WhatIf asked = known != null ? known : WhatIf.of(network, about.test);
            return new Answer(asked, network, NeuronProfile.of(network, about.test, asked, about.neuron, COUNT));
        }, answer -> {
            questions = answer.questions;
            questionsOf = answer.network;
            profile.set(Optional.of(answer.profile));
        });
    }

    private record Answer(WhatIf questions, Parameters network, NeuronProfile profile) {
    }
}
