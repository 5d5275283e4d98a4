package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.digitscope.app.TestThread;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shown network, its changes and what is chosen in it belong together, whatever is shown. */
class InspectionTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 1), Examples.pictures(10, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    @TempDir
    private Path folder;
    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);
    private final Inspection inspection = model.inspection();
    private final Selection selection = inspection.selection();
    private final Edits edits = inspection.edits();

    @BeforeEach
    void load() {
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
        fx.runAll();
    }

    @AfterEach
    void close() {
        model.close();
    }

    private ShownNetwork shown() {
        return inspection.shownProperty().get();
    }

    private void step() {
        if (model.can().step().get()) {
            model.step();
            fx.runUntil(() -> model.state() != RunState.RUNNING);
        }
    }

    private void open(int hidden, Edit... changes) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withArchitecture(Architecture.relu(hidden)));
        trainer.run(() -> trainer.step() == 3, snapshot -> { });
        Project project = Project.of(trainer, Project.Data.of(DIGITS), false, Sheet.BLANK, List.of(changes));
        model.adopt(project, new Recipe(DIGITS, OtherHands.NONE, TaughtDigits.NONE, false), DIGITS, project.trainer(DIGITS), () -> { });
    }

    private void assertFits(String when) {
        ShownNetwork shown = shown();
        assertTrue(selection.neuronProperty().get().isIn(shown.base()), when);
        assertTrue(selection.parameterProperty().get().isIn(shown.base()), when);
        assertTrue(shown.edits().stream().allMatch(edit -> edit.fits(shown.base())), when);
        assertArrayEquals(Edit.apply(shown.edits(), shown.base()).arrays(), shown.parameters().arrays(), when);
        Project project = model.project(Sheet.BLANK).orElseThrow().get();
        assertTrue(project.edits().stream().allMatch(edit -> edit.fits(project.now().parameters())), when);
    }

    private void assertCanBeSaved() throws IOException {
        Project project = model.project(Sheet.BLANK).orElseThrow().get();
        Path file = folder.resolve("any.digitscope");
        ProjectFile.write(file, project);
        Project read = ProjectFile.read(file);
        assertEquals(project.edits(), read.edits());
        assertEquals(project.now().step(), read.now().step());
    }

    @Test
    void everythingFitsTheShownNetworkAfterEveryActionAndWheneverOneHearsOfIt() throws IOException {
        String[] when = {""};
        inspection.shownProperty().addListener((observable, before, after) -> assertFits("shown, " + when[0]));
        selection.neuronProperty().addListener((observable, before, after) -> assertFits("neuron, " + when[0]));
        selection.parameterProperty().addListener((observable, before, after) -> assertFits("pinned, " + when[0]));
        edits.currentProperty().addListener((observable, before, after) -> {
            assertFits("edits, " + when[0]);
            assertEquals(shown().edits(), after, when[0]);
        });
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            for (int action = 0; action < 80; action++) {
                when[0] = "seed " + seed + ", action " + action;
                act(random);
                assertFits(when[0]);
                assertEquals(shown().edits(), edits.currentProperty().get(), when[0]);
                if (action % 20 == 0) {
                    assertCanBeSaved();
                }
            }
        }
    }

    private void act(Random random) {
        int neuron = random.nextInt(shown().base().layer(1).outputs());
        ScalarParameter weight = random.nextBoolean() ? ScalarParameter.weight(1, random.nextInt(784), neuron)
                : ScalarParameter.weight(2, neuron, random.nextInt(10));
        switch (random.nextInt(20)) {
            case 0, 1 -> inspection.showFile(Examples.parameters(1 + random.nextInt(64), random.nextInt(9)));
            case 2, 3 -> inspection.showLive();
            case 4 -> inspection.showStep(random.nextInt(8));
            case 5, 6 -> edits.mute(new Neuron(1, neuron), random.nextInt(3));
            case 7 -> edits.solo(1, Set.of(neuron));
            case 8, 9 -> selection.pin(weight);
            case 10 -> selection.choose(new Neuron(1, neuron));
            case 11 -> edits.drag(weight, random.nextFloat());
            case 12 -> edits.drag(selection.parameterProperty().get(), random.nextFloat());
            case 13 -> edits.undo();
            case 14 -> edits.redo();
            case 15 -> edits.resetAll();
            case 16 -> model.startWith(SETTINGS.withArchitecture(Architecture.relu(random.nextBoolean() ? 2 : 1 + random.nextInt(30))));
            case 17 -> step();
            case 18 -> model.goOnFromShown();
            default -> open(1 + random.nextInt(30), new Edit.Mute(new Neuron(1, 0), 0));
        }
    }

    @Test
    void aNeuronThatOnlyALargerNetworkHasIsLetGoOfOnTheWayBack() throws IOException {
        step();
        inspection.showFile(Examples.parameters(64, 1));
        edits.mute(new Neuron(1, 50), 0);
        selection.choose(new Neuron(1, 50));
        inspection.showLive();
        assertEquals(new Neuron(1, 0), selection.neuronProperty().get());
        assertEquals(List.of(), edits.currentProperty().get());
        assertCanBeSaved();
        edits.undo();
        assertEquals(List.of(), edits.currentProperty().get());
        step();
        assertEquals(2, shown().step());
    }

    @Test
    void theWeightThatIsPinnedIsKeptWhereTheOtherNetworkHasItAndLetGoOfWhereNot() {
        ScalarParameter weight = ScalarParameter.weight(1, 400, 15);
        selection.pin(weight);
        inspection.showFile(Examples.parameters(16, 1));
        assertEquals(weight, selection.parameterProperty().get());
        model.startWith(Preset.TWO_NEURONS.settings());
        assertEquals(ScalarParameter.bias(1, 0), selection.parameterProperty().get());
        assertEquals(new Neuron(1, 0), selection.neuronProperty().get());
        ScalarParameter digitsBias = ScalarParameter.bias(2, 7);
        selection.pin(digitsBias);
        inspection.showFile(Examples.parameters(1, 1));
        assertEquals(digitsBias, selection.parameterProperty().get());
    }

    @Test
    void theRunsChangesComeBackWithTheirUndoAfterALookAtAFile() {
        step();
        edits.mute(new Neuron(1, 3), 0);
        edits.set(ScalarParameter.bias(1, 4), 0.5f);
        List<Edit> before = edits.currentProperty().get();
        Parameters seen = shown().parameters();
        inspection.showFile(Examples.parameters(64, 1));
        assertEquals(List.of(), edits.currentProperty().get());
        assertEquals(before, model.project(Sheet.BLANK).orElseThrow().get().edits(), "they are the run's");
        edits.mute(new Neuron(1, 63), 0);
        inspection.showStep(0);
        assertEquals(before, edits.currentProperty().get(), "a step is of the run");
        inspection.showLive();
        assertEquals(before, edits.currentProperty().get());
        assertArrayEquals(seen.arrays(), shown().parameters().arrays());
        edits.undo();
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 3), 0)), edits.currentProperty().get());
        edits.redo();
        model.reset();
        assertEquals(List.of(), edits.currentProperty().get(), "another run begins without them");
        open(5, new Edit.Mute(new Neuron(1, 4), 0));
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 4), 0)), edits.currentProperty().get());
        edits.undo();
        assertEquals(List.of(), edits.currentProperty().get());
    }

    @Test
    void aDragThatGoesOnInAnotherNetworkIsAChangeOfItsOwn() {
        ScalarParameter bias = ScalarParameter.bias(1, 0);
        edits.drag(bias, 0.1f);
        inspection.showFile(Examples.parameters(7, 1));
        edits.drag(bias, 0.2f);
        edits.drag(bias, 0.3f);
        edits.endDrag();
        edits.undo();
        assertEquals(List.of(), edits.currentProperty().get());
        inspection.showLive();
        assertEquals(List.of(new Edit.SetValue(bias, 0.1f)), edits.currentProperty().get());
    }
}
