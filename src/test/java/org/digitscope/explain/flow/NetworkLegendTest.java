package org.digitscope.explain.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.explain.flow.NetworkDrawing.Look;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Palette;
import org.digitscope.plot.TextWidth;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.Part;
import org.junit.jupiter.api.Test;

class NetworkLegendTest {

    private final Parameters network = Parameters.glorot(Architecture.relu(3), 1);

    NetworkLegendTest() {
        float[] weights = network.layer(1).kernel().data;
        Arrays.fill(weights, 0.01f);
        weights[0] = 0.5f;
        weights[4] = -0.25f;
    }

    @Test
    void withoutAChoiceItSaysThatEachTileHasAScaleOfItsOwnAndHasTheWidest() {
        assertEquals(List.of("weight up to ±0.50"), scales(Optional.empty(), Optional.empty(), Optional.empty()));
        assertTrue(legend(Optional.empty(), Optional.empty(), Optional.empty()).haveOwnScales());
        assertFalse(legend(Optional.of(new Part.Unit(1, 1)), Optional.empty(), Optional.empty()).haveOwnScales());
        assertEquals(List.of("weight up to ±0.50"), scales(Optional.of(new Part.Unit(2, 1)), Optional.empty(), Optional.empty()));
    }

    @Test
    void ofWhatIsChosenItHasTheScalesOfItsTileAndOfThePixels() {
        double[] parts = new double[Dataset.PIXELS];
        parts[3] = -1.5;
        double[] missing = new double[Dataset.PIXELS];
        missing[9] = 2.5;
        assertEquals(List.of("weight −0.25 … +0.25", "pixels −1.5 … +1.5", "missing ink −2.5 … +2.5"), scales(Optional.of(new Part.Unit(1, 1)), Optional.of(parts), Optional.of(missing)));
    }

    private List<String> scales(Optional<Part> chosen, Optional<double[]> overlay, Optional<double[]> missing) {
        return legend(chosen, overlay, missing).scales();
    }

    private NetworkLegend legend(Optional<Part> chosen, Optional<double[]> overlay, Optional<double[]> missing) {
        Flow flow = Flow.of(network, Dataset.builder("one", 1).add(new byte[Dataset.PIXELS], 0).build(), 0);
        NetworkContent content = new NetworkContent(flow, Optional.empty(), Shown.PARTS, Walk.forward(network), network, "weight", overlay, missing, List.of(),
                Set.of(), false);
        Look look = new Look(Palette.LIGHT, 13, TextWidth.WIDEST, ClassNames.DIGITS, 99, chosen, Optional.empty());
        NetworkPicture curves = new NetworkPicture(new NetworkLayout(network.architecture(), 940, 510, 13), network.architecture(),
                Shown.PARTS.values(flow, Optional.empty()), chosen, 13);
        return new NetworkLegend(content, look, curves);
    }
}
