package org.digitscope.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.digitscope.data.Dataset;

/** A picture of 28×28 grey values, light on black as MNIST has it, every pixel a sharp square. */
public final class PixelView extends PaintedRegion {

    private final ObjectProperty<byte[]> picture = new SimpleObjectProperty<>(this, "picture", new byte[Dataset.PIXELS]);
    private final WritableImage image = new WritableImage(Dataset.COLUMNS, Dataset.ROWS);

    public PixelView() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.addListener((observable, before, after) -> repaint());
    }

    /** 784 unsigned grey values, row by row. */
    public ObjectProperty<byte[]> pictureProperty() {
        return picture;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int[] argb = new int[Dataset.PIXELS];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (picture.get()[i] & 0xFF) * 0x010101;
        }
        image.getPixelWriter().setPixels(0, 0, Dataset.COLUMNS, Dataset.ROWS, PixelFormat.getIntArgbInstance(), argb, 0,
                Dataset.COLUMNS);
        graphics.setImageSmoothing(false);
        double side = Math.min(width, height);
        graphics.drawImage(image, 0, 0, side, side);
    }
}
