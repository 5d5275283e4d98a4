package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.files.project.Project;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that come while a batch is trained and while pictures are prepared. */
class RequestsTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(100, 1), Examples.pictures(20, 2));
    private static final DigitSets OTHERS = new DigitSets(Examples.pictures(70, 3), Examples.pictures(10, 4));
    private static final DigitSets OF_PROJECT = new DigitSets(Examples.pictures(80, 5), Examples.pictures(15, 6));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);
    private static final double FOR_EVER = 0.001;
    private static final int BEFORE = 5;

    private final List<Program> programs = new ArrayList<>();

    /** A model whose background is late, with a run of some steps. */
    private final class Program {
        private final TestThread fx = new TestThread();
        /** Of the way to the FX thread. */
        private final AtomicReference<Throwable> nextProblem = new AtomicReference<>();
        private final LateExecutor pool;
        private final AppModel model;

        private Program(Order order, long seed) {
            pool = new LateExecutor(order, seed);
            model = new AppModel(pool, work -> {
                Throwable problem = nextProblem.getAndSet(null);
                if (problem != null) {
                    LateExecutor.raise(problem);
                }
                fx.execute(work);
            });
            programs.add(this);
            model.settingsProperty().set(SETTINGS);
            model.digitsLoaded(DIGITS);
            settle();
        }

        private void trainTo(int step) {
            while (model.liveProperty().get().step() < step) {
                model.step();
                settle();
            }
        }

        /** Trains another batch, which takes for ever. */
        private void begin() {
            int step = model.liveProperty().get().step();
            model.paceProperty().set(FOR_EVER);
            model.play();
            fx.runUntil(() -> model.liveProperty().get().step() > step);
        }

        /** Until nothing goes on any more. */
        private void settle() {
            pool.runAll(fx);
            if (model.state() == RunState.RUNNING && model.paceProperty().get() == FOR_EVER) {
                model.pause();
            }
            fx.runUntil(() -> model.state() != RunState.RUNNING);
            pool.runAll(fx);
        }

        private void adopt() {
            Trainer trainer = new Trainer(OF_PROJECT.training(), OF_PROJECT.validation(), SETTINGS.withSeed(9));
            trainer.run(() -> trainer.step() == 12, snapshot -> { });
            Project project = Project.of(trainer, Project.Data.of(OF_PROJECT), false, Sheet.BLANK, List.of(new Edit.Mute(new Neuron(1, 3), 0)));
            model.adopt(project, new Recipe(OF_PROJECT, OtherHands.NONE, TaughtDigits.NONE, false), OF_PROJECT, project.trainer(OF_PROJECT),
                    () -> { });
        }

        private int step() {
            return model.liveProperty().get().step();
        }

        private List<Object> state() {
            return List.of(model.state(), model.settingsProperty().get(), step(), model.digitsProperty().get().training().checksum(),
                    model.liveProperty().get().parameters().checksum(), model.liveProperty().get().settings(),
                    model.shownProperty().get().parameters().checksum(), model.inspection().edits().currentProperty().get(),
                    model.pictures().deskewProperty().get(), model.pictures().isStale(),
                    model.inspection().history().stream().map(Checkpoint::step).toList());
        }
    }

    @AfterEach
    void close() {
        programs.forEach(program -> program.model.close());
    }

    private Program program() {
        Program program = new Program(Order.FIRST, 0);
        program.trainTo(BEFORE - 1);
        program.begin();
        return program;
    }

    private static TaughtDigits drawing() {
        PadModel pad = new PadModel(new Inspection().shownProperty(), new SimpleBooleanProperty());
        pad.penDown(0.5, 0.1);
        pad.moveTo(0.4, 0.9);
        return TaughtDigits.NONE.and(new TaughtDigits.Taught(1, pad.sheetProperty().get()));
    }

    @Test
    void aDataSetThatWasTakenIsThereAlthoughRWasPressedInTheSameBatch() {
        Program program = program();
        program.model.digitsLoaded(OTHERS);
        program.model.reset();
        program.settle();
        assertSame(OTHERS, program.model.digitsProperty().get());
        assertEquals(RunState.READY, program.model.state());
        assertEquals(7, program.model.liveProperty().get().stepsPerEpoch());
        assertEquals(BEFORE, program.model.previousProperty().get().orElseThrow().step());
    }

    @Test
    void aProjectThatWasOpenedIsAdoptedAndThenStoppedInTheSameBatch() {
        Program program = program();
        program.adopt();
        program.model.stop();
        program.settle();
        assertSame(OF_PROJECT, program.model.digitsProperty().get());
        assertEquals(RunState.STOPPED, program.model.state());
        assertEquals(12, program.step());
        assertTrue(program.model.shownProperty().get().isMuted(new Neuron(1, 3)));
    }

    @Test
    void requestsWithinOneBatchEndWhereTheyEndOneByOneAtRest() {
        Map<String, Consumer<Program>> requests = new TreeMap<>(Map.of(
                "data set", program -> program.model.digitsLoaded(OTHERS),
                "project", Program::adopt,
                "reset", program -> program.model.reset(),
                "7 neurons", program -> program.model.startWith(SETTINGS.withArchitecture(Architecture.relu(7))),
                "new seed", program -> program.model.newSeed(),
                "stop", program -> program.model.stop(),
                "straight", program -> program.model.pictures().deskewProperty().set(true),
                "own drawings", program -> program.model.pictures().trainWith(drawing())));
        Map<String, Consumer<Program>> aboutTheRun = new TreeMap<>(Map.of(
                "other rate", program -> program.model.settingsProperty().set(SETTINGS.withLearningRate(0.01)),
                "branch", program -> {
                    program.model.inspection().showStep(2);
                    program.model.goOnFromShown();
                }));
        Random random = new Random(11);
        for (int sequence = 0; sequence < 60; sequence++) {
            List<String> names = new ArrayList<>(requests.keySet());
            Collections.shuffle(names, random);
            List<String> chosen = new ArrayList<>(names.subList(0, 1 + random.nextInt(4)));
            if (random.nextBoolean()) {
                chosen.add(0, random.nextBoolean() ? "other rate" : "branch");
            }
            List<Consumer<Program>> all = chosen.stream().map(name -> requests.getOrDefault(name, aboutTheRun.get(name))).toList();
            Program busy = new Program(Order.values()[sequence % 3], sequence);
            Program resting = new Program(Order.FIRST, 0);
            for (Program each : List.of(busy, resting)) {
                each.trainTo(BEFORE - 1);
                each.begin();
            }
            all.forEach(request -> request.accept(busy));
            busy.settle();
            resting.settle();
            all.forEach(request -> {
                request.accept(resting);
                resting.settle();
            });
            assertEquals(resting.state(), busy.state(), chosen + " of sequence " + sequence);
        }
    }

    @Test
    void whateverCameAfterATrainingThatBeganMeanwhileEndsIt() {
        Program program = new Program(Order.FIRST, 0);
        program.model.settingsProperty().set(SETTINGS.withEpochs(1));
        program.model.play();
        program.settle();
        assertEquals(RunState.FINISHED, program.model.state());
        program.model.pictures().setOwn(drawing());
        program.model.play();
        program.model.settingsProperty().set(SETTINGS.withEpochs(2));
        program.begin();
        program.pool.runOne();
        program.fx.runNext();
        program.model.reset();
        program.fx.runUntil(() -> program.model.state() == RunState.READY);
        assertEquals(0, program.step());
        assertTrue(program.model.digitsProperty().get().training().size() > 100);
    }

    @Test
    void straightenedOnOffAndOnAgainRestartsOnce() {
        for (Order order : Order.values()) {
            Program program = new Program(order, 3);
            program.trainTo(2);
            List<DigitSets> taken = new ArrayList<>();
            program.model.digitsProperty().addListener((observable, before, after) -> taken.add(after));
            for (boolean straight : new boolean[] {true, false, true}) {
                program.model.pictures().deskewProperty().set(straight);
            }
            program.settle();
            assertEquals(1, taken.size());
            assertNotSame(DIGITS, taken.get(0));
            assertEquals(0, program.step());
            assertEquals(2, program.model.previousProperty().get().orElseThrow().step());
            program.model.pictures().deskewProperty().set(false);
            program.trainTo(1);
            program.model.pictures().deskewProperty().set(true);
            program.model.pictures().deskewProperty().set(false);
            program.settle();
            assertEquals(List.of(taken.get(0), DIGITS), taken.subList(0, 2));
            assertSame(DIGITS, program.model.digitsProperty().get());
        }
    }

    @Test
    void aResetIsNotForgottenWithPicturesThatAreNotWantedAnyMore() {
        Program program = program();
        program.model.pictures().deskewProperty().set(true);
        program.model.reset();
        program.model.pictures().deskewProperty().set(false);
        program.settle();
        assertEquals(RunState.READY, program.model.state());
        assertSame(DIGITS, program.model.digitsProperty().get());
    }

    @Test
    void aPresetThatWasChosenAfterAProjectWasOpenedHoldsForItsPictures() {
        Program program = program();
        program.adopt();
        program.model.startWith(SETTINGS.withArchitecture(Architecture.relu(2)));
        program.settle();
        assertSame(OF_PROJECT, program.model.digitsProperty().get());
        assertEquals(2, program.model.shownProperty().get().base().layer(1).outputs());
        assertEquals(List.of(2), program.model.settingsProperty().get().architecture().hidden());
    }

    @Test
    void aProjectStaysOnScreenWhenDrawingsAreToBeTrainedWithFromTheNextStartOn() {
        Program program = new Program(Order.FIRST, 0);
        program.model.pictures().trainWith(drawing());
        program.model.pictures().deskewProperty().set(true);
        program.settle();
        program.adopt();
        program.settle();
        assertSame(OF_PROJECT, program.model.digitsProperty().get());
        assertEquals(RunState.PAUSED, program.model.state());
        assertEquals(12, program.step());
        program.model.reset();
        program.settle();
        assertTrue(program.model.digitsProperty().get().training().size() > OF_PROJECT.training().size());
        assertEquals(0, program.step());
    }

    @Test
    void aSessionThatIsSavedNamesThePicturesThatItWasTrainedWithAlsoWhileOthersArePreparedOrCannotBe() {
        Program program = new Program(Order.FIRST, 0);
        program.trainTo(3);
        program.model.pictures().deskewProperty().set(true);
        assertNamesItsPictures(program);
        program.settle();
        assertNamesItsPictures(program);
        for (Throwable refusal : LateExecutor.refusals()) {
            program.pool.refuse(refusal);
            program.model.pictures().deskewProperty().set(!program.model.pictures().deskewProperty().get());
            program.model.pictures().trainWith(drawing());
            program.settle();
            assertNamesItsPictures(program);
        }
    }

    private static void assertNamesItsPictures(Program program) {
        Project project = program.model.project(Sheet.BLANK).orElseThrow().get();
        Recipe plain = new Recipe(DIGITS, OtherHands.NONE, TaughtDigits.NONE, project.deskew());
        Recipe own = new Recipe(DIGITS, OtherHands.NONE, drawing(), project.deskew());
        assertTrue(List.of(Project.Data.of(plain.make()), Project.Data.of(own.make())).contains(project.data()), project.data().name());
    }

    @Test
    void playThatWaitsForPicturesIsForgottenWithThem() {
        Program program = new Program(Order.FIRST, 0);
        program.model.pictures().setOwn(drawing());
        program.pool.refuse(LateExecutor.outOfMemory());
        program.model.play();
        program.settle();
        assertEquals(RunState.READY, program.model.state());
        program.model.digitsLoaded(OTHERS);
        program.settle();
        assertEquals(RunState.READY, program.model.state(), "the data set was taken, not trained with");
        assertEquals(0, program.step());
        program.model.pictures().setOwn(TaughtDigits.NONE);
        program.model.play();
        program.model.pictures().trainWith(drawing());
        program.settle();
        assertEquals(RunState.READY, program.model.state());
    }

    @Test
    void drawingsThatAreLabelledAreTrainedWithFromTheNextStartOnHoweverItBegins() {
        List<Consumer<AppModel>> starts = List.of(AppModel::reset, AppModel::newSeed, model -> model.startWith(SETTINGS), AppModel::play,
                AppModel::step, AppModel::stepEpoch);
        for (Consumer<AppModel> start : starts) {
            for (int before : new int[] {0, 30}) {
                Program program = new Program(Order.FIRST, 0);
                program.trainTo(before);
                program.model.pictures().setOwn(drawing());
                program.settle();
                assertSame(DIGITS, program.model.digitsProperty().get());
                boolean possible = before == 0 || starts.indexOf(start) < 4;
                start.accept(program.model);
                program.settle();
                assertEquals(possible, program.model.digitsProperty().get().training().size() > 100);
                assertEquals(program.model.digitsProperty().get().training().size(), trainedOn(program));
            }
        }
    }

    private static int trainedOn(Program program) {
        int steps = program.model.liveProperty().get().stepsPerEpoch();
        int size = program.model.digitsProperty().get().training().size();
        return (size + 9) / 10 == steps ? size : -steps;
    }

    @Test
    void whateverFailsInATrainingNeverLeavesTheModelRunning() {
        for (Throwable problem : LateExecutor.problems()) {
            Program program = program();
            boolean[] failing = {true};
            program.model.liveProperty().addListener((observable, before, after) -> {
                if (failing[0]) {
                    failing[0] = false;
                    LateExecutor.raise(problem);
                }
            });
            program.model.pause();
            program.model.paceProperty().set(Pace.FULL);
            runThrough(program);
            assertEquals(RunState.PAUSED, program.model.state());
            failing[0] = true;
            program.model.play();
            runThrough(program);
            assertEquals(RunState.FINISHED, program.model.state());
            program.model.reset();
            assertEquals(RunState.READY, program.model.state());
            failing[0] = true;
            program.nextProblem.set(problem);
            program.model.play();
            runThrough(program);
            assertEquals(RunState.FAILED, program.model.state());
            assertTrue(program.model.notices().textProperty().get().startsWith("The training failed: "));
            program.model.reset();
            program.trainTo(1);
            assertEquals(RunState.PAUSED, program.model.state());
        }
    }

    private static void runThrough(Program program) {
        while (program.model.state() == RunState.RUNNING) {
            try {
                program.fx.runUntil(() -> program.model.state() != RunState.RUNNING);
            } catch (InternalError injected) {
                assertTrue(injected.getCause() instanceof LateExecutor.Injected);
            }
        }
    }

    @Test
    void aTrainingThatGetsNoThreadHasFailed() {
        for (Throwable problem : LateExecutor.problems()) {
            Program program = new Program(Order.FIRST, 0);
            InheritableThreadLocal<String> threadless = new InheritableThreadLocal<>() {
                @Override
                protected String childValue(String parents) {
                    LateExecutor.raise(problem);
                    return parents;
                }
            };
            threadless.set("here");
            program.model.play();
            threadless.remove();
            program.model.digitsLoaded(OTHERS);
            program.settle();
            assertEquals(RunState.READY, program.model.state());
            assertSame(OTHERS, program.model.digitsProperty().get());
            program.model.step();
            program.settle();
            assertEquals(1, program.step());
        }
    }

    @Test
    void afterADivergenceAnyEarlierRateLetsPlayGoOn() {
        for (double[] rates : new double[][] {{0.01}, {0.02, 0.01}, {1e25, 0.01}, {0.5, 0.02}}) {
            Program program = new Program(Order.FIRST, 0);
            Hyperparameters settings = SETTINGS.withOptimizer(OptimizerKind.SGD).withLearningRate(0.01);
            program.model.startWith(settings);
            program.trainTo(3);
            program.model.settingsProperty().set(settings.withLearningRate(0.02));
            program.trainTo(5);
            program.model.settingsProperty().set(settings.withLearningRate(1e25));
            program.model.play();
            program.settle();
            assertEquals(RunState.DIVERGED, program.model.state());
            for (double rate : rates) {
                program.model.settingsProperty().set(settings.withLearningRate(rate));
            }
            assertTrue(program.model.can().play().get(), "with " + rates[rates.length - 1]);
            program.model.play();
            program.settle();
            assertEquals(RunState.FINISHED, program.model.state());
            assertTrue(program.model.shownProperty().get().parameters().isFinite());
        }
    }

    @Test
    void anActionThatThrowsDoesNotKeepThoseAfterIt() {
        Program program = program();
        program.model.whenIdle(() -> {
            throw new LateExecutor.Injected();
        });
        program.model.digitsLoaded(OTHERS);
        assertThrows(LateExecutor.Injected.class, program::settle);
        program.settle();
        assertSame(OTHERS, program.model.digitsProperty().get());
        assertFalse(program.model.can().pause().get());
    }
}
