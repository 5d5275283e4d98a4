package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.UncaughtExceptions;
import org.digitscope.app.file.FileDialogs.Decision;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.Navigation;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Edit;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.network.Examples;
import org.digitscope.training.Snapshot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Somebody who does anything at any time, while all background work is late: nothing is thrown or warned of, everything on screen belongs
 * together, and whenever the window is closed nothing is lost.
 */
class MonkeyTest extends OpenWindow {

    private static final int ACTIONS_BETWEEN_RESTS = 25;
    private static final int ACTIONS_BETWEEN_CLOSINGS = 60;
    private static final int TOLD = 40;

    private final SlowThreads threads = new SlowThreads(1);
    private final List<Path> networks = new ArrayList<>();
    private final List<Path> tables = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private List<Path> projects;
    private List<Path> others;
    private DigitSets pictures;
    private Stage stage;
    private boolean asked;
    private boolean pausing;

    /** What a session is. */
    private record State(Optional<Path> file, Snapshot live, Sheet drawing, List<Edit> edits) {
    }

    @Start
    private void start(Stage primary) throws IOException {
        stage = primary;
        projects = Stream.of("a.digitscope", "b.digitscope", "c.digitscope").map(folder::resolve).toList();
        others = Stream.of("any.npz", "any.onnx", "any.png", "any.csv", "any.json", "any.html").map(folder::resolve).toList();
        for (int hidden : new int[] {1, 7, 20, 25}) {
            networks.add(folder.resolve("network" + hidden + ".npz"));
            NetworkFiles.write(networks.get(networks.size() - 1), Examples.parameters(hidden, hidden));
        }
        UsedDataSets used = new UsedDataSets(folder.resolve("data-sets.json"));
        for (int size : new int[] {420, 150, 31}) {
            Path table = Files.writeString(folder.resolve("pictures" + size + ".csv"), table(Examples.pictures(size, size)));
            LoadedDigits loaded = DigitFiles.read(table, Progress.NONE);
            pictures = pictures == null ? loaded.sets(loaded.suggested()) : pictures;
            tables.add(table);
            used.add(new UsedDataSets.Used(table, loaded.suggested(), loaded.sets(loaded.suggested()).training().name()));
        }
        appearance.install();
        open();
    }

    /** As the application does it. */
    private void open() {
        open(stage, new AppModel(threads::execute, threads::toFxThread));
        views.session().begin();
        model.digitsLoaded(pictures);
    }

    @Test
    void anythingAtAnyTimeThrowsAndLosesNothing(FxRobot robot, UncaughtExceptions.Watch uncaught) {
        play(robot, uncaught, 1, 90);
    }

    @Test
    @Tag("soak")
    void anythingForAWhileThrowsAndLosesNothing(FxRobot robot, UncaughtExceptions.Watch uncaught) {
        for (int seed = 2; seed < 8; seed++) {
            play(robot, uncaught, seed, 400);
        }
    }

