package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.SystemDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.view.RunsPart;
import org.digitscope.app.view.View;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.SweepRunner;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;

/**
 * What many runs cost: a sweep of twenty runs of five epochs in the window, compared with the same runs one after the other, the time
 * between two pulses meanwhile, and how long the Runs view takes to open and its charts to be painted with two hundred runs.
 */
public final class RunsBenchmark {

    private static final int ROUNDS = 3;
    private static final int MANY = 200;
    private static final int PAINTS = 60;
    private static final int SEEDS = 5;

    private final DigitSets digits = Mnist.load();
    private final List<Double> pulses = Collections.synchronizedList(new ArrayList<>());
    private AppModel model;
    private Appearance appearance;
    private Views views;
    private Scene scene;

    private RunsBenchmark() throws IOException {
    }

    public static void main(String[] args) throws Exception {
        RunsBenchmark benchmark = new RunsBenchmark();
        CountDownLatch open = new CountDownLatch(1);
        Platform.startup(() -> {
            benchmark.open();
            open.countDown();
        });
        open.await();
        benchmark.sweeps();
        benchmark.manyRuns();
        Platform.exit();
        System.exit(0);
    }

    private void open() {
        model = new AppModel(Executors.newCachedThreadPool(), Platform::runLater);
        appearance = new Appearance();
        appearance.install();
        try {
            views = new Views(model, appearance, new SystemDialogs(() -> null), Files.createTempDirectory("digitscope-benchmark"));
        } catch (IOException noFolder) {
            throw new IllegalStateException(noFolder);
        }
        scene = views.scene(1280, 800);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        model.digitsLoaded(digits);
        new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (last != 0) {
                    pulses.add((time - last) * 1e-6);
                }
                last = time;
            }
        }.start();
    }

    private void sweeps() throws Exception {
        onFxThread(() -> {
            views.navigation().goTo(RunsPart.SWEEP);
            return null;
        });
        int jobs = SweepWork.jobs();
        double[] alone = new double[ROUNDS];
        double[] window = new double[ROUNDS];
        List<Double> meanwhile = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Sweep sweep = sweep(round);
            long start = System.nanoTime();
            SweepRunner runner = new SweepRunner(digits, "", Trainer::toString);
            runner.run(sweep.trials(), 1, () -> false, run -> { });
            alone[round] = (System.nanoTime() - start) * 1e-9;
            pulses.clear();
            start = System.nanoTime();
            onFxThread(() -> {
                views.sweeps().start(sweep);
                return null;
            });
            while (onFxThread(views.sweeps()::isUnderWay)) {
                Thread.sleep(5);
            }
            window[round] = (System.nanoTime() - start) * 1e-9;
            meanwhile.addAll(List.copyOf(pulses));
        }
        double ratio = Quantiles.median(window) * jobs / Quantiles.median(alone);
        System.out.printf(Locale.ROOT, "%d runs of %d epochs, medians of %d: %.2f s one after the other, %.2f s as a sweep of the window, %d at a time: %.2f times as "
                + "long as their share%n", sweep(0).trials().size(), sweep(0).base().epochs(), ROUNDS, Quantiles.median(alone), Quantiles.median(window), jobs, ratio);
        System.out.printf(Locale.ROOT, "between two pulses meanwhile: %s%n", Quantiles.of(meanwhile));
    }

    private void manyRuns() throws Exception {
        List<KeptRun.Known> known = model.runs().runs().stream().map(KeptRun::known).toList();
        onFxThread(() -> {
            views.navigation().viewProperty().set(View.LIVE);
            views.navigation().runsPartProperty().set(RunsPart.CURVES);
            IntStream.range(model.runs().runs().size(), MANY).forEach(i -> {
                KeptRun.Known one = known.get(i % known.size());
                model.runs().add("run " + i, new KeptRun.Known(RunResult.of(one.result().curve()), one.step(), one.stepsPerEpoch(), Optional.empty()));
            });
            return null;
        });
        Thread.sleep(1000);
        List<Double> opening = new ArrayList<>();
        List<Double> painting = new ArrayList<>();
        for (int i = 0; i < ROUNDS * 2 + 1; i++) {
            opening.add(onFxThread(() -> {
                long start = System.nanoTime();
                views.navigation().viewProperty().set(View.RUNS);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return (System.nanoTime() - start) * 1e-6;
            }));
            Thread.sleep(500);
            onFxThread(() -> {
                views.navigation().viewProperty().set(View.LIVE);
                return null;
            });
            Thread.sleep(200);
        }
        onFxThread(() -> {
            views.navigation().viewProperty().set(View.RUNS);
            return null;
        });
        Thread.sleep(1000);
        for (int i = 0; i < PAINTS; i++) {
            boolean logarithmic = i % 2 == 0;
            pulses.clear();
            onFxThread(() -> {
                appearance.logarithmicProperty().set(logarithmic);
                return null;
            });
            Thread.sleep(250);
            painting.add(Quantiles.at(List.copyOf(pulses), 1));
        }
        System.out.printf(Locale.ROOT, "%d runs: the view opens within %s; the pulse in which both charts are painted anew: %s%n", model.runs().runs().size(),
                Quantiles.of(opening), Quantiles.of(painting));
    }

    /** Twenty runs with seeds of their own, as a sweep trains nothing that an earlier one has trained. */
    private static Sweep sweep(int round) {
        return new Sweep(Hyperparameters.NOTEBOOK.withEpochs(5), List.of(new Axis(SweptSetting.LAYERS, List.of("5", "10", "20", "40"))),
                Sweep.seeds(round * SEEDS + "-" + (round * SEEDS + SEEDS - 1)));
    }

    private static <T> T onFxThread(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
