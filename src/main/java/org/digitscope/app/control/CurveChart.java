package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.digitscope.plot.ChartLayout;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.SvgChart;
import org.digitscope.plot.Palette;
import org.digitscope.plot.CurveCharts.Window;

/**
 * A line chart. The pointer, or the arrow keys, move a crosshair that reads out exact values; dragging across it or the
 * + and − keys zoom along the x axis, a double click or Escape shows all again.
 */
public final class CurveChart extends PaintedRegion implements SvgPicture {

    private static final double KEY_STEP = 0.01;
    private static final double SMALLEST_DRAG = 5;

    private final ObjectProperty<ChartModel> model = new SimpleObjectProperty<>(this, "model");
    private final ObjectProperty<DoubleFunction<List<String>>> probe = new SimpleObjectProperty<>(this, "probe", x -> List.of());
    private final ObjectProperty<Window> zoom = new SimpleObjectProperty<>(this, "zoom");
    private final DoubleProperty crosshair = new SimpleDoubleProperty(this, "crosshair", -1);
    /** Of what was painted last. */
    private Optional<ChartLayout> layout = Optional.empty();
    /** The pointer's row; NaN where it is elsewhere. */
    private double pointer = Double.NaN;
    private double dragStart = -1;
    private double dragEnd = -1;

    public CurveChart() {
        setFocusTraversable(true);
        getStyleClass().add("curve-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        model.addListener((observable, before, after) -> repaint());
        crosshair.addListener((observable, before, after) -> repaint());
        setOnMouseMoved(event -> follow(event, share(event)));
        setOnMouseExited(event -> leave());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(event -> release());
        setOnKeyPressed(this::handleKey);
    }

    /** What is drawn; null for nothing. */
    public ObjectProperty<ChartModel> modelProperty() {
        return model;
    }

    @Override
    public Optional<Supplier<String>> svg(Palette palette) {
        return Optional.ofNullable(model.get()).map(chart -> () -> SvgChart.of(chart, palette));
    }

    /** Gives the lines that the crosshair shows at a value of the x axis. */
    public ObjectProperty<DoubleFunction<List<String>>> probeProperty() {
        return probe;
    }

    /** Where the crosshair stands, as a share of the x axis; negative for nowhere. Charts over the same axis share one. */
    public DoubleProperty crosshairProperty() {
        return crosshair;
    }

    /** The part of the x axis that a person chose; null for all of it. */
    public ObjectProperty<Window> zoomProperty() {
        return zoom;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ChartModel chart = model.get();
        if (chart == null) {
            return;
        }
        ChartPainter painter = new ChartPainter(chart, palette(), typeScaleProperty().get(), graphics, measure(), width, height);
        layout = Optional.of(painter.layout());
        painter.paint();
        if (dragStart >= 0) {
            painter.paintSelection(dragStart, dragEnd);
        }
        if (crosshair.get() >= 0) {
            List<String> lines = probe.get().apply(chart.x().value(crosshair.get()));
            painter.paintCrosshair(crosshair.get(), pointer, lines);
            setAccessibleText(chart.title() + ". " + (lines.isEmpty() ? "nothing to read here" : String.join(", ", lines)));
        } else {
            setAccessibleText(chart.title() + ", " + chart.yTitle() + " against " + chart.xTitle()
                    + ". Arrow keys read out values.");
        }
    }

    private void follow(MouseEvent event, double share) {
        pointer = event.getY() - snappedTopInset();
        moveCrosshair(share);
        repaint();
    }

    private void leave() {
        pointer = Double.NaN;
        moveCrosshair(-1);
    }

    private void moveCrosshair(double share) {
        crosshair.set(share >= 0 && share <= 1 ? share : -1);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            zoom.set(null);
        } else {
            dragStart = clamped(share(event));
            dragEnd = dragStart;
        }
    }

    private void drag(MouseEvent event) {
        if (dragStart >= 0) {
            dragEnd = clamped(share(event));
            follow(event, dragEnd);
        }
    }

    private void release() {
        double from = Math.min(dragStart, dragEnd);
        double to = Math.max(dragStart, dragEnd);
        boolean dragged = dragStart >= 0 && (to - from) * canvas().getWidth() >= SMALLEST_DRAG;
        dragStart = -1;
        if (dragged && model.get() != null) {
            zoom.set(new Window(model.get().x().value(from), model.get().x().value(to)));
        }
        repaint();
    }

    private void handleKey(KeyEvent event) {
        if (model.get() == null || event.isShortcutDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            moveCrosshair(clamped((crosshair.get() < 0 ? 0.5 : crosshair.get()) + (code == KeyCode.LEFT ? -KEY_STEP : KEY_STEP)));
        } else if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            zoomAround(0.25);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            zoomAround(1);
        } else if (code == KeyCode.ESCAPE && zoom.get() != null) {
            zoom.set(null);
        } else {
            return;
        }
        event.consume();
    }

    /** Shows this share of the axis to each side of the crosshair. */
    private void zoomAround(double reach) {
        double center = crosshair.get() < 0 ? 0.5 : crosshair.get();
        zoom.set(new Window(model.get().x().value(center - reach), model.get().x().value(center + reach)));
    }

    private double share(MouseEvent event) {
        return layout.map(painted -> painted.share(event.getX() - snappedLeftInset())).orElse(-1.0);
    }

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
