package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.UndoOrder;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoOrderTest {

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);
    private final PadModel drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
    private final Edits edits = model.inspection().edits();
    private final UndoOrder order = new UndoOrder(drawing, edits);

    @BeforeEach
    void load() {
        model.digitsLoaded(new DigitSets(Examples.pictures(40, 1), Examples.pictures(10, 2)));
        fx.runAll();
    }

    @Test
    void whatWasChangedLastIsTakenBackFirstAndDoneAgainLast() {
        draw();
        edits.mute(new Neuron(1, 3), 0);
        draw();
        edits.drag(ScalarParameter.bias(1, 1), 1);
        edits.drag(ScalarParameter.bias(1, 1), 2);
        edits.endDrag();
        assertState(2, 2);
        order.undo();
        assertState(2, 1);
        order.undo();
        assertState(1, 1);
        order.undo();
        assertState(1, 0);
        order.redo();
        assertState(1, 1);
        order.undo();
        order.undo();
        assertState(0, 0);
        assertFalse(order.canUndo().get());
        for (int step = 0; step < 4; step++) {
            order.redo();
        }
        assertState(2, 2);
        assertFalse(order.canRedo().get());
    }

    @Test
    void stepsThatWentWithTheirNetworkAreLeftOut() {
        draw();
        edits.mute(new Neuron(1, 3), 0);
        model.newSeed();
        assertTrue(order.canUndo().get());
        order.undo();
        assertState(0, 0);
        order.undo();
        assertState(0, 0);
    }

    private void draw() {
        drawing.penDown(0.2, 0.2);
        drawing.moveTo(0.7, 0.8);
        drawing.up();
    }

    private void assertState(int lines, int changes) {
        assertEquals(lines, drawing.sheetProperty().get().lines().size());
        assertEquals(changes, edits.currentProperty().get().size());
    }
}
