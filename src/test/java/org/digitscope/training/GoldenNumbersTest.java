package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Eight steps on the first 256 training pictures, in file order, from start values that are a formula, against numbers
 * that PyTorch and NumPy computed in float64 (golden.json).
 *
 * <p>Tolerances: a float32 rounding is 6e-8 relative, and a logit sums about 150 products of size 0.05, so honest float32
 * code is a few 1e-7 off. PyTorch's own float32 run is off by 2e-7 in the losses and 6e-7 in the sum of a kernel. The
 * limits are 5e-6 and 2e-5; Adam with its ε in the other usual place would miss them by 5e-5 and 5e-4.
 */
class GoldenNumbersTest {

    private static final int BATCH = 32;
    private static final double LOSS = 5e-6;
    private static final double SUM = 2e-5;
    private static final double GRADIENT = 1e-7;

    private static JsonNode golden;
    private static DigitSets mnist;

    @BeforeAll
    static void load() throws Exception {
        try (InputStream json = GoldenNumbersTest.class.getResourceAsStream("/golden.json")) {
            golden = new ObjectMapper().readTree(json);
        }
        mnist = Mnist.load();
    }

    @Test
    void startValuesAreThoseOfTheGoldenRun() {
        checkParameters(golden.get("params_before"), start(), 1e-6);
    }

    @Test
    void gradientOfTheFirstBatchIsTheGoldenOne() {
        Parameters gradient = Parameters.zeros(Architecture.relu(20));
        Network network = new Network(start(), BATCH);
        network.forward(mnist.training(), IntStream.range(0, BATCH).toArray(), 0, BATCH);
        network.loss();
        network.addGradient(gradient, BATCH);

        JsonNode rows = golden.get("grad_W1_step1");
        for (int pixel : new int[] {406, 216}) {
            checkValues(rows.get(String.valueOf(pixel)), gradient.layer(1).kernel(), pixel, GRADIENT);
        }
        checkValues(golden.get("grad_b1_step1"), gradient.layer(1).bias(), 0, GRADIENT);
        checkValues(golden.get("grad_W2_step1_row0"), gradient.layer(2).kernel(), 0, GRADIENT);
        checkValues(golden.get("grad_b2_step1"), gradient.layer(2).bias(), 0, GRADIENT);
        JsonNode norms = golden.get("grad_norms_step1");
        assertEquals(norms.get("W1").asDouble(), norm(gradient.arrays()[0]), 1e-6);
        assertEquals(norms.get("b1").asDouble(), norm(gradient.arrays()[1]), 1e-6);
        assertEquals(norms.get("W2").asDouble(), norm(gradient.arrays()[2]), 1e-6);
        assertEquals(norms.get("b2").asDouble(), norm(gradient.arrays()[3]), 1e-6);
    }

    @Test
    void eightStepsOfAdamGiveTheGoldenLossesLogitsAndParameters() {
        Parameters parameters = start();
        checkTest("before", parameters);
        Parameters gradient = Parameters.zeros(Architecture.relu(20));
        Network network = new Network(parameters, BATCH);
        Optimizer adam = OptimizerKind.ADAM.create(Hyperparameters.NOTEBOOK);
        int[] order = IntStream.range(0, 8 * BATCH).toArray();
        for (int step = 1; step <= 8; step++) {
            network.forward(mnist.training(), order, (step - 1) * BATCH, step * BATCH);
            assertEquals(golden.get("step_loss").get(step - 1).asDouble(), network.loss() / BATCH, LOSS);
            assertEquals(golden.get("step_correct").get(step - 1).asInt(), network.correct());
            network.addGradient(gradient, BATCH);
            adam.update(parameters, gradient, 0.001, step);
        }
        checkParameters(golden.get("params_after_8_steps"), parameters, SUM);
        checkTest("after", parameters);
    }

    /** W1[i][j] = 0.05·sin(0.37·i + 1.3·j), b1[j] = 0.01·cos(j), W2[j][k] = 0.2·sin(0.53·j + 1.7·k), b2[k] = 0.01·cos(2k). */
    private static Parameters start() {
        Parameters start = Parameters.zeros(Architecture.relu(20));
        for (int j = 0; j < 20; j++) {
            for (int i = 0; i < 784; i++) {
                start.layer(1).kernel().set(i, j, (float) (0.05 * Math.sin(0.37 * i + 1.3 * j)));
            }
            start.layer(1).bias().data[j] = (float) (0.01 * Math.cos(j));
            for (int k = 0; k < 10; k++) {
                start.layer(2).kernel().set(j, k, (float) (0.2 * Math.sin(0.53 * j + 1.7 * k)));
            }
        }
        for (int k = 0; k < 10; k++) {
            start.layer(2).bias().data[k] = (float) (0.01 * Math.cos(2 * k));
        }
        return start;
    }

    private static void checkTest(String when, Parameters parameters) {
        FMatrixRMaj logits = new Network(parameters, 3).forward(mnist.validation(), new int[] {0, 1, 2}, 0, 3);
        for (int image = 0; image < 3; image++) {
            checkValues(golden.get("test_logits_" + when).get(image), logits, image, LOSS);
        }
        Evaluation score = Evaluation.of(parameters, mnist.validation());
        assertEquals(golden.get("test_10000").get("loss_" + when).asDouble(), score.loss(), LOSS);
        assertEquals(golden.get("test_10000").get("correct_" + when).asInt(), score.correct());
    }

    private static void checkParameters(JsonNode expected, Parameters actual, double tolerance) {
        String[] names = {"W1", "b1", "W2", "b2"};
        for (int t = 0; t < names.length; t++) {
            JsonNode tensor = expected.get(names[t]);
            float[] values = actual.arrays()[t];
            assertEquals(tensor.get("sum").asDouble(), sum(values), tolerance, names[t] + " sum");
            assertEquals(tensor.get("l2").asDouble(), norm(values), tolerance, names[t] + " norm");
            for (int i = 0; i < 5; i++) {
                assertEquals(tensor.get("first5_row_major").get(i).asDouble(), values[i], tolerance, names[t] + i);
            }
        }
    }

    private static void checkValues(JsonNode expected, FMatrixRMaj actual, int row, double tolerance) {
        assertEquals(expected.size(), actual.numCols);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).asDouble(), actual.get(row, i), tolerance);
        }
    }

    private static double sum(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
    }

    private static double norm(float[] values) {
        return Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> (double) values[i] * values[i]).sum());
    }
}
