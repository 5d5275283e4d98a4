package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitscope.app.run.RunState;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.networks.NetworkFormat;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is dropped on the window is told by what is in it, as a name may say anything. */
class DroppedKindsTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void everyNetworkThatIsExportedIsShownWhateverItsName(FxRobot robot) throws IOException {
        int hidden = 2;
        for (NetworkFormat format : NetworkFormat.writable()) {
            for (String renamed : List.of("", ".txt", ".csv", ".json")) {
                Parameters network = Examples.parameters(++hidden, 3);
                Path file = folder.resolve("dropped" + hidden + format.ending());
                NetworkFiles.write(file, network);
                Path dropped = renamed.isEmpty() ? file : Files.move(file, folder.resolve("renamed" + hidden + renamed));
                robot.interact(() -> views.droppedFiles().open(dropped));
                await(() -> label("notice").startsWith("Showing " + dropped.getFileName() + ": "));
                assertEquals(network.layer(1).outputs(), model.shownProperty().get().parameters().layer(1).outputs(), dropped.toString());
            }
        }
    }

    @Test
    void aProjectUnderAnotherNameIsOpenedWhole(FxRobot robot) throws IOException {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        saveAs = folder.resolve("mine.digitscope");
        press(robot, KeyCode.CONTROL, KeyCode.S);
        await(() -> label("notice").startsWith("Saved the session as mine.digitscope"));
        Path renamed = Files.move(saveAs, folder.resolve("mine.zip"));
        robot.interact(() -> {
            model.reset();
            views.droppedFiles().open(renamed);
        });
        await(() -> views.session().fileProperty().get().equals(Optional.of(renamed)));
        assertEquals(40, model.liveProperty().get().step());
    }

    @Test
    void drawingsAndTablesAreDataSets(FxRobot robot) throws IOException {
        Path drawings = folder.resolve("hand.json");
        TaughtDigits.Taught one = new TaughtDigits.Taught(1, new Sheet(Optional.empty(),
                List.of(new PenLine(List.of(new Point(0.5, 0.1), new Point(0.5, 0.9)), 0.06))));
        TaughtDigitsFile.write(drawings, new TaughtDigits(List.of(one, one, one)));
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            table.append(i % 10).append(",7".repeat(784)).append('\n');
        }
        for (Path file : List.of(drawings, Files.writeString(folder.resolve("table.csv"), table), Files.writeString(folder.resolve("table.txt"), table))) {
            robot.interact(() -> views.droppedFiles().open(file));
            await(() -> button("#take").isVisible());
            assertEquals(file.getFileName().toString(), ((Label) scene.lookup(".data-set #title")).getText());
            press(robot, KeyCode.ESCAPE);
            assertTrue(!scene.lookup(".data-set").isVisible());
        }
    }
}
