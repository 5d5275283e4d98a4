package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.exhibit.LossCurve.Point;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    private static final Dataset BATCH = Examples.pictures(32, 4);

    @Test
    void theSlopeIsWhatTheLossDoesAroundAPoint() {
        for (Parameters network : List.of(Examples.parameters(5, 1), Examples.parameters(Architecture.relu(), 2), Examples.parameters(Architecture.relu(4, 3), 3))) {
            for (ScalarParameter weight : LossCurve.steepest(network, BATCH, 2)) {
                double own = weight.get(network);
                double h = 0.01;
                double difference = (LossCurve.at(network, weight, BATCH, own + h).loss() - LossCurve.at(network, weight, BATCH, own - h).loss()) / (2 * h);
                assertEquals(difference, LossCurve.at(network, weight, BATCH, own).slope(), 2e-3, weight.toString());
            }
        }
    }

    @Test
    void theMiddleOfTheCurveIsTheNetworkAsItIs() {
        Parameters network = Examples.parameters(5, 1);
        ScalarParameter weight = ScalarParameter.weight(2, 3, 7);
        LossCurve curve = LossCurve.of(network, weight, BATCH, 1.5, 31);
        Point middle = curve.points().get(15);
        assertEquals(weight.get(network), middle.weight(), 1e-7);
        assertEquals(Evaluation.of(network, BATCH).loss(), middle.loss(), 1e-6);
        assertEquals(weight.get(network) - 1.5, curve.weights()[0], 1e-6);
        assertEquals(weight.get(network) + 1.5, curve.weights()[30], 1e-6);
        assertEquals(Evaluation.of(weight.with(network, weight.get(network) + 1.5f), BATCH).loss(), curve.losses()[30], 1e-6);
        assertTrue(curve.range()[0] <= middle.loss() && middle.loss() <= curve.range()[1]);
    }

    @Test
    void theSteepestWeightsComeFromAllLayersByTurns() {
        Parameters network = Examples.parameters(5, 1);
        List<ScalarParameter> steepest = LossCurve.steepest(network, BATCH, 3);
        assertEquals(List.of(2, 1, 2, 1, 2, 1), steepest.stream().map(ScalarParameter::layer).toList());
        double largest = 0;
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 10; column++) {
                ScalarParameter each = ScalarParameter.weight(2, row, column);
                largest = Math.max(largest, Math.abs(LossCurve.at(network, each, BATCH, each.get(network)).slope()));
            }
        }
        assertEquals(largest, Math.abs(LossCurve.at(network, steepest.get(0), BATCH, steepest.get(0).get(network)).slope()), 1e-9);
    }
}
