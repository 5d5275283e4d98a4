package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.file.DroppedFiles;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.Png;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What comes into the window from files and the clipboard, and goes out of it. */
class WindowFilesTest extends OpenWindow {

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void picturesComeFromFilesAndTestDigitsAndGoToFiles(FxRobot robot) throws IOException {
        DrawingPad pad = robot.lookup("#pad").query();
        Spinner<Integer> number = ((MenuButton) robot.lookup("#more").query()).getItems().stream()
                .map(item -> item instanceof CustomMenuItem custom ? custom.getContent().lookup("#testDigit") : null)
                .filter(Spinner.class::isInstance).map(node -> (Spinner<Integer>) node).findFirst().orElseThrow();
        robot.interact(() -> number.getValueFactory().setValue(7));
        PixelView seen = robot.lookup("#seen").query();
        assertArrayEquals(DIGITS.validation().image(7), seen.pictureProperty().get());
        Label problem = (Label) number.getParent().getParent().lookup("#testDigitProblem");
        for (String[] wrong : new String[][] {{"50", "test digit must be from 0 to 49, not 50"}, {"-1", "test digit must be from 0 to 49, not −1"},
            {"seven", "test digit must be a whole number, not \"seven\""}}) {
            robot.interact(() -> {
                number.getEditor().setText(wrong[0]);
                number.commitValue();
            });
            assertEquals(wrong[1], problem.getText());
            assertEquals(wrong[0], number.getEditor().getText(), "it stays until it is mended");
            assertTrue(number.getEditor().getPseudoClassStates().contains(FieldProblems.INVALID));
            assertArrayEquals(DIGITS.validation().image(7), seen.pictureProperty().get());
        }
        robot.interact(() -> {
            number.getEditor().setText(" 7");
            number.commitValue();
        });
        assertEquals("", problem.getText());
        press(robot, KeyCode.DELETE);
        stroke(robot, MouseButton.PRIMARY, 100, 50, 110, 200);
        byte[] drawn = seen.pictureProperty().get();
        saveAs = folder.resolve("digit.png");
        menu(robot, "Save the _Drawing as PNG…");
        await(() -> Files.exists(saveAs));
        press(robot, KeyCode.DELETE);
        openFrom = saveAs;
        menu(robot, "Open a _Picture…");
        await(() -> !pad.sheetProperty().get().isBlank());
        assertArrayEquals(drawn, seen.pictureProperty().get());
        openFrom = Files.write(folder.resolve("broken.png"), new byte[99]);
        menu(robot, "Open a _Picture…");
        await(() -> label("notice").startsWith("broken.png is no picture"));
        assertFalse(pad.sheetProperty().get().isBlank(), "a file that can't be read changes nothing");
    }

    @Test
    void aPictureOnTheClipboardIsPastedAndWordsAreRefused(FxRobot robot) {
        DrawingPad pad = robot.lookup("#pad").query();
        robot.interact(() -> {
            ClipboardContent words = new ClipboardContent();
            words.putString("7");
            Clipboard.getSystemClipboard().setContent(words);
        });
        press(robot, KeyCode.CONTROL, KeyCode.V);
        assertTrue(label("notice").startsWith("There is no picture on the clipboard"), label("notice"));
        robot.interact(() -> {
            WritableImage image = new WritableImage(60, 60);
            for (int i = 0; i < 3600; i++) {
                boolean ink = i % 60 > 27 && i % 60 < 33 && i / 60 > 9 && i / 60 < 50;
                image.getPixelWriter().setArgb(i % 60, i / 60, ink ? 0xFF202020 : 0xFFEEEEEE);
            }
            ClipboardContent picture = new ClipboardContent();
            picture.putImage(image);
            Clipboard.getSystemClipboard().setContent(picture);
        });
        press(robot, KeyCode.CONTROL, KeyCode.V);
        await(() -> !pad.sheetProperty().get().isBlank());
        assertTrue(label("digit").matches("\\d"), label("digit"));
        press(robot, KeyCode.CONTROL, KeyCode.C);
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(28, copied[0].split("\n").length);
        assertEquals(28, copied[0].split("\n")[13].split("\t").length);
    }

