package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Stands in for the threads of the background: takes work and runs it late, on the test's thread, when and in the order that the test
 * chooses, and fails where the test wants it to. What the work reports as a fault of the program is kept for the test to look at.
 */
public final class LateExecutor implements Executor {

    /** Work that goes on for ever is a fault. */
    private static final int MOST = 10_000;

    /** A failure that a test wants. */
    public static final class Injected extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Injected() {
            super("injected");
        }
    }

    /** Which of the waiting pieces comes next. */
    public enum Order {
        FIRST, LAST, RANDOM
    }

    private final List<Runnable> waiting = new ArrayList<>();
    private final Queue<Throwable> refusals = new ArrayDeque<>();
    private final List<Throwable> reported = new ArrayList<>();
    private final Order order;
    private final Random random;

    public LateExecutor(Order order, long seed) {
        this.order = order;
        random = new Random(seed);
    }

    /** Runs first what came first. */
    public LateExecutor() {
        this(Order.FIRST, 0);
    }

    /** The three ways in which an executor refuses work. */
    public static List<Throwable> refusals() {
        return List.of(new RejectedExecutionException("full", new Injected()), new Injected(), outOfMemory());
    }

    /** As where no thread can be made any more. */
    public static OutOfMemoryError outOfMemory() {
        OutOfMemoryError error = new OutOfMemoryError("injected");
        error.initCause(new Injected());
        return error;
    }

    /** What may be thrown anywhere; an OutOfMemoryError that comes as far as JUnit would end all tests. */
    public static List<Throwable> problems() {
        return List.of(new Injected(), new InternalError("injected", new Injected()));
    }

    /** Throws a RuntimeException or an Error. */
    public static void raise(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) problem;
    }

    @Override
    public void execute(Runnable work) {
        if (!refusals.isEmpty()) {
            raise(refusals.remove());
        }
        waiting.add(work);
    }

    /** The next piece of work is refused in this way, and the one after it in the next. */
    public void refuse(Throwable... ways) {
        refusals.addAll(List.of(ways));
    }

    /** Takes all work from now on. */
    public void refuseNothing() {
        refusals.clear();
    }

    /** How many pieces of work wait. */
    public int waiting() {
        return waiting.size();
    }

    /** Runs one piece of work; false when there is none. */
    public boolean runOne() {
        if (waiting.isEmpty()) {
            return false;
        }
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, problem) -> reported.add(problem));
        try {
            next().run();
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        return true;
    }

    /** Runs everything, here and on the FX thread, and what that brings with it. */
    public void runAll(TestThread fx) {
        int pieces = 0;
        do {
            fx.runAll();
            assertTrue(pieces++ < MOST, "there is always more work");
        } while (runOne());
    }

    /** What was reported as faults of the program by the work so far. */
    public List<Throwable> reported() {
        return reported;
    }

    private Runnable next() {
        return waiting.remove(switch (order) {
            case FIRST -> 0;
            case LAST -> waiting.size() - 1;
            case RANDOM -> random.nextInt(waiting.size());
        });
    }
}
