package org.digitscope.files.lessons;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.exhibit.TwoSteps;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Parameters;

/** What is printed of a network's gradients and of steps that follow them, on the first training pictures. */
final class PrintedSteps {

    /** To both sides of the weight, as the chapter's code has it. */
    private static final float CHANGE = 0.01f;
    private static final int BATCH = 32;
    private static final double DIGITS = 1e4;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-7;

    private final Parameters network;
    private final Dataset batch;
    private final float[] gradient;

    private PrintedSteps(Parameters network, Dataset training) {
        this.network = network;
        batch = training.head(Math.min(BATCH, training.size()));
        gradient = TwoSteps.of(network, batch, 1).gradient().last().bias().data;
    }

    static Map<String, String> of(Parameters network, Dataset training) {
        PrintedSteps steps = new PrintedSteps(network, training);
        Map<String, String> printed = new LinkedHashMap<>();
        printed.put("printedSlope406", PythonText.rounded(steps.slope(), 5));
        printed.put("printedGradient", steps.rounded(g -> g));
        printed.put("printedSgd", steps.rounded(g -> -g));
        printed.put("printedAdam", steps.rounded(PrintedSteps::adam));
        printed.put("printedRates", Stream.of("0.01", "1.0", "100.0").map(rate -> rate + " " + PythonText.rounded(steps.lossAfter(Float.parseFloat(rate)), 4))
                .collect(Collectors.joining("\n")));
        return printed;
    }

    /** (L(w + h) − L(w − h)) / 2h of the weight at pixel 406. */
    private double slope() {
        ScalarParameter weight = LessonNumbers.exampleWeight(network);
        float value = weight.get(network);
        return (loss(weight.with(network, value + CHANGE)) - loss(weight.with(network, value - CHANGE))) / (2 * CHANGE);
    }

    /** A first step, in units of the learning rate: −√(1 − β₂) / (1 − β₁) · m / (√v + ε), with m = (1 − β₁) g and v = (1 − β₂) g². */
    private static double adam(double g) {
        double m = (1 - BETA1) * g;
        double v = (1 - BETA2) * g * g;
        return -Math.sqrt(1 - BETA2) / (1 - BETA1) * m / (Math.sqrt(v) + EPSILON);
    }

    private String rounded(DoubleUnaryOperator of) {
        float[] all = new float[gradient.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (Math.rint(of.applyAsDouble(gradient[i]) * DIGITS) / DIGITS);
        }
        return PythonText.vector(all);
    }

    /** After a step of the last biases alone. */
    private double lossAfter(float rate) {
        Parameters moved = network.copy();
        float[] bias = moved.last().bias().data;
        for (int i = 0; i < bias.length; i++) {
            bias[i] -= rate * gradient[i];
        }
        return loss(moved);
    }

    private double loss(Parameters of) {
        return Evaluation.of(of, batch).loss();
    }
}
