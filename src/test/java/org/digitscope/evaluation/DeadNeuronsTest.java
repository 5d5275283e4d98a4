package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class DeadNeuronsTest {

    /** More than two blocks; the last picture is the only one with a corner that isn't black. */
    private static final Dataset DATA = data();

    @Test
    void aNetworkAtItsStartLives() {
        assertTrue(DeadNeurons.count(Parameters.glorot(Architecture.relu(20), 1), DATA) < 20);
        assertEquals(0, DeadNeurons.count(Parameters.glorot(Architecture.relu(1), 4), DATA));
    }

    @Test
    void neuronsThatAreNeverAboveZeroAreDead() {
        Parameters network = Parameters.zeros(Architecture.relu(20));
        assertEquals(20, DeadNeurons.count(network, DATA));
        Arrays.fill(network.layer(1).bias().data, -1);
        assertEquals(20, DeadNeurons.count(network, DATA));
    }

    @Test
    void aNeuronThatIsOnForOnePictureLives() {
        Parameters network = Parameters.zeros(Architecture.relu(20));
        network.layer(1).kernel().set(0, 13, 1);
        assertEquals(19, DeadNeurons.count(network, DATA));
        assertEquals(20, DeadNeurons.count(network, DATA.head(DATA.size() - 1)));
    }

    private static Dataset data() {
        Dataset.Builder data = Dataset.builder("blank, but for a corner", 600);
        byte[] pixels = new byte[Dataset.PIXELS];
        pixels[300] = 50;
        for (int i = 0; i < 2 * ForwardPass.BLOCK + 7; i++) {
            data.add(pixels, 3);
        }
        pixels[0] = 1;
        return data.add(pixels, 3).build();
    }
}
