package org.digitscope.plot.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.plot.Box;
import org.digitscope.plot.Tiling;

/**
 * Where the parts of the picture of a network lie: the input on the left, a column for each hidden layer, the ten digits on the right. A
 * column of some ten neurons has them one below the other with bars and numbers beside; of more than there is room for it is a block of
 * smaller tiles.
 */
public final class NetworkLayout {

    /** Shares and sizes in letters. */
    private static final double LARGEST_INPUT = 0.26;
    private static final double HEADING = 2.2;
    /** Free on both sides and below, in pixels, as pictures are saved without what is around them. */
    private static final int EDGE = 3;
    private static final double LEGEND = 11;
    private static final double LEGEND_SHARE = 0.33;
    /** Name, bar and two numbers of a digit; in a narrow room the bar gives way. */
    private static final double OUTPUTS = 17.5;
    private static final double LEAST_OUTPUTS = 13;
    private static final double OUTPUTS_SHARE = 0.27;
    private static final double OUTPUT_NUMBERS = 10.3;
    private static final double NAME = 2;
    private static final double BEFORE_NAME = 0.5;
    /** The side of a picture in two columns in turn, in rows; and from which height of a row on one column is enough. */
    private static final double ZIGZAG_SIDE = 1.85;
    private static final double ZIGZAG_BELOW = 2.9;
    private static final double NUMBER = 3.9;
    private static final double BAR = 2.6;
    private static final double SMALLEST_TILE = 1.25;
    private static final double LARGEST_TILE = 4.4;
    /** Of the room between pixels and digits, for all columns together. */
    private static final double BLOCK_SHARE = 0.4;
    private static final double SINGLE_SHARE = 0.44;
    /** Of a narrow column the tiles take so much, the bars the rest. */
    private static final double TILE_SHARE = 0.6;
    private static final int SMALLEST_WITH_BAR = 8;
    private static final int MOST_WITH_NUMBERS = 2;
    private static final int GAP = 3;
    private static final int SIDE = Dataset.COLUMNS;
    /** Below each tile of a block. */
    private static final int BLOCK_BAR = 3;

    /**
     * A neuron or a digit.
     *
     * @param tile where its weights are drawn; of a digit behind neurons without width, as those are their curves
     * @param name where the name of a digit stands; of a neuron without width
     * @param bar where its activation or probability is drawn at full length
     * @param number where its numbers stand; without width where there is no room
     * @param left the left edge of its layer's column, where connections have bent
     * @param end where they end
     * @param start where those that go on begin
     * @param right the right edge of the column, where they bend
     */
    public record Unit(Box tile, Box name, Box bar, Box number, double left, double end, double start, double right) {

        /** Whether a point lies on its tile, bar or numbers. */
        public boolean holds(double x, double y) {
            return tile.holds(x, y) || name.holds(x, y) || bar.holds(x, y) || number.holds(x, y);
        }

        /** What is framed when it is chosen. */
        public Box mark() {
            return tile.width() > 0 ? tile : name;
        }

        /** The row of its connections. */
        public double middle() {
            return tile.y() + tile.height() / 2;
        }
    }

    private final Box input;
    private final Box legend;
    private final List<List<Unit>> layers = new ArrayList<>();
    private final double letter;
    private final double top;
    private final double height;

    /**
     * @param width in pixels
     * @param height in pixels
     * @param letter size of letters, in pixels
     */
    public NetworkLayout(Architecture architecture, double width, double height, double letter) {
        this.letter = letter;
        top = HEADING * letter;
        this.height = height - top - EDGE;
        double below = Math.min(LEGEND * letter, LEGEND_SHARE * this.height);
        double room = Math.min(LARGEST_INPUT * width, this.height - below);
        double side = Math.max(SIDE, Math.floor(room / SIDE) * SIDE);
        input = new Box(EDGE, top + Math.max(0, Math.floor((this.height - below - side) / 2)), side, side);
        double gap = below / LEGEND;
        legend = new Box(EDGE, input.bottom() + gap, side, below - gap);
        double right = Math.floor(width - EDGE - Math.min(OUTPUTS * letter, Math.max(LEAST_OUTPUTS * letter, OUTPUTS_SHARE * width)));
        List<Integer> hidden = architecture.hidden();
        double weights = hidden.isEmpty() ? outputTile() : 0;
        List<List<Unit>> columns = new ArrayList<>();
        double taken = 0;
        for (int size : hidden) {
            List<Unit> column = column(size, hidden.size(), (right - input.right()) * (hidden.size() == 1 ? SINGLE_SHARE : BLOCK_SHARE) / hidden.size());
            columns.add(column);
            taken += width(column);
        }
        double between = (right - input.right() - taken) / (hidden.size() + 1);
        double x = input.right();
        for (List<Unit> column : columns) {
            double offset = Math.floor(x + between);
            layers.add(column.stream().map(unit -> moved(unit, offset)).toList());
            x += between + width(column);
        }
        layers.add(outputs(right - weights, weights, width - EDGE));
    }

