package org.digitscope.app.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.NetworkDrawing;
import org.digitscope.explain.flow.NetworkDrawing.Look;
import org.digitscope.network.Architecture;
import org.digitscope.plot.Box;
import org.digitscope.plot.PlacedText.Anchor;
import org.digitscope.plot.SignColours;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.Ribbon;
import org.digitscope.plot.network.RibbonRaster;
import org.digitscope.plot.network.Tiles;

/** Paints the picture of a network on a canvas: curves and tiles as pixels in one image, bars and words on top. */
final class NetworkPainter {

    private RibbonRaster raster = new RibbonRaster(1, 1);
    private WritableImage image = new WritableImage(1, 1);
    private Optional<NetworkLayout> layout = Optional.empty();
    private Optional<NetworkPicture> picture = Optional.empty();
    private final Map<String, Color> colours = new HashMap<>();
    private final Map<Letters, Font> fonts = new HashMap<>();
    private Architecture architecture;
    private double letter;

    private record Letters(double size, boolean bold) {

        Font font() {
            return Font.font(null, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
        }
    }

    Optional<NetworkLayout> layout() {
        return layout;
    }

    /** The curves as they were painted last. */
    Optional<NetworkPicture> picture() {
        return picture;
    }

    void paint(GraphicsContext graphics, NetworkContent content, Look look, double width, double height) {
        Architecture wanted = content.flow().network().architecture();
        if (!wanted.equals(architecture) || raster.width() != (int) width || raster.height() != (int) height || letter != look.letter()) {
            architecture = wanted;
            letter = look.letter();
            layout = Optional.of(new NetworkLayout(architecture, width, height, letter));
            raster = new RibbonRaster((int) width, (int) height);
            image = new WritableImage((int) width, (int) height);
        }
        raster.clear();
        NetworkDrawing drawing = new NetworkDrawing(content, look, layout.get(), width);
        picture = Optional.of(drawing.curves());
        drawing.on(new OnCanvas(graphics));
    }

    private final class OnCanvas implements NetworkDrawing.Sheet {

        private final GraphicsContext graphics;

        OnCanvas(GraphicsContext graphics) {
            this.graphics = graphics;
            graphics.setTextBaseline(VPos.CENTER);
        }

        private Color colour(String hex) {
            return colours.computeIfAbsent(hex, Color::web);
        }

        @Override
        public void ribbon(Ribbon ribbon, double value, double opacity, double from, double to) {
            raster.paint(ribbon, SignColours.rgb(value), opacity, from, to);
        }

        @Override
        public Tiles tiles() {
            return new Tiles(raster);
        }

        @Override
        public void pixelsDone() {
            image.getPixelWriter().setPixels(0, 0, raster.width(), raster.height(), PixelFormat.getIntArgbPreInstance(), raster.pixels(), 0,
                    raster.width());
            graphics.setImageSmoothing(false);
            graphics.drawImage(image, 0, 0);
        }

        @Override
        public void fill(Box box, String colour) {
            graphics.setFill(colour(colour));
            graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        }

        @Override
        public void frame(Box box, double line, String colour) {
            graphics.setLineWidth(line);
            graphics.setStroke(colour(colour));
            graphics.strokeRect(box.x(), box.y(), box.width(), box.height());
        }

        @Override
        public void write(String text, double x, double middle, Anchor anchor, double size, boolean bold, String colour) {
            graphics.setFont(fonts.computeIfAbsent(new Letters(size, bold), Letters::font));
            graphics.setFill(colour(colour));
            graphics.setTextAlign(switch (anchor) {
                case START -> TextAlignment.LEFT;
                case MIDDLE -> TextAlignment.CENTER;
                case END -> TextAlignment.RIGHT;
            });
            graphics.fillText(text, x, middle);
        }
    }
}
