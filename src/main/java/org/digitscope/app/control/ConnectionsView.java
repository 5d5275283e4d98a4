package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.digitscope.data.Dataset;
import org.digitscope.plot.ChartModel.Role;

/**
 * The inputs and outputs of a network's layers as dots, and the connections of a layer, or of one of its neurons, as lines. The pointer
 * lights them, or the arrow keys: left and right go from layer to layer, up and down from neuron to neuron.
 */
public final class ConnectionsView extends MeasuredRegion {

    private static final Dimension2D SIZE = new Dimension2D(230, 230);
    private static final Dimension2D LEAST = new Dimension2D(115, 230);
    private static final double DOT = 3.5;
    private static final double PIXEL = 1.2;
    private static final double MARGIN = 6;
    /** Of the height, for the 28 rows of pixels. */
    private static final double PICTURE = 0.4;
    /** More lines than these would be one area, and take long to paint. */
    private static final int MOST_LINES = 1000;
    private static final double ONE_ALPHA = 0.35;
    private static final double MANY_ALPHA = 0.2;
    private static final int MANY = 800;
    /** Of the distance of two layers: so near a pointer means a neuron, else the connections. */
    private static final double NEAR = 0.2;

    /**
     * What is lit.
     *
     * @param layer 1 for layer_1
     * @param output one of its neurons; empty for all of them
     */
    public record Lit(int layer, Optional<Integer> output) {
    }

    private final ObjectProperty<List<Integer>> sizes = new SimpleObjectProperty<>(this, "sizes", List.of(Dataset.PIXELS, 1));
    private final ObjectProperty<Lit> lit = new SimpleObjectProperty<>(this, "lit", new Lit(1, Optional.empty()));

    public ConnectionsView() {
        super(SIZE, LEAST);
        getStyleClass().add("connections-view");
        sizes.addListener((observable, before, after) -> {
            boolean there = lit.get().layer() < after.size() && lit.get().output().map(output -> output < after.get(lit.get().layer())).orElse(true);
            lit.set(there ? lit.get() : new Lit(1, Optional.empty()));
            changed();
        });
        lit.addListener((observable, before, after) -> changed());
        setOnMouseMoved(this::point);
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::handleKey);
        changed();
    }

    /** 784 and the number of outputs of each layer. */
    public ObjectProperty<List<Integer>> sizesProperty() {
        return sizes;
    }

    public ObjectProperty<Lit> litProperty() {
        return lit;
    }

    /** One in so many of the lit connections is drawn. */
    public static int every(long connections) {
        return (int) Math.max(1, (connections + MOST_LINES - 1) / MOST_LINES);
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        int layer = lit.get().layer();
        int inputs = sizes.get().get(layer - 1);
        int outputs = lit.get().output().isPresent() ? 1 : sizes.get().get(layer);
        int first = lit.get().output().orElse(0);
        long connections = (long) inputs * outputs;
        graphics.setStroke(Color.web(palette().of(Role.VALIDATION), connections > MANY ? MANY_ALPHA : ONE_ALPHA));
        graphics.setLineWidth(1);
        for (long i = 0; i < connections; i += every(connections)) {
            Point2D from = place(layer - 1, (int) (i / outputs));
            Point2D to = place(layer, first + (int) (i % outputs));
            graphics.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
        }
        Color bright = Color.web(palette().of(Role.VALIDATION));
        Color muted = Color.web(palette().mutedText());
        for (int column = 0; column < sizes.get().size(); column++) {
            double dot = dot(column);
            for (int i = 0; i < sizes.get().get(column); i++) {
                boolean isLit = column == layer && lit.get().output().map(Integer.valueOf(i)::equals).orElse(true) || column == layer - 1;
                graphics.setFill(isLit ? bright : muted);
                Point2D place = place(column, i);
                if (column == 0) {
                    graphics.fillRect(place.getX() - dot, place.getY() - dot, 2 * dot, 2 * dot);
                } else {
                    graphics.fillOval(place.getX() - dot, place.getY() - dot, 2 * dot, 2 * dot);
                }
            }
        }
    }

    private double dot(int column) {
        double scale = typeScaleProperty().get();
        return column == 0 ? PIXEL * scale : Math.max(0.5, Math.min(DOT * scale, distance(column) / 2.5));
    }

    /** Of two neurons of a column. */
    private double distance(int column) {
        return (canvas().getHeight() - 2 * MARGIN) / sizes.get().get(column);
    }

    private double picture() {
        return PICTURE * Math.min(canvas().getWidth(), canvas().getHeight());
    }

    private double x(int column) {
        double left = MARGIN + picture();
        return left + (canvas().getWidth() - left - 2 * MARGIN) * column / (sizes.get().size() - 1);
    }

    private Point2D place(int column, int number) {
        if (column == 0) {
            double cell = picture() / Dataset.COLUMNS;
            double top = (canvas().getHeight() - picture()) / 2;
            return new Point2D(MARGIN + (number % Dataset.COLUMNS + 0.5) * cell, top + (number / Dataset.COLUMNS + 0.5) * cell);
        }
        return new Point2D(x(column), MARGIN + (number + 0.5) * distance(column));
    }

    private void point(MouseEvent event) {
        double gap = (x(1) - x(0)) * NEAR;
        double x = event.getX() - snappedLeftInset();
        int layer = 1;
        while (layer < sizes.get().size() - 1 && x > x(layer) + gap) {
            layer++;
        }
        boolean near = Math.abs(x - x(layer)) <= gap;
        int number = (int) Math.floor((event.getY() - snappedTopInset() - MARGIN) / distance(layer));
        lit.set(new Lit(layer, near ? Optional.of(Math.max(0, Math.min(sizes.get().get(layer) - 1, number))) : Optional.empty()));
    }

    private void handleKey(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        int layer = lit.get().layer();
        int last = sizes.get().get(layer) - 1;
        int output = lit.get().output().orElse(-1);
        switch (event.getCode()) {
            case LEFT -> lit.set(new Lit(Math.max(1, layer - 1), Optional.empty()));
            case RIGHT -> lit.set(new Lit(Math.min(sizes.get().size() - 1, layer + 1), Optional.empty()));
            case DOWN -> lit.set(new Lit(layer, Optional.of(Math.min(last, output + 1))));
            case UP -> lit.set(new Lit(layer, output <= 0 ? Optional.empty() : Optional.of(output - 1)));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void changed() {
        setAccessibleText("The network as dots and lines; lit are the connections of layer_" + lit.get().layer()
                + lit.get().output().map(output -> ", number " + output).orElse("") + ". Left and right go from layer to layer, up and down from neuron to neuron.");
        repaint();
    }
}
