package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Injected;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.Background.Work;
import org.junit.jupiter.api.Test;

class LatestQuestionTest {

    private final TestThread fx = new TestThread();
    private final Notices notices = new Notices();
    private final LateExecutor pool = new LateExecutor();
    private final LatestQuestion question = new LatestQuestion(new Background(pool, fx, notices));
    private final List<String> used = new ArrayList<>();
    private final List<String> worked = new ArrayList<>();

    private Work<String> work(String name) {
        return () -> {
            worked.add(name);
            return name;
        };
    }

    private void ask(String name) {
        question.ask(work(name), used::add);
    }

    private void askAgain(String name) {
        question.askAgain(work(name), used::add);
    }

    @Test
    void onlyTheAnswerToTheLastQuestionCountsAndThoseBetweenAreNotWorkedOn() {
        ask("a");
        ask("b");
        ask("c");
        assertEquals(1, pool.waiting(), "one at a time");
        pool.runAll(fx);
        assertEquals(List.of("c"), used);
        assertEquals(List.of("a", "c"), worked);
    }

    @Test
    void anAnswerThatIsOnItsWayToTheFxThreadIsDroppedToo() {
        ask("a");
        pool.runOne();
        ask("b");
        pool.runAll(fx);
        assertEquals(List.of("b"), used);
    }

    @Test
    void whatIsAskedAgainAndAgainIsAnsweredInOrderAndBeforeItRests() {
        for (int i = 0; i < 100; i++) {
            askAgain("drag " + i);
            if (i % 3 == 2) {
                pool.runOne();
                fx.runAll();
            }
        }
        assertTrue(used.size() > 30, "it never starves: " + used.size());
        pool.runAll(fx);
        assertEquals(worked, used);
        List<Integer> numbers = used.stream().map(name -> Integer.parseInt(name.substring(5))).toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        assertEquals(99, numbers.get(numbers.size() - 1));
    }

    @Test
    void whatWasForgottenIsNeverUsed() {
        askAgain("a");
        askAgain("b");
        question.forget();
        pool.runAll(fx);
        assertEquals(List.of(), used);
        assertEquals(List.of("a"), worked);
        askAgain("c");
        pool.runAll(fx);
        assertEquals(List.of("c"), used);
    }

    @Test
    void workThatFailsLeavesItUsableAndTheNextQuestionIsAnswered() {
        List<Work<String>> failing = List.of(() -> {
            throw new IOException("unreadable");
        }, () -> {
            throw new Injected();
        }, () -> {
            throw LateExecutor.outOfMemory();
        });
        for (Work<String> work : failing) {
            used.clear();
            question.ask(work, used::add);
            askAgain("waited");
            pool.runAll(fx);
            question.ask(work, used::add);
            pool.runAll(fx);
            assertFalse(notices.textProperty().get().isEmpty());
            ask("later");
            pool.runAll(fx);
            assertEquals(List.of("waited", "later"), used);
            assertEquals("", notices.textProperty().get(), "an answer takes away that there was none");
        }
    }

    @Test
    void aPoolThatTakesNoWorkLeavesItUsable() {
        for (Throwable refusal : LateExecutor.refusals()) {
            used.clear();
            pool.refuse(refusal, refusal);
            ask("refused");
            askAgain("refused as well");
            pool.runAll(fx);
            ask("later");
            pool.runAll(fx);
            assertEquals(List.of("later"), used);
        }
    }

    @Test
    void aUserOfTheAnswerThatThrowsDoesNotStopTheNextQuestion() {
        for (Throwable problem : LateExecutor.problems()) {
            used.clear();
            question.ask(work("a"), answer -> LateExecutor.raise(problem));
            pool.runOne();
            question.askAgain(work("b"), used::add);
            assertThrows(problem.getClass(), () -> pool.runAll(fx));
            pool.runAll(fx);
            assertEquals(List.of("b"), used);
        }
    }
}
