package org.digitscope.explain.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Edit;
import org.digitscope.explain.flow.Walk.Kind;
import org.digitscope.explain.flow.Walk.Stage;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class FlowTextTest {

    /** Pixel 5 lit with 1; neuron 0 gets 2·1 + 0.5 = 2.5, neuron 1 −3·1 and is off; 3 gets 2.5·0.8 − 1 = 1. */
    private final Parameters network = network();
    private final Dataset one = Dataset.builder("one", 2).add(lit(), 3).add(new byte[Dataset.PIXELS], 0).build();
    private final Flow flow = Flow.of(network, one, 0);
    private final FlowText text = new FlowText(flow, ClassNames.DIGITS);

    @Test
    void aConnectionIsAProductAndAUnitASum() {
        assertEquals("neuron 0 → 3: 2.5000 · 0.8000 = +2.00", text.part(2, 0, 3));
        assertEquals("neuron 1 → 3: 0.0000 · (−0.7000) = 0.00", text.part(2, 1, 3));
        assertEquals("neuron 0: 784 pixels add +2.0000, bias +0.5000, sum +2.500, relu makes it 2.500; it speaks loudest for 3, with +2.00", text.unit(1, 0));
        assertEquals("neuron 1: 784 pixels add −3.0000, bias 0.0000, sum −3.000: below 0, so relu makes it 0 and it says nothing", text.unit(1, 1));
        assertEquals("3: 2 neurons add +2.0000, bias −1.0000, logit +1.000, probability 23.20 %", text.unit(2, 3));
    }

    @Test
    void theStrongestPathsAreReadAloud() {
        assertEquals("The answer is 3 with 23.20 %. Neuron 0 has 2.50 and speaks for 3 with +2.00.", text.strongestPaths());
        assertEquals("The answer is Dress with 23.20 %. Neuron 0 has 2.50 and speaks for Dress with +2.00.",
                new FlowText(flow, ClassNames.FASHION).strongestPaths());
        String mean = new FlowText(Flow.of(network, one, 0, 1), ClassNames.DIGITS).strongestPaths();
        assertTrue(mean.startsWith("On average over 2 pictures the largest logit is that of 3."), mean);
    }

    @Test
    void onTheWayBackAConnectionCarriesItsWeightTimesTheError() {
        ErrorFlow error = ErrorFlow.of(network, one, 0);
        assertEquals("neuron 0 ← 3: weight 0.8000 · error (−0.7680) = −0.6144", text.partBack(error, 2, 0, 3));
        assertEquals("3: probability 0.2320 − truth 1.0000 = error −0.7680", text.unitBack(error, 2, 3));
        assertEquals("neuron 0: 10 errors times their weights give −0.6144; it is on, so its error is −0.6144; the gradient of each of its "
                + "weights is its input times that", text.unitBack(error, 1, 0));
        assertTrue(text.unitBack(error, 1, 1).contains("give +0.5376; it is off, so its error is 0.0000"), text.unitBack(error, 1, 1));
    }

    /** Of a lit picture and an empty one, neuron 0 is on for both, but only the first has a gradient: its mean isn't mean input · mean error. */
    @Test
    void ofSeveralPicturesAGradientIsTheMeanOfProductsAndNotTheProductOfMeans() {
        ErrorFlow both = ErrorFlow.of(network, one, 0, 1);
        double ofLit = ErrorFlow.of(network, one, 0).gradient(1, 5, 0);
        assertEquals(ofLit / 2, both.gradient(1, 5, 0), 1e-7);
        assertEquals(ofLit / 2, both.pixelsOf(0)[5], 1e-7);
        double product = Flow.of(network, one, 0, 1).input(5) * both.error(1, 0);
        assertTrue(Math.abs(product - ofLit / 2) > 0.01, "here the two differ");
        FlowText ofBoth = new FlowText(Flow.of(network, one, 0, 1), ClassNames.DIGITS);
        assertEquals("row 0, column 5: the mean over the 2 pictures of input · error of neuron 0 = gradient −0.3072 of its weight", ofBoth.pixelBack(both, 5, 0));
        assertTrue(ofBoth.unitBack(both, 1, 0).endsWith("; the gradient of each of its weights is the mean over the 2 pictures of input · error"),
                ofBoth.unitBack(both, 1, 0));
        assertTrue(ofBoth.unitBack(both, 1, 1).contains("that passes only where it is on, for 0.0 % of the 2 pictures"), ofBoth.unitBack(both, 1, 1));
        assertEquals("row 0, column 5: 1.0000 · error (−0.6144) of neuron 0 = gradient −0.6144 of its weight",
                text.pixelBack(ErrorFlow.of(network, one, 0), 5, 0));
    }

    @Test
    void aMutedNeuronIsSaidToBeMutedWhereverItIsSpokenOf() {
        Neuron neuron = new Neuron(1, 0);
        for (float given : new float[] {0, 1.5f}) {
            Parameters edited = new Edit.Mute(neuron, given).applyTo(network);
            FlowText muted = new FlowText(Flow.of(edited, one, 0), ClassNames.DIGITS, Map.of(neuron, given));
            ErrorFlow error = ErrorFlow.of(edited, one, 0);
            String sentence = "neuron 0 is muted: whatever it receives, it gives " + (given == 0 ? "0.00" : "1.50") + ", and no error changes its weights";
            for (String said : List.of(muted.unit(1, 0), muted.unitBack(error, 1, 0))) {
                assertTrue(said.startsWith(sentence), said);
            }
            assertTrue(muted.pixelTo(5, 0).contains("; " + sentence), muted.pixelTo(5, 0));
            assertTrue(muted.pixelBack(error, 5, 0).contains("; " + sentence), muted.pixelBack(error, 5, 0));
            assertEquals(given == 0, muted.part(2, 0, 3).startsWith(sentence), "of a constant the weights are known: " + muted.part(2, 0, 3));
            assertEquals(given == 0, muted.partBack(error, 2, 0, 3).startsWith(sentence));
            assertTrue(muted.unit(1, 1).contains("below 0, so relu makes it 0"), muted.unit(1, 1));
        }
    }

    @Test
    void withoutAPictureItIsSpokenOfWeightsOnly() {
        WeightText weights = new WeightText(network, ClassNames.DIGITS);
        assertEquals("neuron 0: 784 weights from 0.0000 to +2.0000, bias +0.5000", weights.unit(1, 0));
        assertEquals("3: 2 weights from −0.7000 to +0.8000, bias −1.0000", weights.unit(2, 3));
        assertEquals("neuron 0 → 3: weight +0.8000", weights.part(2, 0, 3));
        assertEquals("row 0, column 5: weight −3.0000 to neuron 1", weights.pixelTo(5, 1));
    }

    @Test
    void theLargestErrorIsTheLargestInSizeAndSaidToBe() {
        String said = new WalkText(flow, Optional.of(ErrorFlow.of(network, one, 0)), ClassNames.DIGITS).of(new Stage(Kind.ERROR, 2));
        assertTrue(said.endsWith(" Above or below 0, the largest is −0.7680 for 3."), said);
    }

    @Test
    void ofSeveralPicturesAUnitTellsHowOftenItIsOn() {
        String unit = new FlowText(Flow.of(network, one, 0, 1), ClassNames.DIGITS).unit(1, 1);
        assertEquals("neuron 1: 784 pixels add −1.5000, bias 0.0000, sum −1.500, mean activation 0.0000; on for 0.0 % of the 2 pictures", unit);
    }

    @Test
    void aNeuronThatIsNeverOffIsntCountedAsOn() {
        Parameters tanh = Parameters.glorot(new Architecture(List.of(2), Activation.TANH, Inputs.SCALED), 1);
        String unit = new FlowText(Flow.of(tanh, one, 0, 1), ClassNames.DIGITS).unit(1, 1);
        assertTrue(unit.matches(".*, mean activation [−+]?\\d\\.\\d+"), unit);
    }

    @Test
    void everyStageOfEveryWalkHasASentence() {
        for (Architecture each : List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(4, 3))) {
            Parameters parameters = Parameters.glorot(each, 1);
            WalkText words = new WalkText(Flow.of(parameters, one, 0), Optional.of(ErrorFlow.of(parameters, one, 0)), ClassNames.DIGITS);
            for (Walk walk : List.of(Walk.forward(parameters), Walk.backward(parameters, true))) {
                for (Stage stage : walk.stages()) {
                    assertTrue(words.of(stage).endsWith("."), stage + ": " + words.of(stage));
                }
            }
        }
    }

    @Test
    void theWalkCountsItsStagesAndTellsHowFarEachIs() {
        Walk walk = Walk.forward(network);
        assertEquals(List.of(Kind.PIXELS, Kind.PRODUCTS, Kind.SUMS, Kind.BIASES, Kind.ACTIVATION, Kind.PRODUCTS, Kind.SUMS, Kind.BIASES, Kind.EXPONENTIALS,
                Kind.PROBABILITIES), walk.stages().stream().map(Stage::kind).toList());
        assertEquals(0.25, walk.done(Kind.PRODUCTS, 1, 1.25));
        assertEquals(1, walk.done(Kind.PRODUCTS, 1, 7));
        assertEquals(0, walk.done(Kind.PRODUCTS, 2, 4.5));
        assertEquals(0, walk.done(Kind.ERROR, 2, 9));
        assertEquals(new Stage(Kind.SUMS, 1), walk.at(2.5));
        assertEquals(new Stage(Kind.PIXELS, Walk.EVERYWHERE), walk.at(0));
        assertEquals(new Stage(Kind.PROBABILITIES, 2), walk.at(99));
        Walk back = Walk.backward(network, true);
        assertEquals(List.of(Kind.ERROR, Kind.BACK, Kind.SLOPES, Kind.GRADIENT, Kind.UPDATE, Kind.AFTER), back.stages().stream().map(Stage::kind).toList());
        assertEquals(4, back.settled());
        assertTrue(back.startsLike(Walk.backward(network, false)));
    }

    private static byte[] lit() {
        byte[] pixels = new byte[Dataset.PIXELS];
        pixels[5] = (byte) 255;
        return pixels;
    }

    private static Parameters network() {
        Parameters network = Parameters.zeros(Architecture.relu(2));
        network.layer(1).kernel().set(5, 0, 2);
        network.layer(1).kernel().set(5, 1, -3);
        network.layer(1).bias().data[0] = 0.5f;
        network.layer(2).kernel().set(0, 3, 0.8f);
        network.layer(2).kernel().set(1, 3, -0.7f);
        network.layer(2).bias().data[3] = -1;
        return network;
    }
}
