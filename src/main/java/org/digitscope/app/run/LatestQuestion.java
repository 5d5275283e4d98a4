package org.digitscope.app.run;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers questions in the background, one at a time. A question that is asked while another is being answered waits; one
 * that waits is forgotten when a newer one comes.
 */
public final class LatestQuestion {

    private final Executor background;
    private final Executor fxThread;
    private Runnable waiting;
    private boolean busy;

    public LatestQuestion(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
    }

    /**
     * @param work done in the background
     * @param use gets the result on the FX thread
     */
    public <T> void ask(Supplier<T> work, Consumer<T> use) {
        waiting = () -> background.execute(() -> {
            T result = work.get();
            fxThread.execute(() -> {
                busy = false;
                use.accept(result);
                next();
            });
        });
        if (!busy) {
            next();
        }
    }

    private void next() {
        if (waiting != null && !busy) {
            Runnable question = waiting;
            waiting = null;
            busy = true;
            question.run();
        }
    }
}
