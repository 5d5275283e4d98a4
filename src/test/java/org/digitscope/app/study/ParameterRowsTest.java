package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ParameterRowsTest {

    private static final ParameterRows TABLE = ParameterRows.of(Examples.parameters(20, 1));

    @Test
    void hasEveryParameterOnceInTheOrderOfTheFiles() {
        assertEquals(15_910, TABLE.size());
        for (Architecture architecture : List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(3, 2, 1, 4))) {
            checkRows(Examples.parameters(architecture, 1));
        }
    }

    private static void checkRows(Parameters parameters) {
        ParameterRows rows = ParameterRows.of(parameters);
        int row = 0;
        for (float[] tensor : parameters.arrays()) {
            for (float value : tensor) {
                assertEquals(value, rows.at(row).get(parameters));
                assertEquals(row, rows.row(rows.at(row)));
                row++;
            }
        }
        assertEquals(rows.size(), row);
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

    @Test
    void aSearchInADeepNetworkTellsNeuronsThatSendFromThoseThatReceive() {
        ParameterRows deep = ParameterRows.of(Examples.parameters(Architecture.relu(7, 5, 4), 1));
        assertEquals(5 * 4 + 4, count(deep, "layer_3"));
        assertEquals(5, count(deep, "layer_2 from:6"));
        assertEquals(7 + 1, count(deep, "layer_2 neuron:4"));
        assertEquals(10, count(deep, "layer_4 neuron:3"));
        assertEquals(1, count(deep, "layer_4 neuron:3 digit:9"));
        assertEquals(0, count(deep, "layer_5"));
    }

    private static long count(ParameterRows rows, String search) {
        return IntStream.range(0, rows.size()).filter(row -> rows.matches(row, search)).count();
    }

    private static long count(String search) {
        return count(TABLE, search);
    }
}
