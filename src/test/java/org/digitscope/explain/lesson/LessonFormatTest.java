package org.digitscope.explain.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.lesson.condition.Condition;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.lessons.PrintedNumbers;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that lessons are written in: what it means, and what is said of each mistake. */
class LessonFormatTest {

    private static final String HEAD = "digitscope lesson 1\ntitle: My lesson\nauthor: Ada\n";
    private static final LessonNumbers NUMBERS = numbers();

    @Test
    void aChapterHasAllThatIsWritten() throws LessonFormatException {
        Lesson lesson = Lesson.parse("""
                digitscope lesson 1
                title: My lesson
                author: Ada
                # a note to myself

                chapter: First
                stretch: The notebook
                There are {first} {first|neuron|neurons}.
                [tanh] Not here.
                [relu !tanh] Here: a colon within a sentence.
                exhibit: weights
                code:
                  for i in range(2):
                      print({kernel1})

                  x = 1
                output:
                  {kernel1}
                do: train | Train | or pause
                do: live | See it
                task: Make it diverge.
                when: diverged and epochs >= 1
                because: The steps overshoot.
                hint: Larger.
                way: Type 10 into rate.
                answer: 10.

                chapter: Second
                title: Two {first|a|b}
                More.
                """);
        assertEquals("My lesson", lesson.title());
        assertEquals("Ada", lesson.author());
        assertEquals(List.of("First", "Second"), lesson.names());
        Chapter first = lesson.chapters(NUMBERS).get(0);
        assertEquals(List.of("There are 20 neurons.", "Here: a colon within a sentence."), first.paragraphs());
        assertEquals(Optional.of("weights"), first.exhibit());
        assertEquals(Optional.of(new Chapter.Code("for i in range(2):\n    print(15680)\n\nx = 1", "15680")), first.code());
        assertEquals(List.of(new Chapter.Action("train", "Train | or pause"), new Chapter.Action("live", "See it")), first.actions());
        Task.Reach task = (Task.Reach) first.task().orElseThrow();
        assertEquals("Make it diverge.", task.sentence());
        assertEquals("The steps overshoot.", task.reason());
        assertTrue(task.when().holds(LessonState.UNKNOWN.with(Fact.DIVERGED, true).with(Quantity.EPOCHS, 1)));
        assertEquals(List.of(new Chapter.Help("hint", "Larger."), new Chapter.Help("way", "Type 10 into rate."), new Chapter.Help("answer", "10.")),
                first.help());
        Chapter second = lesson.chapters(NUMBERS).get(1);
        assertEquals("Two b", second.title());
        assertEquals("The notebook", second.stretch());
        assertEquals(Optional.empty(), second.task());
    }

    @Test
    void aPredictionIsRevealedWhenItsConditionHoldsAndTheFirstTrueChoiceIsRight() throws LessonFormatException {
        Lesson lesson = Lesson.parse(HEAD + """
                chapter: Guess
                Text.
                predict: What will happen to the accuracy?
                choice: It falls. | test accuracy < unchanged test accuracy - 1 point
                choice: It stays. | test accuracy >= unchanged test accuracy - 1 point
                when: muted neurons >= 1
                """);
        Task.Predict task = (Task.Predict) lesson.chapters(NUMBERS).get(0).task().orElseThrow();
        LessonState before = LessonState.UNKNOWN.with(Quantity.MUTED_NEURONS, 0).with(Quantity.TEST_ACCURACY, 0.95).with(Quantity.UNCHANGED_ACCURACY, 0.95);
        assertEquals(List.of("It falls.", "It stays."), task.choices().stream().map(Task.Choice::text).toList());
        assertTrue(!task.isRevealed(before));
        LessonState muted = before.with(Quantity.MUTED_NEURONS, 1);
        assertTrue(task.isRevealed(muted));
        assertEquals(Optional.of(1), task.right(muted));
        assertEquals(Optional.of(0), task.right(muted.with(Quantity.TEST_ACCURACY, 0.9)));
    }

