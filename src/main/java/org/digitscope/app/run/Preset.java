package org.digitscope.app.run;

import java.util.List;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;

/**
 * Settings worth seeing, each with a sentence on what it shows. The figures are those of seeds 42, 0 and 1, of {@code train} with the same
 * settings, such as {@code train --seed 0 --hidden "64, 32"}.
 */
public enum Preset {
    NOTEBOOK("The notebook's", "20 neurons, Adam, batches of 32: about 97.5 % on training and 96 % on test digits.",
            Hyperparameters.NOTEBOOK),
    RATE_TOO_HIGH("Rate too high", "At a learning rate of 0.1 each step overshoots: most neurons die and accuracy sticks near 40 %.",
            Hyperparameters.NOTEBOOK.withLearningRate(0.1)),
    RATE_TOO_LOW("Rate too low", "At a learning rate of 0.00001 it learns the same thing a hundred times more slowly: 91 % after 20 epochs.",
            Hyperparameters.NOTEBOOK.withLearningRate(0.00001)),
    TINY_BATCH("One picture a batch", "60,000 noisy steps an epoch: quick at first, then the curve jitters instead of settling.",
            Hyperparameters.NOTEBOOK.withBatchSize(1).withEpochs(5)),
    TWO_NEURONS("2 neurons", "Two numbers are too few to tell ten digits apart: accuracy ends near two thirds.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(2))),
    MANY_NEURONS("128 neurons", "Six times the weights reach about 98 % on test digits, and training digits are almost learnt by heart.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(128)).withEpochs(10)),
    DEEP("Deep: 64, 32", "Two hidden layers: about 99.6 % on training and 97 to 98 % on test digits, a point more than with 20 neurons.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(64, 32))),
    NO_HIDDEN_LAYER("No hidden layer", "The pixels lead straight to the ten outputs: a linear classifier, which ends near 92.7 %.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu())),
    ALL_ZERO("All-zero start", "No neuron is on and none differs from another, so only biases learn: it stays at guessing, 11.35 %.",
            Hyperparameters.NOTEBOOK.withInitialization(new Initialization(StartValues.ZERO, Initialization.USUAL_DEVIATION)).withEpochs(5)),
    VANISHING("Four sigmoid layers", "SGD without momentum: gradients vanish on the way back, and after 5 epochs it still guesses; with relu it reaches 94 %.",
            Hyperparameters.NOTEBOOK.withArchitecture(new Architecture(List.of(20, 20, 20, 20), Activation.SIGMOID, Inputs.SCALED))
                    .withOptimizer(OptimizerKind.SGD).withLearningRate(OptimizerKind.SGD.usualRate()).withMomentum(0).withEpochs(5)),
    OVERFITTING("Overfitting", "It learns 1,000 pictures by heart: 100 % of these, but 88 to 89 % of the test digits, whose loss rises again from about epoch 25 on.",
            Hyperparameters.NOTEBOOK.withVariation(new DataVariation(1000, 0)).withEpochs(100)),
    WRONG_LABELS("20 % wrong labels", "A fifth of the labels is wrong: it agrees with 76 % of them and still reads 94 % of the test digits.",
            Hyperparameters.NOTEBOOK.withVariation(new DataVariation(0, 0.2)));

    private final String label;
    private final String comment;
    private final Hyperparameters settings;

    Preset(String label, String comment, Hyperparameters settings) {
        this.label = label;
        this.comment = comment;
        this.settings = settings;
    }

    public String label() {
        return label;
    }

    /** One sentence on what to expect. */
    public String comment() {
        return comment;
    }

    public Hyperparameters settings() {
        return settings;
    }

    @Override
    public String toString() {
        return label;
    }
}
