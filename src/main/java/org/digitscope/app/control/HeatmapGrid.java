package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.data.Dataset;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.SignColours;
import org.digitscope.plot.Tiling;
import org.ejml.data.FMatrixRMaj;

/**
 * The weights of every neuron of layer_1 as a picture of 28×28 pixels, laid out to fill the space. The weight under the
 * pointer is told through {@link #pointedProperty}; with the keyboard, the arrow keys move it.
 */
public final class HeatmapGrid extends PaintedRegion {

    private static final int SIDE = Dataset.COLUMNS;
    private static final int LABEL = 14;
    private static final int GAP = 6;
    /** With more neurons there is no room for their numbers. */
    private static final int MOST_LABELS = 64;
    private static final double LABEL_FONT = 10;
    private static final double CHOSEN_LINE = 2;
    /** A bar beside a number: its height, and the room that the number takes. */
    private static final double BAR = 6;
    private static final double NUMBER = 18;
    /** Around each picture, whose neutral colour may be that of the page; its own pixels stay what they are. */
    private static final int EDGE = 1;
    /** Instead of a weight that isn't meant: no colour of the map, in both themes. */
    private static final int DIMMED = 0xFF9A9A9A;

    /** One weight: its neuron and its pixel (flat index, 0 to 783). */
    public record Weight(int neuron, int pixel) {
    }

    private final ObjectProperty<FMatrixRMaj> kernel = new SimpleObjectProperty<>(this, "kernel");
    private final BooleanProperty sharedScale = new SimpleBooleanProperty(this, "sharedScale");
    private final BooleanProperty labelled = new SimpleBooleanProperty(this, "labelled", true);
    private final ObjectProperty<boolean[]> marked = new SimpleObjectProperty<>(this, "marked");
    private final ReadOnlyObjectWrapper<Optional<Weight>> pointed = new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
    private final ObjectProperty<DoublePredicate> dimmed = new SimpleObjectProperty<>(this, "dimmed", weight -> false);
    private final ObjectProperty<int[]> order = new SimpleObjectProperty<>(this, "order");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ObjectProperty<float[]> activations = new SimpleObjectProperty<>(this, "activations");
    private Consumer<Weight> onWeightClicked = weight -> { };
    private final int[] tile = new int[Dataset.PIXELS];
    private int[] pixels = new int[0];
    private WritableImage image = new WritableImage(1, 1);
    private Tiling tiling = Tiling.of(1, 1, 1, 0);

