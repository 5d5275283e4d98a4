package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.files.StrictJson;
import org.digitscope.files.experiment.TensorFlowEvents;
import org.junit.jupiter.api.Test;

class SweepCommandTest extends SmallPictures {

    @Test
    void everyRunIsARowAndASecondCallTrainsNothingAndGivesTheSameBytes() throws IOException {
        assertEquals(0, sweep("a", "--layers", "3,4-2", "--seeds", "0-1", "--jobs", "2"), said);
        assertTrue(said.contains("4 runs to train, 2 at a time") && said.contains("4 of 4 runs in "), said);
        String runs = read("a", "runs.csv");
        List<String> lines = runs.lines().toList();
        assertEquals("run,layers,seed,epochs,diverged,accuracy,loss,val_accuracy,val_loss,best_epoch,best_val_accuracy,fingerprint", lines.get(0));
        assertEquals(List.of("0,3,0,2,false", "1,3,1,2,false", "2,4-2,0,2,false", "3,4-2,1,2,false"),
                lines.stream().skip(1).map(line -> line.replaceAll("(([^,]*,){4}[^,]*).*", "$1")).toList());
        assertEquals(Set.of("layers-3_seed-0.csv", "layers-3_seed-1.csv", "layers-4-2_seed-0.csv", "layers-4-2_seed-1.csv"), names("a", "curves"));
        assertTrue(read("a", "report.html").contains("data:image/svg+xml;base64,"));
        JsonNode json = StrictJson.parse(read("a", "runs.json")).orElseThrow();
        assertEquals(List.of("layers=3 seed=0", "layers=3 seed=1", "layers=4-2 seed=0", "layers=4-2 seed=1"), json.findValuesAsText("name"));
        assertEquals(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList(), json.findValuesAsText("fingerprint"));
        assertFalse(Files.exists(folder.resolve("a/tensorboard")), "nobody asked for it");
        assertEquals(0, sweep("a", "--layers", "3,4-2", "--seeds", "0-1"), said);
        assertFalse(said.contains("to train"), said);
        assertEquals(runs, read("a", "runs.csv"));
        assertEquals(0, sweep("b", "--layers", "3,4-2", "--seeds", "0-1", "--jobs", "1"), said);
        assertEquals(runs, read("b", "runs.csv"));
        assertEquals(read("a", "runs.json"), read("b", "runs.json"));
    }

    @Test
    void eachRunHasItsEventFilesWhereTheyAreWanted() throws IOException {
        assertEquals(0, sweep("a", "--layers", "3", "--seeds", "0-1", "--tensorboard"), said);
        assertEquals(Set.of("layers-3_seed-0", "layers-3_seed-1"), names("a", "tensorboard"));
        List<String> scalars = TensorFlowEvents.scalars(folder.resolve("a/tensorboard/layers-3_seed-1/train"));
        String[] last = read("a", "curves/layers-3_seed-1.csv").lines().skip(2).findFirst().orElseThrow().split(",");
        assertTrue(scalars.containsAll(List.of("1 epoch_accuracy " + Float.parseFloat(last[1]), "1 epoch_loss " + Float.parseFloat(last[2]))), scalars.toString());
        assertEquals(6, scalars.stream().filter(scalar -> scalar.contains("batch_loss")).count(), "90 pictures in two epochs of three batches");
        assertEquals(List.of("0 layer_1/kernel", "0 layer_1/bias", "0 layer_2/kernel", "0 layer_2/bias", "1 layer_1/kernel", "1 layer_1/bias",
                "1 layer_2/kernel", "1 layer_2/bias"), TensorFlowEvents.histograms(folder.resolve("a/tensorboard/layers-3_seed-1/train")));

        assertEquals(0, sweep("a", "--layers", "3", "--seeds", "0-1", "--tensorboard"), said);
        assertEquals(scalars, TensorFlowEvents.scalars(folder.resolve("a/tensorboard/layers-3_seed-1/train")));
        assertEquals(0, sweep("b", "--layers", "3", "--seeds", "0-1"), said);
        assertEquals(0, sweep("b", "--layers", "3", "--seeds", "0-1", "--tensorboard"), said);
        assertEquals(scalars.stream().filter(scalar -> scalar.contains("epoch_")).toList(),
                TensorFlowEvents.scalars(folder.resolve("b/tensorboard/layers-3_seed-1/train")), "what a kept run still knows");
    }

