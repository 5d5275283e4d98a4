package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedDataSetsTest {

    /** Each is the beginning of one of the others. */
    private static final List<String> NAMES = List.of("digits", "digits training", "digits training, fine", "digits.csv",
            "digits and 3 drawings by me", "digits2 training", "digits, straightened by me", Mnist.TRAINING + "2.csv");

    @TempDir
    private Path folder;

    @Test
    void ofNamesThatBeginAlikeTheOneThatWasTrainedWithIsFound() throws IOException {
        UsedDataSets used = new UsedDataSets(folder.resolve("data-sets.json"));
        for (String name : NAMES) {
            used.add(new UsedDataSets.Used(Path.of(name + ".file"), new SetChoices(false, ClassNames.DIGITS, 0.5, 1), name));
        }
        for (String name : NAMES) {
            for (String prepared : prepared(name)) {
                assertEquals(Optional.of(Path.of(name + ".file")), used.of(prepared).map(UsedDataSets.Used::path), prepared);
            }
        }
        for (String other : List.of("digit", "digits3", "digits test", "digits and drawings", "digits, straightened, straightened",
                "digits, straightened and 2 drawings", "digits and 2 drawings with other hands 50 % seed 1", "")) {
            assertEquals(Optional.empty(), used.of(other), other);
        }
    }

    @Test
    void aDataSetWhoseNameBeginsAsMnistsIsNotTakenForIt() {
        for (String name : NAMES) {
            assertFalse(UsedDataSets.isMadeOf(Mnist.TRAINING, name), name);
        }
        for (String name : prepared(Mnist.TRAINING)) {
            assertTrue(UsedDataSets.isMadeOf(Mnist.TRAINING, name), name);
        }
    }

    /** All names that a set's pictures have where they are trained with. */
    private static List<String> prepared(String name) {
        Dataset pictures = Examples.pictures(2, 1);
        Dataset named = pictures.subset(name, IntStream.range(0, 2));
        Sheet one = new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.5, 0.1), new Point(0.5, 0.9)), 0.065)));
        TaughtDigits own = new TaughtDigits(List.of(new TaughtDigits.Taught(1, one)));
        Dataset taught = own.addedTo(named);
        Dataset changed = new OtherHands(0.5, -7).addedTo(named);
        return List.of(name, taught.name(), straightened(named), straightened(taught), changed.name(), straightened(changed),
                own.addedTo(changed).name(), straightened(own.addedTo(changed)));
    }

    private static String straightened(Dataset training) {
        return Deskew.of(new DigitSets(training, training)).training().name();
    }
}
