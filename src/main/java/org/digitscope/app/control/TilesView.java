package org.digitscope.app.control;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.digitscope.data.Dataset;

/** Pictures of 28×28 coloured pixels side by side, each pixel a sharp square. */
public final class TilesView extends PaintedRegion {

    private static final int SIDE = Dataset.COLUMNS;
    private static final double GAP = 4;

    private final ObjectProperty<List<int[]>> tiles = new SimpleObjectProperty<>(this, "tiles", List.of());
    private final WritableImage image = new WritableImage(SIDE, SIDE);

    public TilesView() {
        getStyleClass().add("tiles-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tiles.addListener((observable, before, after) -> repaint());
    }

    /** 784 colours each, row by row, as 0xAARRGGBB. */
    public ObjectProperty<List<int[]>> tilesProperty() {
        return tiles;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int count = tiles.get().size();
        // a whole multiple, where there is room for one, keeps every pixel as large as the others
        double room = Math.min(height - 2, (width - GAP * (count - 1)) / Math.max(1, count) - 2);
        double side = room >= SIDE ? Math.floor(room / SIDE) * SIDE : room;
        graphics.setImageSmoothing(false);
        graphics.setStroke(Color.web(palette().grid()));
        for (int i = 0; i < count; i++) {
            image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), tiles.get().get(i), 0, SIDE);
            double x = 1 + i * (side + 2 + GAP);
            graphics.drawImage(image, x, 1, side, side);
            graphics.strokeRect(x - 0.5, 0.5, side + 1, side + 1);
        }
    }
}
