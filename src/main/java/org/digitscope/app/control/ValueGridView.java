package org.digitscope.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.plot.Palette;
import org.digitscope.plot.SvgGrid;
import org.digitscope.plot.ValueGrid;
import org.digitscope.plot.ValueGrid.Cell;

/** A figure of runs by the values of two settings: a coloured cell with its mean for each pair of values. */
public final class ValueGridView extends PaintedRegion implements SvgPicture {

    private static final double FONT = 12;
    private static final double SMALL_FONT = 10;
    private static final double LINE = 18;
    private static final double GAP = 8;

    private final ObjectProperty<ValueGrid> grid = new SimpleObjectProperty<>(this, "grid");

    public ValueGridView() {
        getStyleClass().add("value-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        grid.addListener((observable, before, after) -> {
            setAccessibleText(after == null ? "" : text(after));
            repaint();
        });
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<ValueGrid> gridProperty() {
        return grid;
    }

    @Override
    public Optional<Supplier<String>> svg(Palette palette) {
        return Optional.ofNullable(grid.get()).map(shown -> () -> SvgGrid.of(shown, palette));
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        ValueGrid shown = grid.get();
        if (shown == null) {
            return;
        }
        double scale = typeScaleProperty().get();
        double left = GAP + IntStream.range(0, shown.rows().size() + 1).mapToDouble(row -> measure().of(row == 0 ? shown.rowSetting() : shown.rows().get(row - 1),
                FONT * scale, row == 0)).max().orElse(0) + GAP;
        double top = 3 * LINE * scale;
        double cellWidth = (width - left) / shown.columns().size();
        double cellHeight = (height - top) / shown.rows().size();
        graphics.setTextBaseline(VPos.CENTER);
        write(graphics, shown.title(), FontWeight.BOLD, palette().text(), TextAlignment.LEFT, 0, 0.5 * LINE * scale);
        write(graphics, shown.columnSetting(), FontWeight.BOLD, palette().text(), TextAlignment.LEFT, left, 1.5 * LINE * scale);
        write(graphics, shown.rowSetting(), FontWeight.BOLD, palette().text(), TextAlignment.RIGHT, left - GAP, 2.5 * LINE * scale);
        for (int column = 0; column < shown.columns().size(); column++) {
            write(graphics, shown.columns().get(column), FontWeight.NORMAL, palette().mutedText(), TextAlignment.CENTER, left + (column + 0.5) * cellWidth,
                    2.5 * LINE * scale);
        }
        for (int row = 0; row < shown.rows().size(); row++) {
            double y = Math.round(top + row * cellHeight);
            write(graphics, shown.rows().get(row), FontWeight.NORMAL, palette().mutedText(), TextAlignment.RIGHT, left - GAP, y + cellHeight / 2);
            for (int column = 0; column < shown.columns().size(); column++) {
                double x = Math.round(left + column * cellWidth);
                paintCell(graphics, shown, shown.cells().get(row).get(column), x, y, Math.round(left + (column + 1) * cellWidth) - x - 1,
                        Math.round(top + (row + 1) * cellHeight) - y - 1);
            }
        }
    }

    private void paintCell(GraphicsContext graphics, ValueGrid shown, Cell cell, double x, double y, double width, double height) {
        double scale = typeScaleProperty().get();
        graphics.setFill(Color.web(hex(cell.colour())));
        graphics.fillRect(x, y, Math.max(1, width), Math.max(1, height));
        String range = shown.rangeText(cell);
        // the smaller text is the first to go where a cell has no room
        boolean hasRange = !range.isEmpty() && height >= 2 * LINE * scale && measure().of(range, SMALL_FONT * scale, false) < width;
        double middle = y + height / 2;
        if (height >= FONT * scale && measure().of(shown.meanText(cell), FONT * scale, true) < width) {
            write(graphics, shown.meanText(cell), FontWeight.BOLD, hex(cell.textColour()), TextAlignment.CENTER, x + width / 2,
                    hasRange ? middle - LINE * scale / 2 : middle);
        }
        if (hasRange) {
            graphics.setFont(font(SMALL_FONT, FontWeight.NORMAL));
            graphics.fillText(range, x + width / 2, middle + LINE * scale / 2);
        }
    }

    private void write(GraphicsContext graphics, String text, FontWeight weight, String colour, TextAlignment align, double x, double middle) {
        graphics.setFont(font(FONT, weight));
        graphics.setFill(Color.web(colour));
        graphics.setTextAlign(align);
        graphics.fillText(text, x, middle);
    }

    private static String hex(int rgb) {
        return String.format("#%06x", rgb);
    }

    private static String text(ValueGrid grid) {
        return grid.title() + ". " + IntStream.range(0, grid.rows().size()).boxed().flatMap(row -> IntStream.range(0, grid.columns().size())
                .mapToObj(column -> cellText(grid, row, column))).collect(Collectors.joining("; "));
    }

    private static String cellText(ValueGrid grid, int row, int column) {
        List<Cell> cells = grid.cells().get(row);
        return grid.rowSetting() + " " + grid.rows().get(row) + ", " + grid.columnSetting() + " " + grid.columns().get(column) + ": "
                + grid.meanText(cells.get(column));
    }
}
