package org.digitscope.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * What a network would score on a data set if some of its numbers or neurons were different.
 *
 * <p>Only what a change reaches is computed again, in the network's own order of addition, so every answer is bit for bit
 * that of {@link Evaluation#of} for the changed network, in a small part of the time. Immutable: any thread may ask, and
 * the work is done on the thread that asks.
 */
public final class WhatIf {

    private final ScoreCache cache;

    private WhatIf(ScoreCache cache) {
        this.cache = cache;
    }

    /**
     * Computes the network as it is, which takes as long as one {@link Evaluation}.
     *
     * @param parameters copied, so later changes to them have no effect
     * @param data not empty
     */
    public static WhatIf of(Parameters parameters, Dataset data) {
        return new WhatIf(new ScoreCache(parameters, data));
    }

    /** The network as it is. */
    public Evaluation unchanged() {
        return cache.evaluation();
    }

    /** The mean of max(0, z₁) over the data set, added up in double. */
    public float meanActivation(int neuron) {
        double sum = 0;
        for (int block = 0; block < cache.blocks(); block++) {
            for (float activation : cache.activations(block)[neuron]) {
                sum += activation;
            }
        }
        return (float) (sum / cache.data().size());
    }

    /**
     * The network with some neurons muted.
     *
     * @throws IndexOutOfBoundsException when there is no such neuron
     */
    public Evaluation mute(Set<Integer> neurons, Ablation ablation) {
        Map<Integer, float[]> ablated = new HashMap<>();
        neurons.forEach(neuron -> ablated.put(neuron, ablated(neuron, ablation)));
        return evaluate(cache.parameters().layer(2), block -> {
            float[][] activations = cache.activations(block).clone();
            ablated.forEach((neuron, constant) -> activations[neuron] = constant);
            return activations;
        });
    }

    /**
     * The network with all other neurons muted.
     *
     * @throws IndexOutOfBoundsException when there is no such neuron
     */
    public Evaluation solo(Set<Integer> neurons, Ablation ablation) {
        neurons.forEach(neuron -> Objects.checkIndex(neuron, hidden()));
        return mute(IntStream.range(0, hidden()).boxed().filter(neuron -> !neurons.contains(neuron))
                .collect(Collectors.toSet()), ablation);
    }

    /**
     * The network with one weight or bias set to a value.
     *
     * @throws IllegalArgumentException when the network has no such parameter
     */
    public Evaluation set(ScalarParameter parameter, float value) {
        return edit(parameter.with(cache.parameters(), value));
    }

    /**
     * Another network with as many neurons; quick when its layer_1 differs in few of them.
     *
     * @throws IllegalArgumentException when the number of hidden neurons differs
     */
    public Evaluation edit(Parameters edited) {
        if (edited.layer(1).outputs() != hidden()) {
            throw new IllegalArgumentException("the network has " + hidden() + " hidden neurons, the edited one "
                    + edited.layer(1).outputs());
        }
        float[][][] activations = cache.activations(edited);
        return evaluate(edited.layer(2), block -> activations[block]);
    }

    /**
     * Accuracy and loss along one weight or bias, all else unchanged.
     *
     * @param stop asked every few milliseconds
     * @return a score for each value, or nothing when stopped
     * @throws IllegalArgumentException when the network has no such parameter
     */
    public Optional<List<Score>> curve(ScalarParameter parameter, float[] values, BooleanSupplier stop) {
        parameter.get(cache.parameters());
        Curve curve = Curve.of(cache, parameter, values);
        Tally[] tallies = new Tally[values.length];
        Arrays.setAll(tallies, point -> new Tally());
        LogitBlock logits = new LogitBlock(cache);
        for (int block = 0; block < cache.blocks(); block++) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            curve.start(block);
            for (int point = 0; point < values.length; point++) {
                curve.logits(point, logits);
                logits.read(tallies[point]);
            }
        }
        return Optional.of(Arrays.stream(tallies).map(Tally::score).toList());
    }

    /**
     * What muting each neuron costs, the costliest first.
     *
     * @param stop asked every few milliseconds
     * @return a cost for each neuron, or nothing when stopped
     */
    public Optional<List<AblationCost>> rankNeurons(Ablation ablation, BooleanSupplier stop) {
        return rank(1, ablation, stop);
    }

    /**
     * What muting each two neurons together costs, the costliest first.
     *
     * @param stop asked every few milliseconds
     * @return a cost for each of the hidden·(hidden − 1)/2 pairs, or nothing when stopped
     */
    public Optional<List<AblationCost>> rankPairs(Ablation ablation, BooleanSupplier stop) {
        return rank(2, ablation, stop);
    }

    private Optional<List<AblationCost>> rank(int count, Ablation ablation, BooleanSupplier stop) {
        float[][] ablated = new float[hidden()][];
        Arrays.setAll(ablated, neuron -> ablated(neuron, ablation));
        return new AblationSweep(cache, ablated, count).run(stop);
    }

    /** @param activations what layer_2 receives in a block, shape (hidden, BLOCK) */
    private Evaluation evaluate(Layer layer2, IntFunction<float[][]> activations) {
        Evaluation.Builder builder = new Evaluation.Builder(cache.data().size());
        LogitBlock logits = new LogitBlock(cache);
        for (int block = 0; block < cache.blocks(); block++) {
            logits.start(block, layer2);
            logits.add(activations.apply(block), layer2, 0, hidden());
            logits.read(builder);
        }
        return builder.build();
    }

    /** What a muted neuron sends, the same for every block. */
    private float[] ablated(int neuron, Ablation ablation) {
        float[] constant = new float[ForwardPass.BLOCK];
        Arrays.fill(constant, ablation == Ablation.MEAN ? meanActivation(neuron) : 0);
        return constant;
    }

    private int hidden() {
        return cache.parameters().layer(1).outputs();
    }
}
