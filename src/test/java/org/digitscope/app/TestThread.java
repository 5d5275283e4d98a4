package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for the FX thread: what it is given runs when the test asks for it, on the test's thread. */
public final class TestThread implements Executor {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        queue.add(work);
    }

    /** Runs all that is waiting, and what it brings with it. */
    public void runAll() {
        runUntil(queue::isEmpty);
    }

    /** Runs one piece of what is waiting; false when there is none. */
    public boolean runNext() {
        Runnable work = queue.poll();
        if (work != null) {
            work.run();
        }
        return work != null;
    }

    /** Runs what comes until the condition holds. */
    public void runUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            try {
                Runnable work = queue.poll(50, TimeUnit.MILLISECONDS);
                if (work != null) {
                    work.run();
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            assertTrue(System.nanoTime() < end, "waited too long");
        }
    }
}
