package org.digitscope.cli;

import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings of a training run; the defaults are the notebook's. */
final class SettingsOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--epochs", defaultValue = "20", description = "Passes over the training set, 1 to 1000 "
            + "(default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--batch-size", defaultValue = "32", description = "Pictures a step, 1 to 100000 "
            + "(default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(names = "--learning-rate", description = "Above 0 (default: Keras's for the optimizer, 0.001 for Adam).")
    private Double learningRate;

    @Option(names = "--optimizer", defaultValue = "adam", description = "One of ${COMPLETION-CANDIDATES} "
            + "(default: ${DEFAULT-VALUE}).")
    private OptimizerKind optimizer;

    @Option(names = "--momentum", defaultValue = "0.9", description = "Of SGD, from 0 to below 1 "
            + "(default: ${DEFAULT-VALUE}).")
    private Double momentum;

    @Option(names = "--hidden", defaultValue = "20", description = "Neurons of layer_1, 1 to 512 "
            + "(default: ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(names = "--seed", defaultValue = "42", description = "Decides start weights and shuffles "
            + "(default: ${DEFAULT-VALUE}).")
    private long seed;

    Hyperparameters settings() {
        double rate = learningRate == null ? optimizer.usualRate() : learningRate;
        try {
            return new Hyperparameters(epochs, batchSize, rate, optimizer, momentum, Architecture.relu(hidden), seed);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage());
        }
    }
}
