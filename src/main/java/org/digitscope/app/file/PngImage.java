package org.digitscope.app.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.files.Png;
import org.digitscope.plot.Palette;

/** JavaFX pictures as PNG. */
public final class PngImage {

    private static final double PICTURE_SCALE = 2;

    private PngImage() {
    }

    /** What a node looks like, twice as large as on screen. */
    static WritableImage of(Node node) {
        return node.snapshot(larger(), null);
    }

    /** The same in other colours than those of the window. */
    static WritableImage of(Node node, Palette colours) {
        List<PaintedRegion> painted = painted(node).toList();
        painted.forEach(region -> region.paintIn(Optional.of(colours)));
        SnapshotParameters larger = larger();
        larger.setFill(Color.web(colours.background()));
        WritableImage image = node.snapshot(larger, null);
        painted.forEach(region -> region.paintIn(Optional.empty()));
        return image;
    }

    private static SnapshotParameters larger() {
        SnapshotParameters larger = new SnapshotParameters();
        larger.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        return larger;
    }

    private static Stream<PaintedRegion> painted(Node node) {
        return node instanceof PaintedRegion region ? Stream.of(region)
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(PngImage::painted) : Stream.empty();
    }

    /** The bytes of a PNG file. */
    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Png.bytes(argb, width);
    }
}
