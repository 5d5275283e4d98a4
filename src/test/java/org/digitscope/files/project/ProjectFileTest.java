package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(330, 1), Examples.pictures(40, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(16).withSeed(-7);
    private static final Sheet DRAWING = Sheet.of(Backdrop.ofDigit(DIGITS.validation().image(0)))
            .drawn(new PenLine(List.of(new Point(0.1, 1 / 3.0), new Point(1e-17, 0.9)), 0.065));
    private static final List<Edit> EDITS = List.of(new Edit.Mute(new Neuron(1, 3), 0.1f), new Edit.WithoutBiases(), new Edit.Noise(0.3f, 1L << 60),
            new Edit.SetValue(ScalarParameter.weight(2, 4, 9), -1.25e-9f));

    @TempDir
    private Path folder;

    @Test
    void resumingGivesTheBitsOfNeverStopping() throws IOException {
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            for (int stop : new int[] {0, 1, 21, 30, 62}) {
                Trainer whole = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withOptimizer(optimizer));
                Trainer stopped = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withOptimizer(optimizer));
                for (Trainer each : List.of(whole, stopped)) {
                    to(each, Math.min(stop, 10));
                    each.setLearningRate(0.002);
                    to(each, stop);
                }
                Path file = folder.resolve("run.digitscope");
                ProjectFile.write(file, project(stopped));
                Trainer resumed = ProjectFile.read(file).trainer(DIGITS);
                assertEquals(stop, resumed.step());
                to(whole, 63);
                to(resumed, 63);
                assertSame(whole.snapshot().parameters(), resumed.snapshot().parameters());
                assertArrayEquals(whole.snapshot().curve().values(), resumed.snapshot().curve().values());
                assertEquals(whole.snapshot().curve().epochs(), resumed.snapshot().curve().epochs());
                assertEquals(whole.recording().steps(), resumed.recording().steps());
                assertSame(whole.recording().atOrBefore(5).orElseThrow().parameters(),
                        resumed.recording().atOrBefore(5).orElseThrow().parameters());
            }
        }
    }

    @Test
    void aRunWithFewerPicturesAndWrongLabelsGoesOnFromTheOriginalPicturesWithTheSameBits() throws IOException {
        Hyperparameters settings = SETTINGS.withVariation(new DataVariation(70, 0.2));
        Trainer whole = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
        to(whole, whole.stepsPerEpoch() + 1);
        Path file = folder.resolve("varied.digitscope");
        ProjectFile.write(file, project(whole));
        Project read = ProjectFile.read(file);
        assertEquals(DIGITS.training().checksum(), read.data().checksum());
        assertEquals(settings, read.settings());
        Trainer resumed = read.trainer(DIGITS);
        assertEquals(whole.training().checksum(), resumed.training().checksum());
        to(whole, 2 * whole.stepsPerEpoch());
        to(resumed, 2 * whole.stepsPerEpoch());
        assertSame(whole.snapshot().parameters(), resumed.snapshot().parameters());
        assertEquals(whole.snapshot().curve().epochs(), resumed.snapshot().curve().epochs());
    }

    @Test
    void aRunSavedWithinItsPatienceStopsAtTheSameEpochWithTheSameFingerprint() throws IOException {
        EarlyStopping two = EarlyStopping.OFF.withPatience(2).withRestoresBest(true);
        Hyperparameters settings = SETTINGS.withEpochs(30).withEarlyStopping(two);
        Trainer whole = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
        whole.run(() -> false, snapshot -> { });
        int best = whole.snapshot().resultStep();
        assertEquals(best + 42, whole.step());
        for (int stop : new int[] {best, best + 1, best + 21, best + 41, best + 42}) {
            for (boolean thinned : new boolean[] {false, true}) {
                Trainer stopped = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
                to(stopped, stop);
                Path file = folder.resolve("patient.digitscope");
                ProjectFile.write(file, thinned ? project(stopped).thinned(1) : project(stopped));
                Project read = ProjectFile.read(file);
                assertEquals(settings, read.settings());
                assertEquals(stop == whole.step() ? best : stop, read.model().step());
                Trainer resumed = read.trainer(DIGITS);
                resumed.run(() -> false, snapshot -> { });
                assertSame(whole.checkpoint().parameters(), resumed.checkpoint().parameters());
                assertSame(whole.result().parameters(), resumed.result().parameters());
                assertEquals(Fingerprint.of(project(whole)), Fingerprint.of(project(resumed)));
            }
        }
        Project over = project(whole);
        assertSame(whole.recording().atOrBefore(best).orElseThrow().parameters(), over.model().parameters());
        assertEquals(over.model().parameters().checksum(), Fingerprint.of(over).parameters());
        Path file = folder.resolve("over.digitscope");
        ProjectFile.write(file, over);
        rewrite(file, file, "\"result\" : " + best, "\"result\" : -3");
        refused(file, "has \"-3\" as its \"result\"; expected one of the kept steps");
    }

    @Test
    void everythingComesBack() throws IOException {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        to(trainer, 40);
        Project written = project(trainer);
        Path file = folder.resolve("all.digitscope");
        ProjectFile.write(file, written);
        Project read = ProjectFile.read(file);
        assertEquals(SETTINGS, read.settings());
        assertTrue(read.deskew());
        assertEquals(written.data(), read.data());
        assertEquals(DRAWING.lines(), read.drawing().lines());
        assertArrayEquals(DRAWING.backdrop().orElseThrow().ink().values(), read.drawing().backdrop().orElseThrow().ink().values());
        assertTrue(read.drawing().isFramed());
        assertEquals(EDITS, read.edits());
        assertEquals(written.now().lossSum(), read.now().lossSum());
        byte[] first = Files.readAllBytes(file);
        ProjectFile.write(file, read);
        assertArrayEquals(first, Files.readAllBytes(file), "the same project makes the same file");
    }

    @Test
    void anEditThatTheNetworkHasNoPlaceForIsRefusedInOneSentence() throws IOException {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withArchitecture(Architecture.relu(7)));
        Path file = folder.resolve("run.digitscope");
        ProjectFile.write(file, Project.of(trainer, Project.Data.of(DIGITS), false, Sheet.BLANK, List.of(new Edit.Mute(new Neuron(1, 6), 0))));
        String mute = "\"kind\" : \"mute\",\n    \"neuron\" : %s,\n    \"activation\" : %s";
        String set = "\"kind\": \"set\", \"tensor\": \"%s\", \"input\": %s, \"output\": %s, \"value\": %s";
        String noise = "\"kind\": \"noise\", \"sigma\": %s, \"seed\": \"1\"";
        String fitting = String.format(mute, 6, "0.0");
        for (String edit : List.of(String.format(mute, 7, 0), String.format(mute, -1, 0), String.format(mute, 0, "1e300"),
                String.format(mute, 0, "\"NaN\""), String.format(set, "LAYER_1_KERNEL", 784, 0, 1),
                String.format(set, "LAYER_1_KERNEL", 0, 7, 1),
                String.format(set, "LAYER_1_BIAS", 1, 0, 1), String.format(set, "LAYER_2_KERNEL", 7, 0, 1),
                String.format(set, "LAYER_2_KERNEL", 0, 10, 1), String.format(set, "LAYER_2_BIAS", 0, -1, 1),
                String.format(set, "LAYER_2_BIAS", 0, 0, "-1e39"), String.format(noise, "-0.1"), String.format(noise, "1e39"),
                String.format(noise, "\"Infinity\""))) {
            Path changed = folder.resolve("changed.digitscope");
            rewrite(file, changed, fitting, edit);
            refused(changed, "has the change \"{");
        }
        rewrite(file, file, fitting, String.format(set, "LAYER_2_KERNEL", 6, 9, "1e38"));
        assertEquals(List.of(new Edit.SetValue(ScalarParameter.weight(2, 6, 9), 1e38f)), ProjectFile.read(file).edits());
    }

    @Test
    void whatWasOnScreenComesBackAndIsNoPartOfTheRun() throws Exception {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        to(trainer, 20);
        Project plain = project(trainer);
        Path file = folder.resolve("scene.digitscope");
        for (String scene : List.of("view weights, part who matters, step 10, pin neuron 14, input test digit 7, filter true:4 said:9", "view live, step live, filter")) {
            Project shown = plain.withScene(StageScene.parse(scene)).withOwn(plain.own()).withData(plain.data()).thinned(3);
            ProjectFile.write(file, shown);
            assertEquals(StageScene.parse(scene), ProjectFile.read(file).scene());
            assertEquals(Fingerprint.of(plain).text(), Fingerprint.of(ProjectFile.read(file)).text());
        }
        Path older = folder.resolve("older.digitscope");
        rewrite(file, older, "\"scene\" : \"view live, step live, filter\"", "\"unknown\" : 1");
        assertEquals(StageScene.NOTHING, ProjectFile.read(older).scene());
        Path wrong = folder.resolve("wrong.digitscope");
        rewrite(file, wrong, "view live, step live", "veiw live, step live");
        refused(wrong, "names a scene that can't be shown; expected one that Digitscope saved. 'veiw' is no part of a scene; the nearest is 'view'");
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWrittenAndLeavesTheOldFile() throws IOException {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withArchitecture(Architecture.relu(7)));
        Project whole = Project.of(trainer, Project.Data.of(DIGITS), false, Sheet.BLANK, List.of());
        Path file = folder.resolve("run.digitscope");
        ProjectFile.write(file, whole);
        byte[] before = Files.readAllBytes(file);
        for (Edit edit : List.of(new Edit.Mute(new Neuron(1, 7), 0), new Edit.SetValue(ScalarParameter.weight(2, 7, 0), 1))) {
            unwritable(file, Project.of(trainer, Project.Data.of(DIGITS), false, Sheet.BLANK, List.of(edit)),
                    "a change by hand doesn't fit");
        }
        whole.now().parameters().layer(2).bias().data[3] = Float.NaN;
        unwritable(file, whole, "the network holds numbers that are not finite");
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void momentsThatOverflowedComeBackAsTheyAre() throws IOException {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        to(trainer, 2);
        Project project = project(trainer);
        float[] worst = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        for (Checkpoint each : List.of(project.now(), project.kept().get(1))) {
            System.arraycopy(worst, 0, each.moments().get(1).layer(1).kernel().data, 5, worst.length);
        }
        Path file = folder.resolve("run.digitscope");
        ProjectFile.write(file, project);
        Project read = ProjectFile.read(file);
        for (Checkpoint each : List.of(read.now(), read.kept().get(1))) {
            assertArrayEquals(worst, Arrays.copyOfRange(each.moments().get(1).layer(1).kernel().data, 5, 8));
        }
        assertSame(project.now().moments().get(0), read.now().moments().get(0));
    }

    @Test
    void whatIsNoProjectIsRefusedInOneSentence() throws IOException {
        Path file = folder.resolve("x.digitscope");
        refused(file, "does not exist");
        Files.writeString(file, "hello");
        refused(file, "is no zip file, or a damaged one");
        Files.write(file, zip("other.txt", "x"));
        refused(file, "has no part project.json");
        Files.write(file, zip("project.json", "{"));
        refused(file, "has a broken project.json");
        Files.write(file, zip("project.json", "{\"format\": \"other\"}"));
        refused(file, "is no Digitscope project");
        Files.write(file, zip("project.json", "{\"format\": \"digitscope project\", \"version\": 2}"));
        refused(file, "was saved by a newer Digitscope (format 2)");
        Files.write(file, zip("project.json", "{\"format\": \"digitscope project\", \"version\": 1}"));
        refused(file, "has nothing as its \"settings\"");
        Files.write(file, zip("../../evil", "x"));
        refused(file, "has no part project.json");
        assertEquals(List.of("x.digitscope"), Arrays.asList(folder.toFile().list()), "nothing is written beside it");
    }

    private static Project project(Trainer trainer) {
        return Project.of(trainer, Project.Data.of(DIGITS), true, DRAWING, EDITS);
    }

    private static void to(Trainer trainer, int step) {
        trainer.run(() -> trainer.step() >= step, snapshot -> { });
        assertEquals(step, trainer.step());
    }

    private static void unwritable(Path file, Project project, String problem) {
        String message = assertThrows(UnwritableFileException.class, () -> ProjectFile.write(file, project)).getMessage();
        assertTrue(message.startsWith("run.digitscope was not written, because ") && message.contains(problem), message);
    }

    /** Copies a project with another text in its project.json. */
    private static void rewrite(Path from, Path to, String text, String other) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(from.toFile()); ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("project.json")) {
                    String json = new String(bytes, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
                    assertTrue(json.contains(text), json);
                    bytes = json.replace(text, other).getBytes(StandardCharsets.UTF_8);
                }
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(bytes);
            }
        }
        Files.write(to, out.toByteArray());
    }

    private void refused(Path file, String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> ProjectFile.read(file)).getMessage();
        assertTrue(message.startsWith(file.getFileName() + " " + problem), message);
        assertTrue(message.contains("expected"), message);
    }

    private static byte[] zip(String part, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expected.arrays()[i], actual.arrays()[i]);
        }
    }
}
