package org.digitscope.app.run;

import java.util.function.Consumer;
import org.digitscope.app.run.Background.Work;

/**
 * Asks the same kind of question again and again, of which only the latest one counts. One is answered at a time; one that waits is
 * forgotten when a newer one comes; questions are numbered, and answers to those that no longer count are dropped.
 */
public final class LatestQuestion {

    private static final Runnable NOTHING = () -> { };

    private final Background background;
    private final Background.Topic topic;
    private Runnable waiting;
    private boolean busy;
    private long asked;
    private long firstThatCounts;

    public LatestQuestion(Background background) {
        this(background, new Background.Topic());
    }

    /** @param topic what its questions are attempts at */
    public LatestQuestion(Background background, Background.Topic topic) {
        this.background = background;
        this.topic = topic;
    }

    /**
     * Asks, and drops all answers to earlier questions.
     *
     * @param work done in the background
     * @param use gets the answer, unless another question was asked meanwhile
     */
    public <T> void ask(Work<T> work, Consumer<T> use) {
        ask(work, use, NOTHING);
    }

    /** @param failed called instead of {@code use} when there is no answer, so that it may be asked once more */
    public <T> void ask(Work<T> work, Consumer<T> use, Runnable failed) {
        forget();
        add(work, use, failed);
    }

    /**
     * Asks about something that changes all the time, such as a network while one of its weights is dragged: of an earlier question
     * the answer still counts, as otherwise there would be none before everything rests.
     */
    public <T> void askAgain(Work<T> work, Consumer<T> use) {
        add(work, use, NOTHING);
    }

    private <T> void add(Work<T> work, Consumer<T> use, Runnable failed) {
        long number = asked++;
        waiting = () -> background.ask(topic, work, answer -> end(number, () -> use.accept(answer)), () -> end(number, failed));
        next();
    }

    private void end(long number, Runnable tell) {
        busy = false;
        try {
            if (number >= firstThatCounts) {
                tell.run();
            }
        } finally {
            next();
        }
    }

    /** Nothing that was asked so far counts any more. */
    public void forget() {
        firstThatCounts = asked;
        waiting = null;
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
