package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.FileDialogs.Decision;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.app.view.WeightsPart;
import org.digitscope.data.DigitSets;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, in a toolkit without a display, with small pictures; for tests that use it as a person would. */
@HeadlessWindow
@ExtendWith(ApplicationExtension.class)
abstract class OpenWindow {

    static final DigitSets DIGITS = new DigitSets(Examples.pictures(400, 1), Examples.pictures(50, 2));
    static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(3).withBatchSize(10);

    @TempDir
    Path folder;

    final JavaFxLog log = new JavaFxLog();
    AppModel model;
    final Appearance appearance = new Appearance();
    Path saveAs;
    Path openFrom;
    Decision decision = Decision.SAVE;
    Scene scene;
    Views views;

    /** Shows the window; TestFX looks for its start in the test class itself only, so that leads here. */
    final void open(Stage stage) {
        appearance.install();
        open(stage, new AppModel(Runnable::run, Platform::runLater));
        model.digitsLoaded(DIGITS);
    }

    /** Shows a window that has no pictures yet. */
    final void open(Stage stage, AppModel empty) {
        empty.settingsProperty().set(SETTINGS);
        make(empty);
        stage.setScene(scene);
        stage.show();
    }

    /** The stage is that of the test before, which may have made it smaller. */
    void sizeAsUsual(FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setWidth(1280);
            scene.getWindow().setHeight(800);
        });
    }

    /** Makes the window's scene, and shows nothing. */
    final void make(AppModel made) {
        model = made;
        views = new Views(model, appearance, new ChosenFile(() -> saveAs, () -> openFrom, this::decide), folder);
        scene = views.scene(1280, 800);
    }

    /** What becomes of changes as the window closes. */
    Decision decide() {
        return decision;
    }

    @AfterEach
    void nothingWasWarnedOf() {
        model.close();
        assertEquals(List.of(), log.warnings());
        log.close();
    }

    static void goTo(FxRobot robot, View view) {
        press(robot, KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(view.ordinal() + 1)));
    }

    /** What is done in each place of the window. */
    @FunctionalInterface
    interface Deed {

        /** @param where for what is said of it */
        void at(String where);
    }

    /** Goes to each view and each of its parts. */
    void everywhere(FxRobot robot, Deed deed) {
        for (View view : View.values()) {
            goTo(robot, view);
            for (int part = 0; part < parts(view); part++) {
                goToPart(robot, view, part);
                WaitForAsyncUtils.waitForFxEvents();
                deed.at(view + " " + part + " at " + scene.getWidth() + "×" + scene.getHeight());
            }
        }
    }

    /** How many parts a view has, each of which is shown alone. */
    static int parts(View view) {
        return view == View.WEIGHTS ? WeightsPart.values().length : view == View.RUNS ? RunsPart.values().length : 1;
    }

    /** Chooses a part of a view, to be seen when that is. */
    void goToPart(FxRobot robot, View view, int part) {
        if (view == View.WEIGHTS) {
            robot.interact(() -> views.navigation().partProperty().set(WeightsPart.values()[part]));
        } else if (view == View.RUNS) {
            robot.interact(() -> views.navigation().runsPartProperty().set(RunsPart.values()[part]));
        }
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void menu(FxRobot robot, String text) {
        robot.interact(() -> menuItems().filter(item -> text.equals(item.getText())).forEach(OpenWindow::fire));
    }

    /** All that the menu bar has. */
    Stream<MenuItem> menuItems() {
        MenuBar bar = (MenuBar) scene.lookup(".menu-bar");
        return bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .flatMap(item -> item instanceof Menu inner ? inner.getItems().stream() : Stream.of(item));
    }

    static void fire(MenuItem item) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        }
        item.fire();
    }

    void stroke(FxRobot robot, MouseButton button, double x0, double y0, double x1, double y1) {
        Bounds pad = robot.lookup("#pad").query().localToScreen(robot.lookup("#pad").query().getBoundsInLocal());
        robot.moveTo(pad.getMinX() + x0, pad.getMinY() + y0).press(button)
                .moveTo(pad.getMinX() + x1, pad.getMinY() + y1).release(button);
    }

    /** Whatever is shown of the nodes that one of the selectors selects. */
    Stream<Node> shown(String... selectors) {
        return Stream.of(selectors).flatMap(selector -> scene.getRoot().lookupAll(selector).stream()).filter(OpenWindow::isShown);
    }

    static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String label(String id) {
        return ((Label) scene.lookup("#" + id)).getText();
    }

    Button button(String id) {
        return (Button) scene.lookup(id);
    }

    static void await(Callable<Boolean> condition) {
        await(20, condition);
    }

    static void await(long seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
        } catch (TimeoutException tooLong) {
            throw new AssertionError("waited too long", tooLong);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
