package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitscope.app.TestThread;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.project.Project;
import org.digitscope.network.Examples;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which network a run shows and gives that early stopping has ended. */
class BestEpochRunTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    private static final EarlyStopping TWO = EarlyStopping.OFF.withPatience(2).withRestoresBest(true);
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(40).withBatchSize(10).withSeed(6)
            .withEarlyStopping(TWO);

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);
    private int best;

    @BeforeEach
    void trainToTheEnd() {
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
        model.play();
        awaitState(RunState.FINISHED);
        best = model.liveProperty().get().bestEpoch() * 40;
        assertEquals(best + 80, model.liveProperty().get().step());
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theRestoredNetworkIsShownAgainInAProjectThatIsOpenedAndInTheRunBefore() {
        Project project = model.project(Sheet.BLANK).orElseThrow().get();
        assertEquals(best, project.model().step());
        assertArrayEquals(model.shownProperty().get().parameters().arrays(), project.model().parameters().arrays());
        open(project);
        assertEquals(RunState.FINISHED, model.state());
        assertShows(best);
        model.reset();
        awaitState(RunState.READY);
        model.goBack();
        assertEquals(RunState.FINISHED, model.state());
        assertShows(best);
    }

    @Test
    void whoeverLooksAtAnotherStepAsTheRunEndsStaysThere() {
        model.reset();
        awaitState(RunState.READY);
        model.stepEpoch();
        awaitState(RunState.PAUSED);
        model.inspection().showStep(7);
        model.play();
        awaitState(RunState.FINISHED);
        assertShows(7);
    }

    @Test
    void whereTheBestEpochsEndIsNoLongerKeptTheStepBeforeItIsShownAndThatIsSaid() {
        Project thinned = model.project(Sheet.BLANK).orElseThrow().get().thinned(1);
        open(thinned);
        model.settingsProperty().set(model.settingsProperty().get().withEarlyStopping(TWO.withMonitor(Monitor.VAL_ACCURACY)));
        int byAccuracy = model.liveProperty().get().bestEpoch();
        assertTrue(byAccuracy * 40 < best, "it would be kept");
        model.showBestEpoch();
        assertShows(0);
        assertEquals("The end of epoch " + byAccuracy + " is no longer kept; step 0, the last kept one before it, is shown.", model.notices().textProperty().get());
    }

    private void open(Project project) {
        model.adopt(project, new Recipe(DIGITS, OtherHands.NONE, TaughtDigits.NONE, false), DIGITS, project.trainer(DIGITS), () -> { });
    }

    private void assertShows(int step) {
        assertEquals(step, model.shownProperty().get().step());
        assertFalse(model.shownProperty().get().live());
    }

    private void awaitState(RunState state) {
        fx.runUntil(() -> model.state() == state);
    }
}
