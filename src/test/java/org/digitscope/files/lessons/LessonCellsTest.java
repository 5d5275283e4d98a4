package org.digitscope.files.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.files.networks.Python;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That every chapter has a cell of code, that it runs in Python, and that what it is said to print of the network is what it prints. */
class LessonCellsTest {

    /** A network is sure of many of the pictures that it learnt from, and not of all. */
    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(640, 1), Examples.pictures(640, 1).head(300));
    private static final Hyperparameters CLASSIC = Hyperparameters.NOTEBOOK.withEpochs(8).withLearningRate(0.01);
    /** Whose output tells of what all networks with the same settings have in common. */
    private static final Set<String> ALIKE = Set.of("Look at the data", "Scale by 255", "Flatten", "Build the model", "Train", "Why so many weights?", "Why so many later weights?",
            "Why random numbers at the start?", "Why batches of this size?", "Would one more layer help?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.?\\d*(e[-+]\\d+)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void everyChapterHasACellWhoseOutputIsThatOfTheNetworkOnScreen() {
        List<Chapter> one = chapters(trained(CLASSIC));
        List<Chapter> other = chapters(trained(CLASSIC.withSeed(7)));
        for (int i = 0; i < one.size(); i++) {
            Chapter.Code cell = one.get(i).code().orElseThrow();
            assertFalse(cell.source().isBlank() || cell.output().isBlank(), one.get(i).name());
            assertEquals(ALIKE.contains(one.get(i).name()), cell.output().equals(other.get(i).code().orElseThrow().output()), one.get(i).name() + ": " + cell.output());
        }
    }

    @Test
    void theOptimizerIsWrittenWithItsSettings() {
        List<Chapter> all = chapters(trained(CLASSIC.withOptimizer(OptimizerKind.SGD).withLearningRate(0.05).withMomentum(0.9)));
        assertTrue(all.get(4).code().orElseThrow().source().startsWith("model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.05, momentum=0.9),\n"));
        assertTrue(chapters(trained(CLASSIC)).get(4).code().orElseThrow().source().contains("keras.optimizers.Adam(learning_rate=0.01),\n"));
    }

    @Test
    @Tag("soak")
    void pythonPrintsWhatTheCellsAreSaidToPrint() throws IOException, InterruptedException {
        Python python = Python.with("numpy");
        for (Architecture architecture : List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(24, 6),
                new Architecture(List.of(3), Activation.SIGMOID, Inputs.SCALED), new Architecture(List.of(5), Activation.TANH, Inputs.GREY))) {
            Trainer trainer = trained(CLASSIC.withArchitecture(architecture));
            List<Chapter> chapters = chapters(trainer);
            writeNetwork(trainer);
            Files.writeString(folder.resolve("cells.json"), JSON.writeValueAsString(chapters.stream().map(each -> each.code().orElseThrow().source()).toList()));
            String program = "import os, runpy, sys\nos.environ['CELLS'] = sys.argv[1]\nsys.path.insert(0, sys.argv[2])\nrunpy.run_path(sys.argv[2] + '/run_cells.py')";
            Python.Outcome outcome = python.run("-c", program, folder.toString(), Path.of("src/test/resources/lessons").toAbsolutePath().toString());
            assertEquals(0, outcome.code(), outcome.text());
            List<?> printed = JSON.readValue(outcome.text(), List.class);
            for (int i = 0; i < chapters.size(); i++) {
                String said = chapters.get(i).code().orElseThrow().output();
                if (!said.startsWith("Model: ")) {
                    assertAlike((String) printed.get(i), said, architecture + ", " + chapters.get(i).name());
                }
            }
        }
    }

    /** The same text and as many numbers, which sums in another order may change in their last digits. */
    private static void assertAlike(String printed, String said, String where) {
        String both = where + "\n" + printed + "\n" + said;
        assertEquals(skeleton(printed), skeleton(said), both);
        Matcher one = NUMBER.matcher(printed);
        Matcher other = NUMBER.matcher(said);
        while (one.find() && other.find()) {
            double expected = Double.parseDouble(one.group());
            assertEquals(expected, Double.parseDouble(other.group()), 1e-3 * Math.abs(expected) + 2e-4 + (one.group().contains(".") ? 0 : -2e-4), both);
        }
    }

    private static String skeleton(String text) {
        return NUMBER.matcher(text).replaceAll("#").replaceAll("\\s+", " ").replace("[ ", "[").replace(" ]", "]");
    }

    private void writeNetwork(Trainer trainer) throws IOException {
        Parameters network = trainer.snapshot().parameters();
        for (int number = 1; number <= network.depth(); number++) {
            write("layer_" + number + ".kernel", network.layer(number).kernel().data);
            write("layer_" + number + ".bias", network.layer(number).bias().data);
        }
        write("training", DIGITS.training());
        write("test", DIGITS.validation());
        Files.writeString(folder.resolve("network.json"), JSON.writeValueAsString(Map.of("done", trainer.step(), "grey", network.inputs() == Inputs.GREY)));
    }

    private void write(String name, float[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        Files.write(folder.resolve(name), bytes.array());
    }

    private void write(String name, Dataset pictures) throws IOException {
        byte[] images = new byte[pictures.size() * Dataset.PIXELS];
        byte[] labels = new byte[pictures.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(pictures.image(i), 0, images, i * Dataset.PIXELS, Dataset.PIXELS);
            labels[i] = (byte) pictures.label(i);
        }
        Files.write(folder.resolve(name + ".images"), images);
        Files.write(folder.resolve(name + ".labels"), labels);
    }

    private static Trainer trained(Hyperparameters settings) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
        trainer.run(() -> false, snapshot -> { });
        return trainer;
    }

    private static List<Chapter> chapters(Trainer trainer) {
        Parameters network = trainer.snapshot().parameters();
        Evaluation score = Evaluation.of(network, DIGITS.validation());
        return Lesson.load().chapters(PrintedNumbers.with(LessonNumbers.of(network, trainer.step(), score, DIGITS, trainer.snapshot()), network, score, DIGITS));
    }
}
