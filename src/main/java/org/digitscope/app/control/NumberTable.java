package org.digitscope.app.control;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.digitscope.plot.RoundedText;

/**
 * A table of numbers, computed when a cell comes into sight, sorted by their values and not by their text. While the table is hidden,
 * itself or with what it lies in, nothing is computed: what it speaks of may be gone then. When it comes into sight it is computed anew.
 */
public final class NumberTable extends TableView<Integer> {

    /** A column's format: a float with all the digits that it needs. */
    public static final String EXACT = "exact";

    private static final double WIDTH_OF_LETTER = 7;
    private static final double PADDING = 9;
    private static final int EXACT_LETTERS = 14;

    private final ObservableValue<Boolean> inSight = InSight.of(this);

    public NumberTable() {
        getStyleClass().addAll("number-table", "dense");
        inSight.addListener((observable, before, after) -> refresh());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /**
     * Adds a column.
     *
     * @param format {@link #EXACT}, or as for {@link String#format}, of a double
     * @param value of a row, counted from 0
     */
    public void addColumn(String title, String format, IntToDoubleFunction value) {
        TableColumn<Integer, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(inSight.getValue() ? value.applyAsDouble(row.getValue()) : Double.NaN));
        column.setCellFactory(same -> new TableCell<>() {
            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null || number.isNaN() ? "" : text(format, number));
            }
        });
        int letters = Math.max(title.length(), format.equals(EXACT) ? EXACT_LETTERS : String.format(Locale.ROOT, format, -10.0).length());
        column.setPrefWidth(WIDTH_OF_LETTER * (letters + 1) + PADDING);
        column.setMinWidth(WIDTH_OF_LETTER * letters + PADDING);
        getColumns().add(column);
    }

    private static String text(String format, double number) {
        return format.equals(EXACT) ? NumberText.exact((float) number) : RoundedText.of(format, number);
    }

    /** Adds a column of words, sorted by their rows and not by their letters. */
    public void addTextColumn(String title, IntFunction<String> text) {
        TableColumn<Integer, Integer> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(same -> new TableCell<>() {
            @Override
            protected void updateItem(Integer row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null || !inSight.getValue() ? "" : text.apply(row));
            }
        });
        column.setMinWidth(WIDTH_OF_LETTER * title.length() + PADDING);
        getColumns().add(column);
    }

    /** Shows so many rows, anew. */
    public void showRows(int count) {
        if (getItems().size() != count) {
            getItems().setAll(IntStream.range(0, count).boxed().toList());
        }
        refresh();
    }
}
