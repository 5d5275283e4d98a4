package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.PictureOf;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Prediction;
import org.digitscope.drawing.Sheet;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads pictures of digits of both polarities, filling the picture and with a margin, thin and thick, of several sizes, with the networks
 * of seeds 0 to 2, with ink and paper told apart by the border alone and by what is more like training. It prints a table.
 */
@Tag("soak")
class PicturesOfDigitsTest {

    private static final Path STROKES = Path.of("..", "shared", "data", "strokes", "pendigits-1000.jsonl");
    private static final MnistFit FIT = new MnistFit(FitStage.all());
    private static final int DIGITS = Integer.getInteger("digits", 100);
    private static final int[] SIDES = {8, 16, 28, 64, 180};
    private static final double[] MARGINS = {0, 0.15};

    /** A digit and its ink as a picture of a pen of any width, with a margin, of any side. */
    private record Source(int label, Drawer drawer) {
    }

    private interface Drawer {
        float[] ink(boolean thick, double margin, int side);
    }

    /** Answers of all networks: all, those right by the border alone, those right by what is more like training. */
    private static final class Tally {
        private int all;
        private int usual;
        private int familiar;

        private double usualPercent() {
            return 100.0 * usual / all;
        }

        private double percent() {
            return 100.0 * familiar / all;
        }
    }

    @Test
    void whichIsInkIsNoMatterOfHabit() throws IOException {
        DigitSets mnist = Mnist.load();
        NearestDigits nearest = NearestDigits.of(mnist.training());
        List<Parameters> networks = IntStream.range(0, 3).mapToObj(seed -> {
            Trainer trainer = new Trainer(mnist.training(), mnist.validation(), Hyperparameters.NOTEBOOK.withSeed(seed));
            trainer.run(() -> false, snapshot -> { });
            return trainer.snapshot().parameters();
        }).toList();
        Map<String, List<Source>> sources = new LinkedHashMap<>();
        sources.put("MNIST", IntStream.range(0, DIGITS).mapToObj(i -> i * (10_000 / DIGITS)).map(i -> new Source(mnist.validation().label(i),
                (thick, margin, side) -> PictureOf.mnist(mnist.validation().image(i), thick ? 0.04 : 0, margin, side))).toList());
        if (Files.exists(STROKES)) {
            sources.put("pens", strokes());
        }
        for (Map.Entry<String, List<Source>> source : sources.entrySet()) {
            Map<String, Tally> tallies = new LinkedHashMap<>();
            Random random = new Random(5);
            for (int side : SIDES) {
                for (double margin : MARGINS) {
                    for (boolean thick : new boolean[] {false, true}) {
                        for (Source digit : source.getValue()) {
                            for (boolean dark : new boolean[] {true, false}) {
                                GrayImage picture = PictureOf.onPaper(digit.drawer.ink(thick, margin, side), side, dark, random);
                                String key = String.format(Locale.ROOT, "%-6s %3d %-7s %-6s %s", source.getKey(), side, margin == 0 ? "filling" : "margin",
                                        thick ? "thick" : "thin", dark ? "black on white" : "white on black");
                                count(tallies.computeIfAbsent(key, k -> new Tally()), digit.label, picture, networks, nearest);
                            }
                        }
                    }
                }
            }
            tallies.forEach((key, tally) -> System.out.printf(Locale.ROOT, "%-48s %5.1f %% %5.1f %%%n", key, tally.usualPercent(), tally.percent()));
            tallies.forEach((key, tally) -> {
                double other = tallies.get(key.replace("black on white", "white on black")).percent();
                // 28×28 with a margin that happens to be MNIST's is taken as it is, which costs up to 8 points
                assertTrue(Math.abs(tally.percent() - other) <= 9, key + ": " + tally.percent() + " and " + other);
            });
        }
    }

    private static void count(Tally tally, int label, GrayImage picture, List<Parameters> networks, NearestDigits nearest) {
        Sheet usual = Sheet.of(Backdrop.ofPicture(picture));
        Sheet familiar = Sheet.of(MostFamiliar.of(Backdrop.readings(picture), nearest));
        for (Parameters network : networks) {
            tally.all++;
            tally.usual += isRight(usual, label, network) ? 1 : 0;
            tally.familiar += isRight(familiar, label, network) ? 1 : 0;
        }
    }

    private static boolean isRight(Sheet sheet, int label, Parameters network) {
        return sheet.fit(FIT).map(digit -> Prediction.of(digit, network).answer() == label).orElse(false);
    }

    private static List<Source> strokes() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> texts = Files.readAllLines(STROKES);
        List<Source> digits = new ArrayList<>();
        for (int i = 0; i < DIGITS; i++) {
            JsonNode node = json.readTree(texts.get(i * (texts.size() / DIGITS)));
            List<PenLine> lines = new ArrayList<>();
            for (JsonNode stroke : node.get("strokes")) {
                List<Point> points = new ArrayList<>();
                stroke.forEach(point -> points.add(new Point(point.get(0).asDouble(), point.get(1).asDouble())));
                lines.add(new PenLine(points, 0));
            }
            digits.add(new Source(node.get("label").asInt(), (thick, margin, side) -> PictureOf.lines(lines, thick ? 0.16 : 0.05, margin, side)));
        }
        return digits;
    }
}
