package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Ablation;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.Score;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.explain.NeuronProfile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All studies while work is late, out of order or failing and everything that they are about changes. */
class StudiesTest {

    private static final List<DigitSets> SETS = List.of(new DigitSets(Examples.pictures(40, 1), Examples.pictures(12, 2)),
            new DigitSets(Examples.pictures(50, 3), Examples.pictures(15, 4)));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10).withArchitecture(Architecture.relu(6));
    private static final double FOR_EVER = 0.001;

    private final TestThread fx = new TestThread();
    private final BooleanProperty looking = new SimpleBooleanProperty(true);
    private LateExecutor pool;
    private AppModel model;
    private Selection selection;
    private TestScores scores;
    private AnswerLists answers;
    private WhatIfStudies whatIfs;
    private NeuronStudies neurons;
    private NextSteps nextSteps;

    private void start(Order order, long seed) {
        pool = new LateExecutor(order, seed);
        model = new AppModel(pool, fx);
        selection = model.inspection().selection();
        scores = new TestScores(model);
        answers = new AnswerLists(model);
        whatIfs = new WhatIfStudies(model);
        neurons = new NeuronStudies(model);
        nextSteps = new NextSteps(model);
        looking.set(true);
        scores.watch(looking);
        answers.watch(looking);
        whatIfs.watch(looking);
        neurons.watch(looking);
        nextSteps.watch(looking);
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(SETS.get(0));
        pool.runAll(fx);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }

    private Dataset test() {
        return model.digitsProperty().get().validation();
    }

    private Dataset chosenSet() {
        return answers.askedProperty().get() == AnswerLists.Asked.TRAINING ? model.digitsProperty().get().training() : test();
    }

    private boolean isRunning() {
        return model.state() == RunState.RUNNING;
    }

    private void settle() {
        pool.runAll(fx);
    }

    private void trainTo(int step) {
        while (model.liveProperty().get().step() < step) {
            model.step();
            fx.runUntil(() -> !isRunning());
        }
    }

    /** Trains a batch and waits for ever before the next. */
    private void begin() {
        int step = model.liveProperty().get().step();
        model.paceProperty().set(FOR_EVER);
        model.play();
        fx.runUntil(() -> model.liveProperty().get().step() > step);
    }

    private void rest() {
        model.pause();
        fx.runUntil(() -> !isRunning());
    }

    /** What is published belongs to what the studies promise, at any time. */
    private void assertPromises(String when) {
        assertScoresHold(when);
        assertAnswersHold(when);
        assertProfileHolds(when);
        assertRankingsHold(when);
        assertCurveHolds(when);
        assertNextStepHolds(when);
        nextSteps.explanationProperty().get().ifPresent(told -> {
            assertSame(nextSteps.nextProperty().get().orElseThrow(), told.next(), when);
            assertEquals(selection.parameterProperty().get(), told.parameter(), when);
        });
    }

    private void assertScoresHold(String when) {
        scores.scoredProperty().get().ifPresent(scored -> {
            assertEquals(score(scored.network().base()), scored.base().score(), when);
            assertEquals(score(scored.network().parameters()), scored.edited().score(), when);
        });
        scores.whatIf().ifPresent(questions -> assertEquals(score(shown().base()), questions.unchanged().score(), when));
    }

    private void assertAnswersHold(String when) {
        answers.answeredProperty().get().ifPresent(answered -> assertSame(chosenSet(), answered.digits().data(), when));
    }

    private void assertProfileHolds(String when) {
        neurons.profileProperty().get().ifPresent(profile -> {
            assertEquals(selection.neuronProperty().get(), profile.neuron(), when);
            assertEquals(test().size(), profile.pictures(), when);
        });
    }

    private void assertRankingsHold(String when) {
        whatIfs.rankingsProperty().get().ifPresent(rankings -> assertEquals(
                WhatIf.of(shown().base(), test()).rankNeurons(1, Ablation.ZERO, () -> false).orElseThrow(), rankings.neurons(), when));
    }

    private void assertCurveHolds(String when) {
        whatIfs.curveProperty().get().ifPresent(curve -> assertIsCurve(curve, when));
    }

    private void assertNextStepHolds(String when) {
        nextSteps.nextProperty().get().ifPresent(next -> {
            assertEquals(shown().step() + 1, next.step(), when);
            assertArrayEquals(shown().base().arrays()[0], next.before().arrays()[0], when);
            assertFalse(isRunning() && shown().live(), when);
        });
    }

    private void assertIsCurve(WhatIfStudies.ParameterCurve curve, String when) {
        ScalarParameter pinned = selection.parameterProperty().get();
        assertEquals(pinned, curve.parameter(), when);
        List<Edit> others = shown().edits().stream()
                .filter(edit -> !(edit instanceof Edit.SetValue set && set.parameter().equals(pinned))).toList();
        int at = WhatIfStudies.POINTS / 3;
        Parameters changed = Edit.apply(others, shown().base());
        List<Score> expected = WhatIf.of(changed, test()).curve(pinned, curve.values(), () -> false).orElseThrow();
        assertEquals(expected.get(at), curve.scores().get(at), when);
    }

    /** Everything there is to know is known, of the present network. */
    private void assertAllAnswered(String when) {
        assertSame(shown(), scores.scoredProperty().get().orElseThrow().network(), when);
        AnsweredDigits expected = AnsweredDigits.of(shown().parameters(), chosenSet());
        assertEquals(expected.evaluation().score(), answers.answeredProperty().get().orElseThrow().digits().evaluation().score(), when);
        Neuron neuron = selection.neuronProperty().get();
        WhatIf questions = WhatIf.of(shown().parameters(), test());
        assertEquals(NeuronProfile.of(shown().parameters(), test(), questions, neuron, NeuronStudies.COUNT),
                neurons.profileProperty().get().orElseThrow(), when);
        assertTrue(whatIfs.rankingsProperty().get().isPresent(), when);
        assertTrue(whatIfs.curveProperty().get().isPresent(), when);
        assertEquals(model.shownCheckpoint().isPresent(), nextSteps.nextProperty().get().isPresent(), when);
        assertEquals(model.shownCheckpoint().isPresent(), nextSteps.explanationProperty().get().isPresent(), when);
        assertPromises(when);
    }

    private Score score(Parameters network) {
        return WhatIf.of(network, test()).unchanged().score();
    }

    @Test
    void whatIsPublishedBelongsToWhatIsAskedAndInTheEndEverythingIsAnswered() {
        for (int seed = 0; seed < 24; seed++) {
            Random random = new Random(seed);
            start(Order.values()[seed % 3], seed);
            String when = "seed " + seed;
            scores.scoredProperty().addListener((observable, before, after) -> assertScoresHold(when));
            answers.answeredProperty().addListener((observable, before, after) -> assertAnswersHold(when));
            neurons.profileProperty().addListener((observable, before, after) -> assertProfileHolds(when));
            whatIfs.rankingsProperty().addListener((observable, before, after) -> assertRankingsHold(when));
            whatIfs.curveProperty().addListener((observable, before, after) -> assertCurveHolds(when));
            nextSteps.nextProperty().addListener((observable, before, after) -> assertNextStepHolds(when));
            for (int action = 0; action < 40; action++) {
                act(random);
                assertPromises(when + ", action " + action);
            }
            rest();
            pool.refuseNothing();
            looking.set(false);
            pool.runAll(fx);
            looking.set(true);
            pool.runAll(fx);
            assertAllAnswered(when);
            assertEquals(List.of(), pool.reported(), when);
            close();
        }
    }

    private void act(Random random) {
        int hidden = shown().base().layer(1).outputs();
        int neuron = random.nextInt(hidden);
        switch (random.nextInt(18)) {
            case 0 -> model.inspection().showFile(Examples.parameters(1 + random.nextInt(9), random.nextInt(5)));
            case 1 -> model.inspection().showLive();
            case 2 -> model.inspection().showStep(random.nextInt(4));
            case 3 -> model.startWith(SETTINGS.withArchitecture(Architecture.relu(1 + random.nextInt(9))));
            case 4 -> {
                rest();
                model.paceProperty().set(Double.POSITIVE_INFINITY);
                model.step();
                fx.runUntil(() -> !isRunning());
            }
            case 5 -> {
                rest();
                if (model.can().step().get()) {
                    begin();
                }
            }
            case 6 -> model.digitsLoaded(SETS.get(random.nextInt(2)));
            case 7 -> selection.pin(ScalarParameter.weight(1, random.nextInt(784), neuron));
            case 8 -> selection.pin(ScalarParameter.weight(2, neuron, random.nextInt(10)));
            case 9 -> selection.choose(new Neuron(1, neuron));
            case 10 -> model.inspection().edits().mute(new Neuron(1, neuron), random.nextInt(2));
            case 11 -> model.inspection().edits().drag(selection.parameterProperty().get(), random.nextFloat());
            case 12 -> model.inspection().edits().undo();
            case 13 -> answers.askedProperty().set(random.nextBoolean() ? AnswerLists.Asked.TRAINING : AnswerLists.Asked.TEST);
            case 14 -> looking.set(random.nextInt(3) > 0);
            case 15 -> pool.refuse(LateExecutor.refusals().get(random.nextInt(3)));
            case 16 -> pool.runOne();
            default -> fx.runNext();
        }
    }

    @Test
    void workThatFailsOnABrokenNetworkLeavesAllStudiesFree() {
        start(Order.FIRST, 0);
        Parameters broken = Examples.parameters(9, 1);
        broken.layer(1).kernel().data = new float[3];
        model.inspection().showFile(broken);
        settle();
        assertFalse(pool.reported().isEmpty());
        assertEquals(Optional.empty(), whatIfs.rankingsProperty().get());
        assertEquals(Optional.empty(), neurons.profileProperty().get());
        model.inspection().showFile(Examples.parameters(7, 1));
        settle();
        assertAllAnswered("after a broken network");
        model.inspection().showLive();
        settle();
        assertAllAnswered("back in the training");
    }

    @Test
    void aStudyThatGotNoThreadIsMadeWhenSomebodyLooksAgain() {
        for (int refused = 1; refused < 6; refused++) {
            start(Order.FIRST, 0);
            trainTo(2);
            Throwable[] refusals = LateExecutor.refusals().subList(0, 1 + refused % 3).toArray(new Throwable[0]);
            pool.refuse(refusals);
            model.inspection().showStep(1);
            settle();
            selection.pin(ScalarParameter.weight(1, 400, 4));
            settle();
            looking.set(false);
            looking.set(true);
            settle();
            assertAllAnswered(refusals.length + " refusals");
        }
    }

    @Test
    void aPinnedWeightOfALargerNetworkIsLetGoOfWithoutAWord() {
        start(Order.LAST, 0);
        model.inspection().showFile(Examples.parameters(64, 1));
        selection.pin(ScalarParameter.weight(1, 400, 50));
        model.inspection().edits().mute(new Neuron(1, 50), 0);
        settle();
        assertAllAnswered("64 neurons");
        model.inspection().showLive();
        settle();
        assertAllAnswered("6 neurons");
        selection.pin(ScalarParameter.weight(1, 400, 5));
        model.startWith(SETTINGS.withArchitecture(Architecture.relu(2)));
        settle();
        assertAllAnswered("2 neurons");
        assertEquals(List.of(), pool.reported());
        assertEquals("", model.notices().textProperty().get());
    }

    @Test
    void afterALookElsewhereTheNetworkInTrainingIsScoredAgainWithoutWaitingForTheEpoch() {
        start(Order.FIRST, 0);
        trainTo(2);
        begin();
        settle();
        for (boolean file : new boolean[] {true, false}) {
            if (file) {
                model.inspection().showFile(Examples.parameters(3, 1));
            } else {
                model.inspection().showStep(1);
            }
            settle();
            assertSame(shown(), scores.scoredProperty().get().orElseThrow().network());
            model.inspection().showLive();
            settle();
            assertSame(shown(), scores.scoredProperty().get().orElseThrow().network());
            assertEquals(AnsweredDigits.of(shown().parameters(), test()).evaluation().score(),
                    answers.answeredProperty().get().orElseThrow().digits().evaluation().score());
        }
        model.inspection().edits().mute(new Neuron(1, 1), 0);
        settle();
        assertFalse(scores.scoredProperty().get().orElseThrow().network().isEdited(), "of a network in training once an epoch");
    }

    @Test
    void theStepAfterAKeptOneHasItsMomentsAndLeadsToTheNextKeptOne() {
        start(Order.RANDOM, 1);
        trainTo(3);
        model.settingsProperty().set(SETTINGS.withLearningRate(0.02));
        trainTo(7);
        for (int step = 0; step < 7; step++) {
            for (int passing = 0; passing < 7; passing += 2) {
                model.inspection().showStep(passing);
                pool.runOne();
            }
            model.inspection().showStep(step);
            settle();
            NextStep next = nextSteps.nextProperty().get().orElseThrow();
            assertEquals(step < 3 ? 0.001 : 0.02, next.learningRate());
            assertSame(model.shownCheckpoint().orElseThrow().moments(), next.momentsBefore());
            model.inspection().showStep(step + 1);
            for (int tensor = 0; tensor < 4; tensor++) {
                assertArrayEquals(shown().base().arrays()[tensor], next.after().arrays()[tensor]);
            }
        }
        model.inspection().showFile(Examples.parameters(6, 1));
        assertEquals(Optional.empty(), nextSteps.nextProperty().get());
        settle();
        assertEquals(Optional.empty(), nextSteps.nextProperty().get());
    }
}
