package org.digitscope.app.run;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;

/**
 * Lends a trainer a thread of its own, named "trainer", for one stretch of training.
 *
 * <p>Snapshots reach the FX thread like the values of a JavaFX {@code Task}: only the newest one waits there, so a slow
 * window skips some and never falls behind.
 */
final class TrainingRun {

    private static final double NANOS = 1e9;

    private final Trainer trainer;
    private final int untilStep;
    private final Executor fxThread;
    private final Consumer<Snapshot> onSnapshot;
    private final Consumer<TrainingEnd> onEnd;
    private final AtomicReference<Snapshot> newest = new AtomicReference<>();
    private final Object change = new Object();
    private volatile boolean stopRequested;
    private volatile double batchesPerSecond;

    /**
     * @param untilStep the run stops by itself when this step is done
     * @param fxThread runs what it is given on the FX thread, later
     * @param onSnapshot called on the FX thread
     * @param onEnd called once on the FX thread, after the last snapshot
     */
    TrainingRun(Trainer trainer, int untilStep, double batchesPerSecond, Executor fxThread,
            Consumer<Snapshot> onSnapshot, Consumer<TrainingEnd> onEnd) {
        this.trainer = trainer;
        this.untilStep = untilStep;
        this.batchesPerSecond = batchesPerSecond;
        this.fxThread = fxThread;
        this.onSnapshot = onSnapshot;
        this.onEnd = onEnd;
    }

    void start() {
        try {
            Thread thread = new Thread(this::run, "trainer");
            thread.setDaemon(true);
            thread.start();
        } catch (RuntimeException | Error noThread) {
            end(new TrainingEnd.Failed(noThread));
        }
    }

    /** Ends the run at the next batch boundary. */
    void requestStop() {
        stopRequested = true;
        wake();
    }

    /** Slow motion from the next batch on, or {@link Pace#FULL}. */
    void setPace(double pace) {
        batchesPerSecond = pace;
        wake();
    }

    private void run() {
        TrainingEnd end;
        try {
            end = train();
        } catch (RuntimeException | Error problem) {
            // whatever happens, the window must not believe that it still trains
            end = new TrainingEnd.Failed(problem);
        }
        end(end);
    }

    private void end(TrainingEnd end) {
        fxThread.execute(() -> {
            try {
                deliver();
            } finally {
                onEnd.accept(end);
            }
        });
    }

    private TrainingEnd train() {
        BooleanSupplier over = () -> stopRequested || trainer.step() >= untilStep;
        TrainingEnd end = new TrainingEnd.Stopped();
        while (end instanceof TrainingEnd.Stopped && !over.getAsBoolean()) {
            if (batchesPerSecond == Pace.FULL) {
                end = trainer.run(() -> over.getAsBoolean() || batchesPerSecond != Pace.FULL, this::publish);
            } else {
                int next = trainer.step() + 1;
                end = trainer.run(() -> stopRequested || trainer.step() >= next, this::publish);
                waitForNextBatch(over);
            }
        }
        return end;
    }

    private void publish(Snapshot snapshot) {
        if (newest.getAndSet(snapshot) == null) {
            fxThread.execute(this::deliver);
        }
    }

    private void deliver() {
        Snapshot snapshot = newest.getAndSet(null);
        if (snapshot != null) {
            onSnapshot.accept(snapshot);
        }
    }

    /** Waits for the rest of the batch's time; a new pace or a stop ends the wait. */
    private void waitForNextBatch(BooleanSupplier over) {
        long started = System.nanoTime();
        synchronized (change) {
            long left = nanosPerBatch();
            while (left > 0 && !over.getAsBoolean()) {
                try {
                    change.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    stopRequested = true;
                }
                left = nanosPerBatch() - (System.nanoTime() - started);
            }
        }
    }

    private long nanosPerBatch() {
        return (long) (NANOS / batchesPerSecond);
    }

    private void wake() {
        synchronized (change) {
            change.notifyAll();
        }
    }
}
