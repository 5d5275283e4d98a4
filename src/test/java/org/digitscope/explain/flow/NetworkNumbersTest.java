package org.digitscope.explain.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkNumbersTest {

    private final Dataset digits = Dataset.builder("one", 1).add(picture(), 4).build();

    static List<Architecture> architectures() {
        return List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(6, 5));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyNumberOnTheWayForwardIsOneOfTheFlows(Architecture architecture) {
        Parameters network = withBiases(architecture);
        Flow flow = Flow.of(network, digits, 0);
        Walk walk = Walk.forward(network);
        int depth = network.depth();
        for (double place = 0; place <= walk.end(); place += 0.125) {
            NetworkNumbers numbers = new NetworkNumbers(content(flow, Optional.empty(), Shown.PARTS, walk), place);
            for (int layer = 1; layer <= depth; layer++) {
                for (int i = 0; i < network.layer(layer).outputs(); i++) {
                    Set<String> known = new TreeSet<>(List.of("", RoundedText.of("%+.2f", flow.inputsOf(layer, i)), RoundedText.of("%+.2f", flow.sum(layer, i))));
                    if (layer < depth) {
                        known.add(RoundedText.of("%.2f", flow.activation(layer, i)));
                    }
                    assertTrue(known.contains(numbers.text(layer, i)), numbers.text(layer, i) + " at " + place);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyNumberOnTheWayBackIsOneOfTheErrors(Architecture architecture) {
        Parameters network = withBiases(architecture);
        Flow flow = Flow.of(network, digits, 0);
        ErrorFlow error = ErrorFlow.of(network, digits, 0);
        Walk walk = Walk.backward(network, false);
        int depth = network.depth();
        for (double place = 0; place <= walk.end(); place += 0.125) {
            NetworkNumbers numbers = new NetworkNumbers(content(flow, Optional.of(error), Shown.ERROR, walk), place);
            for (int layer = 1; layer <= depth; layer++) {
                for (int i = 0; i < network.layer(layer).outputs(); i++) {
                    Set<String> known = new TreeSet<>(List.of("", RoundedText.of("%+.4f", error.error(layer, i))));
                    if (layer < depth) {
                        known.add(RoundedText.of("%+.4f", error.arriving(layer, i)));
                    }
                    assertTrue(known.contains(numbers.text(layer, i)), numbers.text(layer, i) + " at " + place);
                }
            }
        }
        assertEquals(RoundedText.of("%+.4f", error.error(1, 2)), new NetworkNumbers(content(flow, Optional.of(error), Shown.ERROR, walk), walk.end()).text(1, 2));
    }

    @Test
    void theColumnsOfTheDigitsAreCalledWhatTheirNumbersAre() {
        Parameters network = withBiases(Architecture.CLASSIC);
        Flow flow = Flow.of(network, digits, 0);
        Walk walk = Walk.forward(network);
        int exponentials = walk.stages().indexOf(new Walk.Stage(Walk.Kind.EXPONENTIALS, 2)) + 1;
        NetworkContent forward = content(flow, Optional.empty(), Shown.PARTS, walk);
        assertEquals("exponential", new NetworkNumbers(forward, exponentials).headOfPercent());
        assertEquals("probability", new NetworkNumbers(forward, walk.end()).headOfPercent());
        assertEquals("sum", new NetworkNumbers(forward, exponentials - 2).headOfText());
        assertEquals("logit", new NetworkNumbers(forward, walk.end()).headOfText());
        NetworkContent back = content(flow, Optional.of(ErrorFlow.of(network, digits, 0)), Shown.ERROR, Walk.backward(network, false));
        assertEquals("error", new NetworkNumbers(back, 1).headOfText());
        assertEquals("", new NetworkNumbers(back, 1).headOfPercent());
    }

    /** A place between two stages belongs to the later one, so whole numbers are all that a person stops at. */
    @ParameterizedTest
    @MethodSource("architectures")
    void noTwoStopsOfAWalkSayTheSame(Architecture architecture) {
        Parameters network = withBiases(architecture);
        for (Walk walk : List.of(Walk.forward(network), Walk.backward(network, true))) {
            Set<Walk.Stage> stages = new HashSet<>();
            for (int place = walk.start(); place <= walk.end(); place++) {
                assertTrue(stages.add(walk.at(place)), "twice: " + walk.at(place));
            }
            assertEquals(walk.stages().size(), stages.size());
        }
    }

    private static NetworkContent content(Flow flow, Optional<ErrorFlow> error, Shown shown, Walk walk) {
        return new NetworkContent(flow, error, shown, walk, flow.network(), "weight", Optional.empty(), Optional.empty(), List.of(), Set.of(), false);
    }

    private static Parameters withBiases(Architecture architecture) {
        Parameters network = Parameters.glorot(architecture, 3);
        network.layers().forEach(layer -> Arrays.fill(layer.bias().data, 0.3f));
        return network;
    }

    private static byte[] picture() {
        byte[] pixels = new byte[Dataset.PIXELS];
        new Random(5).nextBytes(pixels);
        return pixels;
    }
}
