package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.app.control.NetworkView.Content;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Inputs;
import org.digitscope.explain.flow.Shown;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Box;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.TextWidth;
import org.digitscope.plot.Tiling;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.NetworkLayout.Unit;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.NetworkPicture.Stroke;
import org.digitscope.plot.network.Part;
import org.digitscope.plot.network.RibbonRaster;
import org.digitscope.plot.network.Tiles;

/** Paints what a {@link NetworkView} shows: curves and tiles as pixels, bars and words on top. */
final class NetworkPainter {

    private static final double LETTER = 13;
    private static final double SMALL = 0.85;
    /** A neuron that says nothing. */
    private static final double OFF = 0.3;
    private static final double FIRST_BASELINE = 0.7;
    /** A bar is at most so many letters high, and takes this share of its room. */
    private static final double BAR = 0.9;
    private static final double BAR_SHARE = 0.5;
    /** Shares of the largest value in the legend of widths. */
    private static final double[] LEGEND = {1, 0.5, 0.1};

    private RibbonRaster raster = new RibbonRaster(1, 1);
    private WritableImage image = new WritableImage(1, 1);
    private Optional<NetworkLayout> layout = Optional.empty();
    private Optional<NetworkPicture> picture = Optional.empty();
    private Architecture architecture;
    private double letter;

    /**
     * How it is to look.
     *
     * @param typeScale size of letters, 1 for the usual one
     * @param place where the walk is
     * @param chosen what is brought out
     */
    record Look(Palette palette, double typeScale, TextWidth measure, ClassNames classes, double place, Optional<Part> chosen) {
    }

    Optional<NetworkLayout> layout() {
        return layout;
    }

    Optional<NetworkPicture> picture() {
        return picture;
    }