    @Test
    void aSweepThatWasCutOffGoesOnWithWhatIsMissing() throws IOException {
        assertEquals(0, sweep("a", "--vary", "rate=0.001,0.01", "--seeds", "3,5"), said);
        String runs = read("a", "runs.csv");
        Files.delete(folder.resolve("a/runs/rate-0.01_seed-3.json"));
        assertEquals(1, sweep("a", "--vary", "rate=0.001,0.01", "--seeds", "3,5", "--collect"), said);
        assertTrue(said.contains("missing: 2 rate=0.01 seed=3"), said);
        assertEquals(0, sweep("a", "--vary", "rate=0.001,0.01", "--seeds", "3,5"), said);
        assertTrue(said.contains("1 run to train") && said.contains("4/4 rate=0.01 seed=3: 2 epochs"), said);
        assertEquals(runs, read("a", "runs.csv"));
    }

    @Test
    void theFingerprintIsThatOfTheSameTraining() throws IOException {
        assertEquals(0, sweep("a", "--layers", "3", "--seeds", "8"), said);
        String row = read("a", "runs.csv").lines().skip(1).findFirst().orElseThrow();
        assertEquals(0, onPictures(List.of("train"), "--epochs", "2", "--hidden", "3", "--seed", "8"), said);
        assertTrue(said.contains("Fingerprint of the run: " + row.substring(row.lastIndexOf(',') + 1)), said);
    }

    @Test
    void aPlanIsACommandForEachRunAndWhatTheyTrainIsJoined() throws IOException {
        assertEquals(0, sweep("whole", "--layers", "3,4", "--seeds", "0-1"), said);
        assertEquals(0, sweep("parts", "--layers", "3,4", "--seeds", "0-1", "--plan"), said);
        List<String> commands = said.lines().toList();
        assertEquals(4, commands.size());
        assertFalse(Files.exists(folder.resolve("parts")));
        List<String> backwards = new ArrayList<>(commands);
        Collections.reverse(backwards);
        for (String command : backwards) {
            String[] words = command.replace("'", "").split(" ");
            assertEquals("digitscope", words[0]);
            assertEquals(0, run(Arrays.copyOfRange(words, 1, words.length)), said);
        }
        assertFalse(Files.exists(folder.resolve("parts/runs.csv")), "one run alone joins nothing");
        assertEquals(0, sweep("parts", "--layers", "3,4", "--seeds", "0-1", "--collect"), said);
        assertEquals(read("whole", "runs.csv"), read("parts", "runs.csv"));
        assertEquals(0, sweep("parts", "--layers", "3,4", "--seeds", "0-1", "--plan"), said);
        assertEquals("", said, "nothing is missing");
    }

    @Test
    void aFileOfAnotherSweepOrADamagedOneIsRefusedByName() throws IOException {
        assertEquals(0, sweep("a", "--layers", "3", "--seeds", "0"), said);
        assertEquals(1, sweep("a", "--layers", "3", "--seeds", "0", "--batch-size", "7"), said);
        assertTrue(said.contains("layers-3_seed-0.json is a run with other settings"), said);
        Files.writeString(folder.resolve("a/runs/layers-3_seed-0.json"), "{");
        assertEquals(1, sweep("a", "--layers", "3", "--seeds", "0"), said);
        assertTrue(said.contains("layers-3_seed-0.json is no JSON"), said);
    }

    @Test
    void whatCannotBeSweptIsSaidBeforeAnythingIsTrained() {
        assertEquals(2, sweep("a", "--layers", "600"), said);
        assertTrue(said.contains("hidden layers must be"), said);
        assertEquals(2, sweep("a", "--vary", "colour=red"), said);
        assertTrue(said.contains("'colour' can't be varied; expected one of layers, activation,"), said);
        assertEquals(2, sweep("a", "--seeds", "x"), said);
        assertTrue(said.contains("seeds must be whole numbers or ranges such as 0-4, not 'x'"), said);
        assertEquals(2, sweep("a", "--seed", "1"), said);
        assertEquals(2, sweep("a", "--jobs", "0"), said);
        assertEquals(2, sweep("a", "--only", "1"), said);
        assertFalse(Files.exists(folder.resolve("a")));
    }

    private int sweep(String name, String... more) {
        return onPictures(List.of("sweep", "--epochs", "2", "--out", folder.resolve(name).toString()), more);
    }

    private String read(String name, String file) throws IOException {
        return Files.readString(folder.resolve(name).resolve(file));
    }

    private Set<String> names(String name, String inner) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name).resolve(inner))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
