package org.digitscope.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * Scores a network for each of several values of one weight or bias. It changes the sums of one output of its layer: of the last
 * layer these are one digit's logits. In a hidden layer they are one neuron's, so that in the next layer all before that neuron is
 * added once, and the neuron and what follows it for each value.
 */
final class CurveSweep {

    private final ScoreCache cache;
    private final Parameters network;
    private final ScalarParameter parameter;
    private final Curve curve;
    /** The edited output's sums for the pictures of a block, shape (values, BLOCK). */
    private final float[][] edited;
    private final float[] activations = new float[ForwardPass.BLOCK];
    private final int next;
    private final Tail tail;
    /** What is the same for all values: the next layer's sums up to the edited neuron, or all logits. */
    private final SumBlock same;
    private final Tally[] tallies;

    CurveSweep(ScoreCache cache, ScalarParameter parameter, float[] values) {
        this.cache = cache;
        this.parameter = parameter;
        network = cache.parameters();
        curve = Curve.of(cache, parameter, values);
        edited = new float[values.length][ForwardPass.BLOCK];
        next = Math.min(parameter.layer() + 1, network.depth());
        tail = new Tail(cache, network, next);
        same = new SumBlock(network.layer(next).outputs());
        tallies = new Tally[values.length];
        Arrays.setAll(tallies, point -> new Tally());
    }

    /** A score for each value; nothing when {@code stop} said so, which is asked every few milliseconds. */
    Optional<List<Score>> run(BooleanSupplier stop) {
        for (int block = 0; block < cache.blocks(); block++) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            curve.compute(block, edited);
            if (parameter.isInLast(network)) {
                readLogits(block);
            } else {
                readNeuron(block);
            }
        }
        return Optional.of(Arrays.stream(tallies).map(Tally::score).toList());
    }

    private void readLogits(int block) {
        SumBlock logits = tail.sums(next);
        for (int digit = 0; digit < logits.sums().length; digit++) {
            System.arraycopy(cache.logits(block)[digit], 0, logits.sums()[digit], 0, ForwardPass.BLOCK);
        }
        for (int point = 0; point < edited.length; point++) {
            System.arraycopy(edited[point], 0, logits.sums()[parameter.output()], 0, ForwardPass.BLOCK);
            tail.readSums(block, next, tallies[point]);
        }
    }

    private void readNeuron(int block) {
        Layer layer = network.layer(next);
        float[][] received = cache.activations(parameter.layer(), block);
        int neuron = parameter.output();
        same.start(layer);
        same.add(received, layer, 0, neuron);
        for (int point = 0; point < edited.length; point++) {
            SumBlock.activate(network.layer(parameter.layer()), edited[point], activations);
            tail.sums(next).set(same);
            tail.sums(next).add(activations, layer, neuron);
            tail.sums(next).add(received, layer, neuron + 1, received.length);
            tail.readSums(block, next, tallies[point]);
        }
    }
}
