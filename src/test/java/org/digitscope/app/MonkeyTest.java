package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.view.View;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Backdrop;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody who does anything at any time: no exception, no warning. What was done is in the seed. */
class MonkeyTest extends OpenWindow {

    private Path table;
    private Path network;

    @Start
    private void start(Stage stage) throws IOException {
        open(stage);
        table = Files.writeString(folder.resolve("any.csv"), IntStream.range(0, 70).mapToObj(i -> i % 10 + ("," + i % 7).repeat(784))
                .collect(Collectors.joining("\n")));
        network = folder.resolve("any.npz");
        NetworkFiles.write(network, Examples.parameters(7, 1));
    }

    @Test
    void anythingAtAnyTimeThrowsNothing(FxRobot robot) {
        play(robot, new Random(1), 250);
    }

    @Test
    @Tag("soak")
    void anythingForAWhileThrowsNothing(FxRobot robot) {
        for (int seed = 2; seed < 6; seed++) {
            play(robot, new Random(seed), 600);
        }
    }

    private void play(FxRobot robot, Random random, int actions) {
        for (int action = 0; action < actions; action++) {
            int what = random.nextInt(16);
            robot.interact(() -> act(what, random));
            if (what == 15) {
                click(robot, random);
            }
            WaitForAsyncUtils.waitForFxEvents(1);
        }
    }

    private void act(int what, Random random) {
        switch (what) {
            case 0, 1 -> views.navigation().viewProperty().set(View.values()[random.nextInt(View.values().length)]);
            case 2 -> model.playOrPause();
            case 3 -> model.step();
            case 4 -> model.startWith(SETTINGS.withHidden(1 + random.nextInt(25)).withSeed(random.nextInt(3)));
            case 5 -> draw(random);
            case 6 -> scene.getWindow().setWidth(850 + random.nextInt(430));
            case 7 -> scene.getWindow().setHeight(580 + random.nextInt(220));
            case 8 -> model.inspection().showStep(random.nextInt(200));
            case 9 -> model.inspection().showFile(Examples.parameters(1 + random.nextInt(25), random.nextInt(100)));
            case 10 -> model.digitsLoaded(new DigitSets(Examples.pictures(50 + random.nextInt(300), 1), Examples.pictures(1 + random.nextInt(40), 2)));
            case 11 -> fire(random);
            case 12 -> more(random);
            case 13, 14 -> useFiles(random);
            default -> {
                // a click, which waits for the window itself
            }
        }
    }

    private void more(Random random) {
        switch (random.nextInt(7)) {
            case 0 -> appearance.darkProperty().set(random.nextBoolean());
            case 1 -> appearance.presenterProperty().set(random.nextBoolean());
            case 2 -> model.inspection().showLive();
            case 3 -> model.goOnFromShown();
            case 4 -> model.stop();
            case 5 -> model.pictures().deskewProperty().set(random.nextBoolean());
            default -> model.settingsProperty().set(model.settingsProperty().get().withEpochs(1 + random.nextInt(Hyperparameters.NOTEBOOK.epochs())));
        }
    }

    private void useFiles(Random random) {
        saveAs = folder.resolve("any.digitscope");
        openFrom = saveAs;
        switch (random.nextInt(7)) {
            case 0 -> views.session().save();
            case 1 -> views.session().open(saveAs);
            case 2 -> views.session().keepCopy();
            case 3 -> views.session().reopenLast();
            case 4 -> views.droppedFiles().open(table);
            case 5 -> fireIfShown("#take");
            default -> views.droppedFiles().open(network);
        }
    }

    private void fireIfShown(String id) {
        Node node = scene.lookup(id);
        if (node instanceof Button button && isShown(button)) {
            button.fire();
        }
    }

    private void draw(Random random) {
        if (random.nextBoolean()) {
            views.drawing().clear();
        } else {
            views.drawing().load(Backdrop.ofDigit(DIGITS.validation().image(random.nextInt(DIGITS.validation().size()))));
        }
    }

    /** Presses a button or toggles a box, or chooses a row of a table. */
    private void fire(Random random) {
        List<Node> nodes = scene.getRoot().lookupAll(".toggle-button, .check-box, .table-view, .neuron-mute").stream()
                .filter(OpenWindow::isShown).toList();
        if (!nodes.isEmpty()) {
            Node node = nodes.get(random.nextInt(nodes.size()));
            if (node instanceof ToggleButton || node instanceof CheckBox) {
                ((ButtonBase) node).fire();
            } else if (node instanceof TableView<?> table && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(random.nextInt(table.getItems().size()));
            }
        }
    }

    /** On something that is drawn. */
    private void click(FxRobot robot, Random random) {
        List<Node> pictures = scene.getRoot().lookupAll(".curve-chart, .heatmap-grid, .matrix-view, .histogram-view").stream()
                .filter(OpenWindow::isShown).toList();
        if (!pictures.isEmpty()) {
            Bounds bounds = pictures.get(random.nextInt(pictures.size())).localToScreen(pictures.get(0).getLayoutBounds());
            robot.clickOn(bounds.getMinX() + random.nextDouble() * bounds.getWidth(), bounds.getMinY() + random.nextDouble() * bounds.getHeight(),
                    MouseButton.PRIMARY);
        }
    }
}
