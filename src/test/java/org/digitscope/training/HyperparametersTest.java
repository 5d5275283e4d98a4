package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.digitscope.data.Inputs;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HyperparametersTest {

    private static final Hyperparameters GOOD = Hyperparameters.NOTEBOOK;

    @Test
    void refusesEachValueOutOfRangeWithItsName() {
        refused("epochs", () -> GOOD.withEpochs(0));
        refused("epochs", () -> GOOD.withEpochs(1001));
        refused("batch size", () -> GOOD.withBatchSize(0));
        refused("batch size", () -> GOOD.withBatchSize(100_001));
        refused("hidden layers", () -> GOOD.withArchitecture(Architecture.relu(0)));
        refused("hidden layers", () -> GOOD.withArchitecture(Architecture.relu(513)));
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused("learning rate", () -> GOOD.withLearningRate(rate));
        }
        refused("momentum", () -> new Hyperparameters(1, 1, 1, OptimizerKind.SGD, 1, Architecture.relu(1), 1));
        refused("L1", () -> GOOD.withPenalty(new Penalty(-1, 0)));
        refused("L2", () -> GOOD.withPenalty(new Penalty(0, Double.NaN)));
        refused("training pictures", () -> GOOD.withVariation(new DataVariation(-1, 0)));
        refused("wrong labels must be a share from 0 to 1, or from 0 % to 100 %, not 1.01", () -> GOOD.withVariation(new DataVariation(0, 1.01)));
        refused("patience", () -> GOOD.withEarlyStopping(new EarlyStopping(1001, Monitor.VAL_LOSS, false)));
        refused("optimizer", () -> GOOD.withOptimizer(null));
    }

    @Test
    void acceptsTheLimits() {
        assertEquals(1000, GOOD.withEpochs(1000).epochs());
        assertEquals(List.of(1), GOOD.withArchitecture(Architecture.relu(1)).architecture().hidden());
        assertEquals(Long.MIN_VALUE, GOOD.withSeed(Long.MIN_VALUE).seed());
    }

    @Test
    void theSmallerLastBatchIsAStepToo() {
        assertEquals(1875, GOOD.stepsPerEpoch(60_000));
        assertEquals(1876, GOOD.stepsPerEpoch(60_001));
        assertEquals(1, GOOD.withBatchSize(100_000).stepsPerEpoch(60_000));
    }

    @Test
    void whatIsSeldomChangedIsListedOnlyWhereItIsUnusual() {
        assertEquals(Map.of(), GOOD.withEpochs(3).withArchitecture(new Architecture(List.of(64, 32), Activation.TANH, Inputs.SCALED)).unusual());
        assertEquals("{inputs=not divided, start values=normal, start deviation=0.1, L2 penalty=0.0001, training pictures=1000, wrong labels=20 %, "
                + "patience=3, monitor=val_accuracy, restore best weights=yes}",
                GOOD.withArchitecture(new Architecture(List.of(20), Activation.RELU, Inputs.GREY))
                        .withInitialization(new Initialization(StartValues.NORMAL, 0.1)).withPenalty(new Penalty(0, 0.0001))
                        .withVariation(new DataVariation(1000, 0.2))
                        .withEarlyStopping(new EarlyStopping(3, Monitor.VAL_ACCURACY, true)).unusual().toString());
    }

    @Test
    void epochsLearningRateAndEarlyStoppingMayChangeWhileARunIsUnderWay() {
        assertEquals(List.of(), GOOD.startsAnewFor(GOOD.withEpochs(3).withLearningRate(0.1).withEarlyStopping(EarlyStopping.OFF.withPatience(3))));
    }

    private static void refused(String setting, Executable change) {
        String message = assertThrows(IllegalArgumentException.class, change).getMessage();
        assertTrue(message.startsWith(setting), message);
    }
}
