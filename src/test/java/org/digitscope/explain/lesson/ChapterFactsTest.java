package org.digitscope.explain.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.TwoSteps;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.files.lessons.PrintedNumbers;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Initialization;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That what the chapters say of the classic network, and how their tasks are solved, is so with the real digits. */
class ChapterFactsTest {

    private static final Hyperparameters ONE_EPOCH = Hyperparameters.NOTEBOOK.withEpochs(1);

    private static DigitSets mnist;
    private static Snapshot classic;

    @BeforeAll
    static void train() throws IOException {
        mnist = Mnist.load();
        classic = trained(mnist, ONE_EPOCH);
    }

    @Test
    void theReasonsGivenForPredictionsAreOfWhatHappens() {
        right("Why so many neurons?", 0, ONE_EPOCH.withArchitecture(Architecture.relu(2)));
        right("Why random numbers at the start?", 0, ONE_EPOCH.withInitialization(new Initialization(StartValues.ZERO, 1)));
        right("Why Adam?", 0, ONE_EPOCH.withOptimizer(OptimizerKind.SGD).withLearningRate(0.001));
        right("Why an activation?", 0, ONE_EPOCH.withArchitecture(new Architecture(Architecture.CLASSIC.hidden(), Activation.LINEAR, Inputs.SCALED)));
    }

    @Test
    void withZerosAtTheStartEveryPictureGetsTheSameAnswer() {
        Parameters zero = trained(mnist.withTraining(mnist.training().head(2000)), ONE_EPOCH.withInitialization(new Initialization(StartValues.ZERO, 1))).parameters();
        Evaluation score = Evaluation.of(zero, mnist.validation());
        assertEquals(1, IntStream.range(0, score.size()).map(score::answer).distinct().count());
    }

    @Test
    void a4IsTakenForA9ByLessThanFivePoints() {
        Evaluation score = Evaluation.of(classic.parameters(), mnist.validation());
        assertTrue(IntStream.range(0, score.size()).filter(i -> mnist.validation().label(i) == 4 && score.answer(i) == 9)
                .mapToObj(i -> ForwardTrace.of(mnist.validation().image(i), classic.parameters())).anyMatch(trace -> IntStream.range(0, 9)
                        .anyMatch(digit -> trace.probability(9) - trace.probability(digit) < 0.05)));
    }

    @Test
    void sgdWithTheLargestRateDiverges() {
        Trainer trainer = new Trainer(mnist.training().head(2000), mnist.validation(), ONE_EPOCH.withOptimizer(OptimizerKind.SGD)
                .withLearningRate(Hyperparameters.MAX_LEARNING_RATE));
        assertTrue(trainer.run(() -> false, snapshot -> { }) instanceof TrainingEnd.Diverged);
        assertTrue(chapter("What if the learning rate is too large?").help().stream().anyMatch(help -> help.text().contains("1e30")));
        assertEquals(1e30, Hyperparameters.MAX_LEARNING_RATE);
    }

    @Test
    void stepsThatAreTooLargeLandHigherAndAdamsHaveNearlyTheSameSizeEverywhere() {
        Dataset batch = mnist.training().head(32);
        TwoSteps small = TwoSteps.of(classic.parameters(), batch, 1e-4);
        TwoSteps large = TwoSteps.of(classic.parameters(), batch, 1);
        assertTrue(small.lossAfterSgd() < small.lossBefore() && small.lossAfterAdam() < small.lossBefore());
        assertTrue(large.lossAfterSgd() > large.lossBefore() && large.lossAfterAdam() > large.lossBefore());
        float[] gradient = small.gradient().layer(1).kernel().data;
        float[] adam = small.adam().change().layer(1).kernel().data;
        double[] moved = IntStream.range(0, gradient.length).filter(i -> Math.abs(gradient[i]) > 1e-5).mapToDouble(i -> Math.abs(adam[i])).sorted().toArray();
        assertTrue(moved.length > 1000 && moved[moved.length / 20] > 0.9 * moved[moved.length - 1], moved[moved.length / 20] + " of " + moved[moved.length - 1]);
    }

    @Test
    void theLossesThatAreNamedAreMinusTheLogarithm() {
        String text = String.join("\n", chapter("Compile").paragraphs());
        for (double probability : new double[] {0.1, 0.01}) {
            assertTrue(text.contains(String.format(Locale.ROOT, "if it is %s, ", probability)) && text.contains(String.format(Locale.ROOT, "%.3f", -Math.log(probability))), text);
        }
        String flat = String.join("\n", chapter("Flatten").paragraphs());
        assertTrue(flat.contains("= " + (2 * Dataset.COLUMNS + 5) + " ") && flat.contains("is number " + (3 * Dataset.COLUMNS + 5) + ","), flat);
    }

    @Test
    @Tag("soak")
    void theAnswersThatAreGivenSolveTheirTasks() {
        Snapshot wide = trained(mnist, Hyperparameters.NOTEBOOK.withEpochs(5).withArchitecture(Architecture.relu(128)));
        solved("Why not 100 %?", LessonState.UNKNOWN.with(Quantity.TEST_ACCURACY, last(wide).validationAccuracy()));
        LearningCurve.Epoch byHeart = last(trained(mnist.withTraining(mnist.training().head(500)), Hyperparameters.NOTEBOOK.withEpochs(60)
                .withArchitecture(Architecture.relu(128))));
        solved("What is overfitting?", LessonState.UNKNOWN.with(Quantity.TRAINING_ACCURACY, byHeart.accuracy())
                .with(Quantity.VALIDATION_ACCURACY, byHeart.validationAccuracy()));
    }

    private static void solved(String chapter, LessonState state) {
        Task.Reach task = (Task.Reach) chapter(chapter).task().orElseThrow();
        assertTrue(task.when().holds(state), chapter + ": " + task.when().missing(state));
    }

    private static void right(String chapter, int choice, Hyperparameters settings) {
        LessonState state = LessonState.UNKNOWN.with(Quantity.EPOCHS, 1).with(Quantity.NEURONS, settings.architecture().hidden().get(0))
                .with(Quantity.LEARNING_RATE, settings.learningRate())
                .with(Quantity.VALIDATION_ACCURACY, last(trained(mnist, settings)).validationAccuracy())
                .with(Quantity.EARLIER_VALIDATION_ACCURACY, last(classic).validationAccuracy())
                .with(Setting.ACTIVATION, settings.architecture().activation().label())
                .with(Setting.OPTIMIZER, settings.optimizer().label().toLowerCase(Locale.ROOT))
                .with(Setting.START_VALUES, settings.initialization().values().label().toLowerCase(Locale.ROOT));
        Task.Predict task = (Task.Predict) chapter(chapter).task().orElseThrow();
        assertTrue(task.isRevealed(state), chapter);
        assertEquals(choice, task.right(state).orElseThrow(), chapter + " " + state.numbers());
        String answer = chapter(chapter).help().get(2).text();
        assertTrue(answer.startsWith(task.choices().get(choice).text()), answer);
    }

    private static Chapter chapter(String name) {
        Evaluation score = Evaluation.of(classic.parameters(), mnist.validation());
        LessonNumbers numbers = LessonNumbers.of(classic.parameters(), classic.step(), score, mnist, classic);
        return Lesson.load().chapters(PrintedNumbers.with(numbers, classic.parameters(), score, mnist)).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Snapshot trained(DigitSets digits, Hyperparameters settings) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings);
        trainer.run(() -> false, snapshot -> { });
        return trainer.snapshot();
    }

    private static LearningCurve.Epoch last(Snapshot run) {
        return run.curve().epochs().get(run.curve().epochs().size() - 1);
    }
}
