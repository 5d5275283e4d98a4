package org.digitscope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.training.NextStep;
import org.digitscope.training.Penalty;

/**
 * Why the next step of training moves one weight or bias: what each picture of the batch adds to its gradient, and what the
 * optimizer makes of the sum.
 *
 * @param parameter which
 * @param next the step, whose numbers all the others are
 * @param pushes a part of the gradient for each picture, the largest first
 */
public record UpdateExplanation(ScalarParameter parameter, NextStep next, List<Push> pushes) {

    /**
     * What one picture wants.
     *
     * @param image its position in the training set
     * @param gradient its part of the mean gradient; training moves against it
     */
    public record Push(int image, float gradient) {
    }

    public UpdateExplanation {
        pushes = List.copyOf(pushes);
    }

    /** @param training the pictures that the step's positions mean */
    public static UpdateExplanation of(NextStep next, Dataset training, ScalarParameter parameter) {
        Network network = new Network(next.before(), 1);
        Parameters alone = next.before().zeros();
        List<Push> pushes = new ArrayList<>();
        for (int image : next.images()) {
            alone.setZero();
            network.forward(training, new int[] {image}, 0, 1);
            network.loss();
            network.addGradient(alone, next.images().length);
            pushes.add(new Push(image, parameter.get(alone)));
        }
        pushes.sort(Comparator.comparingDouble(push -> -Math.abs(push.gradient)));
        return new UpdateExplanation(parameter, next, pushes);
    }

    /** The gradient as the training has it. */
    public float gradient() {
        return parameter.get(next.gradient());
    }

    /** The pushes added up in double. */
    public double sum() {
        return pushes.stream().mapToDouble(Push::gradient).sum();
    }

    /** The parameter before the step. */
    public float before() {
        return parameter.get(next.before());
    }

    /** The parameter after the step. */
    public float after() {
        return parameter.get(next.after());
    }

    /** The step as equations with their numbers. */
    public String text() {
        boolean penalized = !parameter.isBias() && !next.penalty().equals(Penalty.NONE);
        String penalty = penalized ? String.format(Locale.ROOT, " + %s of the penalty (%s·sign(w) + 2·%s·w)",
                ShownNumbers.operand(next.penalty().gradient(before())), next.penalty().l1(), next.penalty().l2()) : "";
        String gradient = String.format(Locale.ROOT, "gradient g = Σ of %s = %s%s (float32 makes %s of it)%n", Counts.of(pushes.size(), "push", "pushes"),
                sum(), penalty, gradient());
        return gradient + next.optimizer().equations(next, parameter);
    }
}
