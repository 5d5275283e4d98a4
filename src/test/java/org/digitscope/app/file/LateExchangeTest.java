package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.app.BrokenPath;
import org.digitscope.app.ChosenFile;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.DigitSets;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks and pictures from files while reading is late or fails. */
class LateExchangeTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(40, 1), Examples.pictures(12, 2));

    @TempDir
    private Path folder;
    private final TestThread fx = new TestThread();
    private LateExecutor pool;
    private AppModel model;
    private PadModel drawing;
    private NetworkExchange networks;
    private DrawingFiles pictures;

    @BeforeEach
    void write() throws IOException {
        NetworkFiles.write(folder.resolve("3.npz"), Examples.parameters(3, 1));
        NetworkFiles.write(folder.resolve("9.npz"), Examples.parameters(9, 1));
        Files.write(folder.resolve("none.npz"), new byte[40]);
    }

    private void start(Order order) {
        pool = new LateExecutor(order, 1);
        model = new AppModel(pool, fx);
        drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        FileDialogs files = new FileDialogs(model.background(), new ChosenFile(folder.resolve("any")));
        networks = new NetworkExchange(model, files);
        pictures = new DrawingFiles(model, drawing, files);
        model.digitsLoaded(DIGITS);
        pool.runAll(fx);
    }

    private int shown() {
        return model.shownProperty().get().base().layer(1).outputs();
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralNetworksTheOneThatWasAskedForLastIsShown(Order order) {
        start(order);
        networks.open(folder.resolve("9.npz"));
        pool.runOne();
        networks.open(folder.resolve("none.npz"));
        networks.open(folder.resolve("3.npz"));
        pool.runAll(fx);
        assertEquals(3, shown());
        assertTrue(model.notices().textProperty().get().startsWith("Showing 3.npz: "), model.notices().textProperty().get());
    }

    @Test
    void readingThatFailsInWhateverWayIsSaidAndTheNextFileIsRead() {
        start(Order.FIRST);
        for (Throwable problem : Stream.concat(LateExecutor.problems().stream(), Stream.of(LateExecutor.outOfMemory())).toList()) {
            model.inspection().showLive();
            networks.open(BrokenPath.like(folder.resolve("9.npz"), () -> Optional.of(problem)));
            pictures.open(BrokenPath.like(folder.resolve("any.png"), () -> Optional.of(problem)));
            pool.runAll(fx);
            assertEquals(20, shown());
            assertTrue(model.notices().seriousProperty().get());
            networks.open(folder.resolve("3.npz"));
            pool.runAll(fx);
            assertEquals(3, shown());
        }
        assertEquals(6, pool.reported().size());
        for (Throwable refusal : LateExecutor.refusals()) {
            model.inspection().showLive();
            pool.refuse(refusal);
            networks.open(folder.resolve("9.npz"));
            pool.runAll(fx);
            assertEquals(20, shown());
            networks.open(folder.resolve("9.npz"));
            pool.runAll(fx);
            assertEquals(9, shown());
        }
        assertTrue(drawing.blank().get());
    }
}
