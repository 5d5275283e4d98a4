package org.digitscope.training;

import org.digitscope.network.Parameters;

/** The optimizers to choose from. */
public enum OptimizerKind {
    /** Adam with Keras's β₁ 0.9, β₂ 0.999 and ε 1e-7. */
    ADAM("Adam", 0.001),
    /** Stochastic gradient descent with momentum. */
    SGD("SGD", 0.01);

    private final String label;
    private final double usualRate;

    OptimizerKind(String label, double usualRate) {
        this.label = label;
        this.usualRate = usualRate;
    }

    /** The name as people write it. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** A learning rate that this optimizer usually trains well with; Keras's default. */
    public double usualRate() {
        return usualRate;
    }

    Optimizer create(Hyperparameters settings) {
        Parameters shape = Parameters.zeros(settings.hidden());
        return this == ADAM ? new Adam(shape, shape.copy()) : new Sgd(shape, (float) settings.momentum());
    }
}
