package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.digitscope.network.SplitMix64;
import org.junit.jupiter.api.Test;

/** Changes digits that are drawn here, 10 wide and 20 high, many times by chance. */
class HabitTest {

    private static final TracedDigit STEM = digit(List.of(new Point(5, 0), new Point(5, 20)));
    private static final TracedDigit NINE = digit(List.of(new Point(10, 2), new Point(5, 0), new Point(0, 5), new Point(5, 10),
            new Point(10, 5), new Point(10, 20)));
    private static final TracedDigit FOUR = digit(List.of(new Point(2, 0), new Point(0, 10), new Point(10, 10)),
            List.of(new Point(7, 0), new Point(7, 6), new Point(7, 10)), List.of(new Point(7, 10), new Point(7, 20)));

    @Test
    void aHookedNineGoesOnToTheLeftFromItsTail() {
        each(Habit.HOOKED_NINE, NINE, nine -> {
            Point end = last(nine);
            assertTrue(end.x() < 10 - 0.2 * 20 + 0.01 && end.x() > 10 - 0.8 * 20 - 0.01, end.toString());
            assertTrue(end.y() > 20 - 0.35 * 0.8 * 20 && end.y() < 20 + 0.1 * 0.8 * 20 + 0.01, end.toString());
            assertEquals(new Point(10, 20), nine.lines().lines().get(1).points().get(0));
        });
    }

    @Test
    void aFlagGoesDownToTheLeftFromTheTop() {
        each(Habit.FLAGGED_ONE, STEM, one -> {
            Point end = last(one);
            assertTrue(end.x() < 5 - 1 && end.y() > 1 && end.y() < 0.7 * 20, end.toString());
            assertEquals(new Point(5, 0), one.lines().lines().get(1).points().get(0));
        });
    }

    @Test
    void aFootReachesToBothSidesOfTheStemsEnd() {
        each(Habit.ONE_WITH_FOOT, STEM, one -> {
            Box foot = new PenLines(one.lines().lines().subList(1, 2)).box();
            assertTrue(foot.left() < 5 - 1.9 && foot.right() > 5 + 1.9 && foot.height() < 0.07 * 20, foot.toString());
            assertTrue(foot.bottom() >= 20 - 0.07 * 20, foot.toString());
        });
        each(Habit.FLAGGED_ONE_WITH_FOOT, STEM, one -> assertEquals(3, one.lines().lines().size()));
    }

    @Test
    void anOpenFourHasItsRightStemFromNotFarAboveTheBar() {
        each(Habit.OPEN_FOUR, FOUR, four -> {
            double top = four.lines().lines().stream().flatMap(line -> line.points().stream()).filter(point -> point.x() > 6)
                    .mapToDouble(Point::y).min().orElseThrow();
            assertTrue(top > 6, "begins at " + top);
            assertTrue(four.lines().box().bottom() > 10 + 0.3 * 10 - 0.01 && four.lines().box().bottom() <= 20.01);
            assertEquals(0, four.top().y(), "the left stem stays");
        });
    }

    @Test
    void aDrawnOutThreeMovesItsWaistAlone() {
        TracedDigit three = digit(List.of(new Point(0, 0), new Point(10, 5), new Point(5, 10), new Point(10, 15), new Point(0, 20)));
        double[] range = {5, 5};
        each(Habit.DRAWN_OUT_THREE, three, changed -> {
            List<Point> points = changed.lines().lines().get(0).points();
            range[0] = Math.min(range[0], points.get(2).x());
            range[1] = Math.max(range[1], points.get(2).x());
            assertEquals(0, points.get(0).x(), 0.3);
            assertEquals(0, points.get(4).x(), 0.3);
        });
        assertTrue(range[0] < 2.5 && range[1] > 7.5, range[0] + " to " + range[1]);
    }

    @Test
    void aSlashGoesFromTheLeftBelowToTheRightAbove() {
        TracedDigit zero = digit(List.of(new Point(0, 10), new Point(5, 0), new Point(10, 10), new Point(5, 20), new Point(0, 10)));
        each(Habit.SLASHED_ZERO, zero, changed -> {
            List<Point> slash = changed.lines().lines().get(1).points();
            assertTrue(slash.get(0).x() <= 0 && slash.get(0).y() >= 20 && slash.get(1).x() >= 10 && slash.get(1).y() <= 0, slash.toString());
        });
    }

    private static void each(Habit habit, TracedDigit digit, Consumer<TracedDigit> check) {
        for (int seed = 0; seed < 200; seed++) {
            check.accept(habit.change(digit, new SplitMix64(seed)));
        }
    }

    private static Point last(TracedDigit digit) {
        List<Point> points = digit.lines().lines().get(digit.lines().lines().size() - 1).points();
        return points.get(points.size() - 1);
    }

    @SafeVarargs
    private static TracedDigit digit(List<Point>... lines) {
        return new TracedDigit(new PenLines(List.of(lines).stream().map(points -> new PenLine(points, 2)).toList()));
    }
}
