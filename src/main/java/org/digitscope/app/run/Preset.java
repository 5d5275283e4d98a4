package org.digitscope.app.run;

import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;

/** Settings worth seeing, each with a sentence on what it shows. */
public enum Preset {
    NOTEBOOK("The notebook's", "20 neurons, Adam, batches of 32: about 97.5 % on training and 96 % on test digits.",
            Hyperparameters.NOTEBOOK),
    RATE_TOO_HIGH("Learning rate too high", "At 0.1 each step overshoots: most neurons die and accuracy sticks near 40 %.",
            Hyperparameters.NOTEBOOK.withLearningRate(0.1)),
    RATE_TOO_LOW("Learning rate too low", "At 0.00001 it learns the same thing a hundred times more slowly: 91 % after 20 epochs.",
            Hyperparameters.NOTEBOOK.withLearningRate(0.00001)),
    TINY_BATCH("One picture a batch", "60,000 noisy steps an epoch: quick at first, then the curve jitters instead of settling.",
            Hyperparameters.NOTEBOOK.withBatchSize(1).withEpochs(5)),
    TWO_NEURONS("2 neurons", "Two numbers are too few to tell ten digits apart: accuracy ends near two thirds.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(2))),
    MANY_NEURONS("128 neurons", "Six times the weights reach about 98 % on test digits, and training digits are almost learnt by heart.",
            Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(128)).withEpochs(10));

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
