package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.HistogramView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.NextSteps;
import org.digitscope.app.study.ParameterColumn;
import org.digitscope.app.study.ParameterColumn.Source;
import org.digitscope.app.study.ParameterRows;
import org.digitscope.data.Counts;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.NpyFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Histogram;

/** All parameters in one table, and a histogram of each tensor. */
public final class ParametersController {

    /** As many parameters of a bin are named. */
    private static final int MOST_NAMED = 8;

    private final AppModel model;
    private final Appearance appearance;
    private final Selection selection;
    private final NextSteps steps;
    private final FileDialogs files;

    @FXML
    private VBox root;
    @FXML
    private TextField search;
    @FXML
    private Label count;
    @FXML
    private NumberTable table;
    @FXML
    private ComboBox<String> tensor;
    @FXML
    private HistogramView histogram;
    @FXML
    private Label bin;
    @FXML
    private HeatmapGrid lit;

    private ParameterRows rows = ParameterRows.of(Parameters.zeros(Architecture.relu(1)));
    private List<ParameterColumn> columns = List.of();
    /** Where all numbers of the table come from. */
    private Optional<Source> source = Optional.empty();

    public ParametersController(AppModel model, Appearance appearance, NextSteps steps, FileDialogs files) {
        this.model = model;
        this.appearance = appearance;
        selection = model.inspection().selection();
        this.steps = steps;
        this.files = files;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(histogram);
        appearance.applyTo(lit);
        appearance.applyTo(table);
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> {
            // the row of what is pinned already wasn't chosen by anybody, and its neuron need not be the chosen one
            if (after != null && !rows.at(after).equals(selection.parameterProperty().get())) {
                selection.pin(rows.at(after));
            }
        });
        tensor.valueProperty().addListener((observable, before, after) -> {
            if (after != null) {
                histogram.chosenProperty().set(Optional.empty());
                showHistogram();
            }
        });
        histogram.chosenProperty().addListener((observable, before, after) -> showHistogram());
        table.reasonProperty().bind(Bindings.format("No number has all of these words: %s", search.textProperty()));
        search.textProperty().addListener((observable, before, after) -> filter());
        selection.parameterProperty().addListener((observable, before, after) -> showPinned());
        model.shownProperty().addListener((observable, before, after) -> show());
        steps.watch(root.visibleProperty());
        steps.nextProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        show();
    }

    @FXML
    private void exportCsv() {
        Source all = source.orElseThrow();
        List<ParameterColumn> shownColumns = columns;
        files.save("all parameters", "parameters.csv", "CSV files", file -> AtomicFile.writeText(file, ParameterColumn.csv(shownColumns, all)));
    }

    @FXML
    private void exportNpy() {
        Parameters parameters = shown().parameters();
        files.save("all parameters", "parameters.npy", "NumPy arrays", file -> NpyFile.writeAll(file, parameters));
    }

    private void show() {
        if (!root.isVisible() || shown() == null) {
            return;
        }
        boolean otherSize = !rows.equals(ParameterRows.of(shown().parameters()));
        if (otherSize) {
            // the chosen row would be another parameter's
            table.getSelectionModel().clearSelection();
        }
        rows = ParameterRows.of(shown().parameters());
        showTensors();
        source = Optional.of(new Source(shown(), steps.nextProperty().get()));
        showColumns(ParameterColumn.of(model.liveProperty().get().settings().optimizer()));
        if (otherSize || table.getItems().isEmpty()) {
            filter();
        }
        table.refresh();
        showPinned();
        showHistogram();
    }

    private void showTensors() {
        List<String> names = shown().parameters().tensors().stream().map(Parameters.Tensor::name).toList();
        if (!names.equals(tensor.getItems())) {
            String before = tensor.getValue();
            tensor.getItems().setAll(names);
            tensor.setValue(names.contains(before) ? before : names.get(0));
        }
    }

    /** What was pinned elsewhere is the chosen row here, and no search hides it. */
    private void showPinned() {
        ScalarParameter pinned = selection.parameterProperty().get();
        Integer chosen = table.getSelectionModel().getSelectedItem();
        if (!root.isVisible() || !pinned.isIn(shown().parameters()) || chosen != null && rows.at(chosen).equals(pinned)) {
            return;
        }
        if (!table.getItems().contains(rows.row(pinned))) {
            search.clear();
        }
        int place = table.getItems().indexOf(rows.row(pinned));
        table.getSelectionModel().clearAndSelect(place);
        table.scrollTo(place);
    }

    /** Each optimizer remembers something else. */
    private void showColumns(List<ParameterColumn> wanted) {
        List<String> titles = wanted.stream().map(ParameterColumn::title).toList();
        if (!titles.equals(columns.stream().map(ParameterColumn::title).toList())) {
            columns = wanted;
            table.getColumns().clear();
            wanted.forEach(column -> table.addColumn(column.title(), column.place() ? "%.0f" : NumberTable.EXACT,
                    row -> column.reading().of(rows.at(row), source.orElseThrow())));
        }
    }

    private void filter() {
        List<Integer> found = IntStream.range(0, rows.size()).filter(row -> rows.matches(row, search.getText())).boxed().toList();
        table.getItems().setAll(found);
        table.sort();
        count.setText(String.format(Locale.ROOT, "%,d of %,d", found.size(), rows.size()));
    }

    private void showHistogram() {
        if (shown() == null || tensor.getValue() == null) {
            return;
        }
        int chosenTensor = tensor.getItems().indexOf(tensor.getValue());
        Parameters.Tensor values = shown().parameters().tensors().get(chosenTensor);
        Histogram counted = Histogram.of(values.matrix().data);
        histogram.histogramProperty().set(counted);
        Optional<Integer> chosen = histogram.chosenProperty().get().filter(number -> number < counted.bins());
        boolean inPictures = chosenTensor == 0;
        bin.setText(chosen.map(number -> HistogramView.range(counted, number) + ": " + (counted.count(number) == 0 ? "this bin is empty"
                : inPictures ? Counts.of(counted.count(number), "weight") + ", lit up in the pictures"
                : Counts.of(counted.count(number), "number") + ": " + names(values.matrix().data, chosenTensor, counted, number)))
                .orElse(inPictures ? "choose a bin to light its weights up" : "choose a bin to name its numbers"));
        lit.kernelProperty().set(shown().parameters().layer(1).kernel());
        lit.dimmedProperty().set(chosen.filter(number -> inPictures && counted.count(number) > 0)
                .<DoublePredicate>map(number -> weight -> counted.bin(weight) != number).orElse(weight -> false));
        lit.setVisible(inPictures);
    }

    /** What a bin of a tensor without pictures holds. */
    private String names(float[] values, int of, Histogram counted, int number) {
        List<Integer> inside = IntStream.range(0, values.length).filter(i -> Float.isFinite(values[i]) && counted.bin(values[i]) == number)
                .boxed().toList();
        return inside.stream().limit(MOST_NAMED).map(i -> selection.name(rows.at(rows.start(of) + i))).collect(Collectors.joining("; "))
                + (inside.size() > MOST_NAMED ? "; …" : "");
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }
}
