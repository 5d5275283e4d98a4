package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.SystemDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.view.View;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/**
 * What the window costs with the classic network and with a wider one: the training without a window and with the Live view open, in turn, the time between two
 * pulses of the FX thread meanwhile, and the time from the command to the first trained batch on screen. The same with the Network view open and a drawing on the pad.
 */
public final class LiveBenchmark {

    private static final int ROUNDS = 5;
    private static final int LONG_RUN = 200;
    private static final int DIGITS_DRAWN = 10;
    private static final int MOVES = 90;
    private static final int DRAGGED = 600;
    private static final int WHAT_IF_PAGE = 3;
    private static final int WIDER = 128;
    private static final int EPOCHS_OF_LARGE = 3;

    private final DigitSets digits = Mnist.load();
    private final List<Double> intervals = Collections.synchronizedList(new ArrayList<>());
    private AppModel model;
    private Node pad;
    private Views views;

    private LiveBenchmark() throws IOException {
    }

    public static void main(String[] args) throws Exception {
        LiveBenchmark benchmark = new LiveBenchmark();
        benchmark.show();
        benchmark.measure(Hyperparameters.NOTEBOOK, View.LIVE);
        benchmark.longRun();
        benchmark.dragging();
        benchmark.measure(Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(WIDER)), View.LIVE);
        benchmark.dragging();
        benchmark.measure(Hyperparameters.NOTEBOOK, View.NETWORK);
        for (Architecture large : List.of(Architecture.relu(512), Architecture.relu(64, 32, 16))) {
            benchmark.measure(Hyperparameters.NOTEBOOK.withArchitecture(large).withEpochs(EPOCHS_OF_LARGE), View.NETWORK);
        }
        Platform.exit();
        System.exit(0);
    }

    private void show() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        Platform.startup(() -> {
            open();
            open.countDown();
        });
        open.await();
    }

    private void measure(Hyperparameters settings, View view) throws InterruptedException {
        System.out.printf("hidden layers of %s neurons, the %s view open%n", settings.architecture().hiddenText(), view.title());
        Platform.runLater(() -> {
            views.navigation().viewProperty().set(view);
            model.startWith(settings);
            if (view == View.NETWORK) {
                draw(new ArrayList<>());
            }
        });
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        double[] first = new double[ROUNDS];
        boolean same = true;
        double cold = window()[0] * 1e-9;
        intervals.clear();
        terminal(settings);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Snapshot terminal = terminal(settings);
            without[round] = seconds(start);
            long[] times = window();
            first[round] = times[0] * 1e-9;
            with[round] = times[1] * 1e-9;
            same &= Arrays.equals(terminal.parameters().arrays()[0], model.liveProperty().get().parameters().arrays()[0]);
        }
        System.out.printf(Locale.ROOT, "%d epochs, medians of %d: %.2f s without a window, %.2f s with it: ratio %.2f; "
                + "same bits: %s%n", settings.epochs(), ROUNDS, Quantiles.median(without), Quantiles.median(with), Quantiles.median(with) / Quantiles.median(without), same);
        System.out.printf(Locale.ROOT, "between two pulses while training: median %.1f ms, 95th percentile %.1f ms, "
                + "longest %.1f ms, %d pulses%n", Quantiles.at(intervals, 0.5), Quantiles.at(intervals, 0.95), Quantiles.at(intervals, 1), intervals.size());
        System.out.printf(Locale.ROOT, "from the command to the first trained batch on screen: %.0f ms at first, "
                + "then %.0f ms in the median%n", 1000 * cold, 1000 * Quantiles.median(first));
        drawing();
    }

    /** Pulses while a weight is dragged with the What if page open: every pulse gets another value to score. */
    private void dragging() throws InterruptedException {
        CountDownLatch dragged = new CountDownLatch(1);
        List<Double> pulses = new ArrayList<>();
        Platform.runLater(() -> {
            views.navigation().viewProperty().set(View.WEIGHTS);
            ((SegmentedButton) pad.getScene().lookup("#parts")).getButtons().get(WHAT_IF_PAGE).setSelected(true);
            model.inspection().selection().pin(ScalarParameter.weight(1, 406, 3));
        });
        Thread.sleep(3000);
        Platform.runLater(() -> new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (last != 0) {
                    pulses.add((time - last) * 1e-6);
                }
                last = time;
                model.inspection().edits().drag(ScalarParameter.weight(1, 406, 3), (float) Math.sin(pulses.size() * 0.02));
                if (pulses.size() == DRAGGED) {
                    stop();
                    dragged.countDown();
                }
            }
        }.start());
        dragged.await();
        System.out.printf(Locale.ROOT, "between two pulses while a weight is dragged: median %.1f ms, 95th percentile %.1f ms, "
                + "longest %.1f ms, %d pulses%n", Quantiles.at(pulses, 0.5), Quantiles.at(pulses, 0.95), Quantiles.at(pulses, 1), pulses.size());
    }

    /** From a move of the pen to its new bars: fitting, all stages' pictures, the network's answer. */
    private void drawing() throws InterruptedException {
        List<Double> times = new ArrayList<>();
        CountDownLatch drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            for (int digit = 0; digit < DIGITS_DRAWN; digit++) {
                clear();
                draw(times);
            }
            clear();
            drawn.countDown();
        });
        drawn.await();
        System.out.printf(Locale.ROOT, "from a move of the pen to new numbers and curves: median %.2f ms, 95th percentile %.2f ms, "
                + "longest %.2f ms, %d moves%n", Quantiles.at(times, 0.5), Quantiles.at(times, 0.95), Quantiles.at(times, 1), times.size());
    }

    private void clear() {
        ((Button) pad.getScene().lookup("#clear")).fire();
    }

    /** @param times modified: what each move took, in milliseconds, is added */
    private void draw(List<Double> times) {
        fire(MouseEvent.MOUSE_PRESSED, 100, 60);
        for (int move = 0; move < MOVES; move++) {
            double angle = move * 4 * Math.PI / MOVES;
            long start = System.nanoTime();
            fire(MouseEvent.MOUSE_DRAGGED, 130 + 60 * Math.sin(angle), 60 + 2 * move);
            times.add((System.nanoTime() - start) * 1e-6);
        }
        fire(MouseEvent.MOUSE_RELEASED, 100, 200);
    }

    private void fire(EventType<MouseEvent> type, double x, double y) {
        Point2D scene = pad.localToScene(x, y);
        pad.fireEvent(new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                false, false, false, null));
    }

    /** Ten times as long a run: are pulses as short at its end as at its start, and how much memory does it hold? */
    private void longRun() throws InterruptedException {
        intervals.clear();
        double before = usedMegabytes();
        Platform.runLater(() -> model.startWith(Hyperparameters.NOTEBOOK.withEpochs(LONG_RUN)));
        window();
        List<Double> pulses = List.copyOf(intervals);
        System.out.printf(Locale.ROOT, "%d epochs: 95th percentile of pulses %.1f ms in the first tenth, %.1f ms in the last; "
                + "memory held %.0f MB more than before%n", LONG_RUN, Quantiles.at(pulses.subList(0, pulses.size() / 10), 0.95),
                Quantiles.at(pulses.subList(pulses.size() * 9 / 10, pulses.size()), 0.95), usedMegabytes() - before);
    }

    private static double usedMegabytes() throws InterruptedException {
        System.gc();
        Thread.sleep(500);
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) * 1e-6;
    }

    private void open() {
        ExecutorService background = Executors.newCachedThreadPool();
        model = new AppModel(background, Platform::runLater);
        Appearance appearance = new Appearance();
        appearance.install();
        views = new Views(model, appearance, new SystemDialogs(() -> null),
                Path.of(System.getProperty("java.io.tmpdir"), "digitscope-benchmark"));
        Scene scene = views.scene(1280, 800);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        pad = scene.lookup("#pad");
        model.digitsLoaded(digits);
        new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (last != 0 && model.state() == RunState.RUNNING) {
                    intervals.add((time - last) * 1e-6);
                }
                last = time;
            }
        }.start();
    }

    private Snapshot terminal(Hyperparameters settings) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings);
        trainer.run(() -> false, snapshot -> { });
        return trainer.snapshot();
    }

    /** Nanoseconds to the first batch on screen, and to the end. */
    private long[] window() throws InterruptedException {
        CountDownLatch finished = new CountDownLatch(1);
        long[] times = new long[2];
        Platform.runLater(() -> {
            long start = System.nanoTime();
            model.liveProperty().addListener((observable, before, now) -> {
                if (times[0] == 0 && now.step() > 0) {
                    times[0] = System.nanoTime() - start;
                }
            });
            model.stateProperty().addListener((observable, before, now) -> {
                if (now == RunState.FINISHED) {
                    times[1] = System.nanoTime() - start;
                    finished.countDown();
                }
            });
            model.play();
        });
        finished.await();
        return times;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
