package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;

/** Paper to draw a digit on: the left button, a finger or a pen draws, the right button erases. */
public final class DrawingPad extends PaintedRegion {

    /** What happens to the strokes; places are shares of the pad's side, beyond 0 to 1 when they lie beside it. */
    public interface Pen {
        void down(double x, double y);

        void eraserDown(double x, double y);

        void moveTo(double x, double y);

        void up();

        /** As a share of the pad's side. */
        double eraserWidth();
    }

    private final ObjectProperty<Sheet> sheet = new SimpleObjectProperty<>(this, "sheet", Sheet.BLANK);
    private Pen pen;
    private MouseButton pressed = MouseButton.NONE;
    private Optional<Point2D> eraser = Optional.empty();

    public DrawingPad() {
        getStyleClass().add("drawing-pad");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Drawing pad, empty. Draw a digit with the pointer; Delete clears it.");
        sheet.addListener((observable, before, after) -> repaint());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        // a finger draws here and doesn't scroll what the pad lies in
        addEventHandler(ScrollEvent.ANY, event -> {
            if (event.isDirect()) {
                event.consume();
            }
        });
    }

    /** What is on the paper. */
    public ObjectProperty<Sheet> sheetProperty() {
        return sheet;
    }

    /** Takes the strokes; without one the pad only shows. */
    public void setPen(Pen pen) {
        this.pen = pen;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        double side = Math.min(width, height);
        graphics.save();
        graphics.translate(Math.floor((width - side) / 2), 0);
        paint(graphics, side);
        graphics.restore();
    }

    private void paint(GraphicsContext graphics, double side) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(0, 0, side, side);
        graphics.clip();
        graphics.setFill(Color.web(palette().background()));
        graphics.fillRect(0, 0, side, side);
        sheet.get().backdrop().ifPresent(backdrop -> paint(graphics, backdrop, side));
        graphics.setStroke(Color.web(palette().text()));
        graphics.setFill(Color.web(palette().text()));
        graphics.setLineCap(StrokeLineCap.ROUND);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        sheet.get().lines().forEach(line -> paint(graphics, line, side));
        graphics.restore();
        graphics.setStroke(Color.web(palette().mutedText()));
        graphics.setLineWidth(1);
        graphics.strokeRect(0.5, 0.5, side - 1, side - 1);
        eraser.ifPresent(place -> {
            double reach = pen.eraserWidth() * side;
            graphics.strokeOval(place.getX() * side - reach / 2, place.getY() * side - reach / 2, reach, reach);
        });
    }

    /** A curve through the middles of the pieces, which rounds the corners of a fast stroke. */
    private static void paint(GraphicsContext graphics, PenLine line, double side) {
        List<Point> points = line.points();
        double width = line.width() * side;
        Point first = points.get(0);
        if (points.size() == 1) {
            graphics.fillOval(first.x() * side - width / 2, first.y() * side - width / 2, width, width);
            return;
        }
        graphics.setLineWidth(width);
        graphics.beginPath();
        graphics.moveTo(first.x() * side, first.y() * side);
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point next = points.get(i + 1);
            graphics.quadraticCurveTo(corner.x() * side, corner.y() * side, (corner.x() + next.x()) / 2 * side,
                    (corner.y() + next.y()) / 2 * side);
        }
        Point last = points.get(points.size() - 1);
        graphics.lineTo(last.x() * side, last.y() * side);
        graphics.stroke();
    }

    private void paint(GraphicsContext graphics, Backdrop backdrop, double side) {
        GrayImage ink = backdrop.ink();
        int paperColor = rgb(palette().background());
        int inkColor = rgb(palette().text());
        int[] argb = new int[ink.values().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = mix(paperColor, inkColor, ink.values()[i]);
        }
        WritableImage image = new WritableImage(ink.width(), ink.height());
        image.getPixelWriter().setPixels(0, 0, ink.width(), ink.height(), PixelFormat.getIntArgbInstance(), argb, 0, ink.width());
        double scale = side / Math.max(ink.width(), ink.height());
        graphics.setImageSmoothing(!backdrop.isFramed());
        graphics.drawImage(image, (side - scale * ink.width()) / 2, (side - scale * ink.height()) / 2, scale * ink.width(),
                scale * ink.height());
    }

    private void press(MouseEvent event) {
        requestFocus();
        boolean known = event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY;
        if (pen == null || !known || pressed != MouseButton.NONE && pressed != event.getButton()) {
            return;
        }
        pressed = event.getButton();
        Point2D place = place(event);
        if (pressed == MouseButton.SECONDARY) {
            eraser = Optional.of(place);
            pen.eraserDown(place.getX(), place.getY());
        } else {
            pen.down(place.getX(), place.getY());
        }
    }

    private void drag(MouseEvent event) {
        if (pressed != MouseButton.NONE) {
            Point2D place = place(event);
            eraser = eraser.map(before -> place);
            pen.moveTo(place.getX(), place.getY());
        }
    }

    /** The node that was pressed gets this wherever the pointer is by then. */
    private void release(MouseEvent event) {
        if (event.getButton() == pressed) {
            // a quick hand is further than at the last move that was told of
            Point2D place = place(event);
            pen.moveTo(place.getX(), place.getY());
            pressed = MouseButton.NONE;
            eraser = Optional.empty();
            pen.up();
            repaint();
        }
    }

    private Point2D place(MouseEvent event) {
        double side = Math.min(canvas().getWidth(), canvas().getHeight());
        double left = snappedLeftInset() + Math.floor((canvas().getWidth() - side) / 2);
        return new Point2D((event.getX() - left) / side, (event.getY() - snappedTopInset()) / side);
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
