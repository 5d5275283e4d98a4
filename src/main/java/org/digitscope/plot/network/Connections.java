package org.digitscope.plot.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The connections into a layer: the strongest ones are drawn, of the others it is told how many there are and what they add up to, so
 * that with those drawn they make the whole.
 */
public final class Connections {

    /** Weakest first; of equally strong ones the later first, so that the earlier ones are kept and lie on top. */
    private static final Comparator<Connection> BY_STRENGTH = Comparator.<Connection>comparingDouble(each -> Math.abs(each.value()))
            .thenComparing(Comparator.<Connection>comparingInt(Connection::from).thenComparingInt(Connection::to).reversed());

    /** What is shown of a connection. */
    @FunctionalInterface
    public interface Values {

        double of(int from, int to);
    }

    /** Which connections may be drawn at all. */
    @FunctionalInterface
    public interface Choice {

        boolean of(int from, int to);
    }

    private final List<Connection> drawn;
    private final int[] othersCount;
    private final double[] othersSum;
    private double largest;

    private Connections(int layer, int inputs, int outputs, int most, Values values, Choice choice) {
        othersCount = new int[outputs];
        othersSum = new double[outputs];
        PriorityQueue<Connection> strongest = new PriorityQueue<>(BY_STRENGTH);
        for (int from = 0; from < inputs; from++) {
            for (int to = 0; to < outputs; to++) {
                double value = values.of(from, to);
                largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
                if (!choice.of(from, to) || strongest.size() == most && Math.abs(value) <= Math.abs(strongest.peek().value())) {
                    leave(to, value);
                    continue;
                }
                strongest.add(new Connection(layer, from, to, value));
                if (strongest.size() > most) {
                    Connection weakest = strongest.remove();
                    leave(weakest.to(), weakest.value());
                }
            }
        }
        List<Connection> sorted = new ArrayList<>(strongest);
        sorted.sort(BY_STRENGTH);
        drawn = List.copyOf(sorted);
    }

    /**
     * @param layer whose weights they are
     * @param most that are drawn, at least 1
     * @param choice of which of them may be drawn
     */
    public static Connections strongest(int layer, int inputs, int outputs, int most, Values values, Choice choice) {
        return new Connections(layer, inputs, outputs, most, values, choice);
    }

    private void leave(int to, double value) {
        othersCount[to]++;
        othersSum[to] += value;
    }

    /** The strongest last, so that they lie on top. */
    public List<Connection> drawn() {
        return drawn;
    }

    /** How many into {@code to} aren't drawn. */
    public int othersCount(int to) {
        return othersCount[to];
    }

    /** What those into {@code to} that aren't drawn add up to. */
    public double othersSum(int to) {
        return othersSum[to];
    }

    /** The largest absolute value of all that are finite, drawn or not; 0 where there is none. */
    public double largest() {
        return largest;
    }
}
