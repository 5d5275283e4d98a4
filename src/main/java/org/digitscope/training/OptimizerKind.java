package org.digitscope.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.evaluation.ScalarParameter;

/** The optimizers to choose from, each with all that tells it from the others. */
public enum OptimizerKind {
    /** Adam with Keras's β₁ 0.9, β₂ 0.999 and ε 1e-7. */
    ADAM("Adam", 0.001, List.of("m", "v"), Adam::new, Adam::equations,
            "the weight moves against m, the running mean of its gradients, and not always against this one"),
    /** Stochastic gradient descent with momentum. */
    SGD("SGD", 0.01, List.of("velocity"), Sgd::new, Sgd::equations,
            "the weight moves by its velocity, which their sum pushes the other way"),
    /** RMSprop with Keras's ρ 0.9 and ε 1e-7. */
    RMSPROP("RMSprop", 0.001, List.of("v"), RmsProp::new, RmsProp::equations,
            "the weight moves against their sum, by more where the gradients were small lately");

    private final String label;
    private final double usualRate;
    private final List<String> moments;
    private final Function<Hyperparameters, Optimizer> maker;
    private final BiFunction<NextStep, ScalarParameter, String> equations;
    private final String direction;

    OptimizerKind(String label, double usualRate, List<String> moments, Function<Hyperparameters, Optimizer> maker,
            BiFunction<NextStep, ScalarParameter, String> equations, String direction) {
        this.label = label;
        this.usualRate = usualRate;
        this.moments = moments;
        this.maker = maker;
        this.equations = equations;
        this.direction = direction;
    }

    /** The one that people call so, in large or small letters. */
    public static Optional<OptimizerKind> ofLabel(String label) {
        return Stream.of(values()).filter(kind -> kind.label.equalsIgnoreCase(label)).findFirst();
    }

    /** All labels, for sentences that say what is expected. */
    public static String labels() {
        return Stream.of(values()).map(OptimizerKind::label).collect(Collectors.joining(", "));
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

    /** The names of what it remembers from step to step, as many as a checkpoint has moments and in their order. */
    public List<String> moments() {
        return moments;
    }

    /** How a step moves one weight or bias, written out with its numbers; g is its gradient. */
    public String equations(NextStep step, ScalarParameter parameter) {
        return equations.apply(step, parameter);
    }

    /** Which way a weight goes, in words, where the pushes of a batch's pictures on its gradient are shown. */
    public String direction() {
        return direction;
    }

    Optimizer create(Hyperparameters settings) {
        return maker.apply(settings);
    }
}
