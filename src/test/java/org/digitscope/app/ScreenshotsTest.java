package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.digitscope.app.file.PngImage;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.data.Dataset;
import org.digitscope.data.Mnist;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Makes the README's pictures: {@code mvn -Pscreenshots verify}. */
@Tag("screenshots")
class ScreenshotsTest extends OpenWindow {

    private static final Path FOLDER = Path.of("assets", "screenshots");
    /** Milliseconds for what is found in the background; here it is found at once. */
    private static final long SEARCHING = 500;
    /** Seconds that twenty epochs take at most. */
    private static final long TRAINING = 60;
    private static final int ROWS = 2000;
    /** A 3 in shares of the pad's side. */
    private static final double[][] THREE = {{0.3, 0.25}, {0.45, 0.17}, {0.62, 0.2}, {0.66, 0.33}, {0.57, 0.44}, {0.45, 0.48},
        {0.6, 0.52}, {0.69, 0.64}, {0.63, 0.79}, {0.47, 0.84}, {0.31, 0.78}};

    @Start
    private void start(Stage stage) throws IOException {
        appearance.install();
        make(new AppModel(Runnable::run, Platform::runLater));
        stage.setScene(scene);
        stage.show();
        model.digitsLoaded(Mnist.load());
    }

    @Test
    void picturesOfEveryView(FxRobot robot) throws IOException {
        draw(robot);
        robot.interact(model::play);
        await(TRAINING, () -> model.liveProperty().get().step() > 12_000);
        robot.interact(model::pause);
        await(TRAINING, () -> model.state() == RunState.PAUSED);
        save(robot, "live");
        robot.interact(model::play);
        await(TRAINING, () -> model.state() == RunState.FINISHED);
        saveDataSet(robot);
        save(robot, View.NETWORK);
        save(robot, View.WEIGHTS);
        save(robot, View.TEST_DIGITS);
        saveSweep(robot);
        robot.interact(() -> appearance.darkProperty().set(true));
        save(robot, View.WHY);
        save(robot, View.NOTEBOOK);
    }

    /** Over small networks and one epoch, as the picture is what counts. */
    private void saveSweep(FxRobot robot) throws IOException {
        robot.interact(() -> {
            views.navigation().goTo(RunsPart.SWEEP);
            ((TextField) scene.lookup("#firstValues")).setText("2, 4, 8, 16, 32");
            ((TextField) scene.lookup("#sweepEpochs")).setText("1");
            button("#start").fire();
        });
        await(TRAINING, () -> !views.sweeps().isUnderWay());
        robot.interact(model.notices()::close);
        save(robot, View.RUNS);
    }

    /** The first test digits as a table, as it is looked at before it is trained with. */
    private void saveDataSet(FxRobot robot) throws IOException {
        Dataset test = model.digitsProperty().get().validation().head(ROWS);
        Path file = Files.writeString(folder.resolve("my-digits.csv"), Examples.table(test));
        robot.interact(() -> views.droppedFiles().open(file));
        await(TRAINING, () -> scene.lookup("#take").isVisible());
        save(robot, "data");
        press(robot, KeyCode.ESCAPE);
    }

    private void save(FxRobot robot, View view) throws IOException {
        goTo(robot, view);
        robot.sleep(SEARCHING);
        save(robot, view.file());
    }

    private void draw(FxRobot robot) {
        Node pad = robot.lookup("#pad").query();
        robot.interact(() -> {
            fire(pad, MouseEvent.MOUSE_PRESSED, THREE[0]);
            for (double[] place : THREE) {
                fire(pad, MouseEvent.MOUSE_DRAGGED, place);
            }
            fire(pad, MouseEvent.MOUSE_RELEASED, THREE[THREE.length - 1]);
        });
    }

    private static void fire(Node pad, EventType<MouseEvent> type, double[] place) {
        double side = pad.getBoundsInLocal().getWidth();
        Point2D scene = pad.localToScene(place[0] * side, place[1] * side);
        pad.fireEvent(new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                false, false, false, null));
    }

    private void save(FxRobot robot, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".png"), PngImage.encode(image[0]));
    }
}
