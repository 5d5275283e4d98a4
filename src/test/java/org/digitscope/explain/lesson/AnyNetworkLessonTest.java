package org.digitscope.explain.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.files.lessons.PrintedNumbers;
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
import org.digitscope.training.Penalty;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That what the chapters say is true of networks and runs of every kind, as the runs themselves show. */
class AnyNetworkLessonTest {

    private static final int BLACK = 56;
    private static final Dataset TRAINING = withBlackRows(Examples.pictures(64, 1));
    private static final Dataset TEST = withBlackRows(Examples.pictures(40, 2));
    private static final List<List<Integer>> HIDDEN = List.of(List.of(), List.of(1), List.of(10), List.of(6, 1), List.of(5, 4, 3, 2));
    private static final Pattern WRONG_PLURAL = Pattern.compile(
            "\\b1 (pictures|steps|epochs|neurons|numbers|inputs|weights|pixels|terms|digits|labels|layers|outputs)\\b");
    private static final List<String> COUNTING = List.of("Why so many weights?", "Why so many neurons?", "Why so many later weights?", "Why 10 outputs?");
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]|]|(?<![\\p{L}\\d])-\\d|NaN");

    @Tag("soak")
    @Test
    void everyNetworkAndRunHasAllChaptersWholeAndWithTitlesOfTheirOwn() {
        for (Hyperparameters settings : settings()) {
            Trainer trainer = trained(settings);
            for (int step : new int[] {-1, 0, trainer.step()}) {
                List<Chapter> chapters = chapters(trainer, step);
                assertEquals(chapters.size(), new HashSet<>(chapters.stream().map(Chapter::title).toList()).size(), settings.toString());
                for (Chapter chapter : chapters) {
                    String text = all(chapter);
                    assertFalse(WRONG_PLURAL.matcher(text).find() || UNFILLED.matcher(text).find() || text.contains("null"), text);
                    assertFalse(chapter.paragraphs().isEmpty(), text);
                    assertTrue(chapter.task().isPresent() && chapter.code().isPresent() && !chapter.task().get().reason().isEmpty(), text);
                    assertEquals(List.of("hint", "way", "answer"), chapter.help().stream().map(Chapter.Help::kind).toList(), text);
                    assertEquals(3, chapter.help().stream().map(Chapter.Help::text).distinct().count(), text);
                    if (chapter.task().get() instanceof Task.Question question) {
                        assertTrue(question.isRight(question.answer()) && !question.isRight("nonsense") && !question.isRight("-1"), text);
                    }
                }
            }
        }
    }

    @Test
    void theChapterOnTheStartAndThatOnTheFirstKernelSayWhichWeightsMove() {
        for (Hyperparameters settings : settings()) {
            Trainer trainer = trained(settings);
            Parameters start = settings.initialization().create(settings.architecture(), settings.seed());
            boolean moves = IntStream.range(0, start.depth()).anyMatch(layer -> !Arrays.equals(
                    start.layers().get(layer).kernel().data, trainer.snapshot().parameters().layers().get(layer).kernel().data));
            String built = all(named("Build the model", chapters(trainer, trainer.step())));
            String kernel = all(named("Why so many weights?", chapters(trainer, trainer.step())));
            String where = settings + "\n" + built + "\n" + kernel;
            assertEquals(settings.initialization().values() == StartValues.ZERO, built.contains("all weights and biases are 0"), where);
            assertEquals(!moves, built.contains("only the biases of layer_" + start.depth() + " ever learn"), where);
            assertEquals(!moves, kernel.contains("None of them ever moves"), where);
            boolean blackMoves = IntStream.range(0, BLACK).anyMatch(pixel -> start.layer(1).kernel().get(pixel, 0)
                    != trainer.snapshot().parameters().layer(1).kernel().get(pixel, 0));
            assertEquals(moves && blackMoves, kernel.contains("moved by the penalty alone"), where);
            long black = Arrays.stream(trainer.training().nonZeroPictures()).filter(count -> count == 0).count();
            assertEquals(moves && !blackMoves, kernel.contains(String.format(Locale.ROOT, "%,d weights never move: %d pixels are black",
                    black * start.layer(1).outputs(), black)), where);
        }
    }

    @Test
    void neuronsAreSaidToStayAlikeWhereTheyDo() {
        for (Hyperparameters settings : settings()) {
            Parameters network = trained(settings).snapshot().parameters();
            boolean learnsNothingElse = all(named("Build the model", chapters(trained(settings), 4))).contains("stay alike");
            boolean alike = network.depth() > 1 && network.layer(1).outputs() > 1 && network.last().kernel().get(0, 0) != 0
                    && IntStream.range(0, Dataset.PIXELS).allMatch(pixel -> network.layer(1).kernel().get(pixel, 0)
                    == network.layer(1).kernel().get(pixel, 1));
            assertTrue(learnsNothingElse == alike || network.layer(1).outputs() == 1, settings.toString());
        }
    }

    @Test
    void everyLayerCountsAndTheOutputsAreGivenByTheTask() {
        List<Chapter> deep = chapters(fresh(architecture(Activation.RELU, 64, 32, 16)));
        assertEquals(List.of("Why 50,176?", "Why 64, 32 and 16?", "Why 2,048, 512 and 160?", "Why 10 outputs?"),
                COUNTING.stream().map(name -> named(name, deep).title()).toList());
        assertTrue(all(named(COUNTING.get(2), deep)).contains("64 · 32 = 2,048 in layer_2, 32 · 16 = 512 in layer_3 and 16 · 10 = 160 in layer_4"));
        List<Chapter> flat = chapters(fresh(architecture(Activation.RELU)));
        assertEquals(List.of("Why 7,840?", "Why no hidden layer?", "Why a single kernel?", "Why 10 outputs?"),
                COUNTING.stream().map(name -> named(name, flat).title()).toList());
        assertFalse(all(named(COUNTING.get(1), flat)).contains("It is a choice"));
        assertTrue(all(named(COUNTING.get(1), flat)).contains("given by the task"));
        List<Chapter> ten = chapters(fresh(architecture(Activation.RELU, 10)));
        assertEquals("Why 10 neurons?", named(COUNTING.get(1), ten).title());
    }

    @Test
    void theQuestionOnTheNeuronIsAboutItsOwnActivation() {
        for (Activation activation : Activation.values()) {
            Chapter chapter = named("From y = Mx + c to 784 terms", chapters(fresh(architecture(activation, 7))));
            Task.Question question = (Task.Question) chapter.task().orElseThrow();
            String asked = question.sentence().replaceAll(".* of (.*)\\?", "$1").replace('−', '-');
            assertTrue(question.isRight(String.valueOf(activation.of(Float.parseFloat(asked)))), question.sentence());
            assertTrue(question.sentence().toLowerCase(Locale.ROOT).contains(activation.label()), question.sentence());
        }
    }

    @Test
    void theSumOfTheFirstNeuronAndWhatBecomesOfItHaveTheSignForMinus() {
        for (Activation activation : Activation.values()) {
            Trainer trainer = fresh(architecture(activation, 7));
            Parameters network = trainer.snapshot().parameters();
            ForwardTrace trace = ForwardTrace.of(TEST.image(0), network);
            String text = all(named("From y = Mx + c to 784 terms", chapters(trainer)));
            assertTrue(text.contains(" " + String.valueOf(trace.sum(new Neuron(1, 0))).replace('-', '−') + " of them"), text);
            assertTrue(text.contains(": " + String.valueOf(trace.activation(new Neuron(1, 0))).replace('-', '−') + "."), text);
        }
    }

    @Test
    void otherInputsAreComparedWithThoseThatTheNetworkLearntFrom() {
        for (Activation activation : Activation.values()) {
            for (Inputs inputs : Inputs.values()) {
                Trainer trainer = trained(Hyperparameters.NOTEBOOK.withArchitecture(new Architecture(List.of(9), activation, inputs)));
                Parameters network = trainer.snapshot().parameters();
                Evaluation own = Evaluation.of(network, TEST);
                Evaluation other = Evaluation.of(new Parameters(network.layers(), inputs == Inputs.GREY ? Inputs.SCALED : Inputs.GREY), TEST);
                String text = all(named("Scale by 255", chapters(trainer, trainer.step())));
                assertTrue(text.contains(String.format(Locale.ROOT, "right for %.2f %% of them instead of %.2f %%", 100 * other.accuracy(),
                        100 * own.accuracy())), text);
                assertTrue(text.contains(inputs == Inputs.GREY ? "divided by 255, the network" : "values up to 255, inputs"), text);
                assertFalse(text.contains("but now") || text.contains("100.00 % sure"), text);
            }
        }
    }

    @Test
    void wrongLabelsAreCountedWhereTheLabelsAndTheTrainingFigureAreSpokenOf() {
        Trainer wrong = fresh(Hyperparameters.NOTEBOOK.withVariation(new DataVariation(50, 0.2)));
        long others = IntStream.range(0, 50).filter(i -> wrong.training().label(i) != fresh(Hyperparameters.NOTEBOOK
                .withVariation(new DataVariation(50, 0))).training().label(i)).count();
        for (String chapter : List.of("Look at the data", "Why train and validation differ")) {
            String text = all(named(chapter, chapters(wrong)));
            assertTrue(text.contains(others + " of 50."), text);
            assertFalse(all(named(chapter, chapters(fresh(Hyperparameters.NOTEBOOK)))).contains("wrong on purpose"));
        }
    }

    @Test
    void equalLogitsAreSaidToBe() {
        Trainer zero = fresh(Hyperparameters.NOTEBOOK.withInitialization(new Initialization(StartValues.ZERO, 1)));
        assertTrue(all(named("Predict one picture", chapters(zero))).contains("several are equally large"));
        assertFalse(all(named("Predict one picture", chapters(fresh(Hyperparameters.NOTEBOOK)))).contains("several are equally large"));
    }

    /** Runs of every kind, short enough to be trained. */
    private static List<Hyperparameters> settings() {
        List<Hyperparameters> all = new ArrayList<>();
        Hyperparameters base = Hyperparameters.NOTEBOOK.withEpochs(1).withBatchSize(16);
        for (List<Integer> hidden : HIDDEN) {
            for (Activation activation : Activation.values()) {
                for (StartValues start : StartValues.values()) {
                    Hyperparameters one = base.withArchitecture(new Architecture(hidden, activation, Inputs.SCALED))
                            .withInitialization(new Initialization(start, 0.1));
                    all.add(one);
                    all.add(one.withPenalty(new Penalty(0.01, 0.01)).withOptimizer(OptimizerKind.SGD));
                }
            }
        }
        all.add(base.withBatchSize(100_000).withVariation(new DataVariation(1, 1)));
        all.add(base.withBatchSize(1).withVariation(new DataVariation(7, 0.15)).withArchitecture(
                new Architecture(List.of(3), Activation.TANH, Inputs.GREY)));
        return all;
    }

    private static Hyperparameters architecture(Activation activation, Integer... hidden) {
        return Hyperparameters.NOTEBOOK.withArchitecture(new Architecture(List.of(hidden), activation, Inputs.SCALED));
    }

    private static Trainer fresh(Hyperparameters settings) {
        return new Trainer(TRAINING, TEST, settings);
    }

    private static Trainer trained(Hyperparameters settings) {
        Trainer trainer = fresh(settings);
        trainer.run(() -> trainer.step() >= 4, snapshot -> { });
        return trainer;
    }

    private static List<Chapter> chapters(Trainer trainer) {
        return chapters(trainer, trainer.step());
    }

    private static List<Chapter> chapters(Trainer trainer, int step) {
        Parameters network = trainer.snapshot().parameters();
        Evaluation score = Evaluation.of(network, TEST);
        DigitSets digits = new DigitSets(trainer.training(), TEST);
        return Lesson.load().chapters(PrintedNumbers.with(LessonNumbers.of(network, step, score, digits, trainer.snapshot()), network, score, digits));
    }

    private static Chapter named(String name, List<Chapter> chapters) {
        return chapters.stream().filter(chapter -> chapter.name().equals(name)).findFirst().orElseThrow();
    }

    private static String all(Chapter chapter) {
        return String.join("\n", Stream.of(Stream.of(chapter.title()), chapter.paragraphs().stream(), chapter.actions().stream().map(Chapter.Action::label),
                words(chapter.task().orElseThrow()), chapter.help().stream().map(Chapter.Help::text)).flatMap(each -> each).toList());
    }

    private static Stream<String> words(Task task) {
        Stream<String> own = task instanceof Task.Question question ? Stream.of(question.answer())
                : task instanceof Task.Predict predict ? predict.choices().stream().map(Task.Choice::text) : Stream.empty();
        return Stream.concat(Stream.of(task.sentence(), task.reason()), own);
    }

    private static Dataset withBlackRows(Dataset pictures) {
        Dataset.Builder builder = Dataset.builder(pictures.name(), pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            byte[] pixels = pictures.image(i);
            Arrays.fill(pixels, 0, BLACK, (byte) 0);
            builder.add(pixels, pictures.label(i));
        }
        return builder.build();
    }
}