    void paint(GraphicsContext graphics, Content content, Look look, double width, double height) {
        Parameters network = content.flow().network();
        if (!network.architecture().equals(architecture) || raster.width() != (int) width || raster.height() != (int) height
                || letter != LETTER * look.typeScale) {
            architecture = network.architecture();
            letter = LETTER * look.typeScale;
            layout = Optional.of(new NetworkLayout(architecture, width, height, letter));
            raster = new RibbonRaster((int) width, (int) height);
            image = new WritableImage((int) width, (int) height);
        }
        NetworkPicture curves = new NetworkPicture(layout.get(), architecture, content.shown().values(content.flow(), content.error()),
                look.chosen, letter);
        picture = Optional.of(curves);
        NetworkNumbers numbers = new NetworkNumbers(content, look.place);
        paintPixels(content, numbers, curves);
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, 0, 0);
        new Words(graphics, look, numbers).paint(content, curves);
    }

    private void paintPixels(Content content, NetworkNumbers numbers, NetworkPicture curves) {
        raster.clear();
        for (Stroke stroke : curves.strokes()) {
            int layer = stroke.connection().layer();
            double reach = numbers.reach(layer);
            boolean back = content.shown() == Shown.ERROR;
            if (reach > 0) {
                raster.paint(stroke.ribbon(), SignColours.rgb(stroke.connection().value()), stroke.opacity(), back ? 1 - reach : 0, back ? 1 : reach);
            }
        }
        Tiles tiles = new Tiles(raster);
        paintInput(tiles, content, layout.get().input());
        for (int layer = 1; layer < layout.get().depth(); layer++) {
            List<Unit> units = layout.get().layer(layer);
            for (int neuron = 0; neuron < units.size(); neuron++) {
                tiles.weights(units.get(neuron).tile(), content.tiles().layer(layer).kernel(), neuron, layer == 1, numbers.isOff(layer, neuron) ? OFF : 1);
            }
        }
        image.getPixelWriter().setPixels(0, 0, raster.width(), raster.height(), PixelFormat.getIntArgbPreInstance(), raster.pixels(), 0,
                raster.width());
    }

    /** The picture itself or, while something is brought out, what each of its pixels adds to that. */
    private static void paintInput(Tiles tiles, Content content, Box box) {
        if (!content.batch().isEmpty() && content.overlay().isEmpty()) {
            paintBatch(tiles, content.batch(), box);
            return;
        }
        double white = content.flow().network().inputs() == Inputs.GREY ? 255 : 1;
        double strongest = content.overlay().map(NetworkPainter::limit).orElse(0.0);
        tiles.picture(box, pixel -> {
            double input = content.flow().input(pixel);
            if (content.overlay().isPresent() && input != 0) {
                return ColorMap.SIGNED.argb(content.overlay().get()[pixel], strongest);
            }
            return 0xFF000000 | (int) Math.round(255 * Math.min(1, input / white)) * 0x010101;
        });
        content.missing().ifPresent(missing -> {
            double limit = limit(missing);
            tiles.dots(box, pixel -> content.flow().input(pixel) == 0 ? ColorMap.SIGNED.argb(missing[pixel], limit) : 0);
        });
    }

    private static void paintBatch(Tiles tiles, List<byte[]> batch, Box box) {
        Tiling tiling = Tiling.of(batch.size(), box.width(), box.height(), 2, 1);
        for (int i = 0; i < batch.size(); i++) {
            byte[] digit = batch.get(i);
            tiles.picture(new Box(box.x() + tiling.x(i), box.y() + tiling.y(i), tiling.cell(), tiling.cell()),
                    pixel -> 0xFF000000 | (digit[pixel] & 0xFF) * 0x010101);
        }
    }

    private static double limit(double[] values) {
        double limit = 0;
        for (double value : values) {
            limit = Math.max(limit, Double.isFinite(value) ? Math.abs(value) : 0);
        }
        return limit;
    }

    /** Headings, bars, numbers and the legend. */
    private final class Words {

        private final GraphicsContext graphics;
        private final Look look;
        private final NetworkNumbers numbers;

        Words(GraphicsContext graphics, Look look, NetworkNumbers numbers) {
            this.graphics = graphics;
            this.look = look;
            this.numbers = numbers;
        }

        void paint(Content content, NetworkPicture curves) {
            Parameters network = content.flow().network();
            graphics.setTextBaseline(VPos.CENTER);
            heading("784 pixels", new Box(layout.get().input().x(), 0, layout.get().input().width(), 0));
            for (int layer = 1; layer <= network.depth(); layer++) {
                heading("layer_" + layer + ": " + network.layer(layer).outputs() + " " + network.activationOf(layer), layout.get().heading(layer));
                double longest = numbers.longest(layer);
                List<Unit> units = layout.get().layer(layer);
                for (int index = 0; index < units.size(); index++) {
                    bar(units.get(index), numbers.bar(layer, index), longest);
                    if (layer < network.depth()) {
                        write(numbers.text(layer, index), units.get(index).number(), TextAlignment.LEFT, FontWeight.NORMAL, numbers.isOff(layer, index));
                    } else {
                        digit(units.get(index), layer, index, content.flow().pictures() == 1 && content.flow().answer() == index);
                    }
                }
            }
            legend(curves);
            look.chosen.ifPresent(this::frame);
        }

        private void heading(String text, Box box) {
            graphics.setFont(Font.font(null, FontWeight.BOLD, letter * SMALL));
            graphics.setFill(Color.web(look.palette.text()));
            graphics.setTextAlign(TextAlignment.LEFT);
            double width = look.measure.of(text, letter * SMALL, true);
            double x = Math.max(0, Math.min(raster.width() - width, box.x() + Math.min(0, (box.width() - width) / 2)));
            graphics.fillText(text, x, letter * FIRST_BASELINE);
        }

        private void bar(Unit unit, double value, double longest) {
            Box box = unit.bar();
            if (box.width() == 0) {
                return;
            }
            graphics.setFill(Color.web(look.palette.grid()));
            double high = Math.max(1, Math.min(letter * BAR, Math.round(box.height() * BAR_SHARE)));
            double y = Math.round(box.y() + (box.height() - high) / 2);
            graphics.fillRect(box.x(), y, box.width(), high);
            if (longest > 0 && value != 0) {
                graphics.setFill(SignColours.of(value));
                graphics.fillRect(box.x(), y, Math.max(1, box.width() * Math.min(1, Math.abs(value) / longest)), high);
            }
        }

        private void digit(Unit unit, int layer, int index, boolean isAnswer) {
            FontWeight weight = isAnswer && numbers.isDecided() ? FontWeight.BOLD : FontWeight.NORMAL;
            write(look.classes.of(index), unit.tile(), TextAlignment.LEFT, weight, false);
            Box number = unit.number();
            write(numbers.text(layer, index), new Box(number.x(), number.y(), number.width() * 0.46, number.height()), TextAlignment.RIGHT, weight, false);
            write(numbers.percent(index), number, TextAlignment.RIGHT, weight, false);
        }

        private void write(String text, Box box, TextAlignment alignment, FontWeight weight, boolean muted) {
            if (box.width() == 0 || text.isEmpty()) {
                return;
            }
            double size = letter * SMALL;
            double needed = look.measure.of(text, size, weight == FontWeight.BOLD);
            graphics.setFont(Font.font(null, weight, size * Math.min(1, box.width() / needed)));
            graphics.setFill(Color.web(muted ? look.palette.mutedText() : look.palette.text()));
            graphics.setTextAlign(alignment);
            graphics.fillText(text, alignment == TextAlignment.LEFT ? box.x() : box.right(), box.y() + box.height() / 2);
        }

        private void legend(NetworkPicture curves) {
            Box box = layout.get().legend();
            double row = box.height() / (LEGEND.length + 1);
            double line = letter * 2.5;
            write(numbers.widthMeans(), new Box(box.x(), box.y(), box.width(), row), TextAlignment.LEFT, FontWeight.NORMAL, true);
            for (int i = 0; i < LEGEND.length; i++) {
                double value = curves.limit() * LEGEND[i];
                double middle = box.y() + (i + 1.5) * row;
                double thick = curves.width(value);
                for (int sign = -1; sign <= 1; sign += 2) {
                    graphics.setFill(SignColours.of(sign));
                    graphics.fillRect(box.x() + (sign < 0 ? 0 : line + 2), middle - thick / 2, line, thick);
                }
                write("∓ " + RoundedText.of("%.3g", value), new Box(box.x() + 2 * line + letter, middle - row / 2, box.width(), row),
                        TextAlignment.LEFT, FontWeight.NORMAL, true);
            }
        }

        private void frame(Part part) {
            if (part instanceof Part.Unit unit) {
                Box tile = layout.get().unit(unit.layer(), unit.index()).tile();
                graphics.setLineWidth(Math.max(1, Math.round(letter / 8)));
                graphics.setStroke(Color.web(look.palette.text()));
                graphics.strokeRect(tile.x() - 1.5, tile.y() - 1.5, tile.width() + 3, tile.height() + 3);
            }
        }
    }
}
