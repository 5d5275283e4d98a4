package org.digitscope.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;

/** Every picture of a data set with what one network answers, to be filtered and sorted. Immutable. */
public final class AnsweredDigits {

    /** What a list of pictures is sorted by. */
    public enum Order {
        LARGEST_LOSS("largest loss first"), SMALLEST_MARGIN("smallest margin first"), INDEX("by position");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        /** For people. */
        @Override
        public String toString() {
            return label;
        }
    }

    private final Evaluation evaluation;
    private final Dataset data;
    private final float[] probabilities;
    private final float[] margins;

    private AnsweredDigits(Parameters parameters, Dataset data) {
        this.data = data;
        evaluation = Evaluation.of(parameters, data);
        probabilities = new float[data.size()];
        margins = new float[data.size()];
        ForwardPass.run(parameters, data, (block, network, logits) -> {
            network.loss();
            for (int row = 0; row < logits.numRows; row++) {
                add(block * ForwardPass.BLOCK + row, logits.data, row * Dataset.CLASSES);
            }
        });
    }

    public static AnsweredDigits of(Parameters parameters, Dataset data) {
        return new AnsweredDigits(parameters, data);
    }

    private void add(int picture, float[] row, int at) {
        int best = Softmax.argMax(row, at, Dataset.CLASSES);
        float second = 0;
        for (int k = 0; k < Dataset.CLASSES; k++) {
            second = k == best ? second : Math.max(second, row[at + k]);
        }
        probabilities[picture] = row[at + best];
        margins[picture] = row[at + best] - second;
    }

    public Dataset data() {
        return data;
    }

    /** Accuracy, loss and confusion matrix. */
    public Evaluation evaluation() {
        return evaluation;
    }

    public int truth(int picture) {
        return data.label(picture);
    }

    public int answer(int picture) {
        return evaluation.answer(picture);
    }

    public boolean isRight(int picture) {
        return truth(picture) == answer(picture);
    }

    /** What the answer gets, 0 to 1. */
    public float probability(int picture) {
        return probabilities[picture];
    }

    /** By how much the answer is more probable than the runner-up, 0 to 1. */
    public float margin(int picture) {
        return margins[picture];
    }

    /** −ln of what the truth gets. */
    public float loss(int picture) {
        return evaluation.loss(picture);
    }

    /** The pictures that are wanted, sorted; equal ones by their position. */
    public List<Integer> list(IntPredicate wanted, Order order) {
        Comparator<Integer> comparator = switch (order) {
            case LARGEST_LOSS -> Comparator.comparingDouble(picture -> -loss(picture));
            case SMALLEST_MARGIN -> Comparator.comparingDouble(this::margin);
            case INDEX -> Comparator.naturalOrder();
        };
        return IntStream.range(0, data.size()).filter(wanted).boxed().sorted(comparator).toList();
    }
}
