package org.digitscope.explain.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;

/**
 * The mean loss of a batch of pictures as one weight takes other values, and its slope there: the weight's gradient.
 *
 * @param parameter the weight
 * @param points with ascending weights
 */
public record LossCurve(ScalarParameter parameter, List<Point> points) {

    /**
     * One value of the weight.
     *
     * @param loss in nats
     * @param slope ∂loss/∂weight, by backpropagation
     */
    public record Point(double weight, double loss, double slope) {
    }

    public LossCurve {
        points = List.copyOf(points);
    }

    /**
     * Computes a curve.
     *
     * @param reach how far it goes to both sides of the weight's own value
     * @param count how many points it has, at least 2
     */
    public static LossCurve of(Parameters network, ScalarParameter parameter, Dataset batch, double reach, int count) {
        double middle = parameter.get(network);
        return new LossCurve(parameter, IntStream.range(0, count)
                .mapToObj(i -> at(network, parameter, batch, middle + reach * (2.0 * i / (count - 1) - 1))).toList());
    }

    /** Computes a single point. */
    public static Point at(Parameters network, ScalarParameter parameter, Dataset batch, double weight) {
        Parameters changed = parameter.with(network, (float) weight);
        Parameters gradient = network.zeros();
        double loss = addGradient(changed, batch, gradient);
        return new Point((float) weight, loss, parameter.get(gradient));
    }

    /** The weights with the largest gradients, one of each layer by turns, the last layer's first. */
    public static List<ScalarParameter> steepest(Parameters network, Dataset batch, int ofEachLayer) {
        Parameters gradient = network.zeros();
        addGradient(network, batch, gradient);
        List<List<ScalarParameter>> layers = new ArrayList<>();
        for (int number = network.depth(); number >= 1; number--) {
            layers.add(steepest(gradient, number, ofEachLayer));
        }
        List<ScalarParameter> all = new ArrayList<>();
        for (int rank = 0; rank < ofEachLayer; rank++) {
            for (List<ScalarParameter> layer : layers) {
                if (rank < layer.size()) {
                    all.add(layer.get(rank));
                }
            }
        }
        return all;
    }

    private static List<ScalarParameter> steepest(Parameters gradient, int number, int count) {
        int columns = gradient.layer(number).outputs();
        float[] data = gradient.layer(number).kernel().data;
        return IntStream.range(0, data.length).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(data[i]))).limit(count)
                .map(i -> ScalarParameter.weight(number, i / columns, i % columns)).toList();
    }

    /** @return the mean loss */
    private static double addGradient(Parameters network, Dataset batch, Parameters gradient) {
        Network computing = new Network(network, batch.size());
        computing.forward(batch, IntStream.range(0, batch.size()).toArray(), 0, batch.size());
        double loss = computing.loss() / batch.size();
        computing.addGradient(gradient, batch.size());
        return loss;
    }

    /** The weights of all points. */
    public double[] weights() {
        return points.stream().mapToDouble(Point::weight).toArray();
    }

    /** The losses of all points. */
    public double[] losses() {
        return points.stream().mapToDouble(Point::loss).toArray();
    }

    /** The lowest and the highest loss; 0 and 1 where none is a number. */
    public double[] range() {
        double[] finite = Arrays.stream(losses()).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? new double[] {0, 1} : new double[] {finite[0], finite[finite.length - 1]};
    }
}
