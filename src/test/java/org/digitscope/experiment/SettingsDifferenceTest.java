package org.digitscope.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.Test;

class SettingsDifferenceTest {

    private static final Hyperparameters BASE = Hyperparameters.NOTEBOOK;

    @Test
    void onlyWhatDiffersIsListedWithAValueForEachRun() {
        assertEquals("{learning rate=[0.001, 0.001, 0.00001], seed=[42, 7, 42]}",
                SettingsDifference.of(List.of(BASE, BASE.withSeed(7), BASE.withLearningRate(1e-5))).toString());
    }

    @Test
    void everySettingIsCompared() {
        Hyperparameters other = new Hyperparameters(3, 64, 0.5, OptimizerKind.SGD, 0.5,
                new Architecture(List.of(64, 32), Activation.TANH, Inputs.GREY), new Initialization(StartValues.NORMAL, 0.1), new Penalty(0.1, 0.01),
                new DataVariation(500, 0.2), new EarlyStopping(3, Monitor.VAL_ACCURACY, true), 9);
        assertEquals("{epochs=[20, 3], batch size=[32, 64], learning rate=[0.001, 0.5], optimizer=[Adam, SGD], hidden layers=[20, 64, 32], "
                + "activation=[relu, tanh], momentum=[0.9, 0.5], inputs=[divided by 255, not divided], start values=[Glorot uniform, normal], "
                + "start deviation=[0.05, 0.1], L1 penalty=[0, 0.1], L2 penalty=[0, 0.01], training pictures=[all, 500], wrong labels=[0 %, 20 %], "
                + "patience=[off, 3], monitor=[val_loss, val_accuracy], restore best weights=[no, yes], seed=[42, 9]}", SettingsDifference.of(List.of(BASE, other)).toString());
        assertEquals(List.of("20", "64, 32"), SettingsDifference.of(List.of(BASE, other)).get("hidden layers"));
    }

    @Test
    void whatARunWouldHaveToBeginAnewForIsAlwaysAmongTheNames() {
        Hyperparameters other = new Hyperparameters(20, 64, 0.001, OptimizerKind.SGD, 0.5,
                new Architecture(List.of(64, 32), Activation.TANH, Inputs.GREY), new Initialization(StartValues.NORMAL, 0.05), Penalty.NONE,
                new DataVariation(500, 0.2), EarlyStopping.OFF, 9);
        List<String> names = new ArrayList<>(BASE.startsAnewFor(other));
        names.removeAll(SettingsDifference.of(List.of(BASE, other)).keySet());
        assertEquals(List.of(), names, "one setting has one name");
    }

    @Test
    void oneRunAndRunsThatAreAlikeDifferInNothing() {
        assertEquals(0, SettingsDifference.of(List.of()).size());
        assertEquals(0, SettingsDifference.of(List.of(BASE)).size());
        assertEquals(0, SettingsDifference.of(List.of(BASE, BASE, BASE)).size());
    }
}
