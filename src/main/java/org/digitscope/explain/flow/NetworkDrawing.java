package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Inputs;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Box;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.Palette;
import org.digitscope.plot.PlacedText.Anchor;
import org.digitscope.plot.SignColours;
import org.digitscope.plot.TextWidth;
import org.digitscope.plot.Tiling;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.NetworkLayout.Unit;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.NetworkPicture.Stroke;
import org.digitscope.plot.network.Part;
import org.digitscope.plot.network.Ribbon;
import org.digitscope.plot.network.Tiles;
import org.ejml.data.FMatrixRMaj;

/** Draws the picture of a network on any kind of sheet: curves, pictures on top of them, bars and words on top of these. */
public final class NetworkDrawing {

    private static final double SMALL = 0.85;
    /** A neuron that says nothing. */
    private static final double OFF = 0.3;
    private static final double HEADING_MIDDLE = 0.6;
    private static final double COLUMN_HEAD_MIDDLE = 1.7;
    /** A bar is at most so many letters high, and takes this share of its room. */
    private static final double BAR = 0.9;
    private static final double BAR_SHARE = 0.5;
    /** Of the room for the numbers of a neuron, for its own. */
    private static final double INDEX_SHARE = 0.36;
    /** Of the room for the numbers of a digit, for its logit. */
    private static final double LOGIT_SHARE = 0.46;

    /**
     * How it is to look.
     *
     * @param letter size of letters, in pixels
     * @param place where the walk is
     * @param chosen what is brought out
     * @param pixel of the input that is pointed at
     */
    public record Look(Palette palette, double letter, TextWidth measure, ClassNames classes, double place, Optional<Part> chosen, Optional<Integer> pixel) {
    }

    /** What it is drawn on; later things lie on top. */
    public interface Sheet {

        /** A part of a ribbon, see {@link org.digitscope.plot.network.RibbonRaster#paint}. */
        void ribbon(Ribbon ribbon, double value, double opacity, double from, double to);

        /** Where pictures of numbers are painted. */
        Tiles tiles();

        /** All ribbons and tiles are there; words and bars come. */
        void pixelsDone();

        void fill(Box box, String colour);

        void frame(Box box, double line, String colour);

        /** @param middle the row of its middle */
        void write(String text, double x, double middle, Anchor anchor, double size, boolean bold, String colour);
    }

    private final NetworkContent content;
    private final Look look;
    private final NetworkLayout layout;
    private final NetworkPicture curves;
    private final NetworkNumbers numbers;
    private final Parameters network;
    private final double width;

    /** @param layout of the same network, for this width and these letters */
    public NetworkDrawing(NetworkContent content, Look look, NetworkLayout layout, double width) {
        this.content = content;
        this.look = look;
        this.layout = layout;
        this.width = width;
        network = content.flow().network();
        curves = new NetworkPicture(layout, network.architecture(), content.shown().values(content.flow(), content.error()), look.chosen, look.letter);
        numbers = new NetworkNumbers(content, look.place);
    }

    /** The curves that it draws. */
    public NetworkPicture curves() {
        return curves;
    }

    /** Draws it. */
    public void on(Sheet sheet) {
        boolean back = content.shown() == Shown.ERROR;
        for (Stroke stroke : curves.strokes()) {
            double reach = numbers.reach(stroke.connection().layer());
            if (reach > 0) {
                sheet.ribbon(stroke.ribbon(), stroke.connection().value(), stroke.opacity(), back ? 1 - reach : 0, back ? 1 : reach);
            }
        }
        drawInput(sheet.tiles());
        Tiles tiles = sheet.tiles();
        for (int layer = 1; layer <= Math.max(1, network.depth() - 1); layer++) {
            FMatrixRMaj kernel = content.tiles().layer(layer).kernel();
            double[] limits = Heatmap.limits(kernel);
            for (int neuron = 0; neuron < limits.length; neuron++) {
                tiles.weights(layout.unit(layer, neuron).tile(), kernel, neuron, limits[neuron], layer == 1, numbers.isOff(layer, neuron) ? OFF : 1);
            }
        }
        sheet.pixelsDone();
        new Words(sheet).draw();
    }

    /** The picture itself or, while something is brought out, what each of its pixels adds to that. */
    private void drawInput(Tiles tiles) {
        Box box = layout.input();
        if (!content.batch().isEmpty() && content.overlay().isEmpty()) {
            drawBatch(tiles, box);
            return;
        }
        double white = network.inputs() == Inputs.GREY ? 255 : 1;
        double strongest = content.overlay().map(NetworkDrawing::limit).orElse(0.0);
        tiles.picture(box, pixel -> {
            double input = content.flow().input(pixel);
            return content.overlay().isPresent() && input != 0 ? ColorMap.SIGNED.argb(content.overlay().get()[pixel], strongest)
                    : grey((int) Math.round(255 * Math.min(1, input / white)));
        });
        content.missing().ifPresent(missing -> {
            double limit = limit(missing);
            tiles.dots(box, pixel -> content.flow().input(pixel) == 0 ? ColorMap.SIGNED.argb(missing[pixel], limit) : 0);
        });
    }

    private void drawBatch(Tiles tiles, Box box) {
        Tiling tiling = Tiling.of(content.batch().size(), box.width(), box.height(), 2, 1);
        for (int i = 0; i < content.batch().size(); i++) {
            byte[] digit = content.batch().get(i);
            tiles.picture(new Box(box.x() + tiling.x(i), box.y() + tiling.y(i), tiling.cell(), tiling.cell()), pixel -> grey(digit[pixel] & 0xFF));
        }
    }

