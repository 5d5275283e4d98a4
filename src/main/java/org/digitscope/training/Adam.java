package org.digitscope.training;

import java.util.List;
import java.util.Locale;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Parameters;

/**
 * Adam in Keras's form, where ε is added to the uncorrected √v:
 *
 * <pre>
 *   m += (1 − β₁)·(g − m)        v += (1 − β₂)·(g² − v)
 *   w −= lr·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε)
 * </pre>
 *
 * Source: Kingma and Ba 2015, the paragraph before section 2.1.
 */
final class Adam implements Optimizer {

    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-7f;

    private final Parameters m;
    private final Parameters v;

    Adam(Hyperparameters settings) {
        m = Parameters.zeros(settings.architecture());
        v = Parameters.zeros(settings.architecture());
    }

    /** The update of one number. */
    static String equations(NextStep next, ScalarParameter parameter) {
        float rate = rate(next.learningRate(), next.step());
        float newM = parameter.get(next.momentsAfter().get(0));
        float newV = parameter.get(next.momentsAfter().get(1));
        float oldM = parameter.get(next.momentsBefore().get(0));
        float oldV = parameter.get(next.momentsBefore().get(1));
        return String.format(Locale.ROOT, "m = %s + %s·(g − %s) = %s%nv = %s + %s·(g² − %s) = %s%n"
                + "rate for step t = %,d: %s·√(1 − %s^t)/(1 − %s^t) = %s%nw = %s − %s·%s/(√%s + %s) = %s",
                oldM, (float) (1 - BETA_1), ShownNumbers.operand(oldM), newM, oldV, (float) (1 - BETA_2), oldV, newV, next.step(), next.learningRate(),
                BETA_2, BETA_1, rate, parameter.get(next.before()), rate, ShownNumbers.operand(newM), newV, EPSILON, parameter.get(next.after()));
    }

    @Override
    public void update(Parameters parameters, Parameters gradient, double learningRate, int step) {
        float rate = rate(learningRate, step);
        float[][] w = parameters.arrays();
        float[][] g = gradient.arrays();
        for (int i = 0; i < w.length; i++) {
            update(w[i], g[i], m.arrays()[i], v.arrays()[i], rate);
        }
    }

    /** lr·√(1 − β₂ᵗ)/(1 − β₁ᵗ) for step t, counted from 1. */
    private static float rate(double learningRate, int step) {
        // StrictMath, because the rate decides the bits of every weight
        double correction = Math.sqrt(1 - StrictMath.pow(BETA_2, step)) / (1 - StrictMath.pow(BETA_1, step));
        return (float) (learningRate * correction);
    }

    @Override
    public List<Parameters> moments() {
        return List.of(m, v);
    }

    /** One sweep over a tensor that also clears its gradient; written so that the compiler turns it into vector instructions. */
    private static void update(float[] w, float[] g, float[] m, float[] v, float rate) {
        float beta1 = (float) (1 - BETA_1);
        float beta2 = (float) (1 - BETA_2);
        for (int i = 0; i < w.length; i++) {
            float gi = g[i];
            float mi = Optimizer.flushed(m[i] + beta1 * (gi - m[i]));
            float vi = Optimizer.flushed(v[i] + beta2 * (gi * gi - v[i]));
            m[i] = mi;
            v[i] = vi;
            w[i] -= rate * (mi / ((float) Math.sqrt(vi) + EPSILON));
            g[i] = 0;
        }
    }
}
