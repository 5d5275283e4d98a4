package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.run.SweepWork;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Backdrop;
import org.digitscope.evaluation.Ablation;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonFormatException;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.explain.lesson.scene.StageScene.Place;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Initialization;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of every kind: an untouched program hasn't done them, and whoever does what they ask for has, by whatever way. */
class LessonTasksTest {

    private static final Dataset TRAINING = Examples.pictures(300, 1);
    /** Some of the same, as what is learnt of random pictures helps with no others. */
    private static final DigitSets DIGITS = new DigitSets(TRAINING, TRAINING.subset("test", IntStream.range(0, 120)));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10).withLearningRate(0.01).withArchitecture(Architecture.relu(6));

    @TempDir
    private Path folder;

    private final TestThread fx = new TestThread();
    private AppModel model;
    private PadModel drawing;
    private NetworkFlows flows;
    private AnswerLists answers;
    private SweepWork sweeps;
    private LessonStates states;
    private OpenLesson lesson;
    private LessonTasks tasks;

    @BeforeEach
    void start() {
        model = new AppModel(Runnable::run, fx);
        drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        flows = new NetworkFlows(model, drawing);
        answers = new AnswerLists(model);
        answers.watch(new SimpleBooleanProperty(true));
        sweeps = new SweepWork(model, new SweepFolders(folder));
        states = new LessonStates(model, drawing, flows, answers, sweeps);
        lesson = new OpenLesson();
        tasks = new LessonTasks(model, new TestScores(model), states, lesson);
        model.settingsProperty().set(SETTINGS);
        model.digitsLoaded(DIGITS);
        fx.runUntil(() -> model.shownProperty().get() != null);
    }

    @AfterEach
    void close() {
        sweeps.close();
        model.close();
    }

    @Test
    void muteTheNeuronThatCostsMost() {
        train();
        open("costliest neuron is muted");
        WhatIf questions = WhatIf.of(shown().base(), DIGITS.validation());
        List<Integer> ranked = questions.rankNeurons(1, Ablation.ZERO, () -> false).orElseThrow().stream().map(cost -> cost.neurons().get(0)).toList();
        assertNotDone();
        model.inspection().edits().mute(new Neuron(1, ranked.get(ranked.size() - 1)), 0);
        assertNotDone();
        assertEquals(false, tasks.stateProperty().get().facts().get(Fact.COSTLIEST_MUTED));
        model.inspection().edits().mute(new Neuron(1, ranked.get(0)), 0);
        assertDone();
    }

    @Test
    void findADigitThatIsTakenForAnother() {
        model.step();
        fx.runUntil(() -> model.state() == RunState.PAUSED);
        int wanted = IntStream.range(0, DIGITS.validation().size()).filter(i -> answer(i) != DIGITS.validation().label(i)).findFirst().orElseThrow();
        open("digit true " + DIGITS.validation().label(wanted) + " said " + answer(wanted) + " margin < 99 points");
        answers.chosenProperty().set(IntStream.range(0, 100).filter(i -> answer(i) == DIGITS.validation().label(i)).boxed().findFirst());
        assertNotDone();
        answers.chosenProperty().set(Optional.of(wanted));
        assertDone();
    }

    @Test
    void reachAnAccuracyOnTheTestDigits() {
        double reached = reachedAfter(SETTINGS.epochs());
        assertTrue(reached > 0.25, "the pictures can be learnt: " + reached);
        open("test accuracy >= " + 100 * reached + " %");
        assertNotDone();
        train();
        assertDone();
    }

    @Test
    void makeItOverfit() {
        model.settingsProperty().set(SETTINGS.withVariation(new DataVariation(20, 0)).withEpochs(200));
        fx.runUntil(() -> model.digitsProperty().get().training().size() == 20);
        open("training accuracy >= 99 % and validation accuracy <= training accuracy - 8 points");
        train();
        assertDone();
    }

    @Test
    void chooseARateThatDiverges() {
        open("diverged");
        assertNotDone();
        model.settingsProperty().set(SETTINGS.withLearningRate(1e30).withOptimizer(OptimizerKind.SGD));
        model.play();
        fx.runUntil(() -> model.state() == RunState.DIVERGED);
        assertDone();
    }

    @Test
    void drawADigitThatItTakesForAnother() {
        drawing.load(Backdrop.ofDigit(DIGITS.validation().image(0)));
        int said = drawing.predictionProperty().get().orElseThrow().answer();
        drawing.clear();
        open("drawing meant as 7 says " + said);
        drawing.load(Backdrop.ofDigit(DIGITS.validation().image(0)));
        assertNotDone();
        flows.labelProperty().set(Optional.of(7));
        assertDone();
    }

    @Test
    void dragAWeightUntilDigit0IsTakenForAnother() {
        train();
        int before = answer(0);
        open("changed numbers >= 1 and first digit said != " + before);
        assertNotDone();
        model.inspection().edits().set(ScalarParameter.bias(2, (before + 1) % 10), 1000);
        assertDone();
    }

    @Test
    void aPredictionComesBeforeWhatItIsAbout() {
        train();
        openTask("""
                predict: What will happen?
                choice: It falls. | test accuracy < unchanged test accuracy
                choice: It stays or rises. | test accuracy >= unchanged test accuracy
                when: muted neurons >= 6
                """);
        lesson.record(new ChapterResult("A", false, "It stays or rises."));
        for (int neuron = 0; neuron < 6; neuron++) {
            model.inspection().edits().mute(new Neuron(1, neuron), 0);
        }
        assertNotDone();
        lesson.record(new ChapterResult("A", false, "It falls."));
        assertDone();
    }

    @Test
    void whatIsDoneStaysDone() {
        open("muted neurons >= 1");
        model.inspection().edits().mute(new Neuron(1, 0), 0);
        assertDone();
        model.inspection().edits().undo();
        assertDone();
    }

    @Test
    void anotherLessonKnowsNothingOfTheOldOnesChapters() throws LessonFormatException {
        open("muted neurons >= 1");
        lesson.open(Lesson.parse("digitscope lesson 1\ntitle: Other\nchapter: B\nT\n"));
        model.inspection().edits().mute(new Neuron(1, 0), 0);
        assertEquals(List.of(), lesson.results());
    }

    @Test
    void everyQuantitySettingAndFactIsKnownWithItsValue() {
        model.settingsProperty().set(SETTINGS.withSeed(7));
        train();
        Hyperparameters other = SETTINGS.withArchitecture(new Architecture(List.of(4, 3), Activation.TANH, Inputs.GREY)).withSeed(5).withLearningRate(0.002)
                .withInitialization(new Initialization(StartValues.HE_UNIFORM, 1)).withVariation(new DataVariation(200, 0.1));
        model.startWith(other);
        fx.runUntil(() -> model.digitsProperty().get().training().size() == 200 && model.state() == RunState.READY);
        train();
        model.inspection().edits().mute(new Neuron(2, 1), 0);
        model.inspection().edits().set(ScalarParameter.bias(1, 0), 0.25f);
        drawing.load(Backdrop.ofDigit(DIGITS.validation().image(3)));
        flows.labelProperty().set(Optional.of(6));
        answers.chosenProperty().set(Optional.of(9));
        states.placeProperty().set(Optional.of(new Place("weights", Optional.of("what if"))));
        sweeps.start(new Sweep(SETTINGS.withEpochs(1), List.of(new Sweep.Axis(SweptSetting.LAYERS, List.of("2", "3"))), List.of(1L)));
        fx.runUntil(() -> sweeps.progressProperty().get().filter(each -> each.state() == SweepWork.State.DONE).isPresent());
        openTask("task: All.\nwhen: costliest neuron is muted and test accuracy > 100 %\n");
        fx.runUntil(() -> tasks.stateProperty().get().numbers().containsKey(Quantity.TEST_ACCURACY));
        LessonState state = tasks.stateProperty().get();
        Parameters network = shown().parameters();
        Evaluation score = Evaluation.of(network, DIGITS.validation());
        ForwardTrace ninth = ForwardTrace.of(DIGITS.validation().image(9), network);
        assertEquals(EnumSet.allOf(Quantity.class), state.numbers().keySet());
        assertEquals(EnumSet.allOf(Setting.class), state.words().keySet());
        assertEquals(EnumSet.allOf(Fact.class), state.facts().keySet());
        value(state, Quantity.TEST_ACCURACY, score.accuracy());
        value(state, Quantity.TEST_LOSS, score.loss());
        value(state, Quantity.UNCHANGED_ACCURACY, Evaluation.of(shown().base(), DIGITS.validation()).accuracy());
        var epochs = model.liveProperty().get().curve().epochs();
        value(state, Quantity.TRAINING_ACCURACY, epochs.get(2).accuracy());
        value(state, Quantity.VALIDATION_ACCURACY, epochs.get(2).validationAccuracy());
        value(state, Quantity.TRAINING_LOSS, epochs.get(2).loss());
        value(state, Quantity.VALIDATION_LOSS, epochs.get(2).validationLoss());
        value(state, Quantity.BEST_VALIDATION_ACCURACY, epochs.stream().mapToDouble(each -> each.validationAccuracy()).max().orElseThrow());
        value(state, Quantity.EARLIER_VALIDATION_ACCURACY, model.runs().beforeProperty().get().orElseThrow().result().epochs().get(2).validationAccuracy());
        value(state, Quantity.EPOCHS, 3);
        value(state, Quantity.STEPS, 60);
        value(state, Quantity.HIDDEN_LAYERS, 2);
        value(state, Quantity.NEURONS, 7);
        value(state, Quantity.PARAMETERS, 784 * 4 + 4 + 4 * 3 + 3 + 3 * 10 + 10);
        value(state, Quantity.LEARNING_RATE, 0.002);
        value(state, Quantity.BATCH_SIZE, 10);
        value(state, Quantity.TRAINING_PICTURES, 200);
        value(state, Quantity.WRONG_LABELS, 20);
        value(state, Quantity.SEED, 5);
        value(state, Quantity.DRAWING_MEANT_AS, 6);
        value(state, Quantity.DRAWING_SAYS, drawing.predictionProperty().get().orElseThrow().answer());
        value(state, Quantity.DRAWING_PROBABILITY, drawing.predictionProperty().get().orElseThrow().probability());
        value(state, Quantity.DRAWING_MARGIN, drawing.predictionProperty().get().orElseThrow().margin());
        value(state, Quantity.DIGIT_NUMBER, 9);
        value(state, Quantity.DIGIT_TRUE, DIGITS.validation().label(9));
        value(state, Quantity.DIGIT_SAID, ninth.answer());
        value(state, Quantity.DIGIT_PROBABILITY, ninth.probability(ninth.answer()));
        value(state, Quantity.DIGIT_MARGIN, ninth.probability(ninth.answer()) - IntStream.range(0, 10).filter(digit -> digit != ninth.answer())
                .mapToDouble(ninth::probability).max().orElseThrow());
        value(state, Quantity.FIRST_TRUE, DIGITS.validation().label(0));
        value(state, Quantity.FIRST_SAID, answer(0));
        value(state, Quantity.FIRST_PROBABILITY, ForwardTrace.of(DIGITS.validation().image(0), network).probability(answer(0)));
        value(state, Quantity.MUTED_NEURONS, 1);
        value(state, Quantity.CHANGED_NUMBERS, 1);
        value(state, Quantity.RUNS, 4);
        value(state, Quantity.SWEPT_RUNS, 2);
        assertEquals(List.of("tanh", "adam", "he uniform", "weights", "what if", "layers"),
                List.of(Setting.values()).stream().map(state.words()::get).toList());
        assertEquals(Set.of(Fact.FINISHED, Fact.CHANGED, Fact.INPUTS_UNDIVIDED, Fact.DIGIT_CHOSEN, Fact.SWEEP_DONE), Set.copyOf(
                EnumSet.complementOf(EnumSet.of(Fact.COSTLIEST_MUTED)).stream().filter(fact -> state.facts().get(fact)).toList()));
    }

    private static void value(LessonState state, Quantity quantity, double expected) {
        assertEquals(expected, state.numbers().get(quantity), 1e-6, quantity.phrase());
    }

    private void open(String condition) {
        openTask("task: Do it.\nwhen: " + condition + "\n");
    }

    private void openTask(String task) {
        try {
            lesson.open(Lesson.parse("digitscope lesson 1\ntitle: L\nchapter: A\nText.\n" + task));
        } catch (LessonFormatException wrong) {
            throw new AssertionError(wrong);
        }
        Parameters network = shown().parameters();
        Chapter chapter = lesson.lessonProperty().get().chapters(LessonNumbers.of(network, 0, Evaluation.of(network, DIGITS.validation()), DIGITS,
                model.liveProperty().get())).get(0);
        tasks.chapterProperty().set(Optional.of(chapter));
        fx.runAll();
    }

    private void assertNotDone() {
        fx.runAll();
        assertFalse(lesson.resultProperty().get().isDone("A"), tasks.stateProperty().get().toString());
    }

    private void assertDone() {
        fx.runUntil(() -> lesson.resultProperty().get().isDone("A"));
    }

    private void train() {
        model.play();
        fx.runUntil(() -> model.state() == RunState.FINISHED);
    }

    private double reachedAfter(int epochs) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), SETTINGS.withEpochs(epochs));
        trainer.run(() -> false, snapshot -> { });
        return Evaluation.of(trainer.snapshot().parameters(), DIGITS.validation()).accuracy();
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }

    private int answer(int picture) {
        return ForwardTrace.of(DIGITS.validation().image(picture), shown().parameters()).answer();
    }
}
