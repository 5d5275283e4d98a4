package org.digitscope.app;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** Threads that begin each work some time later and give its answer some time later still, so that everything overlaps. */
final class SlowThreads {

    private static final int LONGEST_DELAY = 40;
    private static final String NAME = "background";

    private final Random random;
    private final AtomicInteger underWay = new AtomicInteger();

    /** @param seed of the delays */
    SlowThreads(long seed) {
        random = new Random(seed);
    }

    /** The pool. */
    void execute(Runnable work) {
        underWay.incrementAndGet();
        Thread thread = new Thread(() -> {
            try {
                delay();
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        }, NAME);
        thread.setDaemon(true);
        thread.start();
    }

    /** Leads to the FX thread. */
    void toFxThread(Runnable answer) {
        if (Thread.currentThread().getName().equals(NAME)) {
            delay();
        }
        Platform.runLater(answer);
    }

    /** Whether all work is done; its answers may still wait for the FX thread. */
    boolean isIdle() {
        return underWay.get() == 0;
    }

    private void delay() {
        try {
            Thread.sleep(milliseconds());
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private synchronized int milliseconds() {
        return random.nextInt(LONGEST_DELAY + 1);
    }
}
