package org.digitscope.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.digitscope.drawing.GrayImage;

/** Paper to draw a digit on: the left button draws, the right one erases. Each stroke can be undone. */
public final class DrawingPad extends PaintedRegion {

    /** Pixels of the ink in each direction, whatever the size on screen. */
    private static final int SIDE = 280;
    private static final double PEN_RADIUS = 9;
    private static final double ERASER_RADIUS = 18;

    private record Stroke(boolean eraser, List<Point2D> points) {
    }

    private final InkBuffer buffer = new InkBuffer(SIDE);
    private final List<Stroke> strokes = new ArrayList<>();
    private final WritableImage image = new WritableImage(SIDE, SIDE);
    private final ReadOnlyObjectWrapper<GrayImage> ink = new ReadOnlyObjectWrapper<>(this, "ink", blank());

    public DrawingPad() {
        getStyleClass().add("drawing-pad");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Drawing pad. Draw a digit with the pointer; Delete clears it.");
        setOnMousePressed(this::startStroke);
        setOnMouseDragged(this::extendStroke);
    }

    /** The drawing, 280×280 amounts of ink. */
    public ReadOnlyObjectProperty<GrayImage> inkProperty() {
        return ink.getReadOnlyProperty();
    }

    public void clear() {
        strokes.clear();
        redraw();
    }

    /** Takes the last stroke back. */
    public void undo() {
        if (!strokes.isEmpty()) {
            strokes.remove(strokes.size() - 1);
            redraw();
        }
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int paper = rgb(palette().background());
        int pen = rgb(palette().text());
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = mix(paper, pen, buffer.ink()[i]);
        }
        image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), argb, 0, SIDE);
        double side = Math.min(width, height);
        graphics.drawImage(image, 0, 0, side, side);
        graphics.setStroke(Color.web(palette().mutedText()));
        graphics.strokeRect(0.5, 0.5, side - 1, side - 1);
    }

    private void startStroke(MouseEvent event) {
        requestFocus();
        boolean eraser = event.getButton() == MouseButton.SECONDARY;
        Stroke stroke = new Stroke(eraser, new ArrayList<>(List.of(point(event))));
        strokes.add(stroke);
        drawLast(stroke);
    }

    private void extendStroke(MouseEvent event) {
        if (!strokes.isEmpty()) {
            Stroke stroke = strokes.get(strokes.size() - 1);
            stroke.points.add(point(event));
            drawLast(stroke);
        }
    }

    private void drawLast(Stroke stroke) {
        draw(stroke, Math.max(0, stroke.points.size() - 2));
        publish();
    }

    private void redraw() {
        buffer.clear();
        strokes.forEach(stroke -> draw(stroke, 0));
        publish();
    }

    private void draw(Stroke stroke, int from) {
        double radius = stroke.eraser ? ERASER_RADIUS : PEN_RADIUS;
        for (int i = from; i < stroke.points.size(); i++) {
            Point2D start = stroke.points.get(Math.max(from, i - 1));
            Point2D end = stroke.points.get(i);
            buffer.line(start.getX(), start.getY(), end.getX(), end.getY(), radius, stroke.eraser);
        }
    }

    private void publish() {
        ink.set(new GrayImage(SIDE, SIDE, buffer.ink().clone()));
        repaint();
    }

    private Point2D point(MouseEvent event) {
        double side = Math.min(canvas().getWidth(), canvas().getHeight());
        return new Point2D((event.getX() - snappedLeftInset()) * SIDE / side, (event.getY() - snappedTopInset()) * SIDE / side);
    }

    private static GrayImage blank() {
        return new GrayImage(SIDE, SIDE, new float[SIDE * SIDE]);
    }

    private static int rgb(String color) {
        return Integer.parseInt(color.substring(1), 16);
    }

    private static int mix(int paper, int pen, float share) {
        int mixed = 0xFF000000;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = paper >> shift & 0xFF;
            int b = pen >> shift & 0xFF;
            mixed |= Math.round(a + (b - a) * share) << shift;
        }
        return mixed;
    }
}
