package org.digitscope.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class NeuronOrderTest {

    @Test
    void onlyTheLastHiddenLayerIsSortedByWhatItSendsToDigits() {
        Parameters deep = Parameters.zeros(Architecture.relu(4, 3));
        assertEquals(List.of("by number", "by importance"), NeuronOrder.names(deep, 1));
        assertEquals(12, NeuronOrder.names(deep, 2).size());
        assertEquals(List.of("by number"), NeuronOrder.names(Parameters.zeros(Architecture.relu()), 1));
    }

    @Test
    void theLargestWeightToADigitComesFirst() {
        Parameters network = Examples.parameters(5, 3);
        int[] places = NeuronOrder.places("by weight to 7", network, 1, Optional.empty()).orElseThrow();
        for (int i = 1; i < places.length; i++) {
            assertTrue(network.last().kernel().get(places[i - 1], 7) >= network.last().kernel().get(places[i], 7), Arrays.toString(places));
        }
        assertEquals(5, Arrays.stream(places).distinct().count());
    }

    @Test
    void untilTheirImportanceIsKnownNeuronsStandByNumber() {
        Parameters network = Examples.parameters(5, 3);
        assertTrue(NeuronOrder.places("by importance", network, 1, Optional.empty()).isEmpty());
        assertTrue(NeuronOrder.places("by number", network, 1, Optional.empty()).isEmpty());
    }
}
