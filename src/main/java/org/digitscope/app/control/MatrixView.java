package org.digitscope.app.control;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.data.Counts;

/** A matrix of coloured cells with their values, each of which can be chosen by a click or with the arrow keys. */
public final class MatrixView extends PaintedRegion {

    private static final double FONT = 11;
    private static final double LABELS = 22;
    private static final double TITLE = 16;
    /** Room for a label, and for a number of three digits. */
    private static final double LEAST_HEIGHT = 15;
    private static final double LEAST_WIDTH = 22;
    /** Larger matrices have smaller cells: a picture has an end. */
    private static final int MOST_LARGE = 64;
    private static final double LABEL_GAP = 4;
    /** Beside a number in its cell. */
    private static final double CELL_GAP = 3;
    private static final int[] ROUND_STEPS = {1, 2, 5};
    /** Between two cells that are large enough for it. */
    private static final double LINE = 1;
    private static final double LEAST_LINED = 5;
    /** More cells are painted as one picture, which is much quicker. */
    private static final int MOST_SINGLE = 8192;
    private static final double LEAST_FONT = 6;

    /** A cell, counted from 0. */
    public record Cell(int row, int column) {
    }

    /**
     * What is shown.
     *
     * @param values row by row
     * @param text of a value
     * @param color of a cell, as 0xAARRGGBB; 0 for no cell
     * @param rows what a row is, for example "true digit"; empty where rows need no numbers
     * @param columns what a column is
     */
    public record Content(double[][] values, DoubleFunction<String> text, CellColor color, String rows,
            String columns) {
    }

    /** How a cell looks, by its place. */
    @FunctionalInterface
    public interface CellColor {
        int argb(int row, int column);
    }

