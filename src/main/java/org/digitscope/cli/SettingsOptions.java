package org.digitscope.cli;

import java.util.List;
import java.util.stream.Stream;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;
import org.digitscope.training.Trainer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings of a training run; the defaults are the notebook's. */
final class SettingsOptions {

    private static final String EPOCHS = "--epochs";
    private static final String PATIENCE = "--patience";
    private static final String MONITOR = "--monitor";
    private static final String RESTORE = "--restore-best-weights";

    /** Those that may change while a run is under way. */
    private static final List<String> CHANGEABLE = List.of(EPOCHS, PATIENCE, MONITOR, RESTORE);

    /** Of the mixin in the commands that have it. */
    static final String NAME = "settings";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = EPOCHS, defaultValue = "20", description = "Passes over the training set, 1 to 1000 "
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

    @Option(names = "--hidden", paramLabel = "SIZES", defaultValue = "20", description = "Neurons of each hidden layer, up to four numbers "
            + "from 1 to 512 such as \"64, 32\", or none (default: ${DEFAULT-VALUE}).")
    private String hidden;

    @Option(names = "--activation", defaultValue = "relu", description = "Of the hidden layers, one of ${COMPLETION-CANDIDATES} "
            + "(default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--undivided-inputs", description = "Gives the network the grey values 0 to 255 as they are, instead of divided by 255.")
    private boolean undivided;

    @Option(names = "--start-values", paramLabel = "KIND", defaultValue = "Glorot-uniform", description = "How weights begin, one of "
            + "Glorot-uniform, He-uniform, all-zero, normal (default: ${DEFAULT-VALUE}).")
    private StartValues startValues;

    @Option(names = "--start-deviation", defaultValue = "0.05", description = "Standard deviation of normal start values "
            + "(default: ${DEFAULT-VALUE}).")
    private Double startDeviation;

    @Option(names = "--l1", defaultValue = "0", description = "Penalty on each weight's size, 0 to 1000 (default: ${DEFAULT-VALUE}).")
    private Double l1;

    @Option(names = "--l2", defaultValue = "0", description = "Penalty on each weight's square, 0 to 1000 (default: ${DEFAULT-VALUE}).")
    private Double l2;

    @Option(names = "--training-pictures", paramLabel = "COUNT", defaultValue = "all", description = "Trains with only so many pictures, chosen "
            + "by the seed (default: ${DEFAULT-VALUE}).")
    private String trainingPictures;

    @Option(names = "--wrong-labels", paramLabel = "SHARE", defaultValue = "0", description = "Gives this share of the training pictures, "
            + "such as 0.2 or 20%%, a wrong label (default: none).")
    private String wrongLabels;

    @Option(names = PATIENCE, paramLabel = "EPOCHS", defaultValue = "off", description = "Stops when so many epochs in a row, 1 to 1000, haven't "
            + "improved, as Keras's EarlyStopping does, or off (default: ${DEFAULT-VALUE}).")
    private String patience;

    @Option(names = MONITOR, paramLabel = "FIGURE", defaultValue = "val_loss", description = "What is to improve, val_loss or val_accuracy "
            + "(default: ${DEFAULT-VALUE}).")
    private Monitor monitor;

    @Option(names = RESTORE, description = "With --patience: gives the network of the best epoch at the end, not that of the last one.")
    private boolean restoreBestWeights;

    @Option(names = "--seed", defaultValue = "42", description = "Decides start weights, shuffles, and which pictures and labels are chosen "
            + "(default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Of a new run. */
    Hyperparameters settings() {
        Hyperparameters given = read();
        complete(given.earlyStopping());
        return given;
    }

    /** What {@link #change} takes; refuses settings that would be ignored where a project has its own. */
    Hyperparameters changes() {
        List<String> given = spec.mixins().get(NAME).options().stream().map(OptionSpec::longestName)
                .filter(name -> isGiven(name) && !CHANGEABLE.contains(name)).toList();
        if (!given.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "of the settings only " + String.join(", ", CHANGEABLE)
                    + " may be given with --resume, not " + String.join(", ", given) + "; the project has its own");
        }
        return read();
    }

    /** Changes of a run that goes on what is given. */
    void change(Trainer trainer, Hyperparameters given) {
        EarlyStopping wanted = given.earlyStopping();
        EarlyStopping now = trainer.settings().earlyStopping();
        trainer.setEpochs(isGiven(EPOCHS) ? given.epochs() : trainer.settings().epochs());
        trainer.setEarlyStopping(complete(new EarlyStopping(isGiven(PATIENCE) ? wanted.patience() : now.patience(),
                isGiven(MONITOR) ? wanted.monitor() : now.monitor(), isGiven(RESTORE) ? wanted.restoresBest() : now.restoresBest())));
    }

    /** Refuses early stopping of which something would be ignored. */
    private EarlyStopping complete(EarlyStopping wanted) {
        List<String> given = Stream.of(MONITOR, RESTORE).filter(this::isGiven).toList();
        if (!wanted.isOn() && !given.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(", ", given) + " needs " + PATIENCE + ", such as " + PATIENCE + " 3");
        }
        return wanted;
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private Hyperparameters read() {
        double rate = learningRate == null ? optimizer.usualRate() : learningRate;
        try {
            Architecture architecture = new Architecture(Architecture.parseHidden(hidden), activation,
                    undivided ? Inputs.GREY : Inputs.SCALED);
            return new Hyperparameters(epochs, batchSize, rate, optimizer, momentum, architecture,
                    new Initialization(startValues, startDeviation), new Penalty(l1, l2),
                    new DataVariation(DataVariation.parsePictures(trainingPictures), DataVariation.parseShare(wrongLabels)), earlyStopping(), seed);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage());
        }
    }

    private EarlyStopping earlyStopping() {
        return new EarlyStopping(EarlyStopping.parsePatience(patience), monitor, restoreBestWeights);
    }
}
