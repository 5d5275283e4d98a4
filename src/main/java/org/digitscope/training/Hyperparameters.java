package org.digitscope.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.data.PlainNumber;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;

/**
 * The settings that decide a training run, to the bit.
 *
 * @param epochs how often every training picture is used
 * @param batchSize pictures averaged for one step; at most the whole data set is taken at a time
 * @param learningRate the optimizer's rate
 * @param optimizer which optimizer
 * @param momentum of SGD; no other optimizer uses it
 * @param architecture the layers of the network
 * @param initialization how it begins
 * @param penalty what large weights cost
 * @param variation which pictures it trains with
 * @param earlyStopping when it ends before its last epoch
 * @param seed decides the start weights, every shuffle and the variation
 */
public record Hyperparameters(int epochs, int batchSize, double learningRate, OptimizerKind optimizer, double momentum,
        Architecture architecture, Initialization initialization, Penalty penalty, DataVariation variation,
        EarlyStopping earlyStopping, long seed) {

    public static final int MAX_EPOCHS = 1000;
    public static final int MAX_BATCH_SIZE = 100_000;
    public static final double MAX_LEARNING_RATE = 1e30;

    /** The classic notebook's settings. */
    public static final Hyperparameters NOTEBOOK =
            new Hyperparameters(20, 32, 0.001, OptimizerKind.ADAM, 0.9, Architecture.CLASSIC, 42);

    /** @throws IllegalArgumentException for a value out of range, with a sentence that names the setting */
    public Hyperparameters {
        checkRange("epochs", epochs, MAX_EPOCHS);
        checkRange("batch size", batchSize, MAX_BATCH_SIZE);
        if (!(learningRate > 0 && learningRate <= MAX_LEARNING_RATE)) {
            throw new IllegalArgumentException("learning rate must be above 0 and at most 1e30, not " + PlainNumber.of(learningRate));
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be at least 0 and below 1, not " + PlainNumber.of(momentum));
        }
        if (optimizer == null) {
            throw new IllegalArgumentException("optimizer must be " + OptimizerKind.labels());
        }
    }

    /**
     * Settings with all that the classic network leaves as it is: Glorot uniform start, no penalty, all pictures, no early stopping.
     */
    public Hyperparameters(int epochs, int batchSize, double learningRate, OptimizerKind optimizer, double momentum,
            Architecture architecture, long seed) {
        this(epochs, batchSize, learningRate, optimizer, momentum, architecture, Initialization.GLOROT, Penalty.NONE, DataVariation.NONE,
                EarlyStopping.OFF, seed);
    }

    public Hyperparameters withEpochs(int value) {
        return new Hyperparameters(value, batchSize, learningRate, optimizer, momentum, architecture, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withBatchSize(int value) {
        return new Hyperparameters(epochs, value, learningRate, optimizer, momentum, architecture, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withLearningRate(double value) {
        return new Hyperparameters(epochs, batchSize, value, optimizer, momentum, architecture, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withOptimizer(OptimizerKind value) {
        return new Hyperparameters(epochs, batchSize, learningRate, value, momentum, architecture, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withMomentum(double value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, value, architecture, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withArchitecture(Architecture value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, value, initialization, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withInitialization(Initialization value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, architecture, value, penalty, variation, earlyStopping, seed);
    }

    public Hyperparameters withPenalty(Penalty value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, architecture, initialization, value, variation, earlyStopping, seed);
    }

    public Hyperparameters withVariation(DataVariation value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, architecture, initialization, penalty, value, earlyStopping, seed);
    }

    public Hyperparameters withEarlyStopping(EarlyStopping value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, architecture, initialization, penalty, variation, value, seed);
    }

    public Hyperparameters withSeed(long value) {
        return new Hyperparameters(epochs, batchSize, learningRate, optimizer, momentum, architecture, initialization, penalty, variation, earlyStopping, value);
    }

    /** What a run with other settings would have to begin anew for, by name: all but epochs, learning rate and early stopping. */
    public List<String> startsAnewFor(Hyperparameters other) {
        List<String> names = new ArrayList<>();
        note(names, "batch size", batchSize == other.batchSize);
        note(names, "optimizer", optimizer == other.optimizer);
        note(names, "momentum", momentum == other.momentum);
        note(names, "hidden layers", architecture.hidden().equals(other.architecture.hidden()));
        note(names, "activation", architecture.activation() == other.architecture.activation());
        note(names, "inputs", architecture.inputs() == other.architecture.inputs());
        note(names, "start values", initialization.equals(other.initialization));
        note(names, "penalty", penalty.equals(other.penalty));
        note(names, "training pictures", variation.pictures() == other.variation.pictures());
        note(names, "wrong labels", variation.wrongLabels() == other.variation.wrongLabels());
        note(names, "seed", seed == other.seed);
        return List.copyOf(names);
    }

    /** All settings by their names, with their values as people write them. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("epochs", String.valueOf(epochs));
        texts.put("batch size", String.valueOf(batchSize));
        texts.put("learning rate", PlainNumber.of(learningRate));
        texts.put("optimizer", optimizer.label());
        texts.put("hidden layers", architecture.hiddenText());
        texts.put("activation", architecture.activation().label());
        texts.putAll(seldomChanged());
        texts.put("seed", String.valueOf(seed));
        return texts;
    }

    /**
     * What is otherwise than in the notebook's run, of all that is seldom changed: names of settings and their values, as people
     * write them.
     */
    public Map<String, String> unusual() {
        Map<String, String> unusual = seldomChanged();
        unusual.entrySet().removeAll(NOTEBOOK.seldomChanged().entrySet());
        return unusual;
    }

    private Map<String, String> seldomChanged() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("momentum", PlainNumber.of(momentum));
        texts.put("inputs", architecture.inputs().label());
        texts.put("start values", initialization.values().label());
        texts.put("start deviation", PlainNumber.of(initialization.deviation()));
        texts.put("L1 penalty", PlainNumber.of(penalty.l1()));
        texts.put("L2 penalty", PlainNumber.of(penalty.l2()));
        texts.put("training pictures", variation.picturesText());
        texts.put("wrong labels", variation.wrongLabelsText());
        texts.put("patience", earlyStopping.patienceText());
        texts.put("monitor", earlyStopping.monitor().label());
        texts.put("restore best weights", earlyStopping.restoresBest() ? "yes" : "no");
        return texts;
    }

    private static void note(List<String> names, String name, boolean same) {
        if (!same) {
            names.add(name);
        }
    }

    /** The pictures that a run trains with; the given ones themselves where nothing is varied. */
    public Dataset trainsWith(Dataset all) {
        return variation.of(all, seed);
    }

    /** Steps of an epoch where there are {@code images} pictures to train with, a smaller last batch included. */
    public int stepsPerEpoch(int images) {
        return (variation.size(images) + batchSize - 1) / batchSize;
    }

    /** Steps of all epochs. */
    long totalSteps(int stepsPerEpoch) {
        return (long) epochs * stepsPerEpoch;
    }

    /**
     * Whether a run is over.
     *
     * @param epochs the finished ones
     */
    boolean isOver(int step, int stepsPerEpoch, List<LearningCurve.Epoch> epochs) {
        return step >= totalSteps(stepsPerEpoch) || step % stepsPerEpoch == 0 && earlyStopping.stopsAfter(epochs);
    }

    /**
     * The step whose network a run gives that has come to {@code step}: that one, or the best epoch's end where the run is over and
     * {@link EarlyStopping} restores it.
     *
     * @param epochs the finished ones; later ones don't count
     */
    public int resultStep(int step, int stepsPerEpoch, List<LearningCurve.Epoch> epochs) {
        List<LearningCurve.Epoch> done = epochs.subList(0, Math.min(epochs.size(), step / stepsPerEpoch));
        return earlyStopping.restores() && !done.isEmpty() && isOver(step, stepsPerEpoch, done)
                ? earlyStopping.bestEpoch(done) * stepsPerEpoch : step;
    }

    private static void checkRange(String setting, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(setting + " must be from 1 to " + max + ", not " + value);
        }
    }
}