    private final ObjectProperty<Content> content = new SimpleObjectProperty<>(this, "content");
    private final ObjectProperty<Optional<Cell>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());

    public MatrixView() {
        getStyleClass().add("matrix-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        content.addListener((observable, before, after) -> {
            if (chosen.get().filter(cell -> !has(after, cell)).isPresent()) {
                chosen.set(Optional.empty());
            }
            changed();
        });
        content.addListener((observable, before, after) -> requestLayout());
        typeScaleProperty().addListener((observable, before, after) -> requestLayout());
        chosen.addListener((observable, before, after) -> changed());
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::move);
    }

    public ObjectProperty<Content> contentProperty() {
        return content;
    }

    /** The cell that was clicked, if any. */
    public ObjectProperty<Optional<Cell>> chosenProperty() {
        return chosen;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        // while letters grow, there may be no room beside those of the labels yet
        if (content.get() == null || cellWidth() <= 0 || cellHeight() <= 0) {
            return;
        }
        double[][] values = content.get().values();
        double cellWidth = cellWidth();
        double cellHeight = cellHeight();
        double size = sizeOfNumbers(values, cellWidth - CELL_GAP, cellHeight);
        graphics.setFont(font(size, FontWeight.NORMAL));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        if (values.length * values[0].length > MOST_SINGLE) {
            paintPicture(graphics, values.length, values[0].length);
        } else {
            paintCells(graphics, values, size);
        }
        paintLabels(graphics, values);
        chosen.get().filter(cell -> has(content.get(), cell)).ifPresent(cell -> {
            graphics.setStroke(Color.web(palette().text()));
            graphics.setLineWidth(2);
            graphics.strokeRect(x(cell.column), y(cell.row), x(cell.column + 1) - x(cell.column) - line(), y(cell.row + 1) - y(cell.row) - line());
        });
    }

    /** Of letters: the longest number has room in a cell. */
    private double sizeOfNumbers(double[][] values, double width, double height) {
        double scale = typeScaleProperty().get();
        double size = Math.min(FONT, 0.7 * height / scale);
        if (values.length * values[0].length > MOST_SINGLE || size < LEAST_FONT) {
            return 0;
        }
        String longest = Arrays.stream(values).flatMapToDouble(Arrays::stream).mapToObj(content.get().text()).max(Comparator.comparing(String::length)).orElse("");
        double wide = measure().of(longest, size * scale, false);
        return wide > width ? size * width / wide : size;
    }

    private void paintCells(GraphicsContext graphics, double[][] values, double size) {
        double line = line();
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                int argb = content.get().color().argb(row, column);
                if (argb != 0) {
                    graphics.setFill(color(argb));
                    graphics.fillRect(x(column), y(row), Math.max(1, x(column + 1) - x(column) - line), Math.max(1, y(row + 1) - y(row) - line));
                }
                if (argb != 0 && size >= LEAST_FONT) {
                    graphics.setFill(isDark(argb) ? Color.WHITE : Color.BLACK);
                    graphics.fillText(content.get().text().apply(values[row][column]), (x(column) + x(column + 1) - line) / 2,
                            (y(row) + y(row + 1) - line) / 2);
                }
            }
        }
    }

    /** A pixel for each cell, made as large as there is room; where there is less, neighbours are mixed, so that none is left out. */
    private void paintPicture(GraphicsContext graphics, int rows, int columns) {
        WritableImage picture = new WritableImage(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                picture.getPixelWriter().setArgb(column, row, content.get().color().argb(row, column));
            }
        }
        graphics.setImageSmoothing(cellWidth() < 1 || cellHeight() < 1);
        graphics.drawImage(picture, left(), left(), columns * cellWidth(), rows * cellHeight());
    }

    private double line() {
        return Math.min(cellWidth(), cellHeight()) < LEAST_LINED ? 0 : LINE;
    }

    private void paintLabels(GraphicsContext graphics, double[][] values) {
        double left = left();
        graphics.setFill(Color.web(palette().mutedText()));
        graphics.setFont(font(FONT, FontWeight.NORMAL));
        double middle = left - LABELS * typeScaleProperty().get() / 2;
        double title = TITLE * typeScaleProperty().get() / 2;
        double letters = FONT * typeScaleProperty().get();
        int everyRow = everyLabel(letters + 1, cellHeight(), values.length);
        for (int row = 0; row < values.length && !content.get().rows().isEmpty(); row += everyRow) {
            graphics.fillText(String.valueOf(row), middle, Math.min(left + (row + 0.5) * cellHeight(), canvas().getHeight() - letters / 2));
        }
        int everyColumn = everyLabel(measure().of(String.valueOf(values[0].length - 1), letters, false) + LABEL_GAP, cellWidth(),
                values[0].length);
        for (int column = 0; column < values[0].length; column += everyColumn) {
            // the last one may be wider than what is left of the picture
            double half = measure().of(String.valueOf(column), letters, false) / 2;
            graphics.fillText(String.valueOf(column), Math.min(left + (column + 0.5) * cellWidth(), canvas().getWidth() - half), middle);
        }
        graphics.fillText(content.get().columns(), left + values[0].length * cellWidth() / 2, title);
        graphics.save();
        graphics.translate(title, left + values.length * cellHeight() / 2);
        graphics.rotate(-90);
        graphics.fillText(content.get().rows(), 0, 0);
        graphics.restore();
    }

    /** The distance of labels that have room, in cells: 1, 2, 5, 10 and so on. */
    static int everyLabel(double label, double cell, int cells) {
        int every = 1;
        for (int next = 1; every * cell < label && every < cells; next++) {
            every = (int) Math.pow(10, next / ROUND_STEPS.length) * ROUND_STEPS[next % ROUND_STEPS.length];
        }
        return every;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least(LEAST_WIDTH, content.get() == null ? 1 : content.get().values()[0].length) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return least(LEAST_HEIGHT, content.get() == null ? 1 : content.get().values().length) + snappedTopInset() + snappedBottomInset();
    }

    private double least(double cell, int cells) {
        return Math.ceil(left() + cell * Math.min(cells, MOST_LARGE) * typeScaleProperty().get());
    }

    private static boolean has(Content content, Cell cell) {
        return content != null && cell.row < content.values().length && cell.column < content.values()[0].length;
    }

    private void changed() {
        Content shown = content.get();
        if (shown != null) {
            setAccessibleText("Matrix of " + Counts.of(shown.values().length, "row") + ", " + shown.rows() + ", and "
                    + Counts.of(shown.values()[0].length, "column") + ", " + shown.columns() + chosen.get().filter(cell -> has(shown, cell)).map(cell -> "; row " + cell.row + ", column " + cell.column
                    + ": " + shown.text().apply(shown.values()[cell.row][cell.column])).orElse(""));
        }
        repaint();
    }

    private void click(MouseEvent event) {
        requestFocus();
        if (content.get() != null && event.getButton() == MouseButton.PRIMARY) {
            int row = (int) Math.floor((event.getY() - snappedTopInset() - left()) / cellHeight());
            int column = (int) Math.floor((event.getX() - snappedLeftInset() - left()) / cellWidth());
            boolean inside = row >= 0 && column >= 0 && row < content.get().values().length
                    && column < content.get().values()[0].length;
            Optional<Cell> cell = inside ? Optional.of(new Cell(row, column)) : Optional.empty();
            chosen.set(cell.equals(chosen.get()) ? Optional.empty() : cell);
        }
    }

    private void move(KeyEvent event) {
        if (content.get() == null || !event.getCode().isArrowKey() || event.isShortcutDown()) {
            return;
        }
        int rows = content.get().values().length;
        int columns = content.get().values()[0].length;
        Cell from = chosen.get().orElse(new Cell(0, 0));
        chosen.set(Optional.of(switch (event.getCode()) {
            case LEFT -> new Cell(from.row, Math.floorMod(from.column - 1, columns));
            case RIGHT -> new Cell(from.row, Math.floorMod(from.column + 1, columns));
            case UP -> new Cell(Math.floorMod(from.row - 1, rows), from.column);
            default -> new Cell(Math.floorMod(from.row + 1, rows), from.column);
        }));
        event.consume();
    }

    private double left() {
        return (TITLE + LABELS) * typeScaleProperty().get();
    }

    /** The left edge of a column, on a whole pixel: edges between pixels are blurred, each in its own way. */
    private double x(int column) {
        return Math.round(left() + column * cellWidth());
    }

    private double y(int row) {
        return Math.round(left() + row * cellHeight());
    }

    private double cellWidth() {
        return (canvas().getWidth() - left()) / content.get().values()[0].length;
    }

    private double cellHeight() {
        return (canvas().getHeight() - left()) / content.get().values().length;
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    /** By the weights of ITU-R BT.601. */
    private static boolean isDark(int argb) {
        return 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF) < 128;
    }
}
