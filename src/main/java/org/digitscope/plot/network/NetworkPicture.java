package org.digitscope.plot.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.network.Architecture;
import org.digitscope.plot.ColorScale;

/**
 * Which curves are drawn, in which order, and how wide: all on one scale, whose largest value is so wide that twenty neurons fit below
 * each other.
 */
public final class NetworkPicture {

    /** Of one layer's connections that many are drawn: all of 20 × 10, and what can still be told apart. */
    public static final int MOST_DRAWN = 240;

    /** Of the bands from the pixels: as many as there are rows of tiles in a block. */
    private static final int MOST_BANDS = 64;

    /** What the largest value is wide, in letters. */
    private static final double WIDEST = 0.9;
    /** What isn't pointed at steps back, and without anything pointed at all are a little transparent where they cross. */
    private static final double BACK = 0.1;
    private static final double USUAL = 0.8;
    private static final double FRONT = 0.95;
    /** Of what carries nothing, so that it is seen that there is a connection, in pixels. */
    private static final double HAIR = 0.25;

    /**
     * A curve.
     *
     * @param connection what it stands for; of all pixels to a neuron of layer_1, with a negative {@code from}
     * @param opacity from 0 to 1
     */
    public record Stroke(Connection connection, Ribbon ribbon, double opacity) {

        /** Whether it is the band of all pixels to a neuron. */
        public boolean isBand() {
            return connection.from() < 0;
        }
    }

    private static final int ALL_PIXELS = -1;

    private final NetworkLayout layout;
    private final List<Connections> layers = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final double limit;
    private final double widest;

    /**
     * @param pointed what is brought out; empty for all alike
     * @param letter size of letters, in pixels
     */
    public NetworkPicture(NetworkLayout layout, Architecture architecture, NetworkValues values, Optional<Part> pointed, double letter) {
        this.layout = layout;
        widest = WIDEST * letter;
        List<Integer> sizes = architecture.sizes();
        for (int layer = 2; layer < sizes.size(); layer++) {
            layers.add(connections(layer, sizes.get(layer - 1), sizes.get(layer), values, pointed));
        }
        double[] bands = IntStream.range(0, values.hasBands() ? sizes.get(1) : 0).mapToDouble(values::band).toArray();
        double largest = layers.stream().mapToDouble(Connections::largest).max().orElse(0);
        for (double band : bands) {
            largest = Math.max(largest, Double.isFinite(band) ? Math.abs(band) : 0);
        }
        limit = ColorScale.holding(largest).limit().doubleValue();
        Connections.strongest(1, 1, bands.length, MOST_BANDS, (from, to) -> bands[to], (from, to) -> true).drawn().forEach(each -> {
            Connection band = new Connection(1, ALL_PIXELS, each.to(), each.value());
            strokes.add(new Stroke(band, layout.band(each.to(), width(each.value())), opacity(band, pointed)));
        });
        layers.forEach(each -> each.drawn().forEach(connection ->
                strokes.add(new Stroke(connection, layout.ribbon(connection, width(connection.value())), opacity(connection, pointed)))));
    }

    /** Of a layer that has what is pointed at only that is of interest, so that all of it is drawn. */
    private static Connections connections(int layer, int inputs, int outputs, NetworkValues values, Optional<Part> pointed) {
        Optional<Part> here = pointed.filter(part -> part instanceof Part.Unit && (part.layer() == layer || part.layer() == layer - 1)
                && (long) inputs * outputs > MOST_DRAWN);
        return Connections.strongest(layer, inputs, outputs, MOST_DRAWN, (from, to) -> values.connection(layer, from, to),
                (from, to) -> here.isEmpty() || here.get().touches(layer, from, to));
    }

    private static double opacity(Connection connection, Optional<Part> pointed) {
        return pointed.map(part -> part.touches(connection.layer(), connection.from(), connection.to()) ? FRONT : BACK).orElse(USUAL);
    }

    /** The curves in the order in which they are painted. */
    public List<Stroke> strokes() {
        return strokes;
    }

    /** The connections into a layer, at least 2. */
    public Connections into(int layer) {
        return layers.get(layer - 2);
    }

    /** The value that is as wide as any, a number with at most two digits. */
    public double limit() {
        return limit;
    }

    /** How wide a value is, in pixels; what is next to nothing is still a hair. */
    public double width(double value) {
        return Double.isFinite(value) ? Math.max(HAIR, Math.min(1, Math.abs(value) / limit) * widest) : widest;
    }

    /** What lies at a point: a neuron, a digit or the uppermost curve within {@code reach} pixels; empty for none. */
    public Optional<Part> at(double x, double y, double reach) {
        for (int layer = 1; layer <= layout.depth(); layer++) {
            List<NetworkLayout.Unit> units = layout.layer(layer);
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).holds(x, y)) {
                    return Optional.of(new Part.Unit(layer, i));
                }
            }
        }
        Optional<Stroke> nearest = Optional.empty();
        double least = reach;
        for (Stroke stroke : strokes) {
            double distance = stroke.ribbon().distance(x, y);
            if (distance <= least) {
                least = distance;
                nearest = Optional.of(stroke);
            }
        }
        return nearest.map(Stroke::connection).map(each -> each.from() < 0 ? new Part.Unit(1, each.to())
                : new Part.Link(each.layer(), each.from(), each.to()));
    }
}
