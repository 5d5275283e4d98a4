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
import org.digitscope.network.Neuron;
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

    /** The mean of a neuron's activation over the data set, added up in double. */
    public float meanActivation(Neuron neuron) {
        double sum = 0;
        for (int block = 0; block < cache.blocks(); block++) {
            float[] activations = cache.activations(neuron.layer(), block)[neuron.index()];
            for (int i = 0; i < cache.size(block); i++) {
                sum += activations[i];
            }
        }
        return (float) (sum / cache.data().size());
    }

    /**
     * The network with some neurons muted.
     *
     * @param number the hidden layer that they are in, 1 for layer_1
     * @throws IndexOutOfBoundsException when there is no such neuron
     */
    public Evaluation mute(int number, Set<Integer> neurons, Ablation ablation) {
        Map<Integer, float[]> ablated = new HashMap<>();
        neurons.forEach(neuron -> ablated.put(neuron, ablated(new Neuron(number, neuron), ablation)));
        return evaluate(cache.parameters(), number + 1, block -> {
            float[][] activations = cache.activations(number, block).clone();
            ablated.forEach((neuron, constant) -> activations[neuron] = constant);
            return activations;
        });
    }

    /**
     * The network with all other neurons of a hidden layer muted.
     *
     * @throws IndexOutOfBoundsException when there is no such neuron
     */
    public Evaluation solo(int number, Set<Integer> neurons, Ablation ablation) {
        int size = cache.parameters().layer(number).outputs();
        neurons.forEach(neuron -> Objects.checkIndex(neuron, size));
        return mute(number, IntStream.range(0, size).boxed().filter(neuron -> !neurons.contains(neuron)).collect(Collectors.toSet()),
                ablation);
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
     * Another network of the same architecture; quick when it differs only in a few neurons of layer_1, or in later layers.
     *
     * @throws IllegalArgumentException when the architecture differs
     */
    public Evaluation edit(Parameters edited) {
        Parameters known = cache.parameters();
        if (!edited.architecture().equals(known.architecture())) {
            throw new IllegalArgumentException("the network is " + known.architecture() + ", the edited one " + edited.architecture());
        }
        int same = 0;
        while (same < known.depth() - 1 && isSame(edited.layer(same + 1), known.layer(same + 1))) {
            same++;
        }
        if (same > 0) {
            int kept = same;
            return evaluate(edited, kept + 1, block -> cache.activations(kept, block));
        }
        if (known.depth() == 1) {
            return Evaluation.of(edited, cache.data());
        }
        float[][][] activations = cache.firstActivations(edited);
        return evaluate(edited, 2, block -> activations[block]);
    }

    private static boolean isSame(Layer one, Layer other) {
        return Arrays.equals(one.kernel().data, other.kernel().data) && Arrays.equals(one.bias().data, other.bias().data);
    }

    /**
     * Accuracy and loss along one weight or bias, all else unchanged.
     *
     * @param stop asked every few milliseconds
     * @return a score for each value, or nothing when stopped
     * @throws IndexOutOfBoundsException when the network has no such parameter
     */
    public Optional<List<Score>> curve(ScalarParameter parameter, float[] values, BooleanSupplier stop) {
        parameter.get(cache.parameters());
        return new CurveSweep(cache, parameter, values).run(stop);
    }

    /**
     * What muting each neuron of a hidden layer costs, the costliest first.
     *
     * @param number 1 for layer_1
     * @param stop asked every few milliseconds
     * @return a cost for each neuron, or nothing when stopped
     */
    public Optional<List<AblationCost>> rankNeurons(int number, Ablation ablation, BooleanSupplier stop) {
        return rank(number, 1, ablation, stop);
    }

    /**
     * What muting each two neurons of a hidden layer together costs, the costliest first.
     *
     * @param number 1 for layer_1
     * @param stop asked every few milliseconds
     * @return a cost for each of the n·(n − 1)/2 pairs, or nothing when stopped
     */
    public Optional<List<AblationCost>> rankPairs(int number, Ablation ablation, BooleanSupplier stop) {
        return rank(number, 2, ablation, stop);
    }

    private Optional<List<AblationCost>> rank(int number, int count, Ablation ablation, BooleanSupplier stop) {
        float[][] ablated = new float[cache.parameters().layer(number).outputs()][];
        Arrays.setAll(ablated, neuron -> ablated(new Neuron(number, neuron), ablation));
        return new AblationSweep(cache, number, ablated, count).run(stop);
    }

    /** @param received what layer {@code number} of the network receives in a block, shape (inputs, BLOCK) */
    private Evaluation evaluate(Parameters network, int number, IntFunction<float[][]> received) {
        Evaluation.Builder builder = new Evaluation.Builder(cache.data().size());
        Tail tail = new Tail(cache, network, number);
        for (int block = 0; block < cache.blocks(); block++) {
            tail.read(block, number, received.apply(block), builder);
        }
        return builder.build();
    }

    /** What a muted neuron sends, the same for every block. */
    private float[] ablated(Neuron neuron, Ablation ablation) {
        float[] constant = new float[ForwardPass.BLOCK];
        Arrays.fill(constant, ablation == Ablation.MEAN ? meanActivation(neuron) : 0);
        return constant;
    }
}
