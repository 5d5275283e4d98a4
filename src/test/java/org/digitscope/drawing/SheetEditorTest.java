package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetEditorTest {

    private final SheetEditor sketch = new SheetEditor();

    @Test
    void aStrokeIsTheWayOfThePenEvenBesideTheSheet() {
        sketch.penDown(0.1, 0.2);
        sketch.moveTo(0.5, 0.6);
        sketch.moveTo(1.4, 0.6);
        sketch.up();
        assertEquals(List.of(new PenLine(List.of(new Point(0.1, 0.2), new Point(0.5, 0.6), new Point(1.4, 0.6)),
                SheetEditor.PEN_WIDTH)), sketch.sheet().lines());
    }

    @Test
    void movesWithoutAStrokeAndALostEndDoNoHarm() {
        sketch.moveTo(0.5, 0.5);
        sketch.up();
        assertTrue(sketch.sheet().isBlank());
        sketch.penDown(0, 0);
        sketch.penDown(0.5, 0.5);
        sketch.moveTo(0.6, 0.6);
        assertEquals(2, sketch.sheet().lines().size());
    }

    @Test
    void strokesClearingErasingAndLoadingAreUndoneAndRedoneOneByOne() {
        stroke(0.1, 0.9);
        Sheet one = sketch.sheet();
        stroke(0.2, 0.8);
        Sheet two = sketch.sheet();
        sketch.eraserDown(0.5, 0);
        sketch.moveTo(0.5, 1);
        sketch.up();
        Sheet erased = sketch.sheet();
        assertEquals(4, erased.lines().size(), "each line is cut in two");
        sketch.clear();
        sketch.load(Backdrop.ofDigit(new byte[784]));
        Sheet loaded = sketch.sheet();
        for (Sheet expected : List.of(Sheet.BLANK, erased, two, one, Sheet.BLANK)) {
            sketch.undo();
            assertEquals(expected, sketch.sheet());
        }
        assertFalse(sketch.canUndo());
        for (Sheet expected : List.of(one, two, erased, Sheet.BLANK, loaded)) {
            sketch.redo();
            assertEquals(expected, sketch.sheet());
        }
        assertFalse(sketch.canRedo());
        sketch.undo();
        stroke(0.3, 0.4);
        assertFalse(sketch.canRedo(), "what was undone is gone once something else is drawn");
    }

    @Test
    void clearingAnEmptySheetIsNoChange() {
        sketch.clear();
        assertFalse(sketch.canUndo());
    }

    @Test
    void whatIsLeftOfABentLineIsBentAsItWas() {
        List<Point> arc = IntStream.rangeClosed(0, 8).mapToObj(i -> new Point(0.5 - 0.4 * Math.cos(i * Math.PI / 8),
                0.7 - 0.4 * Math.sin(i * Math.PI / 8))).toList();
        sketch.penDown(arc.get(0).x(), arc.get(0).y());
        arc.subList(1, 9).forEach(point -> sketch.moveTo(point.x(), point.y()));
        sketch.up();
        sketch.eraserDown(0.5, 0.3);
        sketch.up();
        List<PenLine> pieces = sketch.sheet().lines();
        assertEquals(2, pieces.size());
        assertEquals(arc.subList(0, 4), pieces.get(0).points().subList(0, 4));
        assertEquals(arc.subList(5, 9), pieces.get(1).points().subList(1, 5));
        assertEquals(5, pieces.get(0).points().size(), "one more, where it was cut");
        assertEquals(5, pieces.get(1).points().size());
    }

    @Test
    void aStrokeThatStaysWhereItIsHasNoMorePointsForIt() {
        sketch.penDown(0.2, 0.3);
        sketch.moveTo(0.2, 0.3);
        sketch.moveTo(0.4, 0.3);
        sketch.moveTo(0.4, 0.3);
        sketch.up();
        assertEquals(List.of(new Point(0.2, 0.3), new Point(0.4, 0.3)), sketch.sheet().lines().get(0).points());
    }

    @Test
    void theEraserTakesAllInkUnderItAndNothingElse() {
        stroke(0, 1);
        sketch.eraserDown(0.5, 0.5);
        sketch.up();
        double reach = (sketch.eraserWidth() + SheetEditor.PEN_WIDTH) / 2;
        List<PenLine> pieces = sketch.sheet().lines();
        assertEquals(2, pieces.size());
        Point end = pieces.get(0).points().get(pieces.get(0).points().size() - 1);
        Point start = pieces.get(1).points().get(0);
        assertEquals(0.5 - reach, end.x(), reach / 4);
        assertTrue(end.x() <= 0.5 - reach && start.x() >= 0.5 + reach, end + " " + start);
        sketch.eraserDown(0.5, 0.9);
        sketch.up();
        assertEquals(pieces, sketch.sheet().lines(), "what the eraser doesn't touch stays as it is");
    }

    @Test
    void thePenWidthHoldsFromTheNextStrokeOn() {
        stroke(0, 1);
        sketch.setPenWidth(0.02);
        stroke(0, 1);
        assertEquals(List.of(SheetEditor.PEN_WIDTH, 0.02), sketch.sheet().lines().stream().map(PenLine::width).toList());
    }

    private void stroke(double from, double to) {
        sketch.penDown(from, 0.5);
        sketch.moveTo(to, 0.5);
        sketch.up();
    }
}
