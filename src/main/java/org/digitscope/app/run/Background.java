package org.digitscope.app.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * All work that would hold the window up. Questions are answered on any thread, in any order; files are written one after the other,
 * in the order in which that was asked for. Whatever fails becomes a notice, and whoever asked hears of it.
 */
public final class Background {

    /** Attempts at the same thing: one that succeeds takes away what was said of the one that failed before. */
    public static final class Topic {
        private String complaint = "";
    }

    /** What is to be found out; blocks. */
    @FunctionalInterface
    public interface Work<T> {
        T get() throws IOException;
    }

    /** What is to be written; blocks. */
    @FunctionalInterface
    public interface Write {
        void run() throws IOException;
    }

    /** A write that isn't begun, and what is to happen on the FX thread if it never is. */
    private record Waiting(Runnable write, Runnable refused) {
    }

    private static final Runnable NOTHING = () -> { };

    private final Executor pool;
    private final Executor fxThread;
    private final Notices notices;
    private final Topic files = new Topic();
    /** Of what is being written, or could not be written last time, by its words. */
    private final Map<String, Topic> unwritten = new HashMap<>();
    /** What is being written or waits for it, in words, the first one first. */
    private final List<String> writing = new ArrayList<>();
    private final List<Runnable> afterWriting = new ArrayList<>();
    private final ReadOnlyStringWrapper writingText = new ReadOnlyStringWrapper("");
    /** Also the lock of itself and {@link #emptying}, as both are used on all threads. */
    private final Queue<Waiting> writes = new ArrayDeque<>();
    private boolean emptying;
    private int refused;

    /**
     * @param pool runs what it is given on other threads
     * @param fxThread runs what it is given on the FX thread, later
     */
    Background(Executor pool, Executor fxThread, Notices notices) {
        this.pool = pool;
        this.fxThread = fxThread;
        this.notices = notices;
    }

    /** Opening files, of whatever kind: who couldn't open one tries another. */
    public Topic files() {
        return files;
    }

    /** @param use gets what was found; isn't called when that fails */
    public <T> void ask(Work<T> work, Consumer<T> use) {
        ask(work, use, NOTHING);
    }

    /** @param failed is called instead when the work throws anything, after that was said */
    public <T> void ask(Work<T> work, Consumer<T> use, Runnable failed) {
        ask(new Topic(), work, use, failed);
    }

    /**
     * Finds something out.
     *
     * @param topic what it is an attempt at
     * @param use gets what was found
     * @param failed is called instead when the work throws anything, after that was said
     */
    public <T> void ask(Topic topic, Work<T> work, Consumer<T> use, Runnable failed) {
        start(topic, () -> answer(topic, work, use, failed), failed);
    }

    /**
     * Writes something when all that was to be written before is written.
     *
     * @param what it is, for people, such as the file's name
     */
    public void write(String what, Write work) {
        write(what, work, NOTHING, NOTHING);
    }

    /**
     * @param done called when it is written
     * @param failed called instead when it can't be, after that was said
     */
    public void write(String what, Write work, Runnable done, Runnable failed) {
        writing.add(what);
        showWriting();
        Work<Boolean> whole = () -> {
            work.run();
            return true;
        };
        Topic topic = unwritten.computeIfAbsent(what, any -> new Topic());
        Runnable cannot = () -> {
            refused++;
            end(what, failed);
        };
        Consumer<Boolean> written = yes -> {
            unwritten.remove(what);
            end(what, done);
        };
        boolean idle;
        synchronized (writes) {
            writes.add(new Waiting(() -> answer(topic, whole, written, cannot), cannot));
            idle = !emptying;
            emptying = true;
        }
        if (idle) {
            start(topic, this::writeAll, this::giveWritesUp);
        }
    }

    /** What is being written, in words; empty when nothing is. */
    public ReadOnlyStringProperty writingProperty() {
        return writingText.getReadOnlyProperty();
    }

    /** How often something could not be written. */
    public int refused() {
        return refused;
    }

    /** Does something now, or when everything that is being written is on the disk or was refused. */
    public void whenWritten(Runnable action) {
        afterWriting.add(action);
        goOnAfterWriting();
    }

    /** Says something in the window; from any thread. */
    public void tell(String sentence) {
        fxThread.execute(() -> notices.tell(sentence));
    }

    /** Shows how far some work has come; from any thread. */
    public void show(Runnable change) {
        fxThread.execute(change);
    }

    /** Blocks until everything is written; for the end of the program, when nobody shows what is being written any more. */
    public void awaitWritten() {
        synchronized (writes) {
            while (emptying) {
                try {
                    writes.wait();
                } catch (InterruptedException enough) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void start(Topic topic, Runnable work, Runnable failed) {
        try {
            pool.execute(work);
        } catch (RuntimeException | Error noThread) {
            report(noThread);
            fxThread.execute(said(topic, sentence(noThread), failed));
        }
    }

    private <T> void answer(Topic topic, Work<T> work, Consumer<T> use, Runnable failed) {
        Runnable answer;
        try {
            T found = work.get();
            answer = () -> {
                notices.withdraw(topic.complaint);
                use.accept(found);
            };
        } catch (IOException refused) {
            answer = said(topic, refused.getMessage(), failed);
        } catch (RuntimeException | Error problem) {
            report(problem);
            answer = said(topic, sentence(problem), failed);
        }
        fxThread.execute(answer);
    }

    private Runnable said(Topic topic, String sentence, Runnable failed) {
        return () -> {
            topic.complaint = sentence;
            notices.warn(sentence);
            failed.run();
        };
    }

    private void writeAll() {
        for (Waiting next = nextWrite(); next != null; next = nextWrite()) {
            next.write.run();
        }
    }

    private Waiting nextWrite() {
        synchronized (writes) {
            Waiting next = writes.poll();
            if (next == null) {
                emptying = false;
                writes.notifyAll();
            }
            return next;
        }
    }

    /** Without a thread nothing can be written. */
    private void giveWritesUp() {
        List<Waiting> all;
        synchronized (writes) {
            all = List.copyOf(writes);
            writes.clear();
            emptying = false;
            writes.notifyAll();
        }
        all.forEach(each -> each.refused.run());
    }

    private void end(String what, Runnable then) {
        writing.remove(what);
        showWriting();
        try {
            then.run();
        } finally {
            goOnAfterWriting();
        }
    }

    private void showWriting() {
        writingText.set(String.join(", ", new LinkedHashSet<>(writing)));
    }

    private void goOnAfterWriting() {
        while (writing.isEmpty() && !afterWriting.isEmpty()) {
            afterWriting.remove(0).run();
        }
    }

    /** For whoever keeps the log: what isn't a matter of files is a fault of the program. */
    private static void report(Throwable problem) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }

    private static String sentence(Throwable problem) {
        return problem instanceof OutOfMemoryError ? "There is not enough memory for that; smaller settings or data need less."
                : "Something went wrong in the program itself: " + problem;
    }
}
