package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.explain.Familiarity.Level;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many drawings of each kind are said to be unlike anything in training. It prints a table. */
class FamiliarStrokesTest {

    private static final Path STROKES = Path.of("..", "shared", "data", "strokes", "pendigits-1000.jsonl");
    private static final MnistFit FIT = new MnistFit(FitStage.all());
    /** Ways of a pen on a sheet of 10×10: x and y of each point, strokes parted by a semicolon. */
    private static final List<String> SHAPES = List.of("0 10 5 0 10 10;2 6 8 6", "8 0 0 0 0 10 8 10;0 5 6 5", "8 0 0 0 0 10;0 5 6 5",
            "0 0 0 10;8 0 0 5 8 10", "0 10 1 0 5 7 9 0 10 10", "0 10 0 0 8 10 8 0", "0 10 0 0 6 0 7 2 6 4 0 5 7 10",
            "0 0 2.5 10 5 3 7.5 10 10 0", "0 10 0 4 5 0 10 4 10 10 0 10;4 10 4 6 6 6 6 10", "2 10 5 0 8 10 0 4 10 4 2 10",
            "0 0 10 0 10 10 0 10 0 0", "0 9 5 0 10 9 0 9", "0 5 10 5;7 2 10 5 7 8", "3 0 3 10;7 0 7 10;0 3 10 3;0 7 10 7", "0 5 10 5");
    /** H, T, X, Y, P and +, which have the strokes of an 11, 7, 8, 4, 9 and 4. */
    private static final List<String> LIKE_DIGITS = List.of("0 0 0 10;8 0 8 10;0 5 8 5", "0 0 10 0;5 0 5 10", "0 0 10 10;10 0 0 10",
            "0 0 5 5 10 0;5 5 5 10", "0 10 0 0 6 0 8 2.5 6 5 0 5", "5 0 5 10;0 5 10 5");

    private static NearestDigits nearest;
    private static Familiarity familiarity;

    @BeforeAll
    static void measure() throws IOException {
        DigitSets mnist = Mnist.load();
        nearest = NearestDigits.of(mnist.training());
        familiarity = Familiarity.measure(nearest, mnist.validation(), 200);
    }

    @Tag("soak")
    @Test
    void digitsOfPensAreSeldomWarnedOfAndTurnedOnesAre() throws IOException {
        Assumptions.assumeTrue(Files.exists(STROKES), "Skipped: the pen strokes are not here: " + STROKES);
        for (int half = 0; half < 2; half++) {
            List<List<PenLine>> digits = read(half);
            double upright = share(digits);
            double turned = share(digits.stream().map(digit -> mapped(digit, point -> new Point(1 - point.y(), point.x()))).toList());
            System.out.printf(Locale.ROOT, "unlike anything, %s writers: %.1f %% of the digits, %.1f %% of them turned by 90°%n",
                    half == 0 ? "even" : "odd", upright, turned);
            assertTrue(upright <= 3.5, upright + " %");
            assertTrue(turned >= 85, turned + " %");
        }
    }

    /** The rates at which the limit was chosen: of digits that are warned of, and of what is no digit and isn't. */
    @Test
    @Tag("soak")
    void theLimitLetsMostDigitsPassAndStopsWhatIsNone() throws IOException {
        Assumptions.assumeTrue(Files.exists(STROKES), "Skipped: the pen strokes are not here: " + STROKES);
        Random random = new Random(3);
        List<List<PenLine>> walks = IntStream.range(0, 200).mapToObj(i -> List.of(walk(random))).toList();
        print("random walks", walks.stream().mapToDouble(FamiliarStrokesTest::factor).toArray());
        print("letters and shapes", drawn(SHAPES, random).stream().mapToDouble(FamiliarStrokesTest::factor).toArray());
        for (int half = 0; half < 2; half++) {
            String writers = half == 0 ? ", even" : ", odd";
            List<List<PenLine>> digits = read(half);
            double[] upright = digits.stream().mapToDouble(FamiliarStrokesTest::factor).toArray();
            double[] turned = digits.stream().map(digit -> mapped(digit, point -> new Point(1 - point.y(), point.x())))
                    .mapToDouble(FamiliarStrokesTest::factor).toArray();
            double[] joined = IntStream.range(0, digits.size()).mapToObj(i -> joined(digits.get(i), digits.get((i + digits.size() / 2) % digits.size())))
                    .mapToDouble(FamiliarStrokesTest::factor).toArray();
            // 0, 1, 2, 5, 6, 8 and 9 upside down are, or look like, digits
            double[] upsideDown = read(half, "347").stream().map(digit -> mapped(digit, point -> new Point(1 - point.x(), 1 - point.y())))
                    .mapToDouble(FamiliarStrokesTest::factor).toArray();
            print("digits" + writers, upright);
            print("turned by 90°" + writers, turned);
            print("3, 4, 7 turned by 180°" + writers, upsideDown);
            print("halves of two digits" + writers, joined);
        }
    }

    /** The relative distance through the usual one: the limit is a number of these. */
    private static double factor(List<PenLine> lines) {
        byte[] pixels = new Sheet(Optional.empty(), lines).fit(FIT).orElseThrow().main();
        return familiarity.judge(pixels, nearest.to(pixels, Familiarity.NEIGHBOURS), true).distance() / familiarity.usual();
    }

