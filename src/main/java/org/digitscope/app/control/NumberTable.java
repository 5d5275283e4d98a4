package org.digitscope.app.control;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.digitscope.data.ShownNumbers;

/**
 * A table of numbers, computed when a cell comes into sight, sorted by their values and not by their text. While the table is hidden,
 * itself or with what it lies in, nothing is computed: what it speaks of may be gone then. When it comes into sight it is computed anew.
 */
public final class NumberTable extends TableView<Integer> {

    /** A column's format: a float with all the digits that it needs. */
    public static final String EXACT = "exact";

    /** Beside a number, in letters: the stylesheet's padding, and the line between two columns. */
    private static final double PADDING = 0.8;
    private static final String LONGEST_EXACT = "-0.000123456789";
    /** Numbers that need a column's whole width: what has thousands apart counts digits, of which there may be many. */
    private static final double LONGEST = -100;
    private static final double LONGEST_COUNT = 100_000;

    private final DoubleProperty letter = new SimpleDoubleProperty(this, "letter", Font.getDefault().getSize());
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private double share = 0.95;
    /** Whether the chosen row was in sight before the table got another size. */
    private boolean keepsChosen;
    private final ObservableValue<Boolean> inSight = InSight.of(this);
    /** What is copied of a row, for each column. */
    private final Map<TableColumn<Integer, ?>, IntFunction<String>> texts = new HashMap<>();

    public NumberTable() {
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Label nothing = new Label();
        nothing.textProperty().bind(reason);
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        getStyleClass().addAll("number-table", "dense");
        inSight.addListener((observable, before, after) -> refresh());
        setColumnResizePolicy(this::resize);
        heightProperty().addListener(observable -> keepsChosen = isChosenWithin(0));
        fixedCellSizeProperty().addListener(observable -> keepsChosen = isChosenWithin(0));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (keepsChosen) {
            keepsChosen = false;
            lookupAll(".virtual-flow").forEach(flow -> ((VirtualFlow<?>) flow).layout());
            if (!isChosenWithin(1)) {
                scrollTo(getSelectionModel().getSelectedIndex());
            }
        }
    }

    /** Whether the chosen row is in sight, and so many rows above and below it. */
    private boolean isChosenWithin(int rows) {
        int chosen = getSelectionModel().getSelectedIndex();
        return chosen >= 0 && lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                && flow.getFirstVisibleCell().getIndex() <= chosen - rows && chosen + rows <= flow.getLastVisibleCell().getIndex();
    }

    /** The size of letters around it, in pixels. */
    public DoubleProperty letterProperty() {
        return letter;
    }

    /** Why there are no rows, where there are none. */
    public StringProperty reasonProperty() {
        return reason;
    }

    public double getShare() {
        return share;
    }

    /** Of the size of letters around it, the share that its own have in the stylesheet; to be set before there are columns. */
    public void setShare(double ownLetters) {
        share = ownLetters;
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
        keepWidth(column, title, longest(format));
        texts.put(column, row -> full(value.applyAsDouble(row)));
        getColumns().add(column);
    }

    private static String longest(String format) {
        return ShownNumbers.in(format.equals(EXACT) ? LONGEST_EXACT
                : String.format(Locale.ROOT, format, format.contains(",") ? LONGEST_COUNT : LONGEST));
    }

    /** A number with all its digits; of a float those of the float. */
    private static String full(double number) {
        return Double.isNaN(number) ? "" : (float) number == number ? NumberText.exact((float) number) : NumberText.shortest(number);
    }

    /** Wide enough for its title and for what it is going to hold. */
    private void keepWidth(TableColumn<Integer, ?> column, String title, String longest) {
        DoubleBinding width = Bindings.createDoubleBinding(() -> Math.ceil(PADDING * share * letter.get() + Math.max(
                width(title, FontWeight.BOLD), width(longest, FontWeight.NORMAL))), letter);
        column.minWidthProperty().bind(width);
        column.minWidthProperty().addListener((observable, before, after) -> fill());
    }

    /** Moves the border between two columns. */
    private boolean resize(ResizeFeatures<?> wanted) {
        List<TableColumn<Integer, ?>> columns = getVisibleLeafColumns();
        int dragged = columns.indexOf(wanted.getColumn());
        if (dragged < 0) {
            fill();
            return true;
        }
        if (dragged + 1 == columns.size()) {
            return false;
        }
        TableColumn<Integer, ?> left = columns.get(dragged);
        TableColumn<Integer, ?> right = columns.get(dragged + 1);
        double by = Math.max(left.getMinWidth() - left.getWidth(), Math.min(right.getWidth() - right.getMinWidth(), wanted.getDelta()));
        ResizeFeatures<Integer> widths = new ResizeFeatures<>(this, left, by);
        widths.setColumnWidth(left, left.getWidth() + by);
        widths.setColumnWidth(right, right.getWidth() - by);
        return true;
    }

    /** By their least widths alone, and not by those of last time, which columns that once had no room would not recover from. */
    private void fill() {
        ResizeFeatures<Integer> widths = new ResizeFeatures<>(this, null, 0.0);
        List<TableColumn<Integer, ?>> columns = getVisibleLeafColumns();
        double left = Math.max(0, widths.getContentWidth() - columns.stream().mapToDouble(TableColumnBase::getMinWidth).sum());
        for (int i = 0; i < columns.size(); i++) {
            double more = Math.floor(left / (columns.size() - i));
            widths.setColumnWidth(columns.get(i), columns.get(i).getMinWidth() + more);
            left -= more;
        }
    }

    private double width(String text, FontWeight weight) {
        Text drawn = new Text(text);
        drawn.setFont(Font.font(null, weight, share * letter.get()));
        return drawn.getLayoutBounds().getWidth();
    }

    private static String text(String format, double number) {
        return format.equals(EXACT) ? ShownNumbers.in(NumberText.exact((float) number)) : NumberText.within(longest(format).length(), format, number);
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
        keepWidth(column, title, "");
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
