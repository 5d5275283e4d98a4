package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
import org.digitscope.app.study.ParameterRows;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.ScalarParameter.Tensor;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.NpyFile;
import org.digitscope.network.Parameters;
import org.digitscope.plot.Histogram;
import org.digitscope.training.NextStep;

/** All parameters in one table, and a histogram of each tensor. */
public final class ParametersController {

    private static final int BINS = 60;

    private final AppModel model;
    private final Appearance appearance;
    private final Selection selection;
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

    private ParameterRows rows = new ParameterRows(1);
    private Optional<Parameters> start = Optional.empty();
    private Optional<NextStep> next = Optional.empty();

    public ParametersController(AppModel model, Appearance appearance, Selection selection, FileDialogs files) {
        this.model = model;
        this.appearance = appearance;
        this.selection = selection;
        this.files = files;
    }

    @FXML
    private void initialize() {
        appearance.applyTo(histogram);
        appearance.applyTo(lit);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.addColumn("layer", "%.0f", row -> rows.at(row).isInLayer1() ? 1 : 2);
        table.addColumn("from", "%.0f", row -> rows.at(row).isBias() ? Double.NaN : rows.at(row).input());
        table.addColumn("row", "%.0f", row -> isPixel(row) ? rows.at(row).input() / Dataset.COLUMNS : Double.NaN);
        table.addColumn("column", "%.0f", row -> isPixel(row) ? rows.at(row).input() % Dataset.COLUMNS : Double.NaN);
        table.addColumn("to", "%.0f", row -> rows.at(row).output());
        table.addExactColumn("value", row -> rows.at(row).get(shown().parameters()));
        table.addExactColumn("start", row -> start.map(rows.at(row)::get).orElse(Float.NaN));
        table.addColumn("change", "%.6f", row -> start.map(first -> (double) rows.at(row).get(shown().parameters())
                - rows.at(row).get(first)).orElse(Double.NaN));
        table.addExactColumn("gradient", row -> next.map(NextStep::gradient).map(rows.at(row)::get).orElse(Float.NaN));
        table.addExactColumn("m", row -> moment(row, 0));
        table.addExactColumn("v", row -> moment(row, 1));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> {
            if (after != null) {
                selection.pin(rows.at(after));
            }
        });
        for (Parameters.Tensor each : Parameters.zeros(1).tensors()) {
            tensor.getItems().add(each.name());
        }
        tensor.setValue(tensor.getItems().get(0));
        tensor.valueProperty().addListener((observable, before, after) -> {
            histogram.chosenProperty().set(Optional.empty());
            showHistogram();
        });
        histogram.chosenProperty().addListener((observable, before, after) -> showHistogram());
        search.textProperty().addListener((observable, before, after) -> filter());
        model.shownProperty().addListener((observable, before, after) -> show());
        model.stateProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
    }

    @FXML
    private void exportCsv() {
        Parameters parameters = shown().parameters();
        ParameterRows all = rows;
        Optional<Parameters> first = start;
        files.save("parameters.csv", "CSV files", file -> AtomicFile.writeText(file, csv(all, parameters, first)));
    }

    @FXML
    private void exportNpy() {
        Parameters parameters = shown().parameters();
        files.save("parameters.npy", "NumPy arrays", file -> NpyFile.writeAll(file, parameters));
    }

    private void show() {
        if (!root.isVisible() || shown() == null) {
            return;
        }
        boolean otherSize = rows.hidden() != shown().parameters().hidden();
        rows = ParameterRows.of(shown().parameters());
        start = model.checkpoints().stream().findFirst().filter(first -> first.step() == 0).map(first -> first.parameters());
        next = model.nextStep();
        if (otherSize || table.getItems().isEmpty()) {
            filter();
        }
        table.refresh();
        showHistogram();
    }

    private void filter() {
        List<Integer> found = IntStream.range(0, rows.size()).filter(row -> rows.matches(row, search.getText())).boxed().toList();
        table.getItems().setAll(found);
        table.sort();
        count.setText(String.format(Locale.ROOT, "%,d of %,d", found.size(), rows.size()));
    }

    private void showHistogram() {
        if (shown() == null) {
            return;
        }
        int chosenTensor = tensor.getItems().indexOf(tensor.getValue());
        Parameters.Tensor values = shown().parameters().tensors().get(chosenTensor);
        Histogram counted = Histogram.of(values.matrix().data, BINS);
        histogram.histogramProperty().set(counted);
        Optional<Integer> chosen = histogram.chosenProperty().get().filter(number -> number < counted.bins());
        bin.setText(chosen.map(number -> HistogramView.text(counted, number) + " weights, lit up below")
                .orElse("choose a bin to light its weights up"));
        lit.kernelProperty().set(shown().parameters().layer1().kernel());
        boolean inPictures = chosenTensor == Tensor.LAYER_1_KERNEL.ordinal();
        lit.dimmedProperty().set(chosen.isPresent() && inPictures
                ? weight -> counted.bin(weight) != chosen.get() : weight -> false);
        lit.setVisible(inPictures);
    }

    private ShownNetwork shown() {
        return model.shownProperty().get();
    }

    /** m or v of Adam, the velocity of SGD, before the next step; not a number while it trains. */
    private float moment(int row, int which) {
        return next.map(NextStep::momentsBefore).filter(moments -> which < moments.size()).map(moments -> moments.get(which))
                .map(rows.at(row)::get).orElse(Float.NaN);
    }

    private boolean isPixel(int row) {
        return rows.at(row).tensor() == Tensor.LAYER_1_KERNEL;
    }

    private static String csv(ParameterRows rows, Parameters parameters, Optional<Parameters> start) {
        StringBuilder text = new StringBuilder("tensor,from,to,value,start\n");
        List<Parameters.Tensor> tensors = parameters.tensors();
        for (int row = 0; row < rows.size(); row++) {
            ScalarParameter parameter = rows.at(row);
            text.append(tensors.get(parameter.tensor().ordinal()).name()).append(',')
                    .append(parameter.isBias() ? "" : parameter.input()).append(',').append(parameter.output()).append(',')
                    .append(parameter.get(parameters)).append(',')
                    .append(start.map(first -> String.valueOf(parameter.get(first))).orElse("")).append('\n');
        }
        return text.toString();
    }
}
