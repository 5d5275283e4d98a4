package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.run.Notices;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.files.Png;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.plot.CurveCharts.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where notices lie, and how they go. */
class NoticeBarTest extends OpenWindow {

    private static final String LONG = "The table was read, but its last lines hold other numbers than the first ones, so they are left out; "
            + "what is left is enough to go on with, and nothing else has changed.";

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    @Tag("soak")
    void aNoticeCoversNothingThatCannotBeScrolledAndMovesNothing(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        for (int[] size : new int[][] {{1280, 800}, {1024, 700}}) {
            robot.interact(() -> {
                scene.getWindow().setWidth(size[0]);
                scene.getWindow().setHeight(size[1]);
            });
            everywhere(robot, where -> {
                ScrollPane room = (ScrollPane) scene.lookup("#room");
                Bounds before = place(scene.lookup("#views"));
                boolean scrolledAnyway = before.getHeight() > place(scene.lookup(".stage")).getHeight() + 1;
                robot.interact(() -> model.notices().warn(LONG));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> {
                    Bounds notice = place(scene.lookup("#noticeBar"));
                    assertFalse(notice.intersects(place(room)), where);
                    assertTrue(place(scene.lookup(".stage")).contains(notice), where);
                    assertTrue(scrolledAnyway || place(scene.lookup("#views")).equals(before), where + ": nothing moves");
                    assertEquals(List.of(), CutOff.cutOff(scene), where);
                    room.setVvalue(room.getVmax());
                });
                WaitForAsyncUtils.waitForFxEvents();
                assertTrue(place(scene.lookup("#views")).getMaxY() <= place(room).getMaxY() + 1, where + ": its end comes into sight");
                robot.interact(() -> model.notices().close());
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> model.notices().warn(LONG));
                WaitForAsyncUtils.waitForFxEvents();
                assertTrue(scrolledAnyway || place(scene.lookup("#views")).getMinY() == before.getMinY(), where + ": the next one finds the view's begin");
                robot.interact(() -> {
                    model.notices().close();
                    room.setVvalue(0);
                });
            });
        }
    }

    @Test
    @Tag("soak")
    void escapeClosesANoticeWhateverHasTheFocus(FxRobot robot) {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        List<String> kept = new ArrayList<>();
        everywhere(robot, where -> {
            for (Node node : shown(".button", ".toggle-button", ".check-box", ".combo-box", ".slider", ".table-view", ".list-view", ".text-field",
                    ".text-area", ".menu-button", ".spinner", ".scroll-pane", ".heatmap-grid", ".curve-chart", ".matrix-view", ".histogram-view")
                    .filter(each -> each.isFocusTraversable() && !each.isDisabled()).toList()) {
                robot.interact(() -> {
                    model.notices().warn("It can't be read.");
                    model.notices().remark("The run before is kept.");
                    node.requestFocus();
                    Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
                    if (!label("notice").isEmpty()) {
                        kept.add(where + ": " + node);
                    }
                });
            }
        });
        assertEquals(List.of(), kept);
    }

    @Test
    void escapeIsForWhatIsNearerFirst(FxRobot robot) throws IOException {
        robot.interact(model::stepEpoch);
        await(() -> model.state() == RunState.PAUSED);
        TextField epochs = (TextField) scene.lookup("#epochs");
        robot.interact(() -> {
            model.notices().warn("It can't be read.");
            epochs.requestFocus();
            epochs.setText("77");
        });
        press(robot, KeyCode.ESCAPE);
        assertEquals("It can't be read.", label("notice"));
        assertEquals(String.valueOf(SETTINGS.epochs()), epochs.getText());
        CurveChart loss = (CurveChart) scene.lookup("#loss");
        robot.interact(() -> {
            loss.zoomProperty().set(new Window(0, 1));
            loss.requestFocus();
        });
        press(robot, KeyCode.ESCAPE);
        assertEquals("It can't be read.", label("notice"));
        assertEquals(null, loss.zoomProperty().get());
        Path table = table();
        robot.interact(() -> views.droppedFiles().open(table));
        await(() -> button("#take").isVisible());
        robot.interact(() -> model.notices().warn("It can't be read."));
        press(robot, KeyCode.ESCAPE);
        assertFalse(scene.lookup(".data-set").isVisible());
        assertEquals("It can't be read.", label("notice"));
        press(robot, KeyCode.ESCAPE);
        assertEquals("", label("notice"));
    }

    @Test
    void aFileThatIsOpenedTakesAwayWhatWasSaidOfTheOneThatCouldNotBe(FxRobot robot) throws IOException {
        Path network = folder.resolve("good.npz");
        NetworkFiles.write(network, Examples.parameters(5, 3));
        Path picture = Files.write(folder.resolve("good.png"), Png.bytes(IntStream.range(0, 900)
                .map(i -> i % 30 > 12 && i % 30 < 17 && i > 120 && i < 780 ? 0xFF000000 : -1).toArray(), 30));
        for (String broken : List.of("gone.png", "gone.npz", "gone.csv", "gone.digitscope", "gone.json")) {
            for (Path good : List.of(picture, network, table())) {
                robot.interact(() -> views.droppedFiles().open(folder.resolve(broken)));
                await(() -> label("notice").startsWith(broken + " does not exist"));
                assertTrue(model.notices().seriousProperty().get());
                robot.interact(() -> views.droppedFiles().open(good));
                await(() -> !label("notice").startsWith(broken));
                assertFalse(model.notices().seriousProperty().get(), broken + " and then " + good.getFileName());
                robot.interact(() -> model.notices().close());
                if (button("#take").isVisible()) {
                    press(robot, KeyCode.ESCAPE);
                }
            }
        }
    }

    @Test
    void afterANoticeTheFocusIsWhereItWasOrInTheViewButNeverOnAnotherPanelsButton(FxRobot robot) {
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        Node epochs = scene.lookup("#epochs");
        robot.interact(epochs::requestFocus);
        robot.interact(() -> model.notices().tell("Something was done."));
        robot.clickOn("Close");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(epochs, scene.getFocusOwner());
        robot.interact(() -> model.notices().tell("Something was done.", new Notices.Action("Go on", () -> goTo(View.NETWORK))));
        robot.clickOn("Go on");
        robot.interact(() -> model.notices().close());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(scene.lookup("#views"), scene.getFocusOwner(), "what had it isn't seen any more");
        press(robot, KeyCode.ENTER);
        assertFalse(views.drawing().blank().get());
    }

    private void goTo(View view) {
        views.navigation().viewProperty().set(view);
    }

    @Test
    void whileANoticeIsShownTheScrollBarCoversNothingOfTheView(FxRobot robot) {
        sizeAsUsual(robot);
        robot.interact(() -> goTo(View.NETWORK));
        robot.interact(() -> model.notices().warn(LONG));
        await(() -> scene.lookup("#roomBar").isVisible());
        Bounds bar = place(scene.lookup("#roomBar"));
        assertFalse(bar.intersects(place(scene.lookup("#walkSpeed"))));
        assertTrue(bar.getMinX() >= place(scene.lookup("#views")).getMaxX() - 1, bar + " beside " + place(scene.lookup("#views")));
        assertFalse(bar.intersects(place(scene.lookup(".drawing-room"))));
    }

    @Test
    void aPictureThatIsPastedTakesAwayThatThereWasNone(FxRobot robot) {
        ClipboardContent words = new ClipboardContent();
        words.putString("7");
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(words));
        press(robot, KeyCode.CONTROL, KeyCode.V);
        assertTrue(label("notice").startsWith("There is no picture on the clipboard"), label("notice"));
        WritableImage image = new WritableImage(60, 60);
        for (int i = 0; i < 3600; i++) {
            image.getPixelWriter().setArgb(i % 60, i / 60, i % 60 > 27 && i % 60 < 33 && i / 60 > 9 && i / 60 < 50 ? 0xFF202020 : 0xFFEEEEEE);
        }
        ClipboardContent picture = new ClipboardContent();
        picture.putImage(image);
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(picture));
        press(robot, KeyCode.CONTROL, KeyCode.V);
        await(() -> !views.drawing().blank().get());
        assertEquals("", label("notice"));
    }

    @Test
    void whyThereIsNoSplitIsSaidWholeInASmallWindowToo(FxRobot robot) {
        robot.interact(() -> model.startWith(SETTINGS.withArchitecture(new Architecture(List.of(5), Activation.TANH, Inputs.SCALED))));
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 160);
        goTo(robot, View.WHY);
        await(() -> label("balance").contains("With tanh there is no exact split"));
        for (boolean presenter : new boolean[] {false, true}) {
            for (int width : new int[] {1280, 850}) {
                robot.interact(() -> {
                    appearance.presenterProperty().set(presenter);
                    scene.getWindow().setWidth(width);
                    scene.getWindow().setHeight(580);
                });
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> assertEquals(List.of(), CutOff.cutOff(scene)));
            }
        }
    }

    private Path table() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            table.append(i % 10).append(",7".repeat(784)).append('\n');
        }
        return Files.writeString(folder.resolve("good.csv"), table);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
