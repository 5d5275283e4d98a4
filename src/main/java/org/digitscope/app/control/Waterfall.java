package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.explain.exhibit.RunningSum;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.Scale;
import org.digitscope.plot.SignColours;

/**
 * The parts of a sum as bars that begin where those before them end. How many are added is chosen with the pointer or the arrow keys;
 * the others are drawn pale.
 */
public final class Waterfall extends MeasuredRegion {

    private static final Dimension2D SIZE = new Dimension2D(300, 210);
    private static final Dimension2D LEAST = new Dimension2D(200, 150);
    private static final double FONT = 11;
    private static final double GAP = 5;
    private static final double MARGIN = 10;
    private static final double PALE = 0.25;
    private static final double LEAST_BAR = 0.7;
    private static final double LEAST_SEPARATED = 4;
    private static final int PAGE = 10;
    private static final int TICKS = 6;

    private final String title;
    private final ObjectProperty<Optional<RunningSum>> sum = new SimpleObjectProperty<>(this, "sum", Optional.empty());
    private final ObjectProperty<List<String>> names = new SimpleObjectProperty<>(this, "names", List.of());
    private final IntegerProperty added = new SimpleIntegerProperty(this, "added");

    /** @param title what is added, for those who can't see it */
    public Waterfall(String title) {
        super(SIZE, LEAST);
        this.title = title;
        getStyleClass().add("waterfall");
        sum.addListener((observable, before, after) -> {
            boolean all = before.map(each -> added.get() == each.size()).orElse(true);
            added.set(after.map(each -> all ? each.size() : Math.min(added.get(), each.size())).orElse(0));
            changed();
        });
        added.addListener((observable, before, after) -> changed());
        names.addListener((observable, before, after) -> repaint());
        setOnMousePressed(event -> {
            requestFocus();
            choose(event);
        });
        setOnMouseDragged(this::choose);
        setOnKeyPressed(this::handleKey);
    }

    public ObjectProperty<Optional<RunningSum>> sumProperty() {
        return sum;
    }

    /** What stands below the bars where there is room, one for each part. */
    public ObjectProperty<List<String>> namesProperty() {
        return names;
    }

    /** How many parts are added so far, from 0 to all of them. */
    public IntegerProperty addedProperty() {
        return added;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        if (sum.get().isEmpty()) {
            return;
        }
        RunningSum shown = sum.get().get();
        double scale = typeScaleProperty().get();
        Scale axis = new Scale.Linear(shown.lowest(), shown.highest());
        List<Scale.Tick> ticks = axis.ticks(TICKS);
        double left = left(ticks);
        double top = MARGIN * scale;
        double bottom = height - top - (FONT + GAP) * scale;
        graphics.setFont(font(FONT, FontWeight.NORMAL));
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setLineWidth(1);
        for (Scale.Tick tick : ticks) {
            double y = Math.round(bottom - axis.share(tick.value()) * (bottom - top)) + 0.5;
            graphics.setStroke(Color.web(tick.value() == 0 ? palette().mutedText() : palette().grid()));
            graphics.strokeLine(left, y, width, y);
            graphics.setFill(Color.web(palette().mutedText()));
            graphics.fillText(tick.label(), left - GAP * scale, y);
        }
        double step = (width - left) / shown.size();
        paintNames(graphics, left, step, height - FONT * scale / 2);
        double gap = step >= LEAST_SEPARATED ? 1 : 0;
        for (int i = 0; i < shown.size(); i++) {
            double from = bottom - axis.share(shown.after(i)) * (bottom - top);
            double to = bottom - axis.share(shown.after(i + 1)) * (bottom - top);
            graphics.setGlobalAlpha(i < added.get() ? 1 : PALE);
            graphics.setFill(Color.web(SignColours.hex(shown.part(i))));
            graphics.fillRect(left + i * step, Math.min(from, to), Math.max(LEAST_BAR, step - gap), Math.max(1, Math.abs(to - from)));
        }
        graphics.setGlobalAlpha(1);
        double now = bottom - axis.share(shown.after(added.get())) * (bottom - top);
        graphics.setStroke(Color.web(palette().text()));
        double x = left + added.get() * step;
        graphics.strokeLine(left, now, Math.max(left + 1, x), now);
    }

    /** Every one, every second, every third …, as many as have room. */
    private void paintNames(GraphicsContext graphics, double left, double step, double middle) {
        double widest = names.get().stream().mapToDouble(name -> measure().of(name, FONT * typeScaleProperty().get(), false)).max().orElse(0);
        int every = (int) Math.ceil((widest + GAP) / step);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(Color.web(palette().mutedText()));
        for (int i = 0; i < names.get().size(); i += every) {
            graphics.fillText(names.get().get(i), left + (i + 0.5) * step, middle);
        }
    }

    /** Also where the ticks' numbers end. */
    private double left(List<Scale.Tick> ticks) {
        double scale = typeScaleProperty().get();
        return ticks.stream().mapToDouble(tick -> measure().of(tick.label(), FONT * scale, false)).max().orElse(0) + 2 * GAP * scale;
    }

    private void choose(MouseEvent event) {
        sum.get().ifPresent(shown -> {
            double left = left(new Scale.Linear(shown.lowest(), shown.highest()).ticks(TICKS));
            double share = (event.getX() - snappedLeftInset() - left) / (canvas().getWidth() - left);
            add((int) Math.ceil(share * shown.size()) - added.get());
        });
    }

    private void handleKey(KeyEvent event) {
        int size = sum.get().map(RunningSum::size).orElse(0);
        if (event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> add(-1);
            case RIGHT -> add(1);
            case PAGE_UP -> add(-PAGE);
            case PAGE_DOWN -> add(PAGE);
            case HOME -> add(-size);
            case END -> add(size);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void add(int more) {
        added.set(Math.max(0, Math.min(sum.get().map(RunningSum::size).orElse(0), added.get() + more)));
    }

    private void changed() {
        setAccessibleText(title + sum.get().map(shown -> ": " + added.get() + " of " + shown.size() + " parts added make "
                + RoundedText.of("%.4f", shown.after(added.get()))).orElse("") + ". Left and right add one less or more, Home none, End all.");
        repaint();
    }
}
