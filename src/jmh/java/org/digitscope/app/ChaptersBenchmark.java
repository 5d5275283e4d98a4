package org.digitscope.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.SystemDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.Mnist;

/**
 * How long a chapter of the notebook takes to open: from its choice in the list until its text, exhibit and task are laid out and painted,
 * at its first visit and later.
 */
public final class ChaptersBenchmark {

    private static final int LATER_ROUNDS = 5;
    private static final int PAUSE_MS = 150;

    private AppModel model;
    private Views views;
    private Scene scene;

    private ChaptersBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        ChaptersBenchmark benchmark = new ChaptersBenchmark();
        CountDownLatch open = new CountDownLatch(1);
        Platform.startup(() -> {
            benchmark.open();
            open.countDown();
        });
        open.await();
        benchmark.measure();
        Platform.exit();
        System.exit(0);
    }

    private void open() {
        model = new AppModel(Executors.newCachedThreadPool(), Platform::runLater);
        Appearance appearance = new Appearance();
        appearance.install();
        try {
            views = new Views(model, appearance, new SystemDialogs(() -> null), Files.createTempDirectory("digitscope-benchmark"));
            scene = views.scene(1280, 800);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.digitsLoaded(Mnist.load());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void measure() throws Exception {
        onFxThread(() -> {
            model.stepEpoch();
            return null;
        });
        while (onFxThread(() -> model.state() != RunState.PAUSED)) {
            Thread.sleep(PAUSE_MS);
        }
        onFxThread(() -> {
            views.navigation().viewProperty().set(View.NOTEBOOK);
            return null;
        });
        Thread.sleep(3000);
        int chapters = onFxThread(() -> list().getItems().size());
        List<Double> first = new ArrayList<>();
        List<Double> later = new ArrayList<>();
        List<Double> computing = new ArrayList<>();
        double longest = 0;
        String slowest = "";
        for (int round = 0; round <= LATER_ROUNDS; round++) {
            // the chapter that is open when the view opens isn't chosen anew
            for (int i = 1; i <= chapters; i++) {
                int chapter = i % chapters;
                long used = onFxThread(ChaptersBenchmark::used);
                double time = onFxThread(() -> opening(chapter));
                computing.add((onFxThread(ChaptersBenchmark::used) - used) * 1e-6);
                (round == 0 ? first : later).add(time);
                if (time > longest) {
                    longest = time;
                    slowest = onFxThread(() -> ((Label) scene.lookup(".notebook #title")).getText());
                }
                Thread.sleep(PAUSE_MS);
            }
        }
        System.out.printf(Locale.ROOT, "A chapter opens, at its first visit: %s%nlater: %s%nThe slowest, %.1f ms: %s%n"
                + "What the FX thread itself computes, whatever else the machine does: %s%n", Quantiles.of(first), Quantiles.of(later), longest, slowest, Quantiles.of(computing));
    }

    @SuppressWarnings("unchecked")
    private ListView<Integer> list() {
        return (ListView<Integer>) scene.lookup(".chapters #list");
    }

    /** In milliseconds, with its layout and a painting of the whole window. */
    private double opening(int chapter) {
        long start = System.nanoTime();
        list().getSelectionModel().select(chapter);
        scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
        return (System.nanoTime() - start) * 1e-6;
    }

    /** Nanoseconds of the processor that this thread has had. */
    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static <T> T onFxThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
