package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.PenStrokes.Score;
import org.digitscope.drawing.PenStrokes.Written;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Asks the classic network about 1,000 digits of 30 people, drawn on the pad's own model, see {@link PenStrokes}.
 * The strokes are not part of the program; without them this is skipped. It prints a table for each way to fit a drawing.
 */
@Tag("soak")
class PenStrokesTest {

    @Test
    void theClassicNetworkReadsPenStrokesWhereverAndHoweverLargeTheyAreDrawn() throws IOException {
        List<Written> digits = PenStrokes.readOrSkip();
        DigitSets mnist = Mnist.load();
        List<Parameters> networks = PenStrokes.networks(mnist);
        List<Sheet> large = digits.stream().map(PenStrokes.large(new Random(1))).toList();
        List<Sheet> small = digits.stream().map(written -> PenStrokes.drawn(written, 0.15, 0.02, 0.83)).toList();

        for (FitStage without : FitStage.values()) {
            Set<FitStage> stages = EnumSet.complementOf(EnumSet.of(without));
            PenStrokes.print("large, without: " + without.label(), PenStrokes.score(networks, digits, large, stages));
        }
        PenStrokes.print("large, nothing but the whole pad shrunk", PenStrokes.score(networks, digits, large, Set.of()));
        PenStrokes.print("large, size", PenStrokes.score(networks, digits, large, EnumSet.of(FitStage.SIZE)));
        PenStrokes.print("large, size and centre", PenStrokes.score(networks, digits, large, EnumSet.of(FitStage.SIZE, FitStage.CENTRE)));
        PenStrokes.print("large, size, centre and pen",
                PenStrokes.score(networks, digits, large, EnumSet.of(FitStage.SIZE, FitStage.CENTRE, FitStage.PEN)));
        PenStrokes.print("small in a corner, size and centre", PenStrokes.score(networks, digits, small, EnumSet.of(FitStage.SIZE, FitStage.CENTRE)));
        Score best = PenStrokes.score(networks, digits, large, FitStage.all());
        Score corner = PenStrokes.score(networks, digits, small, FitStage.all());
        PenStrokes.print("large, all stages", best);
        PenStrokes.print("small in a corner, all stages", corner);
        PenStrokes.print("as a picture of thick lines, all stages", PenStrokes.score(networks, digits, PenStrokes.pictures(large), FitStage.all()));
        DigitSets straight = Deskew.of(mnist);
        List<Parameters> trainedStraight = PenStrokes.networks(straight);
        PenStrokes.print("large, all stages, everything straightened",
                PenStrokes.score(trainedStraight, digits, large, FitStage.all(), FittedDigit::deskewed));
        System.out.printf(Locale.ROOT, "%-48s %6.2f %% right; straightened %.2f %%%n", "the 10,000 test digits",
                PenStrokes.testAccuracy(networks, mnist), PenStrokes.testAccuracy(trainedStraight, straight));

        assertTrue(best.all() >= 91.5, best.toString());
        assertTrue(best.even() >= 88 && best.odd() >= 88, best.toString());
        assertEquals(best.all(), corner.all(), 1);
    }

    @Test
    void strokesOfOtherPeopleHelpNewWriters() throws IOException {
        List<Written> digits = PenStrokes.readOrSkip();
        DigitSets mnist = Mnist.load();
        List<Parameters> alone = PenStrokes.networks(mnist);
        for (int half = 0; half < 2; half++) {
            List<TaughtDigits.Taught> taught = new ArrayList<>();
            List<Written> others = new ArrayList<>();
            for (Written written : digits) {
                if (written.writer() % 2 == half) {
                    taught.add(new TaughtDigits.Taught(written.label(), PenStrokes.drawn(written, 0.7, 0.15, 0.15)));
                } else {
                    others.add(written);
                }
            }
            List<Sheet> sheets = others.stream().map(PenStrokes.large(new Random(2))).toList();
            List<Parameters> together = PenStrokes.networks(new DigitSets(new TaughtDigits(taught).addedTo(mnist.training()), mnist.validation()));
            Score before = PenStrokes.score(alone, others, sheets, FitStage.all());
            Score after = PenStrokes.score(together, others, sheets, FitStage.all());
            double testBefore = PenStrokes.testAccuracy(alone, mnist);
            double testAfter = PenStrokes.testAccuracy(together, mnist);
            System.out.printf(Locale.ROOT, "taught by the %s writers: the others' digits %.2f %% -> %.2f %% right, test digits %.2f %% -> "
                    + "%.2f %%%n", half == 0 ? "even" : "odd", before.all(), after.all(), testBefore, testAfter);
            assertTrue(after.all() > before.all() + 1, before + " " + after);
            assertEquals(testBefore, testAfter, 0.5);
        }
    }
}
