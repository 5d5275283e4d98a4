package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.digitscope.app.exhibit.MovingExhibit;
import org.digitscope.app.exhibit.MovingExhibits;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.DigitSets;
import org.digitscope.network.Examples;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A training of an exhibit's own, seconds of it, ends as soon as nobody can see it. */
class LeftExhibitTest extends OpenWindow {

    private static final DigitSets MANY = new DigitSets(Examples.pictures(10_000, 1), Examples.pictures(50, 2));

    private final ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newCachedThreadPool();
    private Button train;

    @Start
    private void start(Stage stage) {
        appearance.install();
        open(stage, new AppModel(pool, Platform::runLater));
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void anotherViewEndsIt(FxRobot robot) {
        train(robot);
        goTo(robot, View.LIVE);
        await(3, () -> !isTraining());
        goTo(robot, View.NOTEBOOK);
        assertTrue(train.getText().equals("Train"), train.getText());
    }

    @Test
    void anotherChapterEndsIt(FxRobot robot) {
        train(robot);
        robot.interact(() -> ((Pane) scene.lookup("#exhibit")).getChildren().clear());
        await(3, () -> !isTraining());
    }

    @Test
    void theWindowsEndEndsIt(FxRobot robot) {
        train(robot);
        robot.interact(() -> scene.getWindow().hide());
        await(3, () -> !isTraining());
    }

    private void train(FxRobot robot) {
        robot.interact(() -> model.digitsLoaded(MANY));
        await(() -> model.state() == RunState.READY);
        goTo(robot, View.NOTEBOOK);
        // the page's own exhibit comes when its numbers are there
        await(() -> scene.lookup("#exhibit") instanceof Pane page && !page.getChildren().isEmpty());
        MovingExhibit exhibit = new MovingExhibits(model, appearance).of("overfit").orElseThrow();
        robot.interact(() -> {
            ((Pane) scene.lookup("#exhibit")).getChildren().setAll(exhibit.node());
            exhibit.show(Examples.parameters(20, 3));
        });
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> buttons(exhibit.node()).stream().filter(each -> "The next number of pictures".equals(each.getAccessibleText())).findFirst()
                    .orElseThrow().fire());
        }
        train = buttons(exhibit.node()).stream().filter(each -> each.getText().equals("Train")).findFirst().orElseThrow();
        robot.interact(train::fire);
        await(() -> train.getText().equals("Stop") && isTraining());
    }

    private static boolean isTraining() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(Trainer.class.getName())));
    }

    private static List<Button> buttons(Node exhibit) {
        return exhibit.lookupAll(".button").stream().map(Button.class::cast).toList();
    }
}