    private static void print(String what, double[] factors) {
        System.out.printf(Locale.ROOT, "%-30s", what);
        for (double limit : new double[] {1.1, 1.15, 1.2, 1.25, 1.31, 1.4, 1.5}) {
            System.out.printf(Locale.ROOT, "  %.2f: %5.1f %%", limit, 100.0 * DoubleStream.of(factors).filter(factor -> factor > limit).count() / factors.length);
        }
        System.out.println();
    }

    /** A pen that goes on as it went, and turns by chance. */
    private static PenLine walk(Random random) {
        List<Point> points = new ArrayList<>();
        Point place = new Point(0.5, 0.5);
        double angle = 2 * Math.PI * random.nextDouble();
        int steps = 30 + random.nextInt(60);
        for (int i = 0; i < steps; i++) {
            points.add(place);
            angle += random.nextGaussian() * 0.7;
            place = new Point(Math.min(0.95, Math.max(0.05, place.x() + 0.06 * Math.cos(angle))),
                    Math.min(0.95, Math.max(0.05, place.y() + 0.06 * Math.sin(angle))));
        }
        return new PenLine(points, 0.065);
    }

    /** The first half of one digit's way and the second half of another's. */
    private static List<PenLine> joined(List<PenLine> first, List<PenLine> second) {
        List<PenLine> lines = new ArrayList<>(part(first, true));
        lines.addAll(part(second, false));
        return lines;
    }

    private static List<PenLine> part(List<PenLine> digit, boolean isFirst) {
        int half = digit.stream().mapToInt(line -> line.points().size()).sum() / 2;
        List<PenLine> lines = new ArrayList<>();
        int before = 0;
        for (PenLine line : digit) {
            int cut = Math.max(0, Math.min(line.points().size(), half - before));
            List<Point> points = isFirst ? line.points().subList(0, cut) : line.points().subList(cut, line.points().size());
            if (!points.isEmpty()) {
                lines.add(new PenLine(points, line.width()));
            }
            before += line.points().size();
        }
        return lines;
    }

    @Test
    void scribblesAndOtherShapesAreUnlikeAnything() {
        Random random = new Random(7);
        List<List<PenLine>> scribbles = IntStream.range(0, 150).mapToObj(i -> List.of(new PenLine(IntStream.range(0, 8 + random.nextInt(30))
                .mapToObj(point -> new Point(random.nextDouble(), random.nextDouble())).toList(), 0.065))).toList();
        double scribbled = share(scribbles);
        double shaped = share(drawn(SHAPES, random));
        System.out.printf(Locale.ROOT, "unlike anything: %.1f %% of scribbles, %.1f %% of letters and other shapes, %.1f %% of those with the "
                + "strokes of digits%n", scribbled, shaped, share(drawn(LIKE_DIGITS, random)));
        assertTrue(scribbled >= 95, scribbled + " %");
        assertTrue(shaped >= 90, shaped + " %");
    }

    /** Each shape six times, by an unsteady hand. */
    private static List<List<PenLine>> drawn(List<String> shapes, Random random) {
        return shapes.stream().flatMap(text -> IntStream.range(0, 6).mapToObj(i -> mapped(lines(text),
                point -> new Point(point.x() + 0.03 * random.nextGaussian(), point.y() + 0.03 * random.nextGaussian())))).toList();
    }

    private static double share(List<List<PenLine>> drawings) {
        long unlike = drawings.stream().filter(lines -> {
            byte[] pixels = new Sheet(Optional.empty(), lines).fit(FIT).orElseThrow().main();
            return familiarity.judge(pixels, nearest.to(pixels, Familiarity.NEIGHBOURS), true).level() == Level.UNLIKE_ANYTHING;
        }).count();
        return 100.0 * unlike / drawings.size();
    }

    private static List<PenLine> mapped(List<PenLine> drawing, UnaryOperator<Point> map) {
        return drawing.stream().map(line -> new PenLine(line.points().stream().map(map).toList(), line.width())).toList();
    }

    private static List<PenLine> lines(String text) {
        List<PenLine> lines = new ArrayList<>();
        for (String stroke : text.split(";")) {
            String[] numbers = stroke.split(" ");
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < numbers.length; i += 2) {
                points.add(new Point(Double.parseDouble(numbers[i]) / 10, Double.parseDouble(numbers[i + 1]) / 10));
            }
            lines.add(new PenLine(points, 0.065));
        }
        return lines;
    }

    private static List<List<PenLine>> read(int half) throws IOException {
        return read(half, "0123456789");
    }

    private static List<List<PenLine>> read(int half, String labels) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<List<PenLine>> digits = new ArrayList<>();
        for (String text : Files.readAllLines(STROKES)) {
            JsonNode node = json.readTree(text);
            if (node.get("writer").asInt() % 2 == half && labels.contains(node.get("label").asText())) {
                List<PenLine> lines = new ArrayList<>();
                for (JsonNode stroke : node.get("strokes")) {
                    List<Point> points = new ArrayList<>();
                    stroke.forEach(point -> points.add(new Point(point.get(0).asDouble() / 500, point.get(1).asDouble() / 500)));
                    lines.add(new PenLine(points, 0.065));
                }
                digits.add(lines);
            }
        }
        return digits;
    }
}
