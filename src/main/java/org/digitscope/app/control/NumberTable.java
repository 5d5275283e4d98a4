package org.digitscope.app.control;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
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
    /** What is copied of a row, for each column. */
    private final Map<TableColumn<Integer, ?>, IntFunction<String>> texts = new HashMap<>();

    public NumberTable() {
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
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
        texts.put(column, row -> full(value.applyAsDouble(row)));
        getColumns().add(column);
    }

    /** A number with all its digits; of a float those of the float. */
    private static String full(double number) {
        return Double.isNaN(number) ? "" : (float) number == number ? NumberText.exact((float) number) : NumberText.shortest(number);
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
        texts.put(column, text);
        getColumns().add(column);
    }

    /** How many rows are chosen. */
    public int chosenRows() {
        return getSelectionModel().getSelectedIndices().size();
    }

    /** The chosen rows in the order on screen under the columns' titles, with tabs between the cells; numbers have all their digits. */
    public String chosenText() {
        List<TableColumn<Integer, ?>> columns = List.copyOf(getVisibleLeafColumns());
        StringBuilder text = new StringBuilder(columns.stream().map(TableColumn::getText).collect(Collectors.joining("\t"))).append('\n');
        getSelectionModel().getSelectedIndices().stream().sorted().map(getItems()::get).forEach(row -> text.append(
                columns.stream().map(column -> texts.get(column).apply(row)).collect(Collectors.joining("\t"))).append('\n'));
        return text.toString();
    }

    /** Shows so many rows, anew. */
    public void showRows(int count) {
        if (getItems().size() != count) {
            getItems().setAll(IntStream.range(0, count).boxed().toList());
        }
        refresh();
    }
}
