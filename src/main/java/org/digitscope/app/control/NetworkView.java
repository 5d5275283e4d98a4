package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.NetworkDrawing.Look;
import org.digitscope.files.report.NetworkSvg;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Palette;
import org.digitscope.plot.TextWidth;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.Part;

/**
 * The picture of a network with what flows through it. What is pointed at, by mouse or arrow keys, is brought out and told through
 * {@link #pointedProperty}; a click pins it.
 */
public final class NetworkView extends PaintedRegion implements SvgPicture {

    /** How far from a curve one may point, in pixels. */
    private static final double REACH = 4;
    private static final double LETTER = 13;

    private final ObjectProperty<Optional<NetworkContent>> content = new SimpleObjectProperty<>(this, "content", Optional.empty());
    private final ObjectProperty<ClassNames> classes = new SimpleObjectProperty<>(this, "classes", ClassNames.DIGITS);
    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", Double.MAX_VALUE);
    private final ReadOnlyObjectWrapper<Optional<Part>> pointed = new ReadOnlyObjectWrapper<>(this, "pointed", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> pixel = new ReadOnlyObjectWrapper<>(this, "pixel", Optional.empty());
    private final ObjectProperty<Optional<Part>> pinned = new SimpleObjectProperty<>(this, "pinned", Optional.empty());
    private final NetworkPainter painter = new NetworkPainter();
    private final TextWidth widths = new KnownWidths(measure());
    private Consumer<Part> onClicked = part -> { };
    private Consumer<Part> onDoubleClicked = part -> { };

    public NetworkView() {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("network-view");
        for (Observable each : List.of(content, classes, place, pointed, pixel, pinned)) {
            each.addListener(observable -> repaint());
        }
        setOnMouseMoved(event -> {
            pointed.set(partAt(event));
            pixel.set(pixelAt(event));
        });
        setOnMouseExited(event -> letGo());
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                click(event.getClickCount());
            }
        });
        setOnKeyPressed(this::press);
    }

    /** Empty where there is no network. */
    public ObjectProperty<Optional<NetworkContent>> contentProperty() {
        return content;
    }

    /** What the digits are called. */
    public ObjectProperty<ClassNames> classesProperty() {
        return classes;
    }

    /** Where on its way the walk is. */
    public DoubleProperty placeProperty() {
        return place;
    }

    /** What the pointer is on. */
    public ReadOnlyObjectProperty<Optional<Part>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** The pixel of the input that the pointer is on; what is brought out stays so meanwhile. */
    public ReadOnlyObjectProperty<Optional<Integer>> pixelProperty() {
        return pixel.getReadOnlyProperty();
    }

    /** What stays brought out while nothing else is pointed at. */
    public ObjectProperty<Optional<Part>> pinnedProperty() {
        return pinned;
    }

    /** What is brought out: what is pointed at, or else what is pinned. */
    public Optional<Part> chosen() {
        return pointed.get().or(pinned::get);
    }

    /** Before another network is shown: what is pinned or pointed at stays so only where that has it too. */
    public void letGoOfWhatIsNotIn(Parameters network) {
        pinned.set(pinned.get().filter(part -> part.isIn(network)));
        pointed.set(pointed.get().filter(part -> part.isIn(network)));
    }

    /** Brings out nothing any more; whether something was. */
    public boolean letGoOfAll() {
        boolean was = chosen().isPresent() || pixel.get().isPresent();
        pinned.set(Optional.empty());
        letGo();
        return was;
    }

    /** Called with what was pinned. */
    public void setOnPinned(Consumer<Part> action) {
        onClicked = action;
    }

    /** Called with what was clicked twice. */
    public void setOnDoubleClicked(Consumer<Part> action) {
        onDoubleClicked = action;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        content.get().ifPresent(shown -> painter.paint(graphics, shown, look(palette()), width, height));
    }

    private Look look(Palette palette) {
        return new Look(palette, LETTER * typeScaleProperty().get(), widths, classes.get(), place.get(), chosen(), pixel.get());
    }

    private Optional<Part> partAt(MouseEvent event) {
        double x = event.getX() - snappedLeftInset();
        double y = event.getY() - snappedTopInset();
        return content.get().flatMap(shown -> painter.picture()).flatMap(picture -> picture.at(x, y, REACH));
    }

    /** Of several pictures there are no single pixels. */
    private Optional<Integer> pixelAt(MouseEvent event) {
        return pixels().flatMap(layout -> layout.pixelAt(event.getX() - snappedLeftInset(), event.getY() - snappedTopInset()));
    }

    private Optional<NetworkLayout> pixels() {
        return content.get().filter(shown -> shown.batch().isEmpty() || shown.overlay().isPresent()).flatMap(shown -> painter.layout());
    }

    private void letGo() {
        pointed.set(Optional.empty());
        pixel.set(Optional.empty());
    }

    private void click(int count) {
        Optional<Part> on = pointed.get();
        if (pixel.get().isPresent()) {
            return;
        }
        if (count == 2) {
            on.ifPresent(onDoubleClicked);
        } else {
            pinned.set(on.equals(pinned.get()) ? Optional.empty() : on);
            pinned.get().ifPresent(onClicked);
        }
    }

    private void press(KeyEvent event) {
        Optional<NetworkLayout> layout = content.get().flatMap(shown -> painter.layout());
        if (layout.isEmpty() || event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            pinned.set(chosen());
            pinned.get().ifPresent(onClicked);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && letGoOfAll()) {
            event.consume();
        } else if (event.getCode() == KeyCode.M) {
            chosen().ifPresent(onDoubleClicked);
            event.consume();
        } else if (event.getCode().isArrowKey()) {
            if (pixel.get().isPresent() || entersPixels(event.getCode())) {
                movePixel(layout.get(), event.getCode());
            } else {
                pointed.set(Optional.of(next(layout.get(), event.getCode())));
            }
            event.consume();
        }
    }

    private boolean entersPixels(KeyCode key) {
        return key == KeyCode.LEFT && pixels().isPresent() && chosen().filter(part -> part instanceof Part.Unit && part.layer() == 1).isPresent();
    }

    /** From the first layer to the pixel beside, and back over the picture's right edge; what is brought out stays so. */
    private void movePixel(NetworkLayout layout, KeyCode key) {
        if (pixel.get().isEmpty()) {
            double row = layout.unit(1, ((Part.Unit) chosen().orElseThrow()).index()).middle();
            double inside = Math.max(layout.input().y(), Math.min(layout.input().bottom() - 1, row));
            pixel.set(layout.pixelAt(layout.input().right() - 1, inside));
            return;
        }
        int column = pixel.get().get() % Dataset.COLUMNS;
        int row = pixel.get().get() / Dataset.COLUMNS;
        switch (key) {
            case UP -> row = Math.max(0, row - 1);
            case DOWN -> row = Math.min(Dataset.ROWS - 1, row + 1);
            case LEFT -> column = Math.max(0, column - 1);
            default -> column++;
        }
        pixel.set(column < Dataset.COLUMNS ? Optional.of(row * Dataset.COLUMNS + column) : Optional.empty());
    }

    /** Up and down within a layer, to the sides to the unit of the next layer that lies nearest. */
    private Part.Unit next(NetworkLayout layout, KeyCode key) {
        Part from = chosen().orElse(null);
        if (from == null) {
            return new Part.Unit(1, 0);
        }
        int index = from instanceof Part.Unit unit ? unit.index() : ((Part.Link) from).to();
        int size = layout.layer(from.layer()).size();
        return switch (key) {
            case UP -> new Part.Unit(from.layer(), Math.floorMod(index - 1, size));
            case DOWN -> new Part.Unit(from.layer(), Math.floorMod(index + 1, size));
            case LEFT -> layout.nearest(Math.max(1, from.layer() - 1), layout.unit(from.layer(), index));
            default -> layout.nearest(Math.min(layout.depth(), from.layer() + 1), layout.unit(from.layer(), index));
        };
    }

    @Override
    public Optional<Supplier<String>> svg(Palette palette) {
        Look look = new Look(palette, LETTER, TextWidth.WIDEST, classes.get(), place.get(), chosen(), Optional.empty());
        return content.get().map(shown -> () -> NetworkSvg.of(shown, look));
    }

    /** The curves as they were painted last; empty before. */
    public Optional<NetworkPicture> picture() {
        return painter.picture();
    }
}
