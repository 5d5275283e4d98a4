package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.digitscope.app.TestThread;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

/** Every run that learnt something is in the list, and one can go back to it. */
class RunListTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    /** 40 steps of 10 pictures in each of 3 epochs. */
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);
    private static final TrainingPictures.Prepared PICTURES =
            new TrainingPictures.Prepared(new Recipe(DIGITS, OtherHands.NONE, TaughtDigits.NONE, false), DIGITS);

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);

    private void begin() {
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
    }

    private void trainSteps(int count) {
        for (int i = 0; i < count; i++) {
            model.step();
        }
        fx.runUntil(() -> model.state() == RunState.PAUSED);
        model.runs().identify();
        fx.runAll();
    }

    private List<String> names() {
        return model.runs().runs().stream().map(run -> run.nameProperty().get()).toList();
    }

    @Test
    void aRunIsInTheListAsSoonAsItLearntSomethingAndFollowsTheTraining() {
        begin();
        assertEquals(List.of(), names());
        trainSteps(1);
        KeptRun run = model.runs().runs().get(0);
        assertEquals(List.of("Run 1"), names());
        assertTrue(model.runs().isCurrent(run));
        assertEquals(1, run.known().step());
        model.stepEpoch();
        fx.runUntil(() -> model.state() == RunState.PAUSED);
        model.runs().identify();
        fx.runAll();
        assertEquals(40, run.known().step());
        assertEquals(1, run.result().epochs().size());
        assertEquals(64, run.result().fingerprint().length(), "at a pause it is known");
        assertEquals(DIGITS.training().checksum(), run.result().data());
    }

    @Test
    void everyRunIsKeptHoweverShortAndOneGoesBackToAnyOfThem() {
        begin();
        trainSteps(3);
        Snapshot first = model.liveProperty().get();
        model.newSeed();
        trainSteps(1);
        model.newSeed();
        trainSteps(2);
        assertEquals(List.of("Run 1", "Run 2", "Run 3"), names());
        String fingerprint = model.runs().runs().get(0).result().fingerprint();
        model.goBackTo(model.runs().runs().get(0));
        assertArrayEquals(first.parameters().arrays()[0], model.liveProperty().get().parameters().arrays()[0]);
        assertEquals(42, model.settingsProperty().get().seed());
        assertEquals(List.of("Run 1", "Run 2", "Run 3"), names(), "it is still the same run");
        model.runs().identify();
        fx.runAll();
        assertEquals(fingerprint, model.runs().runs().get(0).result().fingerprint());
        assertEquals(Optional.of(model.runs().runs().get(2)), model.runs().beforeProperty().get());
        trainSteps(1);
        assertEquals(4, model.runs().runs().get(0).known().step());
        assertFalse(fingerprint.equals(model.runs().runs().get(0).result().fingerprint()), "a run that went on is another one");
        model.goBackTo(model.runs().runs().get(1));
        model.goBackTo(model.runs().runs().get(2));
        assertEquals(44, model.settingsProperty().get().seed());
        assertEquals(3, names().size());
    }

    @Test
    void aDeletedRunIsNoMoreTheOneBeforeUntilItComesBackInItsPlace() {
        begin();
        trainSteps(3);
        model.newSeed();
        trainSteps(1);
        model.newSeed();
        trainSteps(2);
        List<KeptRun> all = List.copyOf(model.runs().runs());
        model.runs().delete(all);
        assertEquals(List.of("Run 3"), names(), "the one on screen stays");
        assertFalse(model.can().goBack().get());
        model.runs().undo();
        assertEquals(all, model.runs().runs());
        assertTrue(model.can().goBack().get());
        model.runs().redo();
        assertEquals(List.of("Run 3"), names());
        model.runs().undo();
        model.goBack();
        assertEquals(43, model.settingsProperty().get().seed());
    }

    @Test
    void memoryIsBoundedByShorterTimeMachinesFirstThenByNetworksAndPinnedOnesGoLast() {
        Notices notices = new Notices();
        Trainer one = trained(SETTINGS);
        long whole = whole(one).bytes();
        RunList list = new RunList(new Background(Runnable::run, fx, notices), notices, 2 * whole + whole / 2);
        KeptRun first = add(list, one);
        KeptRun second = add(list, trained(SETTINGS.withSeed(2)));
        first.pinnedProperty().set(true);
        assertEquals(121, one.recording().steps().size());
        KeptRun third = add(list, trained(SETTINGS.withSeed(3)));
        assertTrue(list.bytes() <= list.bound(), list.bytes() + " of " + list.bound());
        assertEquals(121, one.recording().steps().size(), "it is pinned");
        List<Integer> kept = second.whole().orElseThrow().trainer().recording().steps();
        assertTrue(kept.size() <= 8 && kept.contains(0) && kept.contains(120), kept.toString());
        assertTrue(notices.textProperty().get().contains("the time machine of second keeps fewer steps"), notices.textProperty().get());
        RunList small = new RunList(new Background(Runnable::run, fx, notices), notices, whole / 10);
        KeptRun pinned = add(small, trained(SETTINGS.withSeed(4)));
        pinned.pinnedProperty().set(true);
        KeptRun other = add(small, trained(SETTINGS.withSeed(5)));
        assertTrue(small.bytes() <= small.bound());
        assertTrue(pinned.isWhole() && !other.isWhole(), "of two that don't both fit the pinned one stays");
        assertEquals(3, other.result().epochs().size(), "its figures stay");
        assertEquals(Optional.empty(), other.known().learnt());
        assertTrue(notices.textProperty().get().contains("the network of second is let go, its figures stay"), notices.textProperty().get());
        assertTrue(third.isWhole());
    }

    @Test
    void picturesThatOnlyARunAtRestHasCountOnce() {
        Notices notices = new Notices();
        RunList list = new RunList(new Background(Runnable::run, fx, notices), notices, Long.MAX_VALUE);
        DigitSets made = new DigitSets(Examples.pictures(300, 7), DIGITS.validation());
        TrainingPictures.Prepared other = new TrainingPictures.Prepared(PICTURES.recipe(), made);
        for (int i = 0; i < 2; i++) {
            Trainer trainer = new Trainer(made.training(), made.validation(), SETTINGS);
            list.add("made", known(trainer), Optional.of(new WholeRun(trainer, trainer.snapshot(), other, RunState.PAUSED, List.of(), 0)));
        }
        Trainer plain = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS);
        assertEquals(2 * plain.recording().bytes() + made.training().bytes(), list.bytes());
    }

    private static Trainer trained(Hyperparameters settings) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
        trainer.run(() -> false, snapshot -> { });
        return trainer;
    }

    private static WholeRun whole(Trainer trainer) {
        return new WholeRun(trainer, trainer.snapshot(), PICTURES, RunState.FINISHED, List.of(), 0);
    }

    private static KeptRun.Known known(Trainer trainer) {
        return KeptRun.Known.of(trainer.snapshot(), RunState.FINISHED, DIGITS.validation(), trainer.recording());
    }

    private static KeptRun add(RunList list, Trainer trainer) {
        return list.add(List.of("first", "second", "third").get(list.runs().size()), known(trainer), Optional.of(whole(trainer)));
    }
}
