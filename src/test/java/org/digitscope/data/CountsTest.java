package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void onlyOneIsSingular() {
        assertEquals("0 pictures", Counts.of(0, "picture"));
        assertEquals("1 picture", Counts.of(1, "picture"));
        assertEquals("60,000 pictures", Counts.of(60_000, "picture"));
        assertEquals("1 of your drawings is kept", Counts.of(1, "of your drawings is kept", "of your drawings are kept"));
        assertEquals("2 of your drawings are kept", Counts.of(2, "of your drawings is kept", "of your drawings are kept"));
    }
}
