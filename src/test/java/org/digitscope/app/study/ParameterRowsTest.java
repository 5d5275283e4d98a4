package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ParameterRowsTest {

    private static final ParameterRows TABLE = new ParameterRows(20);

    @Test
    void hasEveryParameterOnceInTheOrderOfTheFiles() {
        assertEquals(15_910, TABLE.size());
        Parameters parameters = Examples.parameters(20, 1);
        int row = 0;
        for (float[] tensor : parameters.arrays()) {
            for (float value : tensor) {
                assertEquals(value, TABLE.at(row).get(parameters));
                assertEquals(row, TABLE.row(TABLE.at(row)));
                row++;
            }
        }
        assertEquals(TABLE.size(), row);
    }

    @Test
    void aSearchFindsWhatAllItsWordsSay() {
        assertEquals(15_700, count("layer_1"));
        assertEquals(15_680, count("layer_1 weight"));
        assertEquals(30, count("bias"));
        assertEquals(28, count("neuron:4 row:14"));
        assertEquals(20, count("row:406"));
        assertEquals(1, count("row:406 column:3"));
        assertEquals(1, count("layer_2 row:19 column:9"));
        assertEquals(785 + 10, count("Neuron:4"));
        assertEquals(21, count("digit:7"));
        assertEquals(20, count("pixel:406"));
        assertEquals(0, count("layer_3"));
        assertEquals(15_910, count("  "));
        assertTrue(TABLE.matches(0, "row:0 column:0 neuron:0"));
    }

    private static long count(String search) {
        return IntStream.range(0, TABLE.size()).filter(row -> TABLE.matches(row, search)).count();
    }
}
