package org.digitscope.app.run;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;
import org.digitscope.training.TrainingEnd;

/** At most one training at a time, and what has to wait until it has ended. */
final class RunLoop {

    private final Executor fxThread;
    private final ObjectProperty<Double> pace = new SimpleObjectProperty<>(Pace.FULL);
    private final Queue<Runnable> afterRun = new ArrayDeque<>();
    private TrainingRun run;

    /** @param fxThread runs what it is given on the FX thread, later */
    RunLoop(Executor fxThread) {
        this.fxThread = fxThread;
        pace.addListener((observable, before, after) -> {
            if (run != null) {
                run.setPace(after);
            }
        });
    }

    /** Batches a second for slow motion; infinite for full speed. */
    ObjectProperty<Double> paceProperty() {
        return pace;
    }

    boolean isRunning() {
        return run != null;
    }

    /** Whether something waits for the end of the training. */
    boolean isAwaited() {
        return !afterRun.isEmpty();
    }

    /** Trains until {@code untilStep} is done or a stop is requested; the consumers are called on the FX thread. */
    void start(Trainer trainer, int untilStep, Consumer<Snapshot> onSnapshot, Consumer<TrainingEnd> onEnd) {
        run = new TrainingRun(trainer, untilStep, pace.get(), fxThread, onSnapshot, end -> {
            run = null;
            try {
                onEnd.accept(end);
            } finally {
                goOn();
            }
        });
        run.start();
    }

    /** At the next batch. */
    void requestStop() {
        if (run != null) {
            run.requestStop();
        }
    }

    /**
     * Now, or when the training that is under way has been stopped: in the order in which that was asked for, so that each action finds
     * what those before it left.
     */
    void whenIdle(Runnable action) {
        if (run == null) {
            action.run();
        } else {
            afterRun.add(action);
            run.requestStop();
        }
    }

    private void goOn() {
        if (run == null && !afterRun.isEmpty()) {
            try {
                afterRun.remove().run();
            } finally {
                goOn();
            }
        } else if (!afterRun.isEmpty()) {
            // one of the actions began to train, before others that are still to come
            run.requestStop();
        }
    }
}