    /** Where the 28×28 picture is drawn. */
    public Box input() {
        return input;
    }

    /** A pixel of it. */
    public Box pixel(int index) {
        double pitch = input.width() / SIDE;
        return new Box(input.x() + index % SIDE * pitch, input.y() + index / SIDE * pitch, pitch, pitch);
    }

    /** The pixel at a point; empty beside the picture. */
    public Optional<Integer> pixelAt(double x, double y) {
        int row = (int) ((y - input.y()) * SIDE / input.height());
        int column = (int) ((x - input.x()) * SIDE / input.width());
        return input.holds(x, y) ? Optional.of(Math.min(SIDE - 1, row) * SIDE + Math.min(SIDE - 1, column)) : Optional.empty();
    }

    /** Where the legend of widths and colours has its room. */
    public Box legend() {
        return legend;
    }

    /** Number of layers, that of the digits included. */
    public int depth() {
        return layers.size();
    }

    /** The neurons of a layer, from 1 on; of the last one, the digits. */
    public List<Unit> layer(int number) {
        return layers.get(number - 1);
    }

    public Unit unit(int layer, int index) {
        return layers.get(layer - 1).get(index);
    }

    /** The unit of a layer that lies nearest to a row and column of another. */
    public Part.Unit nearest(int number, Unit to) {
        List<Unit> units = layer(number);
        int best = 0;
        for (int i = 1; i < units.size(); i++) {
            best = distance(units.get(i), to) < distance(units.get(best), to) ? i : best;
        }
        return new Part.Unit(number, best);
    }

    private static double distance(Unit one, Unit other) {
        return Math.hypot(one.middle() - other.middle(), one.tile.x() - other.tile.x());
    }

    /** Where the heading of a layer stands: above its column, as wide as that. */
    public Box heading(int number) {
        List<Unit> column = layer(number);
        return new Box(column.get(0).left, 0, width(column), letter * HEADING);
    }

    /** Where a connection runs, {@code width} pixels wide. */
    public Ribbon ribbon(Connection connection, double width) {
        Unit from = unit(connection.layer() - 1, connection.from());
        Unit to = unit(connection.layer(), connection.to());
        return new Ribbon(from.start, from.right, from.middle(), to.left, to.middle(), to.end, width);
    }

    /** Where all that comes from the pixels to a neuron of layer_1 runs. */
    public Ribbon band(int neuron, double width) {
        List<Unit> first = layers.get(0);
        Unit to = first.get(neuron);
        double share = (to.middle() - top) / height;
        return new Ribbon(input.right(), input.right(), input.y() + share * input.height(), to.left, to.middle(), to.end, width);
    }

    private static double width(List<Unit> column) {
        return column.get(0).right - column.get(0).left;
    }

    private static Unit moved(Unit unit, double by) {
        return new Unit(moved(unit.tile, by), moved(unit.name, by), moved(unit.bar, by), moved(unit.number, by), unit.left + by, unit.end + by, unit.start + by,
                unit.right + by);
    }

    private static Box unnamed(Box tile) {
        return new Box(tile.x(), tile.y(), 0, 0);
    }

    private static Box moved(Box box, double by) {
        return new Box(box.x() + by, box.y(), box.width(), box.height());
    }

    /** A hidden layer, with its left edge at 0. */
    private List<Unit> column(int size, int layersInAll, double room) {
        double pitch = Math.min(height / size, LARGEST_TILE * letter);
        if (pitch < SMALLEST_TILE * letter) {
            return block(size, room);
        }
        return layersInAll == 1 && pitch < ZIGZAG_BELOW * letter && zigzagWidth(pitch) < room ? zigzag(size, pitch)
                : single(size, pitch, layersInAll <= MOST_WITH_NUMBERS, room);
    }

