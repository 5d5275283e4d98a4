package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.explain.WeightedSum;
import org.junit.jupiter.api.Test;

class RunningSumTest {

    @Test
    void productsAreAddedInTheirOrderAndTheBiasLast() {
        RunningSum sum = RunningSum.of(new WeightedSum(List.of(new Term(3, 0.5f, 4), new Term(9, 1, -3), new Term(10, 0.25f, -2)), 4, 2.5f));
        assertEquals(4, sum.size());
        assertEquals(0, sum.after(0));
        assertEquals(2, sum.after(1));
        assertEquals(-1, sum.after(2));
        assertEquals(-1.5, sum.after(3));
        assertEquals(2.5, sum.after(4));
        assertEquals(-3, sum.part(1));
        assertEquals(-1.5, sum.lowest());
        assertEquals(2.5, sum.highest());
    }

    @Test
    void withoutTermsTheBiasIsAll() {
        RunningSum sum = RunningSum.of(new WeightedSum(List.of(), -2, -2));
        assertEquals(1, sum.size());
        assertEquals(-2, sum.after(1));
        assertEquals(0, sum.highest());
    }
}