    public HeatmapGrid() {
        setFocusTraversable(true);
        getStyleClass().add("heatmap-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The weights of layer 1, a picture of 28 by 28 pixels for each neuron. "
                + "Arrow keys move from weight to weight.");
        kernel.addListener((observable, before, after) -> repaint());
        labelled.addListener((observable, before, after) -> repaint());
        sharedScale.addListener((observable, before, after) -> repaint());
        marked.addListener((observable, before, after) -> repaint());
        pointed.addListener((observable, before, after) -> repaint());
        setOnMouseMoved(event -> pointed.set(weightAt(event.getX() - snappedLeftInset(), event.getY() - snappedTopInset())));
        setOnMouseExited(event -> pointed.set(Optional.empty()));
        for (Observable each : List.of(dimmed, order, selected, activations)) {
            each.addListener(observable -> repaint());
        }
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                pointed.get().ifPresent(onWeightClicked);
            }
        });
        setOnKeyPressed(this::movePointed);
    }

    /** Shape (784, neurons); null for none. */
    public ObjectProperty<FMatrixRMaj> kernelProperty() {
        return kernel;
    }

    /** Whether all neurons have one colour scale; otherwise each has its own. */
    public BooleanProperty sharedScaleProperty() {
        return sharedScale;
    }

    /** 784 flags of pixels to mark as never lit; null for none. */
    public ObjectProperty<boolean[]> markedProperty() {
        return marked;
    }

    /** Which weights to draw pale; none by default. */
    public ObjectProperty<DoublePredicate> dimmedProperty() {
        return dimmed;
    }

    /** The neurons in the order in which their pictures stand; null for that of their numbers. */
    public ObjectProperty<int[]> orderProperty() {
        return order;
    }

    /** The neuron to frame, negative for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** How strongly each neuron answers a picture: a bar under its own picture, the longest for the strongest; null for none. */
    public ObjectProperty<float[]> activationsProperty() {
        return activations;
    }

    /** Called when a weight is clicked. */
    public void setOnWeightClicked(Consumer<Weight> action) {
        onWeightClicked = action;
    }

    /** Whether each picture has its number below, where there is room for numbers. */
    public BooleanProperty labelledProperty() {
        return labelled;
    }

    public ReadOnlyObjectProperty<Optional<Weight>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        FMatrixRMaj weights = kernel.get();
        if (weights == null) {
            return;
        }
        int neurons = weights.numCols;
        tiling = Tiling.of(neurons, width - 2 * EDGE, (labelled(neurons) ? height - gap() : height) - 2 * EDGE, gap());
        paintImage(weights);
        double left = left(width);
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, left, EDGE);
        paintEdges(graphics, neurons, left);
        graphics.setFont(font(LABEL_FONT, FontWeight.NORMAL));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(Color.web(palette().mutedText()));
        for (int place = 0; place < neurons && labelled(neurons); place++) {
            graphics.fillText(String.valueOf(neuron(place)), left + tiling.x(place), y(place) + tiling.cell() + 1);
        }
        if (activations.get() != null && activations.get().length == neurons) {
            paintActivations(graphics, left);
        }
        if (selected.get() >= 0 && selected.get() < neurons) {
            frame(graphics, place(selected.get()), left, Math.round(CHOSEN_LINE * typeScaleProperty().get()));
        }
        pointed.get().filter(weight -> weight.neuron < neurons).ifPresent(weight -> outline(graphics, weight, left));
    }

    private void paintEdges(GraphicsContext graphics, int neurons, double left) {
        graphics.setStroke(Color.web(palette().grid()));
        graphics.setLineWidth(1);
        for (int place = 0; place < neurons; place++) {
            graphics.strokeRect(left + tiling.x(place) - 0.5, y(place) - 0.5, tiling.cell() + 1, tiling.cell() + 1);
        }
    }

    /** Paints all pictures at the resolution of the screen: letting the canvas scale parts of an image mixes neighbours. */
    private void paintImage(FMatrixRMaj weights) {
        int width = tiling.width();
        int height = tiling.height();
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new WritableImage(width, height);
            pixels = new int[width * height];
        }
        double shared = roundLimit(Heatmap.limit(weights));
        double[] own = Heatmap.limits(weights);
        for (int place = 0; place < weights.numCols; place++) {
            int neuron = neuron(place);
            double limit = sharedScale.get() ? shared : roundLimit(own[neuron]);
            Heatmap.paint(weights, neuron, limit, tile, 0, SIDE);
            if (marked.get() != null) {
                Heatmap.markNeverLit(marked.get(), tile, 0, SIDE);
            }
            dim(weights, neuron);
            enlarge(tiling.y(place) * width + tiling.x(place), width);
        }
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    /** Beside the number, or where there is none in the gap below. */
    private void paintActivations(GraphicsContext graphics, double left) {
        float[] values = activations.get();
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        boolean numbered = labelled(values.length);
        double scale = typeScaleProperty().get();
        double high = numbered ? Math.round(BAR * scale) : Math.max(1, tiling.gap() - 3);
        double inset = numbered ? Math.min(tiling.cell() / 2.0, NUMBER * scale) : 0;
        for (int place = 0; place < values.length && largest > 0; place++) {
            float value = values[neuron(place)];
            double x = left + tiling.x(place) + inset;
            double y = y(place) + tiling.cell() + (numbered ? Math.round((gap() - high) / 2) : 1);
            double room = tiling.cell() - inset;
            graphics.setFill(Color.web(palette().grid()));
            graphics.fillRect(x, y, room, high);
            graphics.setFill(Color.web(SignColours.hex(value)));
            graphics.fillRect(x, y, value == 0 ? 0 : Math.max(1, room * Math.abs(value) / largest), high);
        }
    }

    private void enlarge(int offset, int stride) {
        int cell = tiling.cell();
        for (int y = 0; y < cell; y++) {
            int row = y * SIDE / cell * SIDE;
            for (int x = 0; x < cell; x++) {
                pixels[offset + y * stride + x] = tile[row + x * SIDE / cell];
            }
        }
    }

    private void dim(FMatrixRMaj weights, int neuron) {
        for (int pixel = 0; pixel < tile.length; pixel++) {
            if (dimmed.get().test(weights.data[pixel * weights.numCols + neuron])) {
                tile[pixel] = DIMMED;
            }
        }
    }

    /** Inside of the picture, where it is never cut, of a dark and a light line, of which one is seen on any colour. */
    private void frame(GraphicsContext graphics, int place, double left, double line) {
        graphics.setLineWidth(line);
        for (int ring = 0; ring < 2; ring++) {
            double inset = (ring + 0.5) * line;
            graphics.setStroke(Color.web(ring == 0 ? palette().text() : palette().background()));
            graphics.strokeRect(left + tiling.x(place) + inset, y(place) + inset, tiling.cell() - 2 * inset, tiling.cell() - 2 * inset);
        }
    }

    private void outline(GraphicsContext graphics, Weight weight, double left) {
        double pixel = (double) tiling.cell() / SIDE;
        int place = place(weight.neuron);
        double x = left + tiling.x(place);
        double y = y(place);
        frame(graphics, place, left, 1);
        graphics.setStroke(Color.web(palette().text()));
        graphics.strokeRect(x + weight.pixel % SIDE * pixel - 0.5, y + weight.pixel / SIDE * pixel - 0.5, pixel + 1, pixel + 1);
    }

    private Optional<Weight> weightAt(double x, double y) {
        FMatrixRMaj weights = kernel.get();
        double inX = x - left(canvas().getWidth());
        int place = tiling.indexAt(inX, y - EDGE);
        if (weights == null || place < 0 || place >= weights.numCols) {
            return Optional.empty();
        }
        int column = (int) ((inX - tiling.x(place)) * SIDE / tiling.cell());
        int row = (int) ((y - y(place)) * SIDE / tiling.cell());
        return Optional.of(new Weight(neuron(place), row * SIDE + column));
    }

    /** The neuron whose picture stands at a place. */
    private int neuron(int place) {
        return isOrdered() ? order.get()[place] : place;
    }

    private int place(int neuron) {
        for (int place = 0; isOrdered() && place < order.get().length; place++) {
            if (order.get()[place] == neuron) {
                return place;
            }
        }
        return neuron;
    }

    private boolean isOrdered() {
        return order.get() != null && kernel.get() != null && order.get().length == kernel.get().numCols;
    }

    private void movePointed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            pointed.get().ifPresent(onWeightClicked);
        }
        if (kernel.get() == null || !event.getCode().isArrowKey() || event.isShortcutDown()) {
            return;
        }
        Weight from = pointed.get().orElse(new Weight(0, SIDE * SIDE / 2 + SIDE / 2));
        int neurons = kernel.get().numCols;
        boolean whole = event.isShiftDown();
        Weight to = switch (event.getCode()) {
            case LEFT -> whole ? neuron(from, -1, neurons) : pixel(from, -1);
            case RIGHT -> whole ? neuron(from, 1, neurons) : pixel(from, 1);
            case UP -> whole ? neuron(from, -tiling.columns(), neurons) : pixel(from, -SIDE);
            default -> whole ? neuron(from, tiling.columns(), neurons) : pixel(from, SIDE);
        };
        pointed.set(Optional.of(to));
        event.consume();
    }

    private Weight neuron(Weight from, int by, int neurons) {
        return new Weight(neuron(Math.floorMod(place(from.neuron) + by, neurons)), from.pixel);
    }

    private static Weight pixel(Weight from, int by) {
        return new Weight(from.neuron, Math.floorMod(from.pixel + by, Dataset.PIXELS));
    }

    /** The end of the scale, as its legend shows it. */
    private static double roundLimit(double largest) {
        return ColorScale.holding(largest).limit().doubleValue();
    }

    private int gap() {
        return labelled(kernel.get().numCols) ? (int) Math.ceil(LABEL * typeScaleProperty().get()) : GAP;
    }

    private boolean labelled(int neurons) {
        return labelled.get() && neurons <= MOST_LABELS;
    }

    private double y(int place) {
        return EDGE + tiling.y(place);
    }

    private double left(double width) {
        return Math.max(EDGE, Math.floor((width - tiling.width()) / 2));
    }
}
