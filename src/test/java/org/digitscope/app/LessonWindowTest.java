package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.explain.lesson.LessonWords;
import org.digitscope.files.lessons.ResultFile;
import org.digitscope.network.Neuron;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A lesson from a file as a person goes through it: by keys, with help, away from the page and back, and once more after a restart. */
class LessonWindowTest extends OpenWindow {

    private static final String LESSON = """
            digitscope lesson 1
            title: Try it
            author: Ada

            chapter: Mute
            stretch: One
            Text.
            code:
              model.summary()
            output:
              {printedSummary}
            do: whatif | Mute some
            task: Mute a neuron.
            when: muted neurons >= 1
            because: So it is.
            hint: First.
            way: Second.
            answer: Third.

            chapter: Foresee
            stretch: Two
            Text.
            predict: What will it be?
            choice: Two. | muted neurons >= 2
            choice: Less. | muted neurons < 2
            when: network is changed

            chapter: Count
            Text.
            task: How many neurons?
            right: {first}
            because: Count them.

            chapter: Draw
            Text.
            task: Draw.
            when: drawing meant as 7 says 2
            """;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void aTaskIsDoneWhereverThePersonDoesItAndTheWayBackTellsSo(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        assertEquals("Not yet. The number of muted neurons is 0; the task asks for at least 1.", label("verdict"));
        robot.interact(() -> action("Mute some").fire());
        assertEquals(WeightsPart.WHAT_IF, views.navigation().partProperty().get());
        Button back = button("#chapter");
        assertTrue(back.isVisible());
        assertEquals("Back to the chapter", back.getAccessibleText());
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 2), 0));
        assertEquals("Back to the chapter, whose task is done", back.getAccessibleText());
        robot.interact(back::fire);
        assertEquals(View.NOTEBOOK, views.navigation().viewProperty().get());
        assertFalse(back.isVisible());
        assertEquals("Done. So it is.", label("verdict"));
        assertEquals(List.of("1. Mute, done", "2. Foresee"), cells(robot).subList(0, 2));
    }

    @Test
    void helpSaysMoreWithEveryPress(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        Button help = button("#help");
        for (List<String> step : List.of(List.of("Hint"), List.of("Way", "Hint: First."), List.of("Answer", "Hint: First.", "Way: Second."))) {
            assertEquals(step.get(0), help.getText());
            assertEquals(step.subList(1, step.size()), texts("#helps"));
            robot.interact(help::fire);
        }
        assertEquals(List.of("Hint: First.", "Way: Second.", "Answer: Third."), texts("#helps"));
        assertTrue(help.isDisabled());
        press(robot, KeyCode.TAB);
        robot.interact(() -> select(robot, 1));
        assertEquals(List.of(), texts("#helps"));
    }

    @Test
    void whatIsForeseenIsChosenBeforeItHappens(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        robot.interact(() -> select(robot, 1));
        assertEquals("Choose first, then see.", label("verdict"));
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 2), 0));
        assertEquals("It has happened already. Take it back, then say what you expect.", label("verdict"));
        assertTrue(choice(0).isDisabled());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        robot.interact(() -> choice(0).requestFocus());
        press(robot, KeyCode.ENTER);
        assertEquals("Not yet. The network is as it was learnt; the task asks for one that is changed by hand.", label("verdict"));
        robot.interact(() -> model.inspection().edits().mute(new Neuron(1, 2), 0));
        assertTrue(label("verdict").startsWith("Not quite. What came is: Less."), label("verdict"));
        robot.interact(() -> choice(1).fire());
        assertTrue(label("verdict").startsWith("Right."), label("verdict"));
        assertTrue(choice(0).isDisabled());
    }

    @Test
    void aWrongAnswerIsSaidToBeDifferentAndTheRightOneStays(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        robot.interact(() -> select(robot, 2));
        type(robot, "200");
        assertEquals("Not quite. That is 10 times as much.", label("verdict"));
        type(robot, "20");
        assertEquals("Right. Count them.", label("verdict"));
        assertEquals("3. Count, done", cells(robot).get(2));
        type(robot, "21");
        assertEquals("Not quite. 21 is too much.", label("verdict"));
        assertEquals("3. Count, done", cells(robot).get(2));
    }

    @Test
    void theCellOfCodeIsShownOnDemand(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        Node cell = scene.lookup("#cell");
        assertFalse(cell.isVisible());
        robot.interact(() -> scene.lookup("#code").requestFocus());
        press(robot, KeyCode.ENTER);
        assertTrue(cell.isVisible());
        assertEquals("model.summary()", label("source"));
        assertTrue(label("output").contains("│ layer_1 (Dense)                 │ (None, 20)             │        15,700 │"), label("output"));
        robot.interact(() -> select(robot, 1));
        assertFalse(scene.lookup("#code").isVisible() || cell.isVisible());
    }

    @Test
    void whatADrawingIsMeantAsIsAskedWhereATaskNeedsIt(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        assertFalse(scene.lookup("#meaning").isVisible());
        robot.interact(() -> select(robot, 3));
        assertTrue(scene.lookup("#meaning").isVisible());
    }

    @Test
    void whatIsDoneIsKeptFromOneStartToTheNextAndCanBeTakenAway(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        robot.interact(() -> select(robot, 2));
        type(robot, "20");
        robot.interact(() -> model.background().awaitWritten());
        Path kept = folder.resolve("lessons.json");
        assertEquals("20", ResultFile.read(kept).get(0).of("Count").orElseThrow().typed());
        restart(robot);
        openLesson(robot, LESSON);
        assertEquals("3. Count, done", cells(robot).get(2));
        saveAs = folder.resolve("my.json");
        menu(robot, "_Save My Result…");
        assertTrue(ResultFile.read(saveAs).get(0).isDone("Count"));
        menu(robot, "Begin the Lesson _Anew");
        assertEquals("3. Count", cells(robot).get(2));
        assertEquals(List.of(), ResultFile.read(kept));
        robot.interact(() -> model.notices().actionsProperty().get().get(0).run().run());
        assertEquals("3. Count, done", cells(robot).get(2));
    }

    @Test
    void damagedProgressBeginsAnewAndSaysSo(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("lessons.json"), "{\"format\": \"dig");
        restart(robot);
        assertEquals("What was done in lessons is lost, and they begin anew: lessons.json is no 'digitscope lesson results 1'; expected results of "
                + "lessons as Digitscope writes them", model.notices().textProperty().get());
        openLesson(robot, LESSON);
        robot.interact(() -> select(robot, 2));
        type(robot, "20");
        assertTrue(ResultFile.read(folder.resolve("lessons.json")).stream().anyMatch(result -> result.isDone("Count")));
    }

    @Test
    void aWrongLessonIsRefusedWithItsLineAndTheOpenOneStays(FxRobot robot) throws IOException {
        openLesson(robot, LESSON);
        Path file = Files.writeString(folder.resolve("wrong.txt"), LESSON.replace("muted neurons >= 1", "mutd neurons >= 1"));
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> model.notices().textProperty().get().startsWith("wrong.txt can't be used as a lesson. Line 14: 'mutd neurons' is not known; "
                + "the nearest is 'muted neurons'"));
        assertEquals("Try it, by Ada", label("lessonTitle"));
    }

    @Test
    @Tag("soak")
    void everyCommandAndExhibitOfTheListsIsThere(FxRobot robot) throws IOException {
        for (String listed : LessonWords.commands().keySet()) {
            String command = listed.replace("filter …", "filter true:4").replace("…", "3");
            openLesson(robot, "digitscope lesson 1\ntitle: " + command + "\nchapter: A\nT\ndo: " + command + " | Press\n");
            robot.interact(() -> action("Press").fire());
            await(() -> model.state() != RunState.LOADING);
            robot.interact(model::pause);
            await(() -> model.state() != RunState.RUNNING);
        }
        for (String exhibit : LessonWords.exhibits().keySet()) {
            openLesson(robot, "digitscope lesson 1\ntitle: " + exhibit + "\nchapter: A\nT\nexhibit: " + exhibit + "\n");
            assertFalse(((Pane) scene.lookup("#exhibit")).getChildren().isEmpty(), exhibit);
        }
    }

    @Test
    void buttonsLeadToADigitAStepANeuronAndWhatIsFiltered(FxRobot robot) throws IOException {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        openLesson(robot, "digitscope lesson 1\ntitle: L\nchapter: A\nT\ndo: filter true:4 | a\ndo: digit 7 | b\ndo: step 3 | c\ndo: neuron 99 | d\n");
        robot.interact(() -> action("a").fire());
        assertEquals("true:4", views.navigation().filterProperty().get());
        robot.interact(() -> action("b").fire());
        assertArrayEquals(DIGITS.validation().image(7), views.drawing().digitProperty().get().orElseThrow().fits().get(0));
        robot.interact(() -> action("c").fire());
        assertTrue(model.shownProperty().get().step() <= 3 && !model.shownProperty().get().live());
        robot.interact(() -> action("d").fire());
        assertEquals(new Neuron(1, 19), model.inspection().selection().neuronProperty().get());
    }

    @Test
    void aProjectBesideTheLessonIsOpenedWithIt(FxRobot robot) throws IOException {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        saveAs = folder.resolve("trained.digitscope");
        menu(robot, "Save Project _As…");
        await(() -> Files.exists(saveAs));
        robot.interact(model::reset);
        await(() -> model.liveProperty().get().step() == 0);
        openLesson(robot, "digitscope lesson 1\ntitle: L\nproject: trained.digitscope\nchapter: A\nT\n");
        await(() -> model.liveProperty().get().step() == 40);
    }

    private void openLesson(FxRobot robot, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("lesson.txt"), text);
        openFrom = file;
        menu(robot, "_Open Lesson…");
        String title = text.lines().filter(line -> line.startsWith("title: ")).findFirst().orElseThrow().substring(7);
        await(() -> views.navigation().viewProperty().get() == View.NOTEBOOK && label("lessonTitle").startsWith(title)
                && scene.lookup("#actions") != null);
    }

    private void restart(FxRobot robot) {
        robot.interact(() -> {
            Stage stage = (Stage) scene.getWindow();
            model.close();
            make(new AppModel(Runnable::run, Platform::runLater));
            model.digitsLoaded(DIGITS);
            stage.setScene(scene);
        });
        await(() -> model.state() == RunState.READY);
    }

    private void type(FxRobot robot, String text) {
        TextField field = (TextField) scene.lookup("#answer");
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        press(robot, KeyCode.ENTER);
    }

    private Button action(String label) {
        return ((Pane) scene.lookup("#actions")).getChildren().stream().map(Button.class::cast).filter(each -> each.getText().equals(label)).findFirst()
                .orElseThrow();
    }

    private RadioButton choice(int number) {
        return (RadioButton) ((Pane) scene.lookup("#choices")).getChildren().get(number);
    }

    private List<String> texts(String id) {
        return ((Pane) scene.lookup(id)).getChildren().stream().map(each -> ((Label) each).getText()).toList();
    }

    private static void select(FxRobot robot, int chapter) {
        robot.lookup("#list").<ListView<Integer>>query().getSelectionModel().select(chapter);
    }

    private List<String> cells(FxRobot robot) {
        robot.interact(() -> scene.getRoot().layout());
        return scene.lookup("#list").lookupAll(".list-cell").stream().map(Node::getAccessibleText).filter(text -> text != null && !text.isEmpty())
                .sorted().toList();
    }
}
