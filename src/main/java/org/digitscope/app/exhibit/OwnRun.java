package org.digitscope.app.exhibit;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.digitscope.app.control.InSight;
import org.digitscope.app.run.Background;

/** A small training of an exhibit's own, in the background; it ends when it is stopped, begun anew, or no longer to be seen. */
final class OwnRun {

    /** What is done; blocks. */
    @FunctionalInterface
    interface Work<T> {

        /**
         * @param stop whether it should end
         * @param show gets what is to be shown of it, again and again
         */
        void run(BooleanSupplier stop, Consumer<T> show);
    }

    private final Background background;
    /** Kept here, as nobody else does: whether its view is open, and whether the window is. */
    private final ObservableValue<Boolean> inSight;
    private final ObservableValue<Boolean> window;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    /** Of the latest one. */
    private AtomicBoolean stopped = new AtomicBoolean(true);

    OwnRun(Background background, Node seen) {
        this.background = background;
        inSight = InSight.of(seen);
        window = seen.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false);
        seen.sceneProperty().addListener((observable, before, after) -> stop());
        for (ObservableValue<Boolean> each : List.of(inSight, window)) {
            each.addListener((observable, before, after) -> stop());
        }
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Begins, and forgets the one before. */
    <T> void start(Work<T> work, Consumer<T> show) {
        stop();
        AtomicBoolean own = new AtomicBoolean();
        stopped = own;
        running.set(true);
        background.ask(() -> {
            work.run(own::get, frame -> background.show(() -> {
                if (stopped == own && !own.get()) {
                    show.accept(frame);
                }
            }));
            return true;
        }, done -> end(own), () -> end(own));
    }

    void stop() {
        stopped.set(true);
        running.set(false);
    }

    private void end(AtomicBoolean which) {
        if (stopped == which) {
            running.set(false);
        }
    }

    /** A button that begins it and, while it runs, stops it. */
    Button button(String start, Runnable begin) {
        Button button = ExhibitParts.button(start, () -> {
            if (running.get()) {
                stop();
            } else {
                begin.run();
            }
        });
        running.addListener((observable, before, after) -> button.setText(after ? "Stop" : start));
        return button;
    }
}