    private static int grey(int value) {
        return 0xFF000000 | value * 0x010101;
    }

    static double limit(double[] values) {
        double limit = 0;
        for (double value : values) {
            limit = Math.max(limit, Double.isFinite(value) ? Math.abs(value) : 0);
        }
        return limit;
    }

    /** Headings, bars, numbers and the legend. */
    private final class Words {

        private final Sheet sheet;
        private final double letter = look.letter;
        private final List<Box> headings = new ArrayList<>();

        Words(Sheet sheet) {
            this.sheet = sheet;
        }

        void draw() {
            heading(content.batch().isEmpty() || content.overlay().isPresent() ? "784 pixels" : content.batch().size() + " × 784 pixels",
                    new Box(layout.input().x(), 0, layout.input().width(), 0));
            for (int layer = 1; layer <= network.depth(); layer++) {
                heading("layer_" + layer + ": " + network.layer(layer).outputs() + " " + network.activationOf(layer), layout.heading(layer));
                double longest = numbers.longest(layer);
                for (int index = 0; index < layout.layer(layer).size(); index++) {
                    Unit unit = layout.unit(layer, index);
                    bar(unit, numbers.bar(layer, index), longest);
                    if (layer == network.depth()) {
                        digit(unit, layer, index);
                    } else if (unit.number().width() > 0) {
                        write(String.valueOf(index), unit.number(), Anchor.START, false, true);
                        Box room = unit.number();
                        write(numbers.text(layer, index), new Box(room.x() + INDEX_SHARE * room.width(), room.y(), (1 - INDEX_SHARE) * room.width(), room.height()),
                                Anchor.END, false, numbers.isOff(layer, index));
                    }
                }
            }
            Box number = layout.unit(layout.depth(), 0).number();
            double logits = number.x() + number.width() * LOGIT_SHARE;
            columnHead(numbers.headOfText(), new Box(number.x(), 0, logits - number.x(), 0));
            columnHead(numbers.headOfPercent(), new Box(logits, 0, number.right() - logits, 0));
            new NetworkLegend(content, look, curves).draw(sheet, layout.legend(), numbers.widthMeans());
            look.chosen.ifPresent(this::frame);
            look.pixel.ifPresent(pixel -> framePixel(layout.pixel(pixel)));
        }

        /** Begins where its column does, unless the last heading is still there. */
        private void heading(String text, Box column) {
            double size = letter * SMALL;
            double needed = look.measure.of(text, size, true);
            double start = Math.max(0, Math.min(width - needed, column.x() + Math.min(0, (column.width() - needed) / 2)));
            double taken = headings.isEmpty() ? 0 : headings.get(headings.size() - 1).right() + letter;
            if (start >= taken || headings.isEmpty()) {
                headings.add(new Box(start, 0, needed, size));
                sheet.write(text, start, letter * HEADING_MIDDLE, Anchor.START, size, true, look.palette.text());
            }
        }

        /** Below the headings, where the digits' own numbers begin. */
        private void columnHead(String text, Box column) {
            write(text, new Box(column.x(), letter * COLUMN_HEAD_MIDDLE, column.width(), 0), Anchor.END, false, true);
        }

        private void bar(Unit unit, double value, double longest) {
            Box box = unit.bar();
            if (box.width() == 0) {
                return;
            }
            double high = Math.max(1, Math.min(letter * BAR, Math.round(box.height() * BAR_SHARE)));
            double y = Math.round(box.y() + (box.height() - high) / 2);
            sheet.fill(new Box(box.x(), y, box.width(), high), look.palette.grid());
            if (longest > 0 && value != 0) {
                double length = Double.isFinite(value) ? box.width() * Math.min(1, Math.abs(value) / longest) : box.width();
                sheet.fill(new Box(box.x(), y, Math.max(1, length), high), SignColours.hex(value));
            }
        }

        private void digit(Unit unit, int layer, int index) {
            boolean isAnswer = content.flow().pictures() == 1 && numbers.isDecided() && content.flow().answer() == index;
            write(look.classes.of(index), unit.name(), Anchor.START, isAnswer, false);
            Box number = unit.number();
            write(numbers.text(layer, index), new Box(number.x(), number.y(), number.width() * LOGIT_SHARE, number.height()), Anchor.END, isAnswer, false);
            write(numbers.percent(index), new Box(number.x() + number.width() * LOGIT_SHARE, number.y(), number.width() * (1 - LOGIT_SHARE),
                    number.height()), Anchor.END, isAnswer, false);
        }

        private void frame(Part part) {
            if (part instanceof Part.Unit unit) {
                frame(layout.unit(unit.layer(), unit.index()).mark());
            }
        }

        /** Of a light and a dark line, of which one is seen on any picture. */
        private void framePixel(Box box) {
            frame(box);
            sheet.frame(new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1), 1, look.palette.background());
        }

        private void frame(Box box) {
            double line = Math.max(1, Math.round(letter / 8));
            sheet.frame(new Box(box.x() - line / 2, box.y() - line / 2, box.width() + line, box.height() + line), line, look.palette.text());
        }

        /** Smaller where it is too long. */
        private void write(String text, Box box, Anchor anchor, boolean bold, boolean muted) {
            if (box.width() > 0 && !text.isEmpty()) {
                double size = letter * SMALL;
                double shrunk = size * Math.min(1, box.width() / look.measure.of(text, size, bold));
                sheet.write(text, anchor == Anchor.START ? box.x() : box.right(), box.y() + box.height() / 2, anchor, shrunk, bold,
                        muted ? look.palette.mutedText() : look.palette.text());
            }
        }
    }
}
