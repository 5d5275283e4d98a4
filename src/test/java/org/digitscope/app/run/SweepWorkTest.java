package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.SweepWork.Progress;
import org.digitscope.app.run.SweepWork.State;
import org.digitscope.data.DigitSets;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.files.experiment.SweepFolder;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of the window: its runs join the list, and none is lost. */
class SweepWorkTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(2).withBatchSize(10);
    private static final Sweep SWEEP = new Sweep(SETTINGS, List.of(new Axis(SweptSetting.LAYERS, List.of("3", "4-2"))), List.of(0L, 7L));

    @TempDir
    private Path folder;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(pool, fx);
    private SweepWork work;

    @BeforeEach
    void load() {
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
        work = new SweepWork(model, new SweepFolders(folder));
    }

    @AfterEach
    void close() {
        work.close();
        model.close();
        pool.shutdownNow();
    }

    private Progress progress() {
        return work.progressProperty().get().orElseThrow();
    }

    private void awaitState(State state) {
        fx.runUntil(() -> progress().state() == state);
    }

    @Test
    void itsRunsJoinTheListWholeWithTheBitsThatEachHasAlone() {
        work.start(SWEEP);
        assertTrue(work.isUnderWay());
        awaitState(State.DONE);
        assertEquals(List.of("layers=3 seed=0", "layers=3 seed=7", "layers=4-2 seed=0", "layers=4-2 seed=7"),
                model.runs().runs().stream().map(run -> run.nameProperty().get()).sorted().toList());
        assertEquals(4, progress().results().size());
        for (KeptRun run : model.runs().runs()) {
            Trainer alone = new Trainer(DIGITS.training(), DIGITS.validation(), run.result().settings().orElseThrow());
            alone.run(() -> false, snapshot -> { });
            assertArrayEquals(alone.snapshot().parameters().arrays()[0], run.known().learnt().orElseThrow().network().arrays()[0]);
            assertEquals(64, run.result().fingerprint().length());
        }
        KeptRun one = model.runs().runs().get(0);
        model.goBackTo(one);
        assertEquals(RunState.FINISHED, model.state());
        assertEquals(one.result().settings().orElseThrow(), model.settingsProperty().get());
        assertEquals(80, model.liveProperty().get().step());
    }

    @Test
    void aPauseHoldsItUntilItIsToGoOn() throws InterruptedException {
        work.start(new Sweep(SETTINGS.withEpochs(100), SWEEP.axes(), SWEEP.seeds()));
        work.pause();
        Thread.sleep(200);
        fx.runAll();
        int done = progress().results().size();
        Thread.sleep(400);
        fx.runAll();
        assertEquals(State.PAUSED, progress().state());
        assertEquals(done, progress().results().size());
        work.goOn();
        awaitState(State.DONE);
        assertEquals(4, progress().results().size());
    }

    @Test
    void oneSweepIsTrainedAtATimeAndACancelLeavesWhatIsDone() {
        Sweep endless = new Sweep(SETTINGS.withEpochs(1000), List.of(), List.of(0L, 1L));
        work.start(endless);
        work.start(SWEEP);
        assertEquals(endless, progress().sweep(), "one at a time");
        work.cancel();
        assertFalse(work.isUnderWay());
        fx.runAll();
        assertEquals(List.of(), model.runs().runs());
        work.start(SWEEP);
        awaitState(State.DONE);
        assertEquals(4, model.runs().runs().size());
    }

    @Test
    void afterACrashOnlyWhatIsMissingIsTrainedAndNothingIsThereTwice() throws IOException {
        Path crashed = Files.createDirectories(folder.resolve("crashed"));
        SweepFolders first = new SweepFolders(crashed);
        SweepWork before = new SweepWork(model, first);
        before.start(SWEEP);
        fx.runUntil(() -> before.progressProperty().get().orElseThrow().state() == State.DONE);
        // what a process that was killed leaves: its folder without two of the runs, held by nobody
        Path left = Files.createDirectories(folder.resolve("left/sweep"));
        copy(onlyFolderIn(crashed), left);
        Files.delete(left.resolve("runs/layers-3_seed-7.json"));
        Files.delete(left.resolve("runs/layers-4-2_seed-0.json"));
        AppModel other = new AppModel(pool, fx);
        other.settingsProperty().set(SETTINGS);
        other.digitsLoaded(DIGITS);
        SweepWork next = new SweepWork(other, new SweepFolders(folder.resolve("left")));
        boolean[] shown = new boolean[1];
        next.findEarlier(() -> shown[0] = true);
        fx.runUntil(() -> !other.notices().actionsProperty().get().isEmpty());
        assertEquals("A sweep was interrupted: 2 of its 4 runs are trained and kept.", other.notices().textProperty().get());
        other.notices().actionsProperty().get().get(0).run().run();
        assertTrue(shown[0]);
        long kept = Files.getLastModifiedTime(left.resolve("runs/layers-3_seed-0.json")).toMillis();
        next.takeUp(next.earlier().get(0));
        assertEquals(List.of(), next.earlier());
        fx.runUntil(() -> next.progressProperty().get().orElseThrow().state() == State.DONE);
        assertEquals(4, other.runs().runs().size());
        assertEquals(4, next.progressProperty().get().orElseThrow().results().size());
        assertEquals(kept, Files.getLastModifiedTime(left.resolve("runs/layers-3_seed-0.json")).toMillis(), "it isn't trained again");
        assertEquals(before.progressProperty().get().orElseThrow().results().values().stream().map(result -> result.fingerprint()).sorted().toList(),
                next.progressProperty().get().orElseThrow().results().values().stream().map(result -> result.fingerprint()).sorted().toList());
        assertTrue(other.runs().runs().stream().allMatch(KeptRun::isWhole), "one can go back to each of them");
        next.close();
        assertTrue(Files.exists(left), "it is there next time as well");
        other.close();
    }

    @Test
    void aSweepThatIsUnderWayAsTheWindowEndsIsThereNextTimeAndMayBeDeleted() throws IOException {
        work.start(new Sweep(SETTINGS.withEpochs(1000), List.of(), List.of(0L, 1L)));
        fx.runUntil(() -> onlyPlan());
        work.close();
        fx.runAll();
        Path left = folder.resolve("next/sweep");
        copy(onlyFolderIn(folder), Files.createDirectories(left));
        SweepWork next = new SweepWork(model, new SweepFolders(folder.resolve("next")));
        next.findEarlier(() -> { });
        fx.runUntil(() -> next.earlier().size() == 1);
        assertFalse(next.earlier().get(0).isWhole());
        next.delete(next.earlier().get(0));
        assertEquals(List.of(), next.earlier());
        assertEquals("Deleted the sweep of 2 runs.", model.notices().textProperty().get());
        model.notices().actionsProperty().get().get(0).run().run();
        assertEquals(1, next.earlier().size(), "brought back");
        fx.runUntil(() -> model.background().writingProperty().get().isEmpty());
        Path again = folder.resolve("again/sweep");
        copy(left, Files.createDirectories(again));
        SweepWork third = new SweepWork(model, new SweepFolders(folder.resolve("again")));
        third.findEarlier(() -> { });
        fx.runUntil(() -> third.earlier().size() == 1);
        third.delete(third.earlier().get(0));
        fx.runUntil(() -> model.background().writingProperty().get().isEmpty());
        assertTrue(Files.exists(again), "until it can't be brought back any longer");
        Path gone = folder.resolve("gone/sweep");
        copy(again, Files.createDirectories(gone));
        SweepWork last = new SweepWork(model, new SweepFolders(folder.resolve("gone")));
        last.findEarlier(() -> { });
        fx.runUntil(() -> !Files.exists(gone));
        fx.runAll();
        assertEquals(List.of(), last.earlier());
    }

    @Test
    void aSweepThatWasCancelledIsNotCalledInterruptedAndComesAfterOneThatWas() throws IOException {
        Path all = folder.resolve("all");
        for (String name : List.of("interrupted", "cancelled")) {
            SweepFolder sweep = new SweepFolder(Files.createDirectories(all.resolve(name)));
            sweep.keepPlan(name.equals("cancelled") ? SWEEP : new Sweep(SETTINGS, List.of(), List.of(1L, 2L)));
            sweep.mark(SweepFolder.Mark.CANCELLED, name.equals("cancelled"));
            Files.createFile(sweep.path().resolve("in-use"));
        }
        SweepWork next = new SweepWork(model, new SweepFolders(all));
        next.findEarlier(() -> { });
        fx.runUntil(() -> next.earlier().size() == 2);
        assertEquals("A sweep was interrupted: 0 of its 2 runs are trained and kept.", model.notices().textProperty().get());
        assertEquals(List.of(false, true), next.earlier().stream().map(SweepWork.Earlier::isCancelled).toList());
        next.delete(next.earlier().get(0));
        model.notices().close();
        SweepWork later = new SweepWork(model, new SweepFolders(Files.createDirectories(folder.resolve("later"))));
        copy(all.resolve("cancelled"), Files.createDirectories(folder.resolve("later/cancelled")));
        later.findEarlier(() -> { });
        fx.runUntil(() -> later.earlier().size() == 1);
        assertEquals("", model.notices().textProperty().get());
    }

    @Test
    void cancellingIsRememberedUntilTheSweepIsGoneOnWith() throws IOException {
        work.start(new Sweep(SETTINGS.withEpochs(1000), List.of(), List.of(0L, 1L)));
        fx.runUntil(() -> onlyPlan());
        work.cancel();
        fx.runUntil(() -> model.background().writingProperty().get().isEmpty());
        assertTrue(new SweepFolder(onlyFolderIn(folder)).has(SweepFolder.Mark.CANCELLED));
    }

    @Test
    void theEstimateLeavesOutWhatIsTrainedAlready() {
        work.estimate(SWEEP);
        fx.runUntil(() -> work.estimateProperty().get().isPresent());
        assertEquals(4, work.estimateProperty().get().orElseThrow().missing().size());
        work.start(SWEEP);
        awaitState(State.DONE);
        work.estimate(SWEEP);
        fx.runUntil(() -> work.estimateProperty().get().orElseThrow().missing().isEmpty());
        assertEquals(0, work.estimateProperty().get().orElseThrow().seconds());
    }

    @Test
    void aRunThatIsOnScreenIsNotTrainedAgain() {
        work.start(SWEEP);
        awaitState(State.DONE);
        model.goBackTo(model.runs().runs().get(0));
        fx.runAll();
        work.start(SWEEP);
        awaitState(State.DONE);
        assertEquals(4, model.runs().runs().size());
    }

    @Test
    void nothingIsSaidWhereNothingWasInterruptedOrAnotherWindowHoldsIt() {
        work.findEarlier(() -> { });
        fx.runAll();
        assertEquals("", model.notices().textProperty().get());
        work.start(SWEEP);
        awaitState(State.DONE);
        model.notices().close();
        SweepWork other = new SweepWork(model, new SweepFolders(folder));
        other.findEarlier(() -> { });
        fx.runAll();
        assertEquals("", model.notices().textProperty().get());
        assertEquals(List.of(), other.earlier());
    }

    @Test
    void aRunThatIsInTheListAlreadyIsTakenInsteadOfTrainedOnceMore() {
        work.start(SWEEP);
        awaitState(State.DONE);
        List<KeptRun> before = List.copyOf(model.runs().runs());
        Sweep larger = new Sweep(SETTINGS, List.of(new Axis(SweptSetting.LAYERS, List.of("3", "4-2", "5"))), List.of(0L, 7L));
        work.start(larger);
        awaitState(State.DONE);
        assertEquals(6, progress().results().size());
        assertEquals(6, model.runs().runs().size(), "two are new");
        assertEquals(before, model.runs().runs().subList(0, 4));
        for (KeptRun run : before) {
            assertTrue(progress().results().containsValue(run.result()), run.nameProperty().get());
        }
    }

    private boolean onlyPlan() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(file -> file.endsWith("sweep.json"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Path onlyFolderIn(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(each -> Files.exists(each.resolve("sweep.json"))).findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }
}
