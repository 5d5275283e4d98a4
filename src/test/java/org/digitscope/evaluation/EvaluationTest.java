package org.digitscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    /** The biases of layer_2 alone decide: every picture is answered 3, with probability e²/(e² + 9). */
    @Test
    void aNetworkThatAlwaysSaysThreeIsScoredByHand() {
        Parameters alwaysThree = Parameters.zeros(Architecture.relu(4));
        alwaysThree.layer(2).bias().data[3] = 2;
        Dataset.Builder builder = Dataset.builder("3 3 5 7", 4);
        for (int label : new int[] {3, 3, 5, 7}) {
            builder.add(new byte[Dataset.PIXELS], label);
        }
        Evaluation score = Evaluation.of(alwaysThree, builder.build());

        double sum = Math.exp(2) + 9;
        assertEquals(2, score.correct());
        assertEquals(0.5, score.accuracy());
        assertEquals(Math.log(sum) - 1, score.loss(), 1e-6);
        assertEquals(2, score.count(3, 3));
        assertEquals(1, score.count(5, 3));
        assertEquals(1, score.count(7, 3));
        assertEquals(0.5, score.precision(3));
        assertEquals(1, score.recall(3));
        assertEquals(2 * 0.5 / 1.5, score.f1(3), 1e-12);
        assertEquals(0, score.recall(5));
        assertTrue(Double.isNaN(score.precision(5)));
        assertTrue(Double.isNaN(score.recall(0)));
        List<Evaluation.Mistake> mistakes = score.mistakes();
        assertEquals(List.of(2, 3), mistakes.stream().map(Evaluation.Mistake::image).toList());
        assertEquals(Math.exp(2) / sum, mistakes.get(0).probability(), 1e-6);
        assertEquals(Math.log(sum), mistakes.get(0).loss(), 1e-6);
    }

    @Test
    void anInfiniteLogitIsAnAnswerWithAllOfTheProbability() {
        Parameters parameters = Parameters.zeros(Architecture.relu(1));
        parameters.layer(1).bias().data[0] = Float.MAX_VALUE;
        Arrays.fill(parameters.layer(2).kernel().data, -2);
        parameters.layer(2).kernel().data[4] = 2;
        parameters.layer(2).kernel().data[6] = 2;
        Evaluation score = Evaluation.of(parameters, Dataset.builder("9", 1).add(new byte[Dataset.PIXELS], 9).build());
        assertEquals(4, score.answer(0));
        assertEquals(0.5f, score.mistakes().get(0).probability());
    }

    @Test
    void agreesWithAskingForEachPictureAlone() {
        Dataset data = Examples.pictures(257, 1);
        Parameters parameters = Examples.parameters(20, 2);
        Evaluation score = Evaluation.of(parameters, data);
        Network network = new Network(parameters, 1);
        int correct = 0;
        double loss = 0;
        int[][] confusion = new int[10][10];
        for (int image = 0; image < data.size(); image++) {
            network.forward(data, new int[] {image}, 0, 1);
            double one = network.loss();
            int answer = Softmax.argMax(network.probabilities().data, 0, 10);
            assertEquals(answer, score.answer(image));
            assertEquals((float) one, score.loss(image));
            confusion[data.label(image)][answer]++;
            correct += network.correct();
            loss += one;
        }
        assertEquals(correct, score.correct());
        assertEquals(loss / data.size(), score.loss(), 1e-12);
        for (int truth = 0; truth < 10; truth++) {
            for (int answer = 0; answer < 10; answer++) {
                assertEquals(confusion[truth][answer], score.count(truth, answer));
            }
        }
        assertEquals(data.size() - correct, score.mistakes().size());
        for (int i = 1; i < score.mistakes().size(); i++) {
            assertTrue(score.mistakes().get(i - 1).loss() >= score.mistakes().get(i).loss());
        }
    }

    /** Both probabilities are 0.1 in float32, though 7 has the larger logit. */
    @Test
    void theAnswerFollowsTheLogitsWhereProbabilitiesCannotTellThemApart() {
        Parameters parameters = Parameters.zeros(Architecture.relu(1));
        parameters.layer(2).bias().data[7] = 1e-8f;
        Evaluation score = Evaluation.of(parameters,
                Dataset.builder("a seven", 1).add(new byte[Dataset.PIXELS], 7).build());
        assertEquals(7, score.answer(0));
        assertEquals(1, score.correct());
        assertEquals(1, score.count(7, 7));
        assertEquals(List.of(), score.mistakes());
    }
}
