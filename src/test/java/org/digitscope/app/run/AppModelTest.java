package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.TestThread;
import org.digitscope.app.study.AnswerLists;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Sheet;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.NextStep;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppModelTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    /** 40 steps of 10 pictures in each of 3 epochs. */
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);

    @BeforeEach
    void load() {
        model.settingsProperty().set(SETTINGS);
        assertEquals(RunState.LOADING, model.state());
        assertFalse(model.can().play().get());
        model.digitsLoaded(DIGITS);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void startsReadyWithTheSeedsStartWeights() {
        assertEquals(RunState.READY, model.state());
        assertEquals(0, model.shownProperty().get().step());
        assertShows(Parameters.glorot(Architecture.relu(20), 42));
        assertTrue(model.can().play().get() && model.can().step().get() && !model.can().pause().get() && !model.can().stop().get());
    }

    @Test
    void straightenedDigitsAreTrainedWithAndAskedAboutAndStartAnew() {
        PadModel drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        drawing.penDown(0.8, 0.1);
        drawing.moveTo(0.2, 0.9);
        byte[] leaning = drawing.digitProperty().get().orElseThrow().main();
        model.step();
        awaitState(RunState.PAUSED);
        model.pictures().deskewProperty().set(true);
        awaitState(RunState.READY);
        assertArrayEquals(Deskew.of(DIGITS.training().image(3)), model.digitsProperty().get().training().image(3));
        assertArrayEquals(Deskew.of(leaning), drawing.digitProperty().get().orElseThrow().main());
        model.pictures().deskewProperty().set(false);
        assertArrayEquals(DIGITS.training().image(3), model.digitsProperty().get().training().image(3));
    }

    @Test
    void otherHandsAreTrainedWithBesidesAndStartAnew() {
        model.step();
        awaitState(RunState.PAUSED);
        OtherHands few = new OtherHands(0.01, 42);
        model.pictures().handsProperty().set(few);
        awaitState(RunState.READY);
        Dataset training = model.digitsProperty().get().training();
        assertEquals(few.addedTo(DIGITS.training()).checksum(), training.checksum());
        assertTrue(training.size() > DIGITS.training().size());
        assertFalse(model.notices().textProperty().get().contains("being made"), "they are made by now");
        AnswerLists answers = new AnswerLists(model);
        answers.askedProperty().set(AnswerLists.Asked.OTHER_HANDS);
        answers.watch(new SimpleBooleanProperty(true));
        fx.runUntil(() -> answers.answeredProperty().get().isPresent());
        Dataset looked = answers.answeredProperty().get().orElseThrow().digits().data();
        assertArrayEquals(training.image(DIGITS.training().size()), looked.image(0));
        assertEquals(training.size() - DIGITS.training().size(), looked.size());
        model.pictures().handsProperty().set(OtherHands.NONE);
        assertEquals(DIGITS.training().size(), model.digitsProperty().get().training().size());
    }

    @Test
    void whatIsShownAsTrainingDigitsIsWhatTheRunTrainsWith() {
        assertSame(DIGITS, model.digitsProperty().get());
        model.step();
        awaitState(RunState.PAUSED);
        Hyperparameters varied = SETTINGS.withVariation(new DataVariation(95, 0.2));
        model.startWith(varied);
        awaitState(RunState.READY);
        Dataset training = model.digitsProperty().get().training();
        assertEquals(varied.trainsWith(DIGITS.training()).checksum(), training.checksum());
        assertEquals(10, model.liveProperty().get().stepsPerEpoch());
        assertEquals(DIGITS.training().checksum(), model.project(Sheet.BLANK).orElseThrow().get().data().checksum());
        model.stepEpoch();
        awaitState(RunState.PAUSED);
        NextStep first = NextStep.of(training, varied, model.inspection().history().get(0), varied.learningRate());
        assertArrayEquals(first.after().arrays()[0], model.inspection().history().get(1).parameters().arrays()[0]);
        model.goBack();
        assertSame(DIGITS, model.digitsProperty().get());
        model.goBack();
        assertSame(training, model.digitsProperty().get().training());
    }

    @Test
    void trainingEndsWithTheBitsOfATrainingWithoutAWindow() {
        model.play();
        assertEquals(RunState.RUNNING, model.state());
        assertTrue(model.can().pause().get() && model.can().stop().get() && !model.can().play().get() && !model.can().step().get());
        awaitState(RunState.FINISHED);
        assertShows(trained(SETTINGS));
        assertEquals(120, model.liveProperty().get().step());
    }

    @Test
    void pausingAndSteppingChangeNoBit() {
        model.step();
        awaitState(RunState.PAUSED);
        assertEquals(1, model.liveProperty().get().step());
        model.stepEpoch();
        awaitState(RunState.PAUSED);
        assertEquals(40, model.liveProperty().get().step());
        model.playOrPause();
        model.playOrPause();
        fx.runUntil(() -> model.state() != RunState.RUNNING);
        model.play();
        awaitState(RunState.FINISHED);
        assertShows(trained(SETTINGS));
    }

    @Test
    void resetGoesBackToTheVerySameStartEvenDuringARun() {
        model.paceProperty().set(20.0);
        model.play();
        fx.runUntil(() -> model.liveProperty().get().step() >= 2);
        model.reset();
        awaitState(RunState.READY);
        assertShows(Parameters.glorot(Architecture.relu(20), 42));
        assertEquals(0, model.liveProperty().get().step());
        assertTrue(model.previousProperty().get().orElseThrow().step() >= 2);
    }

    @Test
    void aNewSeedGivesOtherStartWeights() {
        model.newSeed();
        assertShows(Parameters.glorot(Architecture.relu(20), 43));
        assertEquals(RunState.READY, model.state());
    }

    @Test
    void stopEndsTheRunAndTheNextPlayStartsAfresh() {
        model.step();
        awaitState(RunState.PAUSED);
        model.stop();
        assertEquals(RunState.STOPPED, model.state());
        assertEquals(1, model.shownProperty().get().step());
        assertFalse(model.can().step().get());
        model.play();
        awaitState(RunState.FINISHED);
        assertShows(trained(SETTINGS));
        assertEquals(1, model.previousProperty().get().orElseThrow().step());
    }

    @Test
    void stopDuringARunKeepsWhatWasLearned() {
        model.paceProperty().set(50.0);
        model.play();
        fx.runUntil(() -> model.liveProperty().get().step() >= 1);
        model.stop();
        awaitState(RunState.STOPPED);
        assertTrue(model.liveProperty().get().step() >= 1);
    }

    @Test
    void theTimeMachineShowsAnEarlierStepWhileTrainingGoesOn() {
        model.stepEpoch();
        awaitState(RunState.PAUSED);
        model.inspection().showStep(7);
        assertFalse(model.shownProperty().get().live());
        assertEquals(7, model.shownProperty().get().step());
        assertShows(trainedTo(7));
        model.play();
        awaitState(RunState.FINISHED);
        assertEquals(7, model.shownProperty().get().step());
        model.inspection().showLive();
        assertTrue(model.shownProperty().get().live());
        assertShows(trained(SETTINGS));
    }

    @Test
    void goingOnFromAnEarlierStepIsABranchThatCanBeTrainedOtherwise() {
        model.play();
        awaitState(RunState.FINISHED);
        model.inspection().showStep(50);
        assertTrue(model.can().goOnFromShown().get());
        model.goOnFromShown();
        assertEquals(RunState.PAUSED, model.state());
        assertEquals(50, model.liveProperty().get().step());
        assertEquals(50, model.liveProperty().get().curve().points());
        assertEquals(120, model.previousProperty().get().orElseThrow().step());
        model.play();
        awaitState(RunState.FINISHED);
        assertShows(trained(SETTINGS));

        model.inspection().showStep(50);
        model.goOnFromShown();
        model.settingsProperty().set(SETTINGS.withLearningRate(0.02));
        model.play();
        awaitState(RunState.FINISHED);
        assertEquals(List.of(new LearningCurve.RateChange(50, 0.02)), model.liveProperty().get().curve().rateChanges());
        assertNotEquals(trained(SETTINGS).arrays()[1][0], model.shownProperty().get().parameters().arrays()[1][0]);
    }

    @Test
    void settingsHoldAtOnceBeforeTheFirstStepAndOtherwiseFromTheNextStart() {
        model.settingsProperty().set(SETTINGS.withArchitecture(Architecture.relu(5)));
        assertEquals(5, model.shownProperty().get().parameters().layer(1).outputs());
        assertEquals(List.of(), model.settingsThatWait());
        model.step();
        awaitState(RunState.PAUSED);
        model.settingsProperty().set(SETTINGS.withArchitecture(Architecture.relu(7)));
        assertEquals(5, model.shownProperty().get().parameters().layer(1).outputs());
        assertEquals(List.of("hidden layers"), model.settingsThatWait());
        model.reset();
        assertEquals(7, model.shownProperty().get().parameters().layer(1).outputs());
        assertEquals(List.of(), model.settingsThatWait());
    }

    @Test
    void learningRateAndEpochsMayChangeDuringARun() {
        model.stepEpoch();
        awaitState(RunState.PAUSED);
        model.settingsProperty().set(SETTINGS.withEpochs(1));
        assertEquals(List.of(), model.settingsThatWait());
        model.play();
        awaitState(RunState.FINISHED);
        assertEquals(40, model.liveProperty().get().step());
        model.settingsProperty().set(SETTINGS.withEpochs(2).withLearningRate(0.01));
        assertEquals(RunState.PAUSED, model.state());
        model.play();
        awaitState(RunState.FINISHED);
        assertEquals(80, model.liveProperty().get().step());
        assertEquals(0.01, model.liveProperty().get().learningRate());
    }

    @Test
    void aDivergedRunSaysSoKeepsTheLastGoodNetworkAndCanBeMended() {
        model.settingsProperty().set(SETTINGS.withOptimizer(OptimizerKind.SGD).withLearningRate(1e25));
        model.play();
        awaitState(RunState.DIVERGED);
        assertTrue(model.notices().textProperty().get().contains("learning rate"), model.notices().textProperty().get());
        assertTrue(model.shownProperty().get().parameters().isFinite());
        assertFalse(model.can().play().get());
        model.settingsProperty().set(SETTINGS.withOptimizer(OptimizerKind.SGD).withLearningRate(0.01));
        assertEquals("", model.notices().textProperty().get());
        model.play();
        awaitState(RunState.FINISHED);
    }

    @Test
    void slowMotionTakesItsTimeAndFullSpeedEndsIt() {
        model.paceProperty().set(1.0);
        model.play();
        fx.runUntil(() -> model.liveProperty().get().step() == 1);
        model.paceProperty().set(Pace.FULL);
        awaitState(RunState.FINISHED);
        assertShows(trained(SETTINGS));
    }

    @Test
    void digitsThatCannotBeReadAreSaid() {
        AppModel other = new AppModel(Runnable::run, fx);
        other.loadingFailed("train-images is cut");
        assertEquals(RunState.FAILED, other.state());
        assertEquals("train-images is cut", other.notices().textProperty().get());
        other.play();
        other.reset();
        assertEquals(RunState.FAILED, other.state());
    }

    @Test
    void closingEndsTheTrainersThread() throws InterruptedException {
        model.paceProperty().set(1.0);
        model.play();
        Thread trainer = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("trainer")).findFirst().orElseThrow();
        model.close();
        trainer.join(5000);
        assertFalse(trainer.isAlive());
        assertTrue(trainer.isDaemon());
    }

    private void awaitState(RunState state) {
        fx.runUntil(() -> model.state() == state);
    }

    private void assertShows(Parameters expected) {
        for (int tensor = 0; tensor < 4; tensor++) {
            assertArrayEquals(expected.arrays()[tensor], model.shownProperty().get().parameters().arrays()[tensor]);
        }
    }

    private static Parameters trained(Hyperparameters settings) {
        return trainedTo(settings.epochs() * settings.stepsPerEpoch(DIGITS.training().size()));
    }

    private static Parameters trainedTo(int step) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        trainer.run(() -> trainer.step() == step, snapshot -> { });
        return trainer.snapshot().parameters();
    }
}
