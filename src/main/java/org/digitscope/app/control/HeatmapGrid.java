package org.digitscope.app.control;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.data.Dataset;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.Heatmap;
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

    /** One weight: its neuron and its pixel (flat index, 0 to 783). */
    public record Weight(int neuron, int pixel) {
    }

    private final ObjectProperty<FMatrixRMaj> kernel = new SimpleObjectProperty<>(this, "kernel");
    private final BooleanProperty sharedScale = new SimpleBooleanProperty(this, "sharedScale");
    private final BooleanProperty labelled = new SimpleBooleanProperty(this, "labelled", true);
    private final ObjectProperty<boolean[]> marked = new SimpleObjectProperty<>(this, "marked");
    private final ReadOnlyObjectWrapper<Optional<Weight>> pointed = new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
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
        setOnMouseClicked(event -> requestFocus());
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
        tiling = Tiling.of(neurons, width, labelled(neurons) ? height - gap() : height, gap());
        paintImage(weights);
        double left = left(width);
        graphics.setImageSmoothing(false);
        graphics.drawImage(image, left, 0);
        graphics.setFont(font(LABEL_FONT, FontWeight.NORMAL));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(Color.web(palette().mutedText()));
        for (int neuron = 0; neuron < neurons && labelled(neurons); neuron++) {
            graphics.fillText(String.valueOf(neuron), left + tiling.x(neuron), tiling.y(neuron) + tiling.cell() + 1);
        }
        pointed.get().filter(weight -> weight.neuron < neurons).ifPresent(weight -> outline(graphics, weight, left));
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
        for (int neuron = 0; neuron < weights.numCols; neuron++) {
            double limit = sharedScale.get() ? shared : roundLimit(Heatmap.limit(weights, neuron));
            Heatmap.paint(weights, neuron, limit, tile, 0, SIDE);
            if (marked.get() != null) {
                Heatmap.markNeverLit(marked.get(), tile, 0, SIDE);
            }
            enlarge(tiling.y(neuron) * width + tiling.x(neuron), width);
        }
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
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

    private void outline(GraphicsContext graphics, Weight weight, double left) {
        double pixel = (double) tiling.cell() / SIDE;
        double x = left + tiling.x(weight.neuron);
        double y = tiling.y(weight.neuron);
        graphics.setStroke(Color.web(palette().text()));
        graphics.setLineWidth(1);
        graphics.strokeRect(x - 0.5, y - 0.5, tiling.cell() + 1, tiling.cell() + 1);
        graphics.strokeRect(x + weight.pixel % SIDE * pixel - 0.5, y + weight.pixel / SIDE * pixel - 0.5, pixel + 1, pixel + 1);
    }

    private Optional<Weight> weightAt(double x, double y) {
        FMatrixRMaj weights = kernel.get();
        double inX = x - left(canvas().getWidth());
        int neuron = tiling.indexAt(inX, y);
        if (weights == null || neuron < 0 || neuron >= weights.numCols) {
            return Optional.empty();
        }
        int column = (int) ((inX - tiling.x(neuron)) * SIDE / tiling.cell());
        int row = (int) ((y - tiling.y(neuron)) * SIDE / tiling.cell());
        return Optional.of(new Weight(neuron, row * SIDE + column));
    }

    private void movePointed(KeyEvent event) {
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

    private static Weight neuron(Weight from, int by, int neurons) {
        return new Weight(Math.floorMod(from.neuron + by, neurons), from.pixel);
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

    private double left(double width) {
        return Math.max(0, Math.floor((width - tiling.width()) / 2));
    }
}
