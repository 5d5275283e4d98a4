package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private int changes;

    @Test
    void somebodyLooksAsLongAsOneOfSeveralViewsIsShownInWhateverOrderTheyChange() {
        Attention attention = new Attention(() -> changes++);
        BooleanProperty first = new SimpleBooleanProperty(true);
        BooleanProperty second = new SimpleBooleanProperty();
        attention.watch(first);
        attention.watch(second);
        assertTrue(attention.isPaid());
        second.set(true);
        first.set(false);
        assertTrue(attention.isPaid());
        second.set(false);
        assertFalse(attention.isPaid());
        assertEquals(4, changes);
    }
}
