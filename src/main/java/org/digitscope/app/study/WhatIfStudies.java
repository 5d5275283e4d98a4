package org.digitscope.app.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Ablation;
import org.digitscope.evaluation.AblationCost;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.Edit.SetValue;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.Score;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.network.Parameters;

/**
 * Answers to larger what-if questions about the shown network, found in the background while somebody looks and the network
 * rests.
 */
public final class WhatIfStudies {

    /** All pairs of more neurons would take too long. */
    public static final int MOST_NEURONS_PAIRED = 32;

    /** Points of a curve along one parameter. */
    public static final int POINTS = 101;

    /**
     * All test digits scored for many values of one parameter, all else as it is.
     *
     * @param values ascending
     */
    public record ParameterCurve(ScalarParameter parameter, float[] values, List<Score> scores) {

        /** The values, for a chart. */
        public double[] xs() {
            return IntStream.range(0, values.length).mapToDouble(point -> values[point]).toArray();
        }

        /** One figure of each score, for a chart. */
        public double[] ys(ToDoubleFunction<Score> figure) {
            return scores.stream().mapToDouble(figure).toArray();
        }

        /** The point whose value is nearest. */
        public int nearest(double value) {
            return IntStream.range(0, values.length).boxed().min(Comparator.comparingDouble(point -> Math.abs(values[point] - value)))
                    .orElseThrow();
        }
    }

    /**
     * What muting each neuron of a hidden layer costs, and each two, the costliest first.
     *
     * @param layer 1 for layer_1
     */
    public record Rankings(int layer, List<AblationCost> neurons, List<AblationCost> pairs) {
    }

    /** What a curve is about. */
    private record CurveQuestion(ScalarParameter parameter, List<Edit> others, Parameters base, Dataset test) {

        private boolean isLike(CurveQuestion other) {
            return other != null && parameter.equals(other.parameter) && others.equals(other.others) && base == other.base
                    && test == other.test;
        }
    }

    private final AppModel model;
    private final Selection selection;
    private final Attention attention = new Attention(this::refresh);
    private final LatestQuestion curveWork;
    private final LatestQuestion rankingWork;
    private final ReadOnlyObjectWrapper<Optional<ParameterCurve>> curve = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Rankings>> rankings = new ReadOnlyObjectWrapper<>(Optional.empty());
    private CurveQuestion asked;
    private Parameters ranked;
    private int rankedLayer;
    private Dataset rankedOn;

    public WhatIfStudies(AppModel model) {
        this.model = model;
        selection = model.inspection().selection();
        curveWork = new LatestQuestion(model.background());
        rankingWork = new LatestQuestion(model.background());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.stateProperty().addListener((observable, before, after) -> refresh());
        selection.parameterProperty().addListener((observable, before, after) -> refresh());
        selection.neuronProperty().addListener((observable, before, after) -> refresh());
    }

    /** Along the pinned parameter of the shown network; empty while it is being computed. */
    public ReadOnlyObjectProperty<Optional<ParameterCurve>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Of the shown network without the person's changes; empty while they are being computed. */
    public ReadOnlyObjectProperty<Optional<Rankings>> rankingsProperty() {
        return rankings.getReadOnlyProperty();
    }

    /** Studies are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    private void refresh() {
        ShownNetwork network = model.shownProperty().get();
        if (network == null) {
            return;
        }
        Dataset test = model.digitsProperty().get().validation();
        ScalarParameter parameter = selection.parameterProperty().get();
        List<Edit> others = network.edits().stream()
                .filter(edit -> !(edit instanceof SetValue set && set.parameter().equals(parameter))).toList();
        CurveQuestion question = new CurveQuestion(parameter, others, network.base(), test);
        int layer = selection.neuronProperty().get().layer();
        boolean hasNeurons = network.base().depth() > 1;
        boolean otherNetwork = ranked != network.base() || rankedOn != test || rankedLayer != layer;
        boolean otherCurve = !question.isLike(asked);
        if (otherNetwork) {
            ranked = null;
            rankingWork.forget();
            rankings.set(Optional.empty());
        }
        if (otherCurve) {
            asked = null;
            curveWork.forget();
            curve.set(Optional.empty());
        }
        boolean changing = model.state() == RunState.RUNNING && network.live();
        if (!attention.isPaid() || changing) {
            return;
        }
        if (otherNetwork && hasNeurons) {
            ranked = network.base();
            rankedOn = test;
            rankedLayer = layer;
            rankingWork.ask(() -> rank(network.base(), layer, test), result -> rankings.set(Optional.of(result)),
                    () -> ranked = null);
        }
        if (otherCurve) {
            asked = question;
            curveWork.ask(() -> curve(parameter, Edit.apply(others, network.base()), test), result -> curve.set(Optional.of(result)),
                    () -> asked = null);
        }
    }

    private static Rankings rank(Parameters network, int layer, Dataset test) {
        WhatIf questions = WhatIf.of(network, test);
        List<AblationCost> pairs = network.layer(layer).outputs() <= MOST_NEURONS_PAIRED
                ? questions.rankPairs(layer, Ablation.ZERO, () -> false).orElseThrow() : List.of();
        return new Rankings(layer, questions.rankNeurons(layer, Ablation.ZERO, () -> false).orElseThrow(), pairs);
    }

    private static ParameterCurve curve(ScalarParameter parameter, Parameters network, Dataset test) {
        float reach = reach(parameter.get(network));
        float[] values = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            values[i] = reach * (2 * i / (float) (POINTS - 1) - 1);
        }
        return new ParameterCurve(parameter, values, WhatIf.of(network, test).curve(parameter, values, () -> false).orElseThrow());
    }

    /** How far to either side of 0 a parameter can be dragged: at least 2, a power of 2 with room beyond its value. */
    public static float reach(float value) {
        float reach = 2;
        while (reach < 1.5f * Math.abs(value) && reach < 1e6f) {
            reach *= 2;
        }
        return reach;
    }
}
