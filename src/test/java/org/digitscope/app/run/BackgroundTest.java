package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Injected;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackgroundTest {

    private final TestThread fx = new TestThread();
    private final Notices notices = new Notices();
    private final List<String> events = new ArrayList<>();
    private LateExecutor pool = new LateExecutor();
    private Background background = new Background(pool, fx, notices);

    private void use(Order order) {
        pool = new LateExecutor(order, 7);
        background = new Background(pool, fx, notices);
    }

    @ParameterizedTest
    @EnumSource
    void filesAreWrittenInTheOrderInWhichThatWasAskedForWhateverThePoolDoes(Order order) {
        use(order);
        for (int i = 0; i < 30; i++) {
            int number = i;
            background.ask(() -> number, answer -> { });
            background.write("file " + i, () -> events.add("write " + number), () -> events.add("done " + number), () -> { });
            if (i % 7 == 6) {
                pool.runOne();
                fx.runAll();
            }
        }
        pool.runAll(fx);
        List<String> writes = events.stream().filter(event -> event.startsWith("write")).toList();
        assertEquals(IntStream.range(0, 30).mapToObj(i -> "write " + i).toList(), writes);
        assertEquals(IntStream.range(0, 30).mapToObj(i -> "done " + i).toList(),
                events.stream().filter(event -> !writes.contains(event)).toList());
        assertEquals("", background.writingProperty().get());
    }

    @Test
    void aFileThatIsAskedForWhileAnotherOneIsWrittenComesAfterIt() {
        background.write("a", () -> {
            events.add("a begins");
            background.write("b", () -> events.add("b"));
            events.add("a ends");
        });
        pool.runAll(fx);
        assertEquals(List.of("a begins", "a ends", "b"), events);
    }

    @Test
    void whatIsBeingWrittenIsNamedOnceUntilTheWindowKnowsThatItIsWritten() {
        background.write("a.csv", () -> { });
        background.write("b.csv", () -> { });
        background.write("a.csv", () -> { });
        assertEquals("a.csv, b.csv", background.writingProperty().get());
        pool.runOne();
        assertEquals("a.csv, b.csv", background.writingProperty().get());
        fx.runNext();
        assertEquals("b.csv, a.csv", background.writingProperty().get());
        fx.runAll();
        assertEquals("", background.writingProperty().get());
    }

    @Test
    void whoWaitsForTheDiskGoesOnAfterEverythingThatIsWrittenAndAtOnceWhenNothingIs() {
        background.whenWritten(() -> events.add("at once"));
        background.write("a", () -> events.add("a"), () -> background.write("b", () -> events.add("b")), () -> { });
        background.whenWritten(() -> events.add("after b"));
        background.whenWritten(() -> events.add("too"));
        assertEquals(List.of("at once"), events);
        pool.runAll(fx);
        assertEquals(List.of("at once", "a", "b", "after b", "too"), events);
    }

    @Test
    void awaitingTheDiskReturnsWhenAllIsWrittenWithoutTheFxThread() throws InterruptedException {
        background = new Background(work -> new Thread(work).start(), fx, notices);
        background.write("a", () -> {
            sleep();
            events.add("a");
        });
        background.write("b", () -> events.add("b"));
        background.awaitWritten();
        assertEquals(List.of("a", "b"), events);
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whatFailsIsSaidAndItsAskerHearsAndOthersGoOn() {
        List<Background.Work<String>> failing = List.of(() -> {
            throw new IOException("a.csv is cut");
        }, () -> {
            throw new Injected();
        }, () -> {
            throw LateExecutor.outOfMemory();
        });
        for (Background.Work<String> work : failing) {
            notices.dismiss();
            events.clear();
            background.ask(work, answer -> events.add("used"), () -> events.add("failed"));
            pool.runAll(fx);
            assertEquals(List.of("failed"), events);
            assertSaid();
            notices.dismiss();
            background.write("a.csv", work::get, () -> events.add("done"), () -> events.add("not written"));
            background.write("b.csv", () -> { }, () -> events.add("b"), () -> events.add("not b"));
            background.ask(() -> "c", events::add);
            pool.runAll(fx);
            assertEquals(List.of("failed", "not written", "b", "c"), events);
            assertSaid();
            assertEquals("", background.writingProperty().get());
        }
        assertEquals(3, background.refused());
        assertEquals(List.of(Injected.class, Injected.class, OutOfMemoryError.class, OutOfMemoryError.class),
                pool.reported().stream().map(Object::getClass).toList(), "a file that can't be read is no fault of the program");
    }

    @Test
    void successTakesAwayWhatWasSaidOfTheFailureThatItAnswersAndNothingElse() {
        Background.Work<String> cut = () -> {
            throw new IOException("a.png is cut");
        };
        background.ask(background.files(), cut, events::add, () -> { });
        background.ask(() -> "another question", events::add);
        background.write("b.csv", () -> { });
        pool.runAll(fx);
        assertEquals("a.png is cut", notices.textProperty().get());
        background.ask(background.files(), () -> "a file", events::add, () -> { });
        pool.runAll(fx);
        assertEquals("", notices.textProperty().get());
        background.write("b.csv", () -> {
            throw new IOException("no room for b.csv");
        });
        background.write("c.csv", () -> { });
        pool.runAll(fx);
        assertEquals("no room for b.csv", notices.textProperty().get());
        background.write("b.csv", () -> { });
        pool.runAll(fx);
        assertEquals("", notices.textProperty().get());
        notices.warn("It diverged.");
        background.write("b.csv", () -> { });
        background.ask(background.files(), () -> "a file", events::add, () -> { });
        pool.runAll(fx);
        assertEquals("It diverged.", notices.textProperty().get());
    }

    private void assertSaid() {
        String said = notices.textProperty().get();
        assertTrue(notices.seriousProperty().get());
        assertTrue(said.equals("a.csv is cut") || said.startsWith("Something went wrong in the program itself: ")
                || said.startsWith("There is not enough memory for that"), said);
    }

    @Test
    void aPoolThatTakesNoWorkIsSaidAndEveryAskerHears() {
        for (Throwable refusal : LateExecutor.refusals()) {
            events.clear();
            pool.refuse(refusal);
            background.ask(() -> "a", events::add, () -> events.add("no answer"));
            pool.runAll(fx);
            assertEquals(List.of("no answer"), events);
            assertSaid();
            pool.refuse(refusal);
            background.write("b", () -> events.add("b"), () -> events.add("done"), () -> events.add("no b"));
            background.write("c", () -> events.add("c"), () -> events.add("done"), () -> events.add("no c"));
            background.whenWritten(() -> events.add("after " + background.writingProperty().get()));
            pool.runAll(fx);
            assertEquals(List.of("no answer", "no b", "no c", "after "), events);
            background.awaitWritten();
            background.write("d", () -> events.add("d"), () -> events.add("done"), () -> events.add("no d"));
            pool.runAll(fx);
            assertEquals(List.of("d", "done"), events.subList(4, 6));
        }
        assertEquals(6, background.refused());
    }

    @Test
    void anAskerThatThrowsDoesNotLeaveTheWindowWaitingForTheDisk() {
        background.write("a", () -> { }, () -> {
            throw new Injected();
        }, () -> { });
        background.whenWritten(() -> events.add("written"));
        assertThrows(Injected.class, () -> pool.runAll(fx));
        assertEquals(List.of("written"), events);
        background.write("b", () -> {
            throw new IOException("no room");
        }, () -> { }, () -> {
            throw new Injected();
        });
        background.whenWritten(() -> events.add("refused"));
        assertThrows(Injected.class, () -> pool.runAll(fx));
        assertEquals(List.of("written", "refused"), events);
        assertFalse(pool.runOne());
    }
}