    @Test
    void anotherDataSetIsReadCountedAndTrainedWith(FxRobot robot) throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            table.append(i % 10);
            for (byte pixel : DIGITS.training().image(i)) {
                table.append(',').append(pixel & 0xFF);
            }
            table.append('\n');
        }
        openFrom = Files.writeString(folder.resolve("mine.csv"), table);
        menu(robot, "Open a _Data Set…");
        await(() -> label("summary").equals("One set of 70 pictures: 60 to learn from, 10 drawn by chance to check with."));
        assertEquals(400, model.digitsProperty().get().training().size(), "nothing changes before somebody decides");
        assertEquals(70, robot.lookup(".samples").queryAllAs(HBox.class).stream().mapToInt(row -> row.getChildren().size()).sum());
        enter(robot, "share", "0,5");
        assertEquals("One set of 70 pictures: 69 to learn from, 1 drawn by chance to check with.", label("summary"));
        enter(robot, "share", "half");
        assertTrue(((Label) robot.lookup(".data-set .problem").query()).getText().startsWith("the share to check with, in %, must be a number"));
        robot.interact(() -> button("#take").fire());
        assertEquals(400, model.digitsProperty().get().training().size(), "nothing is trained with a share that nobody sees");
        enter(robot, "seed", "7");
        assertEquals("half", ((TextField) scene.lookup(".data-set #share")).getText(), "what is wrong stays until it is mended");
        enter(robot, "share", "95");
        assertEquals("the share to check with must be above 0 and at most 90 %, not 95 %",
                ((Label) robot.lookup(".data-set .problem").query()).getText());
        enter(robot, "seed", "42");
        enter(robot, "share", "20");
        robot.interact(() -> button("#take").fire());
        await(() -> label("notice").equals("mine.csv: 56 pictures to learn from, 14 to check with."));
        assertEquals(56, model.digitsProperty().get().training().size());
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        openFrom = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n");
        menu(robot, "Open a _Data Set…");
        await(() -> label("notice").startsWith("broken.csv has 2 cells in line 2"));
        assertEquals(56, model.digitsProperty().get().training().size());
        openFrom = folder.resolve("mine.csv");
        menu(robot, "Open a _Data Set…");
        await(() -> button("#take").isVisible());
        press(robot, KeyCode.ESCAPE);
        assertFalse(robot.lookup(".data-set").query().isVisible());
        assertEquals(56, model.digitsProperty().get().training().size());
    }

    @Test
    void aTableOfPicturesIsAnswered(FxRobot robot) throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            byte[] pixels = DIGITS.validation().image(i);
            table.append(IntStream.range(0, 784).mapToObj(pixel -> String.valueOf(pixels[pixel] & 0xFF)).collect(Collectors.joining(",")))
                    .append('\n');
        }
        openFrom = Files.writeString(folder.resolve("test.csv"), table);
        saveAs = folder.resolve("submission.csv");
        menu(robot, "Answers to a _Kaggle Table…");
        await(() -> Files.exists(saveAs));
        Evaluation expected = Evaluation.of(model.shownProperty().get().parameters(), DIGITS.validation());
        assertEquals("ImageId,Label\n" + IntStream.range(0, 5).mapToObj(i -> i + 1 + "," + expected.answer(i) + "\n")
                .collect(Collectors.joining()), Files.readString(saveAs));
    }

    @Test
    void whatIsDroppedIsOpenedAsWhatItIs(FxRobot robot) throws IOException {
        DroppedFiles dropped = views.droppedFiles();
        Path network = folder.resolve("dropped.npz");
        NetworkFiles.write(network, Examples.parameters(5, 3));
        robot.interact(() -> dropped.open(network));
        await(() -> label("notice").startsWith("Showing dropped.npz: "));
        assertEquals(5, model.shownProperty().get().parameters().layer(1).outputs());
        Path picture = Files.write(folder.resolve("digit.png"), Png.bytes(IntStream.range(0, 900)
                .map(i -> i % 30 > 12 && i % 30 < 17 && i > 120 && i < 780 ? 0xFF000000 : -1).toArray(), 30));
        robot.interact(() -> dropped.open(picture));
        await(() -> label("digit").matches("\\d"));
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            table.append(i % 10).append(",7".repeat(784)).append('\n');
        }
        Path data = Files.writeString(folder.resolve("dropped.csv"), table);
        robot.interact(() -> dropped.open(data));
        await(() -> ((Label) scene.lookup(".data-set #title")).getText().equals("dropped.csv"));
        press(robot, KeyCode.ESCAPE);
        robot.interact(() -> dropped.open(folder.resolve("gone.digitscope")));
        await(() -> label("notice").startsWith("gone.digitscope does not exist"));
    }

    @Test
    void whichOfSeveralFilesIsTakenIsSaid(FxRobot robot) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("first.npz", "b.png", "c.png", "d.csv", "e.csv")) {
            files.add(folder.resolve(name));
        }
        NetworkFiles.write(files.get(0), Examples.parameters(5, 3));
        robot.interact(() -> views.droppedFiles().open(files));
        await(() -> label("notice").startsWith("Showing first.npz: "));
        String left = "One is opened at a time: first.npz. Left out: b.png, c.png, d.csv and 1 more.";
        await(() -> label("notice").endsWith(left));
        press(robot, KeyCode.L);
        assertEquals(left, label("notice"));
        List<Path> ofOneDataSet = List.of(folder.resolve("x-idx3-ubyte"), folder.resolve("x-idx1-ubyte"));
        robot.interact(() -> {
            model.notices().close();
            views.droppedFiles().open(ofOneDataSet);
        });
        await(() -> !label("notice").isEmpty());
        assertFalse(label("notice").contains("Left out"), label("notice"));
    }

    @Test
    void keysChangeNothingWhileTheWindowCloses(FxRobot robot) {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        boolean[] closed = new boolean[1];
        robot.interact(() -> {
            views.closing().request(() -> closed[0] = true);
            for (KeyCode key : new KeyCode[] {KeyCode.R, KeyCode.RIGHT, KeyCode.SPACE}) {
                Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
            assertEquals(RunState.PAUSED, model.state());
            assertEquals(1, model.liveProperty().get().step());
            assertFalse(closed[0], "it waits for the copy of the session");
        });
        await(() -> closed[0]);
    }

    @Test
    void everyPictureIsSavedFromItsOwnMenu(FxRobot robot) throws IOException {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        for (String[] each : new String[][] {{"loss", "Save as SVG…", "<svg"}, {"accuracy", "Save as PNG…", "PNG"},
            {"grid", "Save as PNG…", "PNG"}, {"bars", "Save as PNG…", "PNG"}}) {
            saveAs = folder.resolve(each[0] + (each[2].equals("PNG") ? ".png" : ".svg"));
            Node picture = robot.lookup("#" + each[0]).query();
            robot.interact(() -> picture.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 200, 200, false, null)));
            robot.interact(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .flatMap(window -> ((ContextMenu) window).getItems().stream()).filter(item -> item.getText().equals(each[1]))
                    .toList().forEach(MenuItem::fire));
            await(() -> Files.exists(saveAs));
            assertTrue(new String(Files.readAllBytes(saveAs), StandardCharsets.ISO_8859_1).contains(each[2]), each[0]);
        }
    }

    @Test
    void aFileHasTheEndingOfWhatItIsAndReplacesNoneThatWasNotAskedAbout(FxRobot robot) throws IOException {
        robot.interact(model::step);
        await(() -> model.state() == RunState.PAUSED);
        saveAs = folder.resolve("heatmaps.svg");
        Path named = folder.resolve("heatmaps.svg.png");
        menu(robot, "_Heatmaps as PNG…");
        await(() -> Files.exists(named));
        assertFalse(Files.exists(saveAs));
        await(() -> label("notice").contains("heatmaps.svg.png"));
        Files.writeString(named, "mine");
        menu(robot, "_Heatmaps as PNG…");
        await(() -> label("notice").startsWith("Nothing was saved: heatmaps.svg.png exists already."));
        assertEquals("mine", Files.readString(named));
    }

    @Test
    void anotherThemeClosesAnOpenMenu(FxRobot robot) {
        Node picture = robot.lookup("#loss").query();
        robot.interact(() -> picture.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 200, 200, false, null)));
        assertTrue(Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
        robot.interact(() -> appearance.darkProperty().set(true));
        assertFalse(Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    }

    @Test
    void theFingerprintIsShownAndCompared(FxRobot robot) {
        menu(robot, "_Fingerprint of the Run…");
        TextField own = (TextField) robot.lookup(".fingerprint .text-field").queryAll().stream().filter(node -> !((TextField) node).isEditable())
                .findFirst().orElseThrow();
        TextField other = (TextField) robot.lookup(".fingerprint .text-field").queryAll().stream().filter(node -> ((TextField) node).isEditable())
                .findFirst().orElseThrow();
        assertTrue(own.getText().matches("[0-9a-f]{64}"), own.getText());
        robot.interact(() -> other.setText(" " + own.getText().toUpperCase(Locale.ROOT)));
        assertTrue(robot.lookup("✓ the same run, to the bit").tryQuery().isPresent());
        robot.interact(() -> other.setText("abc"));
        assertTrue(robot.lookup("✗ another run").tryQuery().isPresent());
        press(robot, KeyCode.ESCAPE);
    }

    @Test
    void clothesHaveTheirNamesEverywhere(FxRobot robot) {
        robot.interact(() -> model.digitsLoaded(new DigitSets(DIGITS.training(), DIGITS.validation(), ClassNames.FASHION)));
        stroke(robot, MouseButton.PRIMARY, 60, 60, 180, 60);
        await(() -> label("digit").matches("\\d"));
        String name = ClassNames.FASHION.of(Integer.parseInt(label("digit")));
        assertTrue(label("runnerUp").startsWith(name + "\nthen "), label("runnerUp"));
        assertTrue(robot.lookup("#bars").query().getAccessibleText().contains("Ankle boot: "));
        goTo(robot, View.TEST_DIGITS);
        await(() -> !robot.lookup("#perDigit .table-cell").queryAll().isEmpty());
        assertTrue(robot.lookup("#perDigit .table-cell").queryAllAs(TableCell.class).stream().anyMatch(cell -> "1 Trouser".equals(cell.getText())),
                robot.lookup("#perDigit .table-cell").queryAllAs(TableCell.class).stream().map(TableCell::getText).toList().toString());
    }

    private void enter(FxRobot robot, String field, String text) {
        TextField box = (TextField) scene.lookup(".data-set #" + field);
        robot.interact(() -> {
            box.setText(text);
            box.fireEvent(new ActionEvent());
        });
    }

    @Test
    void savesCurvesPicturesAndTheNetwork(FxRobot robot) throws IOException {
        robot.interact(model::play);
        await(() -> model.state() == RunState.FINISHED);
        for (String[] item : new String[][] {{"Charts as PNG…", "c.png", "PNG"}, {"Loss as SVG…", "l.svg", "<svg"},
            {"Every epoch as CSV…", "e.csv", "epoch,accuracy"}, {"Every batch as CSV…", "b.csv", "step,loss"}}) {
            saveAs = folder.resolve(item[1]);
            MenuButton save = robot.lookup(".menu-button").match(node -> ((MenuButton) node).getText().equals("Save")).query();
            robot.interact(() -> save.getItems().stream().filter(entry -> entry.getText().equals(item[0]))
                    .forEach(MenuItem::fire));
            await(() -> Files.exists(saveAs));
            String content = new String(Files.readAllBytes(saveAs), StandardCharsets.ISO_8859_1);
            assertTrue(content.contains(item[2]), item[0]);
        }
        for (String[] item : new String[][] {{"_Export Network…", "n.onnx", "probabilities", "Saved the network as n.onnx."}, {"_Export Network…", "n.npz", "layer_1.kernel",
                "Saved the network as n.npz. With it come Python programs that check it: n_numpy.py, n_keras.py."},
            {"_Report as HTML…", "r.html", "<h2>Its worst mistakes</h2>", "Saved the report as r.html."}, {"C_onfusion Matrix as CSV…", "m.csv", "true,said_0",
                "Saved the confusion matrix as m.csv."},
            {"_Heatmaps as PNG…", "h.png", "PNG", "Saved the heatmaps as h.png."}, {"Learning Curve, Every _Batch, as CSV…", "bb.csv", "step,loss",
                "Saved the learning curve, every batch, as bb.csv."}}) {
            saveAs = folder.resolve(item[1]);
            menu(robot, item[0]);
            await(() -> Files.exists(saveAs));
            assertTrue(new String(Files.readAllBytes(saveAs), StandardCharsets.ISO_8859_1).contains(item[2]), item[0]);
            await(() -> label("notice").equals(item[3]));
        }
        Parameters trained = model.shownProperty().get().parameters();
        robot.interact(model::reset);
        openFrom = folder.resolve("n.npz");
        menu(robot, "Show a _Network from a File…");
        await(() -> label("notice").startsWith("Showing n.npz: "));
        assertArrayEquals(trained.arrays()[0], model.shownProperty().get().parameters().arrays()[0]);
        assertEquals("a network from a file", label("text"));
        assertFalse(model.can().goOnFromShown().get());
        press(robot, KeyCode.L);
        assertTrue(model.shownProperty().get().live());
        saveAs = folder.resolve("missing").resolve("model.safetensors");
        press(robot, KeyCode.CONTROL, KeyCode.E);
        await(() -> label("notice").contains("model.safetensors"));
    }
}
