package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Draws 1,000 digits of 30 people on the pad's own model, as their pens went, and asks the classic network of seeds 0 to 2.
 * The strokes are not part of the program; without them this is skipped. It prints a table for each way to fit a drawing.
 */
@Tag("soak")
class PenStrokesTest {

    private static final Path STROKES = Path.of("..", "shared", "data", "strokes", "pendigits-1000.jsonl");

    /** A digit that somebody wrote. */
    private record Written(int label, int writer, List<List<Point>> strokes) {
    }

    /** Percent right: of all, of the writers with even and with odd numbers. */
    private record Score(double all, double even, double odd) {
    }

    @Test
    void theClassicNetworkReadsPenStrokesWhereverAndHoweverLargeTheyAreDrawn() throws IOException {
        Assumptions.assumeTrue(Files.exists(STROKES), "Skipped: the pen strokes are not here: " + STROKES);
        List<Written> digits = read();
        DigitSets mnist = Mnist.load();
        List<Parameters> networks = networks(mnist);
        List<Sheet> large = digits.stream().map(large(new Random(1))).toList();
        List<Sheet> small = digits.stream().map(written -> drawn(written, 0.15, 0.02, 0.83)).toList();

        for (FitStage without : FitStage.values()) {
            Set<FitStage> stages = EnumSet.complementOf(EnumSet.of(without));
            print("large, without: " + without.label(), score(networks, digits, large, stages));
        }
        print("large, nothing but the whole pad shrunk", score(networks, digits, large, Set.of()));
        print("large, size", score(networks, digits, large, EnumSet.of(FitStage.SIZE)));
        print("large, size and centre", score(networks, digits, large, EnumSet.of(FitStage.SIZE, FitStage.CENTRE)));
        print("large, size, centre and pen",
                score(networks, digits, large, EnumSet.of(FitStage.SIZE, FitStage.CENTRE, FitStage.PEN)));
        print("small in a corner, size and centre", score(networks, digits, small, EnumSet.of(FitStage.SIZE, FitStage.CENTRE)));
        Score best = score(networks, digits, large, FitStage.all());
        Score corner = score(networks, digits, small, FitStage.all());
        print("large, all stages", best);
        print("small in a corner, all stages", corner);
        print("as a picture of thick lines, all stages", score(networks, digits, pictures(large), FitStage.all()));
        DigitSets straight = Deskew.of(mnist);
        List<Parameters> trainedStraight = networks(straight);
        print("large, all stages, everything straightened",
                score(trainedStraight, digits, large, FitStage.all(), FittedDigit::deskewed));
        System.out.printf(Locale.ROOT, "%-48s %6.2f %% right; straightened %.2f %%%n", "the 10,000 test digits",
                testAccuracy(networks, mnist), testAccuracy(trainedStraight, straight));

        assertTrue(best.all() >= 91.5, best.toString());
        assertTrue(best.even() >= 88 && best.odd() >= 88, best.toString());
        assertEquals(best.all(), corner.all(), 1);
    }

    @Test
    void strokesOfOtherPeopleHelpNewWriters() throws IOException {
        Assumptions.assumeTrue(Files.exists(STROKES), "Skipped: the pen strokes are not here: " + STROKES);
        List<Written> digits = read();
        DigitSets mnist = Mnist.load();
        List<Parameters> alone = networks(mnist);
        for (int half = 0; half < 2; half++) {
            List<TaughtDigits.Taught> taught = new ArrayList<>();
            List<Written> others = new ArrayList<>();
            for (Written written : digits) {
                if (written.writer() % 2 == half) {
                    taught.add(new TaughtDigits.Taught(written.label(), drawn(written, 0.7, 0.15, 0.15)));
                } else {
                    others.add(written);
                }
            }
            List<Sheet> sheets = others.stream().map(large(new Random(2))).toList();
            List<Parameters> together = networks(new DigitSets(new TaughtDigits(taught).addedTo(mnist.training()), mnist.validation()));
            Score before = score(alone, others, sheets, FitStage.all());
            Score after = score(together, others, sheets, FitStage.all());
            double testBefore = testAccuracy(alone, mnist);
            double testAfter = testAccuracy(together, mnist);
            System.out.printf(Locale.ROOT, "taught by the %s writers: the others' digits %.2f %% -> %.2f %% right, test digits %.2f %% -> "
                    + "%.2f %%%n", half == 0 ? "even" : "odd", before.all(), after.all(), testBefore, testAfter);
            assertTrue(after.all() > before.all() + 1, before + " " + after);
            assertEquals(testBefore, testAfter, 0.5);
        }
    }