    @Test
    void theLastHelpForATypedAnswerIsTheAnswerWithItsReason() throws LessonFormatException {
        Chapter chapter = Lesson.parse(HEAD + "chapter: A\nText.\ntask: How many?\nright: {first}\nbecause: Count them.\nhint: Count.\n").chapters(NUMBERS).get(0);
        assertEquals(List.of(new Chapter.Help("hint", "Count."), new Chapter.Help("answer", "20. Count them.")), chapter.help());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "21 | It is too much: 21 is too much.", "19.5 | 19.5 is too little.", "200 | That is 10 times as much.", "2 | 10 times as much would be right.",
        "-20 | Its sign is the other one.", "many | A number is asked for, such as 12 or 0.5."})
    void aWrongNumberIsSaidToBeDifferentInSomeWay(String typed, String said) {
        assertEquals(said.replace("It is too much: ", ""), new Task.Question("How many?", "20", "").difference(typed));
    }

    @Test
    void aWrongWordIsSaidToBeDifferentInSomeWay() {
        Task.Question question = new Task.Question("Which? (red, blue or white)", "white", "");
        assertEquals("It is not red.", question.difference("Red!"));
        assertEquals("Name only one of them.", question.difference("red or white"));
        assertEquals("Name one of the words in brackets.", question.difference("green"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Digitscope lesson 2 | Line 1: Version 2 of lessons isn't known to this program; 'digitscope lesson 1' is expected",
        "title: A | Line 1: 'digitscope lesson 1' is expected as the first line of a lesson",
        "H;chapter: A;T;when: diverged | Line 6: 'when:' belongs to a 'task:' or a 'predict:'; the chapter has none",
        "H;chapter: A;T;tsk: Do it. | Line 6: No line begins with 'tsk:'; the nearest is 'task:'",
        "H;chapter: A;T;task: Do it. | Line 6: A task needs a line 'when:' with a condition, or 'right:' with the answer to type",
        "H;chapter: A;T;task: Do it.;when: divergd | Line 7: 'divergd' is not known; the nearest is 'diverged'",
        "H;chapter: A;T;task: Do it.;when: diverged;right: 3 | Line 8: A task has either 'when:' or 'right:'",
        "H;chapter: A;T;task: Do it.;task: And this.;right: 3 | Line 7: There is a line 'task:' in this chapter already",
        "H;chapter: A;T;predict: What?;choice: It. ! diverged | Line 6: 'predict:' needs 2 to 6 lines 'choice:', not 1",
        "H;chapter: A;T;choice: It. ! diverged | Line 6: 'choice:' belongs to 'predict:'; the chapter has none",
        "H;chapter: A;T;predict: What?;choice: diverged | Line 7: 'choice:' is expected with its text, a bar ! and a condition, such as 'choice: It falls. ! test accuracy < 90 %'",
        "H;chapter: A;Of {frist}. | Line 5: 'frist' is no number for braces; the nearest is 'first'",
        "H;chapter: A;[tahn] Text.;T | Line 5: 'tahn' is no condition for brackets; the nearest is 'tanh'",
        "H;chapter: A;T;exhibit: wieghts | Line 6: 'wieghts' is no exhibit; the nearest is 'weights'",
        "H;chapter: A;T;do: trian ! Train | Line 6: 'trian' is no command; the nearest is 'train'",
        "H;chapter: A;T;do: train | Line 6: 'do:' is expected with a command, a bar ! and what stands on the button, such as 'do: train ! Train or pause'",
        "H;chapter: A;T;do: step two ! Go | Line 6: A whole number is expected behind 'step'",
        "H;chapter: A;T;do: filter ture:4 ! Go | Line 6: 'ture:4' is no filter of digits: \"ture:4\" is none of: wrong, right, unsure, true:4, said:9, index:12, index:100-199",
        "H;project: ../x.digitscope;chapter: A;T | Line 4: A project is named as its file beside the lesson, without a folder, such as 'project: trained.digitscope'",
        "H;chapter: A;T;project: ../x.digitscope | Line 6: A project is named as its file beside the lesson, without a folder, such as 'project: trained.digitscope'",
        "H;chapter: A;T;project: a.digitscope;project: b.digitscope | Line 7: There are two lines 'project:'",
        "H;scene: veiw live;chapter: A;T | Line 4: 'veiw' is no part of a scene; the nearest is 'view'",
        "H;chapter: A;T;scene: Title ! view live, step two | Line 6: A whole number or 'live' is expected behind 'step'",
        "H;chapter: A;T;output: 3 | Line 6: 'output:' belongs to 'code:'; the chapter has none",
        "H;chapter: A;T;hint: | Line 6: Something is expected behind 'hint:': the first help",
        "H;chapter: A;T;  indented | Line 6: Indented lines belong below 'code:' or 'output:'",
        "H;chapter: A | Line 4: A chapter has one paragraph at least",
        "H;chapter: A;T;chapter: A;T | Line 6: The chapter 'A' begins in line 4 already; another name is expected",
        "H;Text. | Line 4: 'chapter:' is expected before the first paragraph",
        "H;chapter: A;T;author: B | Line 6: 'author:' stands above the first chapter",
        "H;title: B;chapter: A;T | Line 4: There are two lines 'title:'",
        "H | Line 1: A lesson has one chapter at least; 'chapter:' begins one",
        "digitscope lesson 1;chapter: A;T | Line 1: 'title:' with the lesson's name is expected below the first line"})
    void whatIsWrongIsSaidWithItsLine(String text, String fault) {
        String whole = text.replace(";", "\n").replace("H\n", HEAD).replaceFirst("^H$", HEAD).replace('!', '|');
        LessonFormatException wrong = assertThrows(LessonFormatException.class, () -> Lesson.parse(whole));
        assertTrue(wrong.faults().stream().anyMatch(each -> each.toString().equals(fault.replace('!', '|'))), wrong.faults().toString());
    }

    /** Brackets leave lines out: whatever is left has to be a chapter, for every network that there can be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "task: Do.;[tanh] when: diverged | Line 6: A task needs a line 'when:' with a condition, or 'right:' with the answer to type, where brackets say !tanh",
        "task: Do.;[tanh] right: 3 | Line 6: A task needs a line 'when:' with a condition, or 'right:' with the answer to type, where brackets say !tanh",
        "task: Do.;[!tanh] when: diverged;[!relu] right: 3 | Line 8: A task has either 'when:' or 'right:', where brackets say !relu !tanh",
        "task: Do.;[relu] when: diverged;when: finished | Line 8: There is a line 'when:' in this chapter already, where brackets say relu",
        "task: Do.;when: diverged;[grey] right: 3 | Line 8: A task has either 'when:' or 'right:', where brackets say grey",
        "[grey] task: Do.;when: diverged | Line 7: 'when:' belongs to a 'task:' or a 'predict:'; the chapter has none, where brackets say !grey",
        "[grey] task: Do.;right: 3 | Line 7: 'right:' belongs to 'task:'; the chapter has none, where brackets say !grey",
        "task: Do.;when: diverged;[lone] predict: What? | Line 6: A chapter has either a 'task:' or a 'predict:', where brackets say lone",
        "predict: What?;choice: A ! diverged;[ours] choice: B ! finished | Line 6: 'predict:' needs 2 to 6 lines 'choice:', not 1, where brackets say !ours",
        "[hidden] code: 1;output: 1 | Line 7: 'output:' belongs to 'code:'; the chapter has none, where brackets say !hidden",
        "[tanh, relu] task: Do. | Line 6: Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'",
        "task: Do.;(tanh) when: diverged | Line 7: Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'",
        "task: Do.;[tanh] [grey] when: diverged | Line 7: Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'",
        "task: Do.;[] right: 3 | Line 7: Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'",
        "task: Do.;[tanh right: 3 | Line 7: Words and exclamation marks in one pair of [ ] are expected before a keyword, such as '[tanh !grey] when: diverged'",
        "task: Do.;when: diverged; [tahn] because: It is. | Line 8: 'tahn' is no condition for brackets; the nearest is 'tanh'",
        "[tanh] stretch: Two | Line 6: 'stretch:' is the same for all networks: no brackets are expected before it",
        "[tanh] scene: view live | Line 6: 'scene:' is the same for all networks: no brackets are expected before it",
        "[tanh] project: a.digitscope | Line 6: 'project:' is the same for all networks: no brackets are expected before it",
        "[tanh] chapter: B | Line 6: 'chapter:' is the same for all networks: no brackets are expected before it"})
    void bracketsAreReadOrRefusedWithTheirLine(String lines, String fault) {
        String whole = HEAD + "chapter: A\nT\n" + lines.replace(";", "\n").replace(" ! ", " | ");
        LessonFormatException wrong = assertThrows(LessonFormatException.class, () -> Lesson.parse(whole));
        assertTrue(wrong.faults().stream().anyMatch(each -> each.toString().equals(fault)), wrong.faults().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "task: Do.\n[tanh] when: diverged\n[!tanh] when: finished", "task: Do.\n[tanh] when: diverged\n[!tanh] right: 3",
        "[grey] task: Do.\n[grey] when: diverged\n[!grey] predict: What?\n[!grey] choice: A | diverged\n[!grey] choice: B | finished",
        "[hidden] task: Do.\n[relu] when: diverged\n[tanh] when: diverged\n[sigmoid] when: diverged\n[linear] right: 3",
        "[zero] task: Do.\n[stuck] right: 3\n[alike] right: 4\n[zero !hidden] right: 5", "[see page 3, below] and task: something else", "(a note: not a keyword)"})
    void chaptersMayBeOtherOnesForOtherNetworks(String lines) throws LessonFormatException {
        assertEquals(1, Lesson.parse(HEAD + "chapter: A\nT\n" + lines + "\n").chapters(NUMBERS).size());
    }

    @Test
    void whatHoldsOfANetworkIsAmongWhatCanHold() {
        Set<String> named = LessonWords.conditions().keySet();
        Set<String> holding = named.stream().filter(NUMBERS::holds).collect(Collectors.toSet());
        assertTrue(PossibleNetworks.of(named).contains(holding), holding.toString());
        assertEquals(Set.copyOf(named), PossibleNetworks.of(named).stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    @Test
    void scenesBelongToTheLessonOrToAChapterWithItsProject() throws Exception {
        Lesson lesson = Lesson.parse(HEAD + """
                project: all.digitscope
                scene: view live
                scene: The weights | view weights, part who matters
                chapter: A
                T
                scene: step 1875
                project: own.digitscope
                chapter: B
                T
                chapter: C
                T
                project: last.digitscope
                """);
        assertEquals(Optional.of("all.digitscope"), lesson.project());
        assertEquals(List.of(
                new LessonScene("", Optional.empty(), Optional.of("all.digitscope"), StageScene.parse("view live")),
                new LessonScene("The weights", Optional.empty(), Optional.of("all.digitscope"), StageScene.parse("view weights, part who matters")),
                new LessonScene("", Optional.of("A"), Optional.of("own.digitscope"), StageScene.parse("step 1875")),
                new LessonScene("", Optional.of("C"), Optional.of("last.digitscope"), StageScene.NOTHING)), lesson.scenes());
        assertEquals(List.of(), Lesson.load().scenes());
    }

    @Test
    void allFaultsAreFoundAtOnce() {
        LessonFormatException wrong = assertThrows(LessonFormatException.class, () -> Lesson.parse(HEAD + "chapter: A\nT {x}\ntsk: 1\ndo: 2\n"));
        assertEquals(List.of(5, 6, 7), wrong.faults().stream().map(LessonFault::line).toList());
        assertEquals(wrong.faults().get(0) + " (and 2 more)", wrong.getMessage());
    }

    @Test
    void sizesAreBounded() {
        String many = IntStream.rangeClosed(0, LessonParser.MOST_CHAPTERS).mapToObj(i -> "chapter: " + i + "\nT\n").collect(Collectors.joining());
        String fault = "Line 1: A lesson has at most 200 chapters and 20000 lines";
        assertEquals(fault, assertThrows(LessonFormatException.class, () -> Lesson.parse(HEAD + many)).faults().get(0).toString());
        assertEquals(fault, assertThrows(LessonFormatException.class, () -> Lesson.parse(HEAD + "chapter: A\nT\n" + "#\n".repeat(LessonParser.MOST_LINES)))
                .faults().get(0).toString());
        String fault2 = "Line 5: A line has at most 4000 letters, and nothing but letters and signs";
        for (String line : List.of("a".repeat(LessonParser.LONGEST_LINE + 1), "a\u0000b", "\u0007")) {
            assertEquals(fault2, assertThrows(LessonFormatException.class, () -> Lesson.parse(HEAD + "chapter: A\n" + line + "\nT\n")).faults().get(0).toString());
        }
    }

    @Test
    void windowsLineEndsAndAMarkOfTheByteOrderAreReadAlike() throws LessonFormatException {
        String text = HEAD + "chapter: A\nT\ncode:\n  a\n  b\n";
        assertEquals(Lesson.parse(text).chapters(NUMBERS), Lesson.parse("\uFEFF" + text.replace("\n", "\r\n")).chapters(NUMBERS));
    }

    @Test
    void theExamplesOfTheReadmeAreRight() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String lessons = readme.substring(readme.indexOf("## Lessons"), readme.indexOf("## In the terminal"));
        String[] blocks = lessons.split("```\n");
        assertEquals(2, Lesson.parse(blocks[1]).chapters(NUMBERS).size());
        for (String condition : blocks[3].strip().split("\n")) {
            assertFalse(Condition.parse(condition).holds(LessonState.UNKNOWN), condition);
        }
        assertEquals(4, Lesson.parse(HEAD + blocks[5] + "chapter: A\nT\n").scenes().size());
    }

    @Test
    void theListsOfWordsAreThoseThatThereAre() {
        assertEquals(NUMBERS.names(), LessonWords.numbers().keySet());
        assertEquals(NUMBERS.conditions(), LessonWords.conditions().keySet());
        assertTrue(LessonWords.terms().keySet().containsAll(Set.of("test accuracy", "activation", "diverged")));
    }

    private static LessonNumbers numbers() {
        DigitSets digits = new DigitSets(Examples.pictures(64, 1), Examples.pictures(20, 2));
        Trainer trainer = new Trainer(digits.training(), digits.validation(), Hyperparameters.NOTEBOOK);
        Parameters network = trainer.snapshot().parameters();
        Evaluation score = Evaluation.of(network, digits.validation());
        return PrintedNumbers.with(LessonNumbers.of(network, 0, score, digits, trainer.snapshot()), network, score, digits);
    }
}
