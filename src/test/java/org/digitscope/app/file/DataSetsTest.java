package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.app.BrokenPath;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.file.DataSets.Phase;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.DigitSets;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 1), Examples.pictures(5, 2));

    @TempDir
    private Path folder;
    private final TestThread fx = new TestThread();
    private LateExecutor pool;
    private AppModel model;
    private DataSets dataSets;
    private Path table;

    @BeforeEach
    void start() throws IOException {
        table = table("any", 30);
        open(new LateExecutor());
    }

    private Path table(String name, int rows) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), IntStream.range(0, rows).mapToObj(i -> i % 10 + ("," + i % 7).repeat(784))
                .collect(Collectors.joining("\n")));
    }

    private void open(LateExecutor executor) {
        pool = executor;
        model = new AppModel(pool, fx);
        dataSets = new DataSets(model, new FileDialogs(model.background(), new ChosenFile(table)),
                new UsedDataSets(folder.resolve("data-sets.json")));
        model.digitsLoaded(DIGITS);
        settle();
    }

    private void settle() {
        pool.runAll(fx);
    }

    private void assertIsFree() {
        assertEquals(Phase.IDLE, dataSets.phaseProperty().get());
        assertFalse(dataSets.busy().get());
        assertEquals(Optional.empty(), dataSets.offeredProperty().get());
    }

    private void readAndTake(int expected) {
        dataSets.read(table);
        settle();
        assertEquals(Phase.OFFERED, dataSets.phaseProperty().get());
        dataSets.take();
        settle();
        assertIsFree();
        assertEquals(expected, pictures());
    }

    private int pictures() {
        return model.digitsProperty().get().training().size() + model.digitsProperty().get().validation().size();
    }

    @Test
    void readingThatFailsInWhateverWayIsSaidAndLeavesRoomForTheNext() {
        for (Throwable problem : Stream.concat(LateExecutor.problems().stream(), Stream.of(LateExecutor.outOfMemory())).toList()) {
            dataSets.read(BrokenPath.like(table, () -> Optional.of(problem)));
            assertEquals(Phase.READING, dataSets.phaseProperty().get());
            settle();
            assertIsFree();
            assertTrue(model.notices().seriousProperty().get());
            assertSame(DIGITS, model.digitsProperty().get());
        }
        assertEquals(3, pool.reported().size());
        dataSets.read(folder.resolve("none.csv"));
        settle();
        assertIsFree();
        assertTrue(model.notices().textProperty().get().startsWith("none.csv does not exist"), model.notices().textProperty().get());
        readAndTake(30);
    }

    @Test
    void aPoolThatTakesNoWorkLeavesRoomForTheNextWhetherItIsReadOrTaken() {
        for (Throwable refusal : LateExecutor.refusals()) {
            pool.refuse(refusal);
            dataSets.read(table);
            settle();
            assertIsFree();
            dataSets.read(table);
            settle();
            pool.refuse(refusal);
            dataSets.take();
            assertEquals(Phase.PREPARING, dataSets.phaseProperty().get());
            settle();
            assertIsFree();
            assertTrue(model.notices().seriousProperty().get());
        }
        assertSame(DIGITS, model.digitsProperty().get());
        readAndTake(30);
    }

    @Test
    void whatIsCancelledIsNeverOfferedHoweverFarItCame() {
        dataSets.read(table);
        dataSets.decline();
        settle();
        assertIsFree();
        dataSets.read(table);
        pool.runOne();
        dataSets.decline();
        settle();
        assertIsFree();
        dataSets.read(table);
        settle();
        dataSets.decline();
        assertIsFree();
        dataSets.take();
        settle();
        assertSame(DIGITS, model.digitsProperty().get());
        readAndTake(30);
    }

    @Test
    void whatWasTakenIsTakenOnceAlthoughItIsDeclinedOrTakenAgainBeforeItIsPrepared() {
        int[] changes = {0};
        model.digitsProperty().addListener((observable, before, after) -> changes[0]++);
        dataSets.read(table);
        settle();
        dataSets.take();
        dataSets.take();
        dataSets.decline();
        dataSets.read(table);
        settle();
        assertIsFree();
        assertEquals(1, changes[0]);
        assertTrue(model.notices().textProperty().get().startsWith("any.csv: "), model.notices().textProperty().get());
    }

    @Test
    void atAnyTimeThereIsOneOfferAtMostAndWhatWasTakenLastIsTrainedWith() throws IOException {
        Path[] tables = {table("a", 20), table("b", 21), table("c", 22), table("d", 23)};
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            open(new LateExecutor(Order.RANDOM, seed));
            int expected = DIGITS.training().size() + DIGITS.validation().size();
            int offered = 0;
            for (int action = 0; action < 60; action++) {
                Phase before = dataSets.phaseProperty().get();
                int which = random.nextInt(tables.length);
                switch (random.nextInt(6)) {
                    case 0 -> {
                        dataSets.read(tables[which]);
                        offered = before == Phase.IDLE ? 20 + which : offered;
                    }
                    case 1 -> {
                        dataSets.take();
                        expected = before == Phase.OFFERED ? offered : expected;
                    }
                    case 2 -> {
                        if (random.nextInt(3) == 0) {
                            dataSets.decline();
                        }
                    }
                    case 3 -> pool.runOne();
                    default -> fx.runNext();
                }
                Phase now = dataSets.phaseProperty().get();
                assertEquals(now == Phase.OFFERED || now == Phase.PREPARING, dataSets.offeredProperty().get().isPresent());
            }
            settle();
            dataSets.decline();
            assertIsFree();
            assertEquals(expected, pictures(), "seed " + seed);
        }
    }
}