    private static List<Written> read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Written> digits = new ArrayList<>();
        for (String line : Files.readAllLines(STROKES)) {
            JsonNode node = json.readTree(line);
            List<List<Point>> strokes = new ArrayList<>();
            for (JsonNode stroke : node.get("strokes")) {
                List<Point> points = new ArrayList<>();
                stroke.forEach(point -> points.add(new Point(point.get(0).asDouble(), point.get(1).asDouble())));
                strokes.add(points);
            }
            digits.add(new Written(node.get("label").asInt(), node.get("writer").asInt(), strokes));
        }
        assertEquals(1000, digits.size());
        return digits;
    }

    private static List<Parameters> networks(DigitSets mnist) {
        return IntStream.range(0, 3).mapToObj(seed -> {
            Trainer trainer = new Trainer(mnist.training(), mnist.validation(), Hyperparameters.NOTEBOOK.withSeed(seed));
            trainer.run(() -> false, snapshot -> { });
            return trainer.snapshot().parameters();
        }).toList();
    }

    /** Fills 60 to 90 % of the pad, anywhere on it. */
    private static Function<Written, Sheet> large(Random random) {
        return written -> {
            double size = 0.6 + 0.3 * random.nextDouble();
            return drawn(written, size, (1 - size) * random.nextDouble(), (1 - size) * random.nextDouble());
        };
    }

    /** Draws as a person does: pen down, moves, pen up. */
    private static Sheet drawn(Written written, double size, double left, double top) {
        PenLines drawing = new PenLines(written.strokes().stream().map(points -> new PenLine(points, 0)).toList());
        Box box = drawing.box();
        double scale = size / box.longerSide();
        SheetEditor sketch = new SheetEditor();
        for (List<Point> stroke : written.strokes()) {
            for (int i = 0; i < stroke.size(); i++) {
                double x = left + (stroke.get(i).x() - box.left()) * scale;
                double y = top + (stroke.get(i).y() - box.top()) * scale;
                if (i == 0) {
                    sketch.penDown(x, y);
                } else {
                    sketch.moveTo(x, y);
                }
            }
            sketch.up();
        }
        return sketch.sheet();
    }

    private static List<Sheet> pictures(List<Sheet> sheets) {
        return sheets.stream().map(sheet -> {
            float[] ink = PenRaster.draw(sheet.drawing().map(Affine.scale(280, 280), 280), 280, 280);
            return Sheet.of(Backdrop.ofPicture(new GrayImage(280, 280, ink)));
        }).toList();
    }

    private static double testAccuracy(List<Parameters> networks, DigitSets mnist) {
        return 100 * networks.stream().mapToDouble(network -> Evaluation.of(network, mnist.validation()).accuracy()).average()
                .orElseThrow();
    }

    private static Score score(List<Parameters> networks, List<Written> digits, List<Sheet> sheets, Set<FitStage> stages) {
        return score(networks, digits, sheets, stages, digit -> digit);
    }

    private static Score score(List<Parameters> networks, List<Written> digits, List<Sheet> sheets, Set<FitStage> stages,
            UnaryOperator<FittedDigit> preprocessing) {
        MnistFit fit = new MnistFit(stages);
        int[] right = new int[2];
        int[] count = new int[2];
        for (int i = 0; i < digits.size(); i++) {
            FittedDigit digit = preprocessing.apply(sheets.get(i).fit(fit).orElseThrow());
            int half = digits.get(i).writer() % 2;
            for (Parameters network : networks) {
                count[half]++;
                right[half] += Prediction.of(digit, network).answer() == digits.get(i).label() ? 1 : 0;
            }
        }
        return new Score(100.0 * (right[0] + right[1]) / (count[0] + count[1]), 100.0 * right[0] / Math.max(1, count[0]),
                100.0 * right[1] / Math.max(1, count[1]));
    }

    private static void print(String what, Score score) {
        System.out.printf(Locale.ROOT, "%-48s %6.2f %% right (even writers %.2f, odd writers %.2f)%n", what, score.all(),
                score.even(), score.odd());
    }
}
