package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.file.FileDialogs.Decision;
import org.digitscope.app.run.RunState;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.explain.lesson.condition.UnknownWordsException;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Neuron;
import org.digitscope.plot.network.Part;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Scenes as a teacher goes through them on stage, and as projects keep them. */
class ScenesTest extends OpenWindow {

    private static final String LESSON = """
            digitscope lesson 1
            title: On stage

            scene: Welcome | view live
            chapter: One
            Text.
            scene: view weights, part who matters, step 10, neuron 14
            chapter: Two
            Text.
            scene: A picture | view network, pin neuron 3, input test digit 7, digit 5, filter true:4
            scene: view runs, part answers, step live, blank
            """;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void pageDownGoesThroughTheScenesFromTheFirstToTheLast(FxRobot robot) throws IOException {
        train(robot);
        openLesson(robot, LESSON, View.LIVE);
        assertTrue(notice().contains("Scene 1 of 4: Welcome."), notice());
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(List.of(View.WEIGHTS, WeightsPart.WHO_MATTERS), List.of(view(), views.navigation().partProperty().get()));
        assertEquals(new Neuron(1, 14), neuron());
        assertTrue(model.shownProperty().get().step() <= 10 && !model.shownProperty().get().live());
        assertTrue(notice().contains("Scene 2 of 4."), notice());
        assertEquals("One", views.navigation().chapterProperty().get());
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.NETWORK, view());
        assertEquals(new Neuron(1, 3), neuron());
        assertArrayEquals(DIGITS.validation().image(5), views.drawing().digitProperty().get().orElseThrow().fits().get(0));
        assertEquals("true:4", views.navigation().filterProperty().get());
        assertTrue(label("flowName").startsWith("test digit 7:"), label("flowName"));
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(List.of(View.RUNS, RunsPart.ANSWERS), List.of(view(), views.navigation().runsPartProperty().get()));
        assertTrue(model.shownProperty().get().live() && views.drawing().blank().get());
        press(robot, KeyCode.PAGE_DOWN);
        assertTrue(notice().contains("Scene 4 of 4 is the last one."), notice());
        goTo(robot, View.NOTEBOOK);
        await(() -> Integer.valueOf(1).equals(robot.lookup("#list").queryListView().getSelectionModel().getSelectedItem()));
        press(robot, KeyCode.PAGE_UP);
        assertTrue(notice().contains("Scene 3 of 4: A picture."), notice());
        press(robot, KeyCode.PAGE_UP);
        press(robot, KeyCode.PAGE_UP);
        press(robot, KeyCode.PAGE_UP);
        assertTrue(notice().contains("Scene 1 of 4 is the first one."), notice());
    }

    @Test
    void withoutScenesThePageKeysDoWhatTheyDid(FxRobot robot) throws IOException {
        openLesson(robot, "digitscope lesson 1\ntitle: On stage\nchapter: A\nT\n", View.NOTEBOOK);
        String before = notice();
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.NOTEBOOK, view());
        assertEquals(before, notice());
        assertTrue(menuItems().filter(item -> item.getText() != null && item.getText().contains("Scene of the Lesson")).allMatch(item -> item.isDisable()));
    }

    @Test
    void aFieldAndALongListKeepThePageKeysAndAShortListLeavesThem(FxRobot robot) throws IOException {
        openLesson(robot, LESSON.replace("scene: Welcome | view live\n", "")
                + "chapter: Ask\nT\ntask: How many?\nright: 3\n", View.NOTEBOOK);
        robot.interact(() -> views.navigation().chapterProperty().set("Ask"));
        robot.interact(() -> scene.lookup("#answer").requestFocus());
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.NOTEBOOK, view());
        robot.interact(() -> scene.lookup("#list").requestFocus());
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.WEIGHTS, view(), "three chapters need no scrolling");
        StringBuilder many = new StringBuilder(LESSON.replace("scene: Welcome | view live\n", ""));
        for (int i = 0; i < 60; i++) {
            many.append("chapter: More ").append(i).append("\nT\n");
        }
        openLesson(robot, many.toString(), View.NOTEBOOK);
        ListView<?> list = (ListView<?>) scene.lookup("#list");
        robot.interact(() -> scene.getRoot().layout());
        robot.interact(list::requestFocus);
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.NOTEBOOK, view());
        assertTrue(list.getSelectionModel().getSelectedIndex() > 3, "it was paged through");
    }

    @Test
    void whatASceneCanNotShowIsSaidAndTheRestIsShown(FxRobot robot) throws IOException {
        train(robot);
        openLesson(robot, "digitscope lesson 1\ntitle: On stage\nscene: view weights, part what if, step 99999, neuron 40, digit 5000\nchapter: A\nT\n", View.WEIGHTS);
        assertTrue(notice().endsWith("Scene 1 of 1. The run has come to step 40 and not to step 99,999. The shown network has no neuron 40 in layer_1. "
                + "There is no test digit 5,000: there are 50 test digits."), notice());
        assertEquals(List.of(40, false), List.of(model.shownProperty().get().step(), model.shownProperty().get().live()));
        assertEquals(new Neuron(1, 0), neuron());
        assertEquals(WeightsPart.WHAT_IF, views.navigation().partProperty().get());
    }

    @Test
    void aSceneMayComeWhileTheTrainingGoesOn(FxRobot robot) throws IOException {
        openLesson(robot, LESSON, View.LIVE);
        robot.interact(() -> model.settingsProperty().set(model.settingsProperty().get().withEpochs(1000)));
        robot.interact(model::play);
        await(() -> model.liveProperty().get().step() > 20);
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(RunState.RUNNING, model.state());
        assertFalse(model.shownProperty().get().live());
        press(robot, KeyCode.PAGE_DOWN);
        press(robot, KeyCode.PAGE_DOWN);
        assertTrue(model.shownProperty().get().live());
        robot.interact(model::pause);
        await(() -> model.state() != RunState.RUNNING);
    }

    @Test
    void aChapterMayHaveAProjectOfItsOwnAndTheLessonAnother(FxRobot robot) throws IOException {
        save(robot, "zero.digitscope");
        train(robot);
        save(robot, "trained.digitscope");
        decision = Decision.LEAVE;
        openLesson(robot, LESSON.replace("scene: Welcome", "project: zero.digitscope\nscene: Welcome").replace("chapter: Two\n", "chapter: Two\nproject: trained.digitscope\n"),
                View.LIVE);
        await(() -> model.liveProperty().get().step() == 0 && notice().contains("Scene 1 of 4"));
        press(robot, KeyCode.PAGE_DOWN);
        assertTrue(notice().contains("The run has come to step 0 and not to step 10."), notice());
        press(robot, KeyCode.PAGE_DOWN);
        await(() -> model.liveProperty().get().step() == 40 && view() == View.NETWORK);
        press(robot, KeyCode.PAGE_UP);
        await(() -> model.liveProperty().get().step() == 0 && view() == View.WEIGHTS);
    }

    @Test
    void aProjectThatIsMissingOrLiesElsewhereIsNamedAndThatSceneIsNotSet(FxRobot robot) throws IOException {
        openLesson(robot, LESSON.replace("chapter: One\n", "chapter: One\nproject: none.digitscope\n"), View.LIVE);
        press(robot, KeyCode.PAGE_DOWN);
        await(() -> notice().contains("none.digitscope"));
        assertEquals(View.LIVE, view());
        press(robot, KeyCode.PAGE_DOWN);
        assertEquals(View.NETWORK, view());
        save(robot, "elsewhere.digitscope");
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.digitscope"), folder.resolve("elsewhere.digitscope"));
        Files.writeString(inside.resolve("lesson.txt"), LESSON.replace("chapter: One\n", "chapter: One\nproject: link.digitscope\n"));
        robot.interact(() -> views.droppedFiles().open(inside.resolve("lesson.txt")));
        await(() -> notice().contains("Scene 1 of 4"));
        press(robot, KeyCode.PAGE_DOWN);
        await(() -> notice().contains("link.digitscope lies in another folder; expected a project beside the lesson"));
        assertEquals(View.LIVE, view());
    }

    @Test
    void aProjectKeepsWhatIsOnScreenAndShowsItAgain(FxRobot robot) throws IOException {
        train(robot);
        goTo(robot, View.NETWORK);
        robot.interact(() -> {
            model.inspection().showStep(20);
            pinned(new Part.Unit(1, 9));
            views.navigation().filterProperty().set("true:4, said:9");
        });
        int step = model.shownProperty().get().step();
        Path file = save(robot, "kept.digitscope");
        assertEquals("view network, step " + step + ", pin neuron 9, input drawing, filter true:4 said:9", ProjectFile.read(file).scene().text());
        robot.interact(() -> {
            model.inspection().showLive();
            pinned(new Part.Unit(1, 2));
            views.navigation().filterProperty().set("wrong");
            views.navigation().viewProperty().set(View.LIVE);
        });
        robot.interact(() -> views.session().open(file));
        await(() -> view() == View.NETWORK);
        assertEquals(step, model.shownProperty().get().step());
        assertEquals(new Neuron(1, 9), neuron());
        assertEquals(Optional.of(new Part.Unit(1, 9)), flows().pinnedProperty().get());
        assertEquals("true:4 said:9", views.navigation().filterProperty().get());
    }

    @Test
    void anUnfinishedFilterIsNotKept(FxRobot robot) throws IOException {
        train(robot);
        robot.interact(() -> views.navigation().filterProperty().set("tru"));
        assertEquals(Optional.empty(), ProjectFile.read(save(robot, "a.digitscope")).scene().filter());
    }

    @Test
    void theSceneIsCopiedAsALineThatSetsIt(FxRobot robot) throws Exception {
        train(robot);
        goTo(robot, View.NETWORK);
        robot.interact(() -> {
            pinned(new Part.Unit(2, 7));
            views.drawing().penDown(0.25, 0.2);
            views.drawing().moveTo(0.75, 0.2);
            views.drawing().up();
        });
        menu(robot, "_Copy This Scene as a Line of a Lesson");
        String[] line = new String[1];
        robot.interact(() -> line[0] = Clipboard.getSystemClipboard().getString());
        assertEquals("scene: view network, step live, pin output 7, strokes 25 20 75 20, input drawing, filter wrong\n", line[0]);
        StageScene.parse(line[0].substring("scene: ".length()));
    }

    @Test
    void everyPartOfEveryViewHasAKeyAndEveryPlaceAWordForScenes(FxRobot robot) throws Exception {
        for (WeightsPart part : WeightsPart.values()) {
            goTo(robot, View.LIVE);
            press(robot, KeyCode.ALT, KeyCode.getKeyCode(String.valueOf(part.ordinal() + 1)));
            assertEquals(List.of(View.WEIGHTS, part), List.of(view(), views.navigation().partProperty().get()));
        }
        for (RunsPart part : RunsPart.values()) {
            goTo(robot, View.LIVE);
            press(robot, KeyCode.ALT, KeyCode.SHIFT, KeyCode.getKeyCode(String.valueOf(part.ordinal() + 1)));
            assertEquals(List.of(View.RUNS, part), List.of(view(), views.navigation().runsPartProperty().get()));
        }
        for (String view : Setting.VIEW.words()) {
            for (String part : Setting.PART.words()) {
                boolean is = isScene("view " + view + ", part " + part);
                boolean exists = view.equals("weights") && named(WeightsPart.values(), part) || view.equals("runs") && named(RunsPart.values(), part);
                assertEquals(exists, is, view + " " + part);
            }
        }
    }

    private static boolean isScene(String text) {
        try {
            StageScene.parse(text);
            return true;
        } catch (UnknownWordsException none) {
            return false;
        }
    }

    private static boolean named(Enum<?>[] all, String words) {
        return List.of(all).stream().anyMatch(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(words));
    }

    private void train(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
    }

    private Path save(FxRobot robot, String name) {
        saveAs = folder.resolve(name);
        menu(robot, "Save Project _As…");
        await(() -> Files.exists(saveAs));
        return saveAs;
    }

    private void openLesson(FxRobot robot, String text, View expected) throws IOException {
        Path file = Files.writeString(folder.resolve("lesson.txt"), text);
        OpenLesson open = views.part(OpenLesson.class);
        Lesson before = open.lessonProperty().get();
        robot.interact(() -> views.droppedFiles().open(file));
        await(() -> open.lessonProperty().get() != before && view() == expected);
    }

    private String notice() {
        return model.notices().textProperty().get();
    }

    private View view() {
        return views.navigation().viewProperty().get();
    }

    private Neuron neuron() {
        return model.inspection().selection().neuronProperty().get();
    }

    private NetworkFlows flows() {
        return views.part(NetworkFlows.class);
    }

    private void pinned(Part part) {
        flows().pinnedProperty().set(Optional.of(part));
        if (part instanceof Part.Unit unit && unit.layer() == 1) {
            model.inspection().selection().choose(new Neuron(1, unit.index()));
        }
    }
}
