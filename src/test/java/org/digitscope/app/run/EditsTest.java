package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final ScalarParameter BIAS = ScalarParameter.bias(1, 3);

    private final Inspection inspection = new Inspection();
    private final Edits edits = inspection.edits();

    @BeforeEach
    void showFourNeurons() {
        Trainer trainer = new Trainer(Examples.pictures(20, 1), Examples.pictures(10, 2), Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(4)));
        inspection.follow(trainer.recording(), trainer.snapshot());
    }

    @Test
    void aDragIsUndoneAsOne() {
        edits.mute(new Neuron(1, 1), 0);
        for (float value : new float[] {0.1f, 0.2f, 0.3f}) {
            edits.drag(BIAS, value);
        }
        edits.endDrag();
        edits.drag(BIAS, 0.9f);
        edits.endDrag();
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 1), 0), new Edit.SetValue(BIAS, 0.9f)), now());
        edits.undo();
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 1), 0), new Edit.SetValue(BIAS, 0.3f)), now());
        edits.undo();
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 1), 0)), now());
        edits.redo();
        edits.redo();
        assertEquals(new Edit.SetValue(BIAS, 0.9f), now().get(1));
        assertFalse(edits.canRedo().get());
    }

    @Test
    void mutingTwiceReplacesAndUnmutingTakesBack() {
        edits.mute(new Neuron(1, 1), 0);
        edits.mute(new Neuron(1, 1), 0.5f);
        assertEquals(List.of(new Edit.Mute(new Neuron(1, 1), 0.5f)), now());
        assertTrue(inspection.shownProperty().get().isMuted(new Neuron(1, 1)) && !inspection.shownProperty().get().isMuted(new Neuron(1, 2)));
        edits.unmute(new Neuron(1, 1));
        assertEquals(List.of(), now());
    }

    @Test
    void soloMutesAllOthersAndKeepsOtherChanges() {
        edits.set(BIAS, 1);
        edits.mute(new Neuron(1, 0), 0);
        edits.solo(1, Set.of(0, 2));
        assertEquals(List.of(new Edit.SetValue(BIAS, 1), new Edit.Mute(new Neuron(1, 1), 0), new Edit.Mute(new Neuron(1, 3), 0)), now());
    }

    @Test
    void resetsOneOrAllAndCanTakeThatBack() {
        edits.set(BIAS, 1);
        edits.set(ScalarParameter.bias(2, 0), 2);
        edits.reset(BIAS);
        assertEquals(1, now().size());
        edits.resetAll();
        assertEquals(List.of(), now());
        edits.undo();
        edits.undo();
        assertEquals(2, now().size());
        edits.resetAll();
        edits.resetAll();
        edits.undo();
        assertEquals(2, now().size(), "what changes nothing is no step of undo");
    }

    @Test
    void aDragThatBeginsWhereTheValueIsTakesNothingFromWhatWasDoneBefore() {
        edits.set(BIAS, 1);
        edits.drag(BIAS, 1);
        edits.drag(BIAS, 2);
        edits.endDrag();
        edits.undo();
        assertEquals(List.of(new Edit.SetValue(BIAS, 1)), now());
        edits.undo();
        assertEquals(List.of(), now());
    }

    @Test
    void whatTheNetworkDoesNotHaveCannotBeChanged() {
        for (Runnable impossible : List.<Runnable>of(() -> edits.mute(new Neuron(1, 4), 0), () -> edits.set(ScalarParameter.bias(1, 4), 1),
                () -> edits.drag(ScalarParameter.weight(2, 7, 1), 1), () -> edits.add(new Edit.Mute(new Neuron(1, 50), 0)))) {
            assertThrows(IllegalArgumentException.class, impossible::run);
            assertEquals(List.of(), now());
        }
    }

    private List<Edit> now() {
        return edits.currentProperty().get();
    }
}
