package org.digitscope.explain.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.lessons.PrintedNumbers;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;

class LessonTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(320, 1), Examples.pictures(50, 2));
    private static final Trainer TRAINER = trained();
    private static final Parameters NETWORK = TRAINER.snapshot().parameters();
    private static final Evaluation SCORE = Evaluation.of(NETWORK, DIGITS.validation());
    private static final LessonNumbers NUMBERS = numbers(TRAINER.snapshot().step());
    private static final Parameters WITH_255_TIMES_THE_FIRST_KERNEL = NETWORK.withLayer(1, new Layer(
            scaled(NETWORK.layer(1).kernel()), NETWORK.layer(1).bias(), Activation.RELU));
    private static final List<Chapter> CHAPTERS = Lesson.load().chapters(NUMBERS);

    @Test
    void everyChapterHasTextAnExhibitATaskAndHelpInThreeStagesInOneOfThreeStretches() {
        assertEquals(30, CHAPTERS.size());
        assertEquals(List.of("The notebook", "How it learns", "What it can't"), CHAPTERS.stream().map(Chapter::stretch).distinct().toList());
        for (Chapter chapter : CHAPTERS) {
            Task task = chapter.task().orElseThrow();
            assertFalse(chapter.paragraphs().isEmpty() || task.sentence().isBlank() || task.reason().isBlank(), chapter.title());
            assertTrue(chapter.exhibit().isPresent(), chapter.title());
            assertEquals(List.of("hint", "way", "answer"), chapter.help().stream().map(Chapter.Help::kind).toList(), chapter.title());
        }
    }

    @Test
    void theAnswersAreTheComputedOnes() {
        answer("How many numbers describe one picture?", 784);
        answer("How many numbers does this network learn in all?", NETWORK.count());
        answer("How many steps of 32 pictures are needed for 320 pictures?", 10);
        answer("784 pixels and 20 neurons: how many connections?", 784 * 20);
        answer("A second hidden layer of 20 neurons is put behind the first one of 20. How many numbers has it to learn?",
                Examples.parameters(Architecture.relu(20, 20), 1).count() - Examples.parameters(Architecture.relu(20), 1).count());
        answer("Which number does the pixel in row 10, column 20 get?", 10 * 28 + 20);
        answer("What does dividing by 255 make of the grey value 51?", 51 / 255.0);
    }

    @Test
    void theNumbersInTheTextAreThoseOfTheNetwork() {
        assertEquals("320", NUMBERS.get("training"));
        assertEquals(String.valueOf(DIGITS.training().label(0)), NUMBERS.get("label0"));
        assertEquals(String.format(Locale.ROOT, "%.2f", 100 * SCORE.accuracy()), NUMBERS.get("accuracy"));
        String all = CHAPTERS.stream().flatMap(chapter -> chapter.paragraphs().stream()).collect(Collectors.joining("\n"));
        assertTrue(all.contains("answers " + SCORE.correct() + " of them rightly"), all);
        assertTrue(all.contains("After epoch 2 the accuracy is "), all);
        assertFalse(all.contains("{") || all.contains("}"), all);
    }

    @Test
    void numbersMayHaveACommaAPointOrSeparators() {
        Task.Question whole = question("How many numbers does this network learn in all?");
        for (String right : List.of("15910", "15,910", "15.910", " 15 910 ")) {
            assertTrue(whole.isRight(right), right);
        }
        Task.Question share = question("What does dividing by 255 make of the grey value 51?");
        assertTrue(share.isRight("0,2") && share.isRight("0.20") && !share.isRight("2"));
    }

    @Test
    void aFractionZerosAPercentageAUnitAndAFullStopAreRight() {
        Task.Question share = question("What does dividing by 255 make of the grey value 51?");
        for (String right : List.of("0.200", ".2", "51/255", "51 / 255", "1/5", "20 %", "0.2.", "= 0,20", "0.2 of white")) {
            assertTrue(share.isRight(right), right);
        }
        for (String wrong : List.of("200", "2/5", "5/1", "1/0", "20", "0.2 or 0.3", "0.2/", "")) {
            assertFalse(share.isRight(wrong), wrong);
        }
        Task.Question whole = question("784 pixels and 20 neurons: how many connections?");
        for (String right : List.of("15680.0", "15680 weights", "15,680.", "15 680", "15'680", "31360/2")) {
            assertTrue(whole.isRight(right), right);
        }
        for (String wrong : List.of("15.68", "1,568", "15680 %", "-15680", "15,68,0")) {
            assertFalse(whole.isRight(wrong), wrong);
        }
    }

    @Test
    void aWordIsRightWithinASentenceThatNamesNoOtherOfTheOffered() {
        Task.Question honest = question("Which is the honest measure for new digits? (training or validation)");
        for (String right : List.of("validation", "Validation accuracy", "the validation.")) {
            assertTrue(honest.isRight(right), right);
        }
        for (String wrong : List.of("training", "training or validation", "validations", "valid")) {
            assertFalse(honest.isRight(wrong), wrong);
        }
        Task.Question unchanged = new Task.Question("Does training ever change the number of neurons? (yes or no)", "no", "");
        assertTrue(unchanged.isRight(" No ") && unchanged.isRight("no.") && unchanged.isRight("No, never!"));
        assertFalse(unchanged.isRight("yes") || unchanged.isRight("yes and no") || unchanged.isRight("not") || unchanged.isRight("0"));
    }

    @Test
    void unscaledInputsMakeTheNetworkSurerAndItsLossLargerRatherThanWrong() {
        Evaluation unscaled = Evaluation.of(WITH_255_TIMES_THE_FIRST_KERNEL, DIGITS.validation());
        String text = String.join("\n", CHAPTERS.get(1).paragraphs());
        assertTrue(text.contains(String.format(Locale.ROOT, "right for %.2f %% of them instead of %.2f %%", 100 * unscaled.accuracy(),
                100 * SCORE.accuracy())), text);
        assertTrue(text.contains(String.format(Locale.ROOT, "the loss is %.4f instead of %.4f", unscaled.loss(), SCORE.loss())), text);
        assertTrue(unscaled.certainty() > SCORE.certainty() && unscaled.loss() > SCORE.loss());
    }

    @Test
    void theNumbersAreThoseOfTheShownStep() {
        LessonNumbers early = numbers(10);
        assertTrue(early.get("difference").startsWith("After epoch 1 "), early.get("difference"));
        assertTrue(Lesson.load().chapters(early).get(5).paragraphs().contains("The network on screen has learnt from 10 steps so far."));
        assertTrue(Lesson.load().chapters(numbers(-1)).get(5).paragraphs()
                .contains("The network on screen was not trained by this run."));
    }

    @Test
    void theGlossaryIsSortedSearchableAndComplete() {
        Glossary glossary = Glossary.load();
        List<String> words = List.copyOf(glossary.entries().keySet());
        assertEquals(words.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), words);
        assertTrue(words.size() >= 35 && words.containsAll(Set.of("epoch", "step", "ReLU", "softmax", "ledger", "recall")));
        assertEquals(List.of("SGD"), glossary.search("stochastic gradient"));
        assertThrows(IllegalArgumentException.class, () -> glossary.explain("word that is missing"));
    }

    private static void answer(String question, double expected) {
        assertEquals(expected, Double.parseDouble(question(question).answer().replace(",", "")), 1e-12, question);
    }

    private static LessonNumbers numbers(int step) {
        return PrintedNumbers.with(LessonNumbers.of(NETWORK, step, SCORE, DIGITS, TRAINER.snapshot()), NETWORK, SCORE, DIGITS);
    }

    private static Task.Question question(String sentence) {
        List<Task.Question> all = CHAPTERS.stream().flatMap(chapter -> chapter.task().stream()).filter(Task.Question.class::isInstance)
                .map(Task.Question.class::cast).toList();
        return all.stream().filter(question -> question.sentence().equals(sentence)).findFirst()
                .orElseThrow(() -> new AssertionError(sentence + " is none of " + all));
    }

    private static FMatrixRMaj scaled(FMatrixRMaj kernel) {
        FMatrixRMaj scaled = kernel.copy();
        CommonOps_FDRM.scale(255, scaled);
        return scaled;
    }

    private static Trainer trained() {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), Hyperparameters.NOTEBOOK.withEpochs(2));
        trainer.run(() -> false, snapshot -> { });
        return trainer;
    }
}
