package org.digitscope.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.app.run.Notices.Action;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();
    private final Action reset = new Action("Reset", () -> { });
    private final Action back = new Action("Back", () -> { });

    @Test
    void aSentenceReplacesTheOneBeforeAndLeavesARemarkBesideItWithWhatBothOffer() {
        notices.warn("It diverged.", reset);
        assertTrue(notices.seriousProperty().get());
        notices.remark("The run before is kept.", back);
        assertEquals("It diverged. The run before is kept.", notices.textProperty().get());
        assertEquals(List.of(reset, back), notices.actionsProperty().get());
        notices.tell("Saved a.csv.");
        assertEquals("Saved a.csv. The run before is kept.", notices.textProperty().get());
        assertEquals(List.of(back), notices.actionsProperty().get());
        assertFalse(notices.seriousProperty().get());
        notices.dismiss();
        assertEquals("The run before is kept.", notices.textProperty().get());
        notices.close();
        assertEquals("", notices.textProperty().get());
        assertEquals(List.of(), notices.actionsProperty().get());
    }

    @Test
    void onlyTheSentenceThatIsMeantIsWithdrawn() {
        notices.tell("Showing a.npz.");
        notices.remark("Left out: b.npz.");
        notices.withdraw("Showing c.npz.");
        assertEquals("Showing a.npz. Left out: b.npz.", notices.textProperty().get());
        notices.withdraw("Showing a.npz.");
        assertEquals("Left out: b.npz.", notices.textProperty().get());
    }
}