    private void play(FxRobot robot, UncaughtExceptions.Watch uncaught, int seed, int actions) {
        done.clear();
        Random random = new Random(seed);
        RandomPerson person = new RandomPerson(this, random, projects, networks, tables, others);
        try {
            for (int action = 1; action <= actions; action++) {
                robot.interact(() -> {
                    done.add(person.act());
                });
                if (random.nextInt(12) == 0) {
                    click(robot, random);
                }
                if (action % ACTIONS_BETWEEN_CLOSINGS == 0) {
                    close(robot, random, person);
                } else if (action % ACTIONS_BETWEEN_RESTS == 0) {
                    rest(random);
                    spaceTrainsAndPauses(robot, random, person);
                }
                WaitForAsyncUtils.waitForFxEvents(1);
                assertEquals(List.of(), onFxThread(() -> WindowInvariants.always(this)));
                uncaught.fail("after an action");
                assertEquals(List.of(), log.warnings());
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw new AssertionError("seed " + seed + ", after " + done.size() + " actions: "
                    + String.join(", ", done.subList(Math.max(0, done.size() - TOLD), done.size())), failure);
        }
    }

    /** Waits until nothing is under way any more, and looks at what that has led to. */
    private void rest(Random random) throws IOException {
        done.add("rests");
        awaitOnFxThread(() -> model.state() != RunState.RUNNING || livingTrainers() == 1);
        awaitOnFxThread(() -> {
            model.pause();
            return model.state() != RunState.RUNNING && threads.isIdle();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, livingTrainers());
        assertFalse(scene.lookup(".data-set #progress").isVisible() && isShown(scene.lookup(".data-set")), "still reading");
        assertEquals("", model.background().writingProperty().get());
        assertEquals(List.of(), onFxThread(() -> WindowInvariants.atRest(this)));
        lookAround(random);
        State now = onFxThread(this::state);
        if (now.file.isPresent() && !views.session().changedProperty().get()) {
            assertHolds(now.file.get(), now);
        }
    }

    /** At every view and each part of it, in any order. */
    private void lookAround(Random random) {
        Navigation navigation = views.navigation();
        View before = navigation.viewProperty().get();
        List<Runnable> ways = new ArrayList<>();
        Stream.of(View.values()).forEach(view -> ways.add(() -> navigation.viewProperty().set(view)));
        Stream.of(WeightsPart.values()).forEach(part -> ways.add(() -> navigation.goTo(part)));
        Stream.of(RunsPart.values()).forEach(part -> ways.add(() -> navigation.goTo(part)));
        Collections.shuffle(ways, random);
        for (Runnable way : ways) {
            onFxThread(() -> {
                way.run();
                return null;
            });
            awaitOnFxThread(threads::isIdle);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(List.of(), onFxThread(() -> WindowInvariants.atRest(this)), () -> navigation.viewProperty().get() + ", "
                    + navigation.partProperty().get());
        }
        onFxThread(() -> {
            navigation.viewProperty().set(before);
            return null;
        });
    }

    /** Whatever has the focus, but for a text field, which takes the space itself. */
    private void spaceTrainsAndPauses(FxRobot robot, Random random, RandomPerson person) {
        List<Node> focusable = onFxThread(() -> shown(".button", ".toggle-button", ".check-box", ".combo-box", ".slider", ".table-view", ".heatmap-grid",
                ".text-field", ".list-view", ".scroll-pane").filter(node -> node.isFocusTraversable() && !node.isDisabled()).toList());
        Node focused = focusable.get(random.nextInt(focusable.size()));
        done.add("presses Space with the focus on " + focused);
        robot.interact(() -> {
            focused.requestFocus();
            boolean trains = model.can().play().get() && !(focused instanceof TextInputControl);
            person.press(KeyCode.SPACE);
            assertTrue(!trains || model.state() == RunState.RUNNING || !model.notices().textProperty().get().isEmpty(),
                    "Space doesn't train: " + model.state());
            boolean trained = model.state() == RunState.RUNNING;
            person.press(KeyCode.SPACE);
            pausing = trained && !(focused instanceof TextInputControl);
        });
        awaitOnFxThread(() -> !pausing || model.state() != RunState.RUNNING);
    }

    private void close(FxRobot robot, Random random, RandomPerson person) throws IOException {
        decision = Decision.values()[random.nextInt(Decision.values().length)];
        done.add("closes, " + decision);
        asked = false;
        List<State> closed = new ArrayList<>();
        robot.interact(() -> views.closing().request(() -> {
            closed.add(state());
            model.close();
            views.session().keepCopy();
            model.background().awaitWritten();
            views.session().end();
            stage.hide();
        }));
        for (int keys = random.nextInt(3); keys > 0; keys--) {
            robot.interact(() -> {
                if (closed.isEmpty()) {
                    done.add(person.pressKey());
                }
            });
        }
        awaitOnFxThread(() -> !views.closing().underWayProperty().get());
        if (closed.isEmpty()) {
            assertTrue(asked && decision == Decision.STAY);
            return;
        }
        State last = closed.get(0);
        boolean saved = asked && decision == Decision.SAVE;
        if (saved) {
            assertHolds(last.file.orElseThrow(), last);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
        await(threads::isIdle);
        robot.interact(() -> open());
        await(threads::isIdle);
        assertEquals("", model.notices().textProperty().get());
        robot.interact(() -> {
            if (saved && random.nextBoolean()) {
                views.session().open(last.file.orElseThrow());
            } else {
                views.session().reopenLast();
            }
        });
        await(threads::isIdle);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("", onFxThread(() -> model.notices().textProperty().get()));
        robot.interact(() -> assertSame(last, state()));
    }

    @Override
    Decision decide() {
        asked = true;
        return decision;
    }

    /** What a project holds is about the training, whatever is looked at. */
    private State state() {
        model.inspection().showLive();
        return new State(views.session().fileProperty().get(), model.liveProperty().get(), views.drawing().sheetProperty().get(),
                model.inspection().edits().currentProperty().get());
    }

    private static void assertHolds(Path file, State state) throws IOException {
        Project project = ProjectFile.read(file);
        assertEquals(state.live.step(), project.now().step());
        assertArrayEquals(state.live.parameters().arrays(), project.now().parameters().arrays());
        assertSame(state.drawing, project.drawing());
        assertEquals(state.edits, project.edits());
    }

    private static void assertSame(State expected, State found) {
        assertEquals(expected.live.step(), found.live.step());
        if (expected.live.step() > 0) {
            assertArrayEquals(expected.live.parameters().arrays(), found.live.parameters().arrays());
        }
        assertSame(expected.drawing, found.drawing);
        assertEquals(expected.edits, found.edits);
    }

    private static void assertSame(Sheet expected, Sheet found) {
        assertEquals(expected.drawing().lines(), found.drawing().lines());
        assertArrayEquals(pixels(expected), pixels(found));
    }

    private static byte[] pixels(Sheet sheet) {
        return sheet.fit(new MnistFit(FitStage.all())).map(FittedDigit::main).orElse(new byte[0]);
    }

    private static long livingTrainers() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("trainer")).count();
    }

    private static void awaitOnFxThread(Callable<Boolean> condition) {
        await(() -> onFxThread(condition));
    }

    private static <T> T onFxThread(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    private static String table(Dataset pictures) {
        return IntStream.range(0, pictures.size()).mapToObj(picture -> pictures.label(picture) + IntStream.range(0, Dataset.PIXELS)
                .mapToObj(pixel -> "," + (pictures.image(picture)[pixel] & 0xFF)).collect(Collectors.joining()) + "\n")
                .collect(Collectors.joining());
    }

    /** On something that is drawn. */
    private void click(FxRobot robot, Random random) {
        List<Node> drawn = shown(".curve-chart", ".heatmap-grid", ".matrix-view", ".histogram-view").toList();
        if (!drawn.isEmpty()) {
            Node node = drawn.get(random.nextInt(drawn.size()));
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            robot.clickOn(bounds.getMinX() + random.nextDouble() * bounds.getWidth(),
                    bounds.getMinY() + random.nextDouble() * bounds.getHeight(), MouseButton.PRIMARY);
            done.add("clicks on " + node.getStyleClass());
        }
    }
}
