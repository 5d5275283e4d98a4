package org.digitscope.training;

import java.util.List;
import java.util.Locale;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Parameters;

/**
 * Stochastic gradient descent with momentum μ, in Keras's form: u = μ·u − lr·g, then w += u.
 */
final class Sgd implements Optimizer {

    private final Parameters velocity;
    private final float momentum;

    Sgd(Hyperparameters settings) {
        velocity = Parameters.zeros(settings.architecture());
        momentum = (float) settings.momentum();
    }

    /** The update of one number. */
    static String equations(NextStep next, ScalarParameter parameter) {
        return String.format(Locale.ROOT, "u = %s·%s − %s·g = %s%nw = %s + u = %s", next.momentum(),
                ShownNumbers.operand(parameter.get(next.momentsBefore().get(0))), next.learningRate(), parameter.get(next.momentsAfter().get(0)),
                parameter.get(next.before()), parameter.get(next.after()));
    }

    @Override
    public void update(Parameters parameters, Parameters gradient, double learningRate, int step) {
        float[][] w = parameters.arrays();
        float[][] g = gradient.arrays();
        for (int i = 0; i < w.length; i++) {
            update(w[i], g[i], velocity.arrays()[i], momentum, (float) learningRate);
        }
    }

    @Override
    public List<Parameters> moments() {
        return List.of(velocity);
    }

    private static void update(float[] w, float[] g, float[] u, float momentum, float rate) {
        for (int i = 0; i < w.length; i++) {
            u[i] = Optimizer.flushed(momentum * u[i] - rate * g[i]);
            w[i] += u[i];
            g[i] = 0;
        }
    }
}
