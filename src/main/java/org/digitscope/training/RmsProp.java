package org.digitscope.training;

import java.util.List;
import java.util.Locale;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Parameters;

/**
 * RMSprop in Keras's form, where ε is added under the root:
 *
 * <pre>
 *   v = ρ·v + (1 − ρ)·g²        w −= lr·g / √(v + ε)
 * </pre>
 *
 * Source: Tieleman and Hinton 2012, lecture 6.5 of "Neural networks for machine learning".
 */
final class RmsProp implements Optimizer {

    private static final float RHO = 0.9f;
    private static final float REST = (float) (1 - 0.9);
    private static final float EPSILON = 1e-7f;

    private final Parameters v;

    RmsProp(Hyperparameters settings) {
        v = Parameters.zeros(settings.architecture());
    }

    /** The update of one number. */
    static String equations(NextStep next, ScalarParameter parameter) {
        return String.format(Locale.ROOT, "v = %s·%s + %s·g² = %s%nw = %s − %s·g/√(%s + %s) = %s", RHO,
                parameter.get(next.momentsBefore().get(0)), REST, parameter.get(next.momentsAfter().get(0)),
                parameter.get(next.before()), (float) next.learningRate(), parameter.get(next.momentsAfter().get(0)), EPSILON,
                parameter.get(next.after()));
    }

    @Override
    public void update(Parameters parameters, Parameters gradient, double learningRate, int step) {
        float[][] w = parameters.arrays();
        float[][] g = gradient.arrays();
        float[][] moments = v.arrays();
        for (int i = 0; i < w.length; i++) {
            update(w[i], g[i], moments[i], (float) learningRate);
        }
    }

    @Override
    public List<Parameters> moments() {
        return List.of(v);
    }

    private static void update(float[] w, float[] g, float[] v, float rate) {
        for (int i = 0; i < w.length; i++) {
            float gi = g[i];
            float vi = Optimizer.flushed(RHO * v[i] + REST * (gi * gi));
            v[i] = vi;
            w[i] -= rate * (gi / (float) Math.sqrt(vi + EPSILON));
            g[i] = 0;
        }
    }
}