    private double zigzagWidth(double pitch) {
        return 2 * (Math.floor(ZIGZAG_SIDE * pitch) + GAP + NUMBER * letter) + GAP;
    }

    /** Neurons in turn left and right of a middle line, so that their pictures may be nearly twice as high as a row. */
    private List<Unit> zigzag(int size, double pitch) {
        double first = top + (height - (size - 1) * pitch) / 2;
        double side = Math.floor(ZIGZAG_SIDE * pitch);
        double shift = Math.max(0, top + side / 2 - first);
        double squeezed = pitch * (height - side) / Math.max(1, height - pitch);
        double number = NUMBER * letter;
        double width = zigzagWidth(pitch);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double middle = first + shift + i * squeezed;
            double y = Math.floor(middle - side / 2);
            boolean isLeft = i % 2 == 0;
            double x = isLeft ? number + GAP : width - number - GAP - side;
            double beside = isLeft ? 0 : width - number;
            Box tile = new Box(x, y, side, side);
            Box bar = new Box(beside, y + side / 2, number, side / 2 - GAP);
            Box digits = new Box(beside, y, number, side / 2);
            units.add(new Unit(tile, unnamed(tile), bar, digits, 0, isLeft ? 0 : x, isLeft ? tile.right() : width, width));
        }
        return units;
    }

    private List<Unit> single(int size, double pitch, boolean numbered, double room) {
        double first = top + (height - size * pitch) / 2;
        double side = Math.max(1, Math.floor(Math.min(pitch - GAP, TILE_SHARE * room)));
        double number = numbered && side + (BAR + NUMBER) * letter + 2 * GAP <= room ? NUMBER * letter : 0;
        double length = Math.max(1, Math.min(BAR * letter, room - side - number - 2 * GAP));
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double y = Math.floor(first + i * pitch + (pitch - side) / 2);
            Box tile = new Box(0, y, side, side);
            Box bar = new Box(side + GAP, y, length, side);
            Box digits = new Box(bar.right() + (number > 0 ? GAP : 0), y, number, side);
            units.add(new Unit(tile, unnamed(tile), bar, digits, 0, 0, digits.right(), digits.right()));
        }
        return units;
    }

    /** Tiles with a thin bar below each, unless they are so small that every point counts. */
    private List<Unit> block(int size, double room) {
        Tiling airy = Tiling.of(size, room, height - BLOCK_BAR, GAP + BLOCK_BAR, 1);
        boolean isAiry = airy.cell() >= SMALLEST_WITH_BAR;
        Tiling dense = Tiling.of(size, room, height, 1, 1);
        Tiling tiling = isAiry ? airy : dense.cell() > 1 ? dense : Tiling.of(size, room, height, 0, 1);
        int below = isAiry ? BLOCK_BAR - 1 : 0;
        double start = top + Math.floor((height - below - tiling.height()) / 2);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Box tile = new Box(tiling.x(i), start + tiling.y(i), tiling.cell(), tiling.cell());
            Box bar = new Box(tile.x(), tile.bottom() + (isAiry ? 1 : 0), isAiry ? tile.width() : 0, below);
            units.add(new Unit(tile, unnamed(tile), bar, unnamed(tile), 0, 0, tiling.width(), tiling.width()));
        }
        return units;
    }

    /** The side of a digit's own picture, where no neurons stand between it and the pixels. */
    private double outputTile() {
        return Math.floor(Math.min(height / Dataset.CLASSES - GAP, LARGEST_TILE * letter));
    }

    /** @param side of the pictures of their weights, 0 for none */
    private List<Unit> outputs(double left, double side, double width) {
        double pitch = height / Dataset.CLASSES;
        double row = Math.min(pitch - GAP, 2.2 * letter);
        List<Unit> units = new ArrayList<>();
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            double y = Math.floor(top + digit * pitch + (pitch - row) / 2);
            Box tile = new Box(left, side > 0 ? Math.floor(y + row / 2 - side / 2) : y, side, side > 0 ? side : row);
            Box name = new Box(left + side + BEFORE_NAME * letter, y, (NAME - BEFORE_NAME) * letter, row);
            Box bar = new Box(name.right(), y, width - left - side - (NAME + OUTPUT_NUMBERS) * letter - GAP, row);
            Box number = new Box(bar.right() + GAP, y, OUTPUT_NUMBERS * letter, row);
            units.add(new Unit(tile, name, bar, number, left, left, number.right(), number.right()));
        }
        return units;
    }
}
