package org.digitscope.experiment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.digitscope.data.DigitSets;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.training.Recording;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;

/** Trains the runs of a sweep, several at a time. Each is trained on one thread, so its bits don't depend on how many there are. */
public final class SweepRunner {

    /** Bytes for the kept steps of a run: there are many runs, and each has its start, its end and some between. */
    private static final long RECORDING = 4_000_000;

    private final DigitSets digits;
    private final String checksum;
    private final Function<Trainer, String> fingerprint;

    /**
     * A run that was trained to its end.
     *
     * @param trainer which rests there
     */
    public record Trained(Trial trial, RunResult result, Trainer trainer) {
    }

    /** Takes runs as they come, on the thread that called {@link #run}. */
    @FunctionalInterface
    public interface Sink<E extends Exception> {

        void accept(Trained run) throws E;
    }

    /**
     * @param checksum of the pictures, see {@link RunResult#data}
     * @param fingerprint of a run that has ended
     */
    public SweepRunner(DigitSets digits, String checksum, Function<Trainer, String> fingerprint) {
        this.digits = digits;
        this.checksum = checksum;
        this.fingerprint = fingerprint;
    }

    /** One run; empty when it was stopped before its end. */
    public Optional<Trained> train(Trial trial, BooleanSupplier stopRequested) {
        Trainer trainer = new Trainer(digits.training(), digits.validation(), trial.settings(), new Recording(RECORDING));
        long start = System.nanoTime();
        TrainingEnd end = trainer.run(stopRequested, snapshot -> { });
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (end instanceof TrainingEnd.Failed failed) {
            throw new IllegalStateException(trial.title() + ": " + failed.sentence(), failed.cause());
        }
        return end instanceof TrainingEnd.Stopped ? Optional.empty() : Optional.of(new Trained(trial, new RunResult(trial.settings(),
                checksum, end instanceof TrainingEnd.Diverged, trainer.snapshot().curve(), fingerprint.apply(trainer), seconds), trainer));
    }

    /**
     * Trains runs, {@code jobs} at a time, until all are done or a stop is requested.
     *
     * @param stopRequested asked before each step, on the threads that train; whoever lets it wait lets the training pause
     * @return how many were trained to their end
     */
    public <E extends Exception> int run(List<Trial> trials, int jobs, BooleanSupplier stopRequested, Sink<E> sink) throws E {
        AtomicBoolean ended = new AtomicBoolean();
        BooleanSupplier stop = () -> ended.get() || stopRequested.getAsBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ExecutorCompletionService<Optional<Trained>> runs = new ExecutorCompletionService<>(threads);
            trials.forEach(trial -> runs.submit(() -> stop.getAsBoolean() ? Optional.empty() : train(trial, stop)));
            int done = 0;
            for (int i = 0; i < trials.size(); i++) {
                Optional<Trained> next = runs.take().get();
                if (next.isPresent()) {
                    sink.accept(next.get());
                    done++;
                }
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(failed.getCause());
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
    }
}
