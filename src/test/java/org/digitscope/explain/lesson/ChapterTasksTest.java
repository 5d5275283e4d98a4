package org.digitscope.explain.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.files.lessons.PrintedNumbers;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

/** That each task of the built-in chapters is open at first, done by an example solution, and not done by what only comes near it. */
class ChapterTasksTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(64, 1), Examples.pictures(40, 2));

    /** A program just started. */
    private static final LessonState UNTOUCHED = LessonState.UNKNOWN.with(Quantity.EPOCHS, 0).with(Quantity.STEPS, 0).with(Quantity.NEURONS, 20)
            .with(Quantity.HIDDEN_LAYERS, 1).with(Quantity.LEARNING_RATE, 0.001).with(Setting.OPTIMIZER, "adam").with(Setting.ACTIVATION, "relu")
            .with(Setting.START_VALUES, "glorot uniform").with(Quantity.TEST_ACCURACY, 0.1).with(Quantity.UNCHANGED_ACCURACY, 0.1)
            .with(Quantity.FIRST_TRUE, 7).with(Quantity.FIRST_SAID, 3).with(Quantity.CHANGED_NUMBERS, 0).with(Quantity.MUTED_NEURONS, 0)
            .with(Fact.DRAWING_BLANK, true).with(Fact.DIGIT_CHOSEN, false).with(Fact.DIVERGED, false).with(Fact.COSTLIEST_MUTED, false);
    private static final LessonState TRAINED = UNTOUCHED.with(Quantity.EPOCHS, 1).with(Quantity.STEPS, 1875).with(Quantity.TRAINING_ACCURACY, 0.87)
            .with(Quantity.VALIDATION_ACCURACY, 0.925).with(Quantity.TEST_ACCURACY, 0.925).with(Quantity.UNCHANGED_ACCURACY, 0.925)
            .with(Quantity.FIRST_SAID, 7).with(Quantity.EARLIER_VALIDATION_ACCURACY, 0.92);

    private static final LessonState FOUND_4 = TRAINED.with(Fact.DIGIT_CHOSEN, true).with(Quantity.DIGIT_TRUE, 4).with(Quantity.DIGIT_SAID, 9)
            .with(Quantity.DIGIT_MARGIN, 0.049);
    private static final LessonState DRAWN = TRAINED.with(Fact.DRAWING_BLANK, false).with(Quantity.DRAWING_SAYS, 2).with(Quantity.DRAWING_PROBABILITY, 0.9);
    private static final LessonState ONE_CHANGED = TRAINED.with(Quantity.CHANGED_NUMBERS, 1).with(Quantity.FIRST_SAID, 3);
    private static final LessonState OVERFIT = TRAINED.with(Quantity.TRAINING_ACCURACY, 0.99).with(Quantity.VALIDATION_ACCURACY, 0.91);

    private static final Map<String, LessonState> SOLUTIONS = Map.of(
            "Train", TRAINED,
            "Evaluate", FOUND_4,
            "Predict one picture", DRAWN,
            "Why so many later weights?", ONE_CHANGED,
            "What if the learning rate is too large?", TRAINED.with(Fact.DIVERGED, true),
            "What is overfitting?", OVERFIT,
            "Why not 100 %?", TRAINED.with(Quantity.TEST_ACCURACY, 0.965),
            "What the pictures of the weights show", TRAINED.with(Fact.COSTLIEST_MUTED, true),
            "Why a digit drawn off-centre can fail", DRAWN.with(Quantity.DRAWING_MEANT_AS, 7));

    private static final Map<String, List<LessonState>> NEARLY = Map.of(
            "Train", List.of(UNTOUCHED.with(Quantity.STEPS, 1874)),
            "Evaluate", List.of(FOUND_4.with(Quantity.DIGIT_MARGIN, 0.05), FOUND_4.with(Quantity.DIGIT_SAID, 4), FOUND_4.with(Quantity.DIGIT_TRUE, 9)),
            "Predict one picture", List.of(DRAWN.with(Quantity.DRAWING_PROBABILITY, 0.89), DRAWN.with(Fact.DRAWING_BLANK, true)),
            "Why so many later weights?", List.of(ONE_CHANGED.with(Quantity.CHANGED_NUMBERS, 2), ONE_CHANGED.with(Quantity.FIRST_SAID, 7),
                    UNTOUCHED.with(Quantity.CHANGED_NUMBERS, 1)),
            "What if the learning rate is too large?", List.of(TRAINED),
            "What is overfitting?", List.of(OVERFIT.with(Quantity.VALIDATION_ACCURACY, 0.911), OVERFIT.with(Quantity.TRAINING_ACCURACY, 0.989)),
            "Why not 100 %?", List.of(TRAINED.with(Quantity.TEST_ACCURACY, 0.9649)),
            "What the pictures of the weights show", List.of(TRAINED.with(Quantity.MUTED_NEURONS, 1)),
            "Why a digit drawn off-centre can fail", List.of(DRAWN, DRAWN.with(Quantity.DRAWING_MEANT_AS, 2),
                    DRAWN.with(Quantity.DRAWING_MEANT_AS, 7).with(Quantity.DRAWING_SAYS, 7)));

    /** What shows how it came out, and the change that the prediction is about. */
    private static final Map<String, LessonState> FORESEEN = Map.of(
            "Why so many neurons?", TRAINED.with(Quantity.NEURONS, 2),
            "Why random numbers at the start?", TRAINED.with(Setting.START_VALUES, "all zero"),
            "Why Adam?", TRAINED.with(Setting.OPTIMIZER, "sgd"),
            "Why an activation?", TRAINED.with(Setting.ACTIVATION, "linear"));

    @Test
    void everyTaskIsOpenAtFirstAndDoneByItsSolution() {
        Map<String, Task.Reach> tasks = tasks(Task.Reach.class);
        assertEquals(SOLUTIONS.keySet(), tasks.keySet());
        tasks.forEach((chapter, task) -> {
            assertFalse(task.when().holds(UNTOUCHED) || task.when().holds(LessonState.UNKNOWN), chapter);
            assertTrue(task.when().holds(SOLUTIONS.get(chapter)), chapter + ": " + task.when().missing(SOLUTIONS.get(chapter)));
            assertEquals(List.of(), task.when().missing(SOLUTIONS.get(chapter)), chapter);
        });
    }

    @Test
    void whatOnlyComesNearATaskIsToldWhatIsMissing() {
        Map<String, Task.Reach> tasks = tasks(Task.Reach.class);
        assertEquals(NEARLY.keySet(), tasks.keySet());
        NEARLY.forEach((chapter, states) -> states.forEach(state -> {
            assertFalse(tasks.get(chapter).when().holds(state), chapter);
            assertFalse(tasks.get(chapter).when().missing(state).isEmpty(), chapter);
        }));
    }

    @Test
    void whatIsForeseenShowsOnceItIsDoneAndIsOneOfTheChoicesWhateverComes() {
        Map<String, Task.Predict> tasks = tasks(Task.Predict.class);
        assertEquals(FORESEEN.keySet(), tasks.keySet());
        tasks.forEach((chapter, task) -> {
            assertFalse(task.isRevealed(UNTOUCHED) || task.isRevealed(TRAINED), chapter);
            Set<Integer> right = new HashSet<>();
            for (int percent = 0; percent <= 100; percent++) {
                LessonState state = FORESEEN.get(chapter).with(Quantity.VALIDATION_ACCURACY, percent / 100.0);
                assertTrue(task.isRevealed(state), chapter + " at " + percent + " %");
                right.add(task.right(state).orElseThrow());
            }
            assertEquals(task.choices().size(), right.size(), chapter);
        });
    }

    @Test
    void questionsAreRightByTheirOwnAnswerAndByNothingElse() {
        tasks(Task.Question.class).forEach((chapter, question) -> {
            assertTrue(question.isRight(question.answer()), chapter);
            assertFalse(question.isRight("nonsense") || question.isRight("-1") || question.isRight(""), chapter);
        });
    }

    @Test
    void aNetworkWithoutHiddenLayersHasNoNeuronToMuteAndGetsATaskThatItCanDo() {
        Task.Reach task = (Task.Reach) chapters(Architecture.relu()).stream().filter(chapter -> chapter.name().equals("What the pictures of the weights show"))
                .findFirst().flatMap(Chapter::task).orElseThrow();
        assertTrue(task.when().holds(ONE_CHANGED) && !task.when().holds(TRAINED));
    }

    private static <T extends Task> Map<String, T> tasks(Class<T> kind) {
        return chapters(Architecture.CLASSIC).stream().filter(chapter -> kind.isInstance(chapter.task().orElseThrow()))
                .collect(Collectors.toMap(Chapter::name, chapter -> kind.cast(chapter.task().orElseThrow())));
    }

    private static List<Chapter> chapters(Architecture architecture) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), Hyperparameters.NOTEBOOK.withArchitecture(architecture));
        Parameters network = trainer.snapshot().parameters();
        Evaluation score = Evaluation.of(network, DIGITS.validation());
        return Lesson.load().chapters(PrintedNumbers.with(LessonNumbers.of(network, 0, score, DIGITS, trainer.snapshot()), network, score, DIGITS));
    }
}
