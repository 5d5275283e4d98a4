package org.digitscope.training;

import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;

/** Loss, right answers and gradient of one batch. Reads the parameters that it was given; belongs to one thread. */
final class BatchGradient {

    /** Larger batches are computed in parts, so that memory stays small; the order of additions is the same. */
    private static final int MAX_PART = 256;

    private final Network network;
    private int size;
    private double loss;
    private int correct;

    /** @param largest pictures of the largest batch */
    BatchGradient(Parameters parameters, int largest) {
        network = new Network(parameters, Math.min(largest, MAX_PART));
    }

    /**
     * Computes one batch.
     *
     * @param order positions in {@code data}; those in [from, to) are the batch
     * @param gradient modified: the gradient of the batch's mean loss is added
     */
    void add(Dataset data, int[] order, int from, int to, Parameters gradient) {
        size = to - from;
        loss = 0;
        correct = 0;
        for (int part = from; part < to; part += network.capacity()) {
            network.forward(data, order, part, Math.min(to, part + network.capacity()));
            loss += network.loss();
            correct += network.correct();
            network.addGradient(gradient, size);
        }
    }

    /** Whether the losses of a batch's first pictures are finite: of as many as are computed at a time, so that a stop doesn't take long. */
    boolean hasFiniteStart(Dataset data, int[] order, int from, int to) {
        network.forward(data, order, from, Math.min(to, from + network.capacity()));
        return Double.isFinite(network.loss());
    }

    /** The sum, not the mean, of the losses of the batch's pictures. */
    double loss() {
        return loss;
    }

    /** How many pictures of the batch were answered rightly. */
    int correct() {
        return correct;
    }

    float meanLoss() {
        return (float) (loss / size);
    }

    /** Share of the pictures answered rightly. */
    float accuracy() {
        return (float) correct / size;
    }
}
