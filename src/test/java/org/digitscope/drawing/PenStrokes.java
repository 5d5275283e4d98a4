package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Assumptions;

/** 1,000 digits of 30 people as their pens went, drawn on the pad's own model, and the networks of seeds 0 to 2 that are asked about them. */
final class PenStrokes {

    private static final Path STROKES = Path.of("..", "shared", "data", "strokes", "pendigits-1000.jsonl");

    /** A digit that somebody wrote. */
    record Written(int label, int writer, List<List<Point>> strokes) {
    }

    /** Percent right: of all, of the writers with even and with odd numbers. */
    record Score(double all, double even, double odd) {
    }

    private PenStrokes() {
    }

    /** Skips the test where the strokes, which are no part of the program, are not there. */
    static List<Written> readOrSkip() throws IOException {
        Assumptions.assumeTrue(Files.exists(STROKES), "Skipped: the pen strokes are not here: " + STROKES);
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

    static List<Parameters> networks(DigitSets mnist) {
        return networks(mnist, Architecture.CLASSIC);
    }

    static List<Parameters> networks(DigitSets mnist, Architecture architecture) {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withArchitecture(architecture);
        return IntStream.range(0, 3).mapToObj(seed -> {
            Trainer trainer = new Trainer(mnist.training(), mnist.validation(), settings.withSeed(seed));
            trainer.run(() -> false, snapshot -> { });
            return trainer.snapshot().parameters();
        }).toList();
    }

    /** Fills 60 to 90 % of the pad, anywhere on it. */
    static Function<Written, Sheet> large(Random random) {
        return written -> {
            double size = 0.6 + 0.3 * random.nextDouble();
            return drawn(written, size, (1 - size) * random.nextDouble(), (1 - size) * random.nextDouble());
        };
    }

    /** Draws as a person does: pen down, moves, pen up. */
    static Sheet drawn(Written written, double size, double left, double top) {
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

    static List<Sheet> pictures(List<Sheet> sheets) {
        return sheets.stream().map(sheet -> {
            float[] ink = PenRaster.draw(sheet.drawing().map(Affine.scale(280, 280), 280), 280, 280);
            return Sheet.of(Backdrop.ofPicture(new GrayImage(280, 280, ink)));
        }).toList();
    }

    static double testAccuracy(List<Parameters> networks, DigitSets mnist) {
        return 100 * networks.stream().mapToDouble(network -> Evaluation.of(network, mnist.validation()).accuracy()).average()
                .orElseThrow();
    }

    static Score score(List<Parameters> networks, List<Written> digits, List<Sheet> sheets, Set<FitStage> stages) {
        return score(networks, digits, sheets, stages, digit -> digit);
    }

    static Score score(List<Parameters> networks, List<Written> digits, List<Sheet> sheets, Set<FitStage> stages,
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

    static void print(String what, Score score) {
        System.out.printf(Locale.ROOT, "%-48s %6.2f %% right (even writers %.2f, odd writers %.2f)%n", what, score.all(),
                score.even(), score.odd());
    }
}
