package org.digitscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight steps of networks of several depths, activations, optimizers and penalties against numbers that PyTorch and NumPy computed
 * in float64 (networks.json), within the tolerances of {@link GoldenNumbersTest}.
 */
class GoldenNetworksTest {

    private static final int BATCH = 32;
    private static final double LOSS = 5e-6;
    private static final double SUM = 2e-5;

    private static DigitSets mnist;

    @BeforeAll
    static void load() throws Exception {
        mnist = Mnist.load();
    }

    private static Stream<String> cases() throws Exception {
        List<String> names = new ArrayList<>();
        golden().fieldNames().forEachRemaining(names::add);
        assertEquals(10, names.size());
        return names.stream();
    }

    private static JsonNode golden() throws Exception {
        try (InputStream json = GoldenNetworksTest.class.getResourceAsStream("/networks.json")) {
            return new ObjectMapper().readTree(json).get("cases");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eightStepsGiveTheGoldenLossesLogitsAndParameters(String name) throws Exception {
        JsonNode golden = golden().get(name);
        Hyperparameters settings = settings(golden);
        Parameters parameters = start(settings.architecture());
        checkTest(golden, "before", parameters);
        Parameters gradient = parameters.zeros();
        Network network = new Network(parameters, BATCH);
        Optimizer optimizer = settings.optimizer().create(settings);
        int[] order = IntStream.range(0, 8 * BATCH).toArray();
        for (int step = 1; step <= 8; step++) {
            network.forward(mnist.training(), order, (step - 1) * BATCH, step * BATCH);
            assertEquals(golden.get("step_loss").get(step - 1).asDouble(), network.loss() / BATCH, LOSS);
            assertEquals(golden.get("step_penalty").get(step - 1).asDouble(), settings.penalty().of(parameters), LOSS);
            assertEquals(golden.get("step_correct").get(step - 1).asInt(), network.correct());
            network.addGradient(gradient, BATCH);
            settings.penalty().addGradient(parameters, gradient);
            if (step == 1) {
                checkNorms(golden.get("gradient_norms_step1"), gradient);
            }
            optimizer.update(parameters, gradient, settings.learningRate(), step);
        }
        checkParameters(golden.get("parameters_after"), parameters);
        checkTest(golden, "after", parameters);
    }

    private static Hyperparameters settings(JsonNode golden) {
        List<Integer> hidden = new ArrayList<>();
        golden.get("hidden").forEach(size -> hidden.add(size.asInt()));
        Activation activation = Activation.ofLabel(golden.get("activation").asText()).orElseThrow();
        String optimizer = golden.get("optimizer").asText();
        return Hyperparameters.NOTEBOOK.withArchitecture(new Architecture(hidden, activation, Inputs.SCALED))
                .withOptimizer(OptimizerKind.ofLabel(optimizer.equals("momentum") ? "sgd" : optimizer).orElseThrow())
                .withMomentum(optimizer.equals("momentum") ? 0.9 : 0)
                .withLearningRate(golden.get("learning_rate").asDouble())
                .withPenalty(new Penalty(golden.get("l1").asDouble(), golden.get("l2").asDouble()));
    }

    /** W_l[i][j] = a·sin(0.37·i + 1.3·j + l), b_l[j] = 0.01·cos(j + l), a = 1/√inputs, and 0.05 in layer 1. */
    private static Parameters start(Architecture architecture) {
        Parameters start = Parameters.zeros(architecture);
        for (int number = 1; number <= start.depth(); number++) {
            Layer layer = start.layer(number);
            double size = number == 1 ? 0.05 : 1 / Math.sqrt(layer.inputs());
            for (int j = 0; j < layer.outputs(); j++) {
                for (int i = 0; i < layer.inputs(); i++) {
                    layer.kernel().set(i, j, (float) (size * Math.sin(0.37 * i + 1.3 * j + number)));
                }
                layer.bias().data[j] = (float) (0.01 * Math.cos(j + number));
            }
        }
        return start;
    }

    private static void checkTest(JsonNode golden, String when, Parameters parameters) {
        FMatrixRMaj logits = new Network(parameters, 3).forward(mnist.validation(), new int[] {0, 1, 2}, 0, 3);
        for (int image = 0; image < 3; image++) {
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(golden.get("test_logits_" + when).get(image).get(digit).asDouble(), logits.get(image, digit), LOSS);
            }
        }
        Evaluation score = Evaluation.of(parameters, mnist.validation());
        assertEquals(golden.get("test_loss_" + when).asDouble(), score.loss(), LOSS);
        assertEquals(golden.get("test_correct_" + when).asInt(), score.correct());
    }

    private static void checkNorms(JsonNode expected, Parameters gradient) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).asDouble(), norm(gradient.arrays()[i]), 1e-6);
        }
    }

    private static void checkParameters(JsonNode expected, Parameters actual) {
        for (int i = 0; i < expected.size(); i++) {
            JsonNode tensor = expected.get(i);
            float[] values = actual.arrays()[i];
            assertEquals(tensor.get("sum").asDouble(), IntStream.range(0, values.length).mapToDouble(at -> values[at]).sum(), SUM, "sum " + i);
            assertEquals(tensor.get("l2").asDouble(), norm(values), SUM, "norm " + i);
            for (int at = 0; at < 5; at++) {
                assertEquals(tensor.get("first5_row_major").get(at).asDouble(), values[at], SUM, i + " " + at);
            }
        }
    }

    private static double norm(float[] values) {
        return Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> (double) values[i] * values[i]).sum());
    }
}
