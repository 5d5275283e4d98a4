package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.digitscope.app.TestThread;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was trained is never lost to another start; one is kept, whole. */
class PreviousRunTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    private static final DigitSets OTHERS = new DigitSets(Examples.pictures(90, 3), Examples.pictures(20, 4));
    /** 40 steps of 10 pictures in each of 3 epochs. */
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);

    @BeforeEach
    void trainAnEpoch() {
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
        model.stepEpoch();
        awaitState(RunState.PAUSED);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void whateverStartsAnewTheRunBeforeComesBackToTheBitAndGoesOnAsIfNothingHadBeen() {
        model.inspection().edits().mute(new Neuron(1, 3), 0);
        List<Runnable> starts = List.of(model::reset, model::newSeed, () -> model.startWith(SETTINGS.withArchitecture(Architecture.relu(2))),
                () -> model.digitsLoaded(OTHERS), () -> model.pictures().deskewProperty().set(true),
                () -> model.pictures().trainWith(taught()));
        for (Runnable start : starts) {
            Snapshot before = model.liveProperty().get();
            start.run();
            awaitState(RunState.READY);
            assertEquals("The run before is kept, at step 40; Ctrl+Shift+B goes back to it.", model.notices().textProperty().get());
            model.step();
            awaitState(RunState.PAUSED);
            assertEquals(1, model.liveProperty().get().step());
            model.goBack();
            assertSameBits(before, model.liveProperty().get());
            assertEquals(List.of(new Edit.Mute(new Neuron(1, 3), 0)), model.shownProperty().get().edits());
            assertEquals(SETTINGS, model.settingsProperty().get());
            assertEquals(400, model.digitsProperty().get().training().size());
            assertFalse(model.pictures().deskewProperty().get());
            assertEquals(1, model.previousProperty().get().orElseThrow().step(), "the other one is kept in its place");
            model.inspection().showStep(7);
            assertEquals(7, model.shownProperty().get().step(), "the time machine is whole");
            model.pictures().setOwn(TaughtDigits.NONE);
        }
        model.play();
        awaitState(RunState.FINISHED);
        Snapshot whole = model.liveProperty().get();
        model.startWith(SETTINGS);
        model.play();
        awaitState(RunState.FINISHED);
        assertSameBits(whole, model.liveProperty().get());
    }

    @Test
    void trainingAfreshFromAFinishedRunKeepsItAndItsEnd() {
        model.play();
        awaitState(RunState.FINISHED);
        Snapshot finished = model.liveProperty().get();
        model.settingsProperty().set(SETTINGS.withSeed(7));
        model.play();
        assertEquals("The run before is kept, at step 120; Ctrl+Shift+B goes back to it.", model.notices().textProperty().get());
        awaitState(RunState.FINISHED);
        model.notices().actionsProperty().get().stream().filter(action -> action.label().equals("Back to the Run Before")).findFirst()
                .orElseThrow().run().run();
        assertEquals(RunState.FINISHED, model.state());
        assertSameBits(finished, model.liveProperty().get());
        assertEquals("", model.notices().textProperty().get());
        model.goBack();
        assertEquals(7, model.settingsProperty().get().seed());
    }

    @Test
    void aBranchLeavesWhatCameAfterItsStepToComeBackTo() {
        Snapshot before = model.liveProperty().get();
        model.inspection().showStep(12);
        model.goOnFromShown();
        assertEquals(12, model.liveProperty().get().step());
        model.play();
        awaitState(RunState.FINISHED);
        model.goBack();
        assertSameBits(before, model.liveProperty().get());
        model.inspection().showStep(30);
        assertEquals(30, model.shownProperty().get().step());
    }

    @Test
    void aRunThatLearntNothingYetIsNotKeptInThePlaceOfOneThatDid() {
        model.reset();
        model.newSeed();
        model.reset();
        assertTrue(model.can().goBack().get());
        model.goBack();
        assertEquals(40, model.liveProperty().get().step());
        assertFalse(model.can().goBack().get());
    }

    @Test
    void eachPressOfAStepIsAStepHoweverQuicklyTheyCome() {
        model.step();
        model.step();
        model.step();
        assertTrue(model.can().step().get());
        awaitState(RunState.PAUSED);
        assertEquals(43, model.liveProperty().get().step());
        model.stepEpoch();
        model.stepEpoch();
        model.step();
        awaitState(RunState.FINISHED);
        assertEquals(120, model.liveProperty().get().step());
    }

    @Test
    void aPauseEndsStepsThatWereAskedFor() {
        model.paceProperty().set(20.0);
        model.step();
        model.step();
        model.stepEpoch();
        model.pause();
        awaitState(RunState.PAUSED);
        assertTrue(model.liveProperty().get().step() <= 43, String.valueOf(model.liveProperty().get().step()));
        model.paceProperty().set(Pace.FULL);
    }

    @Test
    void nothingStartsWithSettingsThatNobodySees() {
        boolean[] shown = new boolean[1];
        model.entries().setTakeOver(() -> Optional.of(new Entries.Wrong("epochs must be from 1 to 1000, not 0", () -> shown[0] = true)));
        for (Runnable start : List.<Runnable>of(model::play, model::playOrPause, model::step, model::stepEpoch, model::reset, model::newSeed)) {
            shown[0] = false;
            model.notices().close();
            start.run();
            assertEquals(RunState.PAUSED, model.state());
            assertEquals(40, model.liveProperty().get().step());
            assertEquals("Nothing was started: epochs must be from 1 to 1000, not 0.", model.notices().textProperty().get());
            assertTrue(shown[0]);
        }
    }

    private static TaughtDigits taught() {
        Sheet line = new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.5, 0.2), new Point(0.5, 0.8)), 0.07)));
        return new TaughtDigits(List.of(new TaughtDigits.Taught(1, line)));
    }

    private static void assertSameBits(Snapshot expected, Snapshot found) {
        assertEquals(expected.step(), found.step());
        assertEquals(expected.loss(), found.loss());
        for (int tensor = 0; tensor < 4; tensor++) {
            assertArrayEquals(expected.parameters().arrays()[tensor], found.parameters().arrays()[tensor]);
        }
        assertEquals(expected.curve().epochs(), found.curve().epochs());
        assertArrayEquals(expected.curve().values(), found.curve().values());
    }

    private void awaitState(RunState state) {
        fx.runUntil(() -> model.state() == state);
    }
}
