package org.digitscope.app.control;

import java.util.Arrays;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.digitscope.data.Dataset;
import org.digitscope.plot.ChartModel.Role;

/**
 * A picture of 28×28 grey values whose pixels are pointed at, and painted where that is allowed. The pointer or the arrow keys move a
 * cursor from pixel to pixel; dragging or Enter paints, the right button or Delete makes black, + and − change a pixel by a little.
 */
public final class PixelPad extends MeasuredRegion {

    private static final Dimension2D SIZE = new Dimension2D(252, 252);
    private static final int SIDE = Dataset.COLUMNS;
    private static final int MIDDLE = 14 * SIDE + 14;
    private static final int MOST = 255;
    private static final int KEY_CHANGE = 16;
    private static final double CURSOR_LINE = 2;

    private final ObjectProperty<byte[]> picture = new SimpleObjectProperty<>(this, "picture", new byte[Dataset.PIXELS]);
    private final IntegerProperty cursor = new SimpleIntegerProperty(this, "cursor", MIDDLE);
    private final IntegerProperty ink = new SimpleIntegerProperty(this, "ink", MOST);
    private final WritableImage image = new WritableImage(SIDE, SIDE);
    private final boolean paintable;

    /** @param paintable whether a person may change the picture */
    public PixelPad(boolean paintable) {
        super(SIZE, SIZE);
        this.paintable = paintable;
        getStyleClass().add("pixel-pad");
        picture.addListener((observable, before, after) -> changed());
        cursor.addListener((observable, before, after) -> changed());
        setOnMouseMoved(event -> point(event, false));
        setOnMousePressed(event -> {
            requestFocus();
            point(event, false);
            paintUnder(event, cursor.get());
        });
        setOnMouseDragged(event -> {
            int from = cursor.get();
            point(event, true);
            paintUnder(event, from);
        });
        setOnKeyPressed(this::handleKey);
        changed();
    }

    /** 784 unsigned grey values, row by row; never written to. */
    public ObjectProperty<byte[]> pictureProperty() {
        return picture;
    }

    /** The pixel that is read and painted, from 0 to 783. */
    public IntegerProperty pixelProperty() {
        return cursor;
    }

    /** The grey value to paint with, from 0 to 255. */
    public IntegerProperty inkProperty() {
        return ink;
    }

    /** The grey value at the cursor. */
    public int grey() {
        return picture.get()[cursor.get()] & 0xFF;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int[] argb = new int[Dataset.PIXELS];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (picture.get()[i] & 0xFF) * 0x010101;
        }
        image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), argb, 0, SIDE);
        double side = side();
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, 0, 0, side, side);
        graphics.setStroke(Color.web(palette().of(Role.VALIDATION)));
        graphics.setLineWidth(CURSOR_LINE);
        double cell = side / SIDE;
        graphics.strokeRect(cursor.get() % SIDE * cell + 0.5, cursor.get() / SIDE * cell + 0.5, cell - 1, cell - 1);
    }

    private double side() {
        return Math.min(canvas().getWidth(), canvas().getHeight());
    }

    private void point(MouseEvent event, boolean clamped) {
        double cell = side() / SIDE;
        int column = (int) Math.floor((event.getX() - snappedLeftInset()) / cell);
        int row = (int) Math.floor((event.getY() - snappedTopInset()) / cell);
        if (clamped || inside(row) && inside(column)) {
            cursor.set(clamp(row) * SIDE + clamp(column));
        }
    }

    /** All pixels on the way from one to the cursor, so that a quick stroke has no gaps. */
    private void paintUnder(MouseEvent event, int from) {
        boolean erases = event.getButton() == MouseButton.SECONDARY || event.isSecondaryButtonDown();
        int to = cursor.get();
        int steps = Math.max(1, Math.max(Math.abs(to % SIDE - from % SIDE), Math.abs(to / SIDE - from / SIDE)));
        byte[] painted = picture.get().clone();
        for (int step = 0; step <= steps; step++) {
            int column = from % SIDE + Math.round((float) step * (to % SIDE - from % SIDE) / steps);
            int row = from / SIDE + Math.round((float) step * (to / SIDE - from / SIDE) / steps);
            painted[row * SIDE + column] = (byte) (erases ? 0 : ink.get());
        }
        set(painted);
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        int row = cursor.get() / SIDE;
        int column = cursor.get() % SIDE;
        switch (event.getCode()) {
            case LEFT -> cursor.set(row * SIDE + clamp(column - 1));
            case RIGHT -> cursor.set(row * SIDE + clamp(column + 1));
            case UP -> cursor.set(clamp(row - 1) * SIDE + column);
            case DOWN -> cursor.set(clamp(row + 1) * SIDE + column);
            case ENTER -> setGrey(ink.get());
            case DELETE, BACK_SPACE -> setGrey(0);
            case PLUS, ADD, EQUALS -> setGrey(grey() + KEY_CHANGE);
            case MINUS, SUBTRACT -> setGrey(grey() - KEY_CHANGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void setGrey(int grey) {
        byte[] painted = picture.get().clone();
        painted[cursor.get()] = (byte) Math.max(0, Math.min(MOST, grey));
        set(painted);
    }

    private void set(byte[] painted) {
        if (paintable && !Arrays.equals(painted, picture.get())) {
            picture.set(painted);
        }
    }

    private void changed() {
        setAccessibleText("Picture of 28 by 28 pixels. Row " + cursor.get() / SIDE + ", column " + cursor.get() % SIDE + ": grey value "
                + grey() + ". Arrow keys move" + (paintable ? ", Enter paints, Delete makes black, plus and minus change a little." : "."));
        repaint();
    }

    private static boolean inside(int place) {
        return place >= 0 && place < SIDE;
    }

    private static int clamp(int place) {
        return Math.max(0, Math.min(SIDE - 1, place));
    }
}
