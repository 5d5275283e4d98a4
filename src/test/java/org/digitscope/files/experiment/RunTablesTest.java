package org.digitscope.files.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.digitscope.data.Inputs;
import org.digitscope.experiment.NamedRun;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.Fields;
import org.digitscope.files.Locales;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;
import org.digitscope.training.Monitor;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;
import org.junit.jupiter.api.Test;

class RunTablesTest {

    private static final Hyperparameters CLASSIC = Hyperparameters.NOTEBOOK;
    private static final Hyperparameters OTHER = new Hyperparameters(3, 64, 1e-5, OptimizerKind.SGD, 0.5,
            new Architecture(List.of(64, 32), Activation.TANH, Inputs.GREY), new Initialization(StartValues.ofLabel("normal").orElseThrow(), 0.25),
            new Penalty(0.125, 1e-4), new DataVariation(1000, 0.2), new EarlyStopping(3, Monitor.VAL_ACCURACY, true), -7);
    private static final List<NamedRun> RUNS = List.of(
            new NamedRun("first", new RunResult(CLASSIC, "da7a", false, LearningCurve.ofEpochs(List.of(new Epoch(0.5, 1.5, 0.75, 1.25),
                    new Epoch(0.875, 0.5, 0.9375, 0.25), new Epoch(1, 0.125, 0.625, 2))), "f00d", 12.5)),
            new NamedRun("large, \"wide\"", new RunResult(OTHER, "da7a", true, LearningCurve.EMPTY, "beef", 1e-4)));

    @Test
    void aRowHasTheNameAllSettingsTheFiguresAndTheTimeInEveryLocale() throws Throwable {
        Locales.inEach(() -> assertEquals("name,layers,activation,optimizer,rate,batch,pictures,wrong-labels,start,l2,momentum,inputs,start-deviation,l1,"
                + "patience,monitor,restore-best-weights,planned-epochs,seed,epochs,diverged,accuracy,loss,val_accuracy,val_loss,best_epoch,best_val_accuracy,seconds,data,fingerprint\n"
                + "first,20,relu,Adam,0.001,32,all,0%,Glorot-uniform,0,0.9,divided by 255,0.05,0,off,val_loss,false,20,42,"
                + "3,false,1.0,0.125,0.625,2.0,2,0.9375,12.5,da7a,f00d\n"
                + "\"large, \"\"wide\"\"\",64-32,tanh,SGD,0.00001,64,1000,20%,normal,0.0001,0.5,not divided,0.25,0.125,3,val_accuracy,true,3,-7,"
                + "0,true,,,,,,,1.0E-4,da7a,beef\n", RunTables.csv(RUNS)));
    }

    @Test
    void jsonHasTheSameAsNumbersWithTheLastAndTheBestEpoch() throws Throwable {
        Locales.inEach(() -> {
            JsonNode runs = StrictJson.parse(RunTables.json(RUNS)).orElseThrow();
            JsonNode first = runs.get(0);
            assertEquals("{\"name\":\"first\",\"settings\":{\"epochs\":20,\"batch_size\":32,\"learning_rate\":0.001,\"optimizer\":\"Adam\","
                    + "\"momentum\":0.9,\"hidden\":20,\"activation\":\"relu\",\"inputs\":\"divided by 255\",\"start_values\":\"Glorot uniform\","
                    + "\"start_deviation\":0.05,\"l1\":0.0,\"l2\":0.0,\"training_pictures\":0,\"wrong_labels\":0.0,\"patience\":0,"
                    + "\"monitor\":\"val_loss\",\"restore_best_weights\":false},\"seed\":\"42\",\"data\":\"da7a\","
                    + "\"epochs\":3,\"diverged\":false,\"last\":{\"epoch\":3,\"accuracy\":1.0,\"loss\":0.125,\"val_accuracy\":0.625,\"val_loss\":2.0},"
                    + "\"best\":{\"epoch\":2,\"accuracy\":0.875,\"loss\":0.5,\"val_accuracy\":0.9375,\"val_loss\":0.25},\"fingerprint\":\"f00d\","
                    + "\"seconds\":12.5}", first.toString());
            JsonNode second = runs.get(1);
            assertEquals("large, \"wide\"", second.get("name").textValue());
            assertEquals("[64,32]", second.get("settings").get("hidden").toString());
            assertEquals("null", second.get("best").toString());
            assertEquals(2, runs.size());
        });
    }

    @Test
    void withoutTimesTwoThatTookDifferentlyLongAreTheSame() {
        RunResult result = RUNS.get(0).result();
        RunResult slower = new RunResult(result.settings(), result.data(), result.hasDiverged(), result.curve(), result.fingerprint(), 99);
        assertEquals(RunTables.jsonWithoutTimes(RUNS.subList(0, 1)), RunTables.jsonWithoutTimes(List.of(new NamedRun("first", slower))));
        assertFalse(RunTables.jsonWithoutTimes(RUNS).contains("seconds"));
    }

    @Test
    void noSettingIsMissingInEitherTable() {
        for (Hyperparameters changed : List.of(CLASSIC.withEpochs(3), CLASSIC.withBatchSize(64), CLASSIC.withLearningRate(0.5),
                CLASSIC.withOptimizer(OptimizerKind.RMSPROP), CLASSIC.withMomentum(0.5), CLASSIC.withArchitecture(OTHER.architecture()),
                CLASSIC.withArchitecture(new Architecture(List.of(20), Activation.TANH, Inputs.SCALED)),
                CLASSIC.withArchitecture(new Architecture(List.of(20), Activation.RELU, Inputs.GREY)),
                CLASSIC.withInitialization(new Initialization(OTHER.initialization().values(), CLASSIC.initialization().deviation())),
                CLASSIC.withInitialization(new Initialization(CLASSIC.initialization().values(), 0.25)),
                CLASSIC.withPenalty(new Penalty(0.125, 0)), CLASSIC.withPenalty(new Penalty(0, 0.125)),
                CLASSIC.withEarlyStopping(EarlyStopping.OFF.withPatience(2)),
                CLASSIC.withEarlyStopping(EarlyStopping.OFF.withMonitor(Monitor.VAL_ACCURACY)),
                CLASSIC.withEarlyStopping(EarlyStopping.OFF.withRestoresBest(true)),
                CLASSIC.withVariation(new DataVariation(1000, 0)), CLASSIC.withVariation(new DataVariation(0, 0.2)), CLASSIC.withSeed(1))) {
            assertNotEquals(RunTables.csv(List.of(run(CLASSIC))), RunTables.csv(List.of(run(changed))), changed.toString());
            assertNotEquals(RunTables.json(List.of(run(CLASSIC))), RunTables.json(List.of(run(changed))), changed.toString());
        }
        List<String> names = List.of(RunTables.csv(List.of()).strip().split(","));
        assertEquals(names.size(), new HashSet<>(names).size(), "a column twice");
    }

    private static NamedRun run(Hyperparameters settings) {
        return new NamedRun("run", new RunResult(settings, "", false, LearningCurve.EMPTY, "", 0));
    }

    @Test
    void settingsThatAreReadBackAreTheSameWithAllOrOnlyTheUnusualWrittenDown() throws Exception {
        for (Hyperparameters settings : List.of(CLASSIC, OTHER)) {
            for (Object written : List.of(RunJson.settings(settings), RunJson.allSettings(settings))) {
                JsonNode node = StrictJson.parse(StrictJson.write(written)).orElseThrow();
                assertEquals(settings, RunJson.settings(new Fields("run", "", node), settings.seed()));
            }
        }
    }
}
