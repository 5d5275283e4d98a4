package org.digitscope.app.view;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.Choice;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.SvgPicture;
import org.digitscope.app.control.Titles;
import org.digitscope.app.control.ValueGridView;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.run.SweepWork;
import org.digitscope.experiment.SweepCharts;
import org.digitscope.experiment.SweepFigure;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.experiment.SweepReport;
import org.digitscope.files.experiment.SweepTables;
import org.digitscope.plot.BandCharts;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RunsCharts.Figures;

/** What a sweep found, as its runs come in: a figure against the values of one setting or two, or the curves of each value as mean and band. */
public final class SweepResultController {

    private final Appearance appearance;
    private final SweepWork work;
    private final FileDialogs files;

    @FXML
    private VBox root;
    @FXML
    private ComboBox<SweepFigure> figure;
    @FXML
    private SegmentedButton kinds;
    @FXML
    private ToggleButton byValue;
    @FXML
    private CurveChart chart;
    @FXML
    private ValueGridView grid;

    public SweepResultController(Appearance appearance, SweepWork work, FileDialogs files) {
        this.appearance = appearance;
        this.work = work;
        this.files = files;
    }

    @FXML
    private void initialize() {
        Choice.keepOne(kinds);
        figure.getItems().setAll(SweepFigure.values());
        figure.setConverter(new Titles<>(SweepFigure::title));
        figure.setValue(SweepFigure.ACCURACY);
        appearance.applyTo(chart);
        appearance.applyTo(grid);
        chart.visibleProperty().bind(grid.visibleProperty().not());
        figure.valueProperty().addListener((observable, before, after) -> show());
        byValue.selectedProperty().addListener((observable, before, after) -> show());
        appearance.logarithmicProperty().addListener((observable, before, after) -> show());
        work.progressProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        root.disableProperty().bind(Bindings.createBooleanBinding(() -> charts().isEmpty(), work.progressProperty()));
        show();
    }

    private Optional<SweepCharts> charts() {
        return work.progressProperty().get().filter(now -> !now.results().isEmpty()).map(now -> new SweepCharts(now.sweep(), now.results()));
    }

    private void show() {
        Optional<SweepCharts> charts = charts();
        boolean isGrid = byValue.isSelected() && charts.filter(SweepCharts::isGrid).isPresent();
        grid.setVisible(isGrid);
        grid.gridProperty().set(isGrid ? charts.get().grid(figure.getValue()) : null);
        chart.modelProperty().set(isGrid ? null : charts.map(found -> byValue.isSelected() ? found.byValue(figure.getValue()) : curves(found)).orElse(null));
    }

    /** Of the figure that is chosen. */
    private ChartModel curves(SweepCharts found) {
        BandCharts bands = found.curves(figure.getValue() == SweepFigure.TRAINING_ACCURACY ? Figures.TRAINING : Figures.VALIDATION,
                appearance.logarithmicProperty().get());
        return figure.getValue() == SweepFigure.LOSS ? bands.loss() : bands.accuracy();
    }

    private Node shown() {
        return grid.isVisible() ? grid : chart;
    }

    @FXML
    private void savePng() {
        files.savePicture(shown(), appearance.palette(), "digitscope-sweep.png");
    }

    @FXML
    private void saveSvg() {
        ((SvgPicture) shown()).svg(appearance.palette()).ifPresent(document -> files.saveSvg(document, "digitscope-sweep.svg"));
    }

    @FXML
    private void saveReport() {
        work.progressProperty().get().ifPresent(now -> files.save("the report of the sweep", "sweep.html", "HTML pages",
                file -> AtomicFile.writeText(file, SweepReport.of(now.sweep(), now.results()))));
    }

    @FXML
    private void saveCsv() {
        work.progressProperty().get().ifPresent(now -> files.save("the runs of the sweep", "sweep.csv", "CSV files",
                file -> AtomicFile.writeText(file, SweepTables.runs(now.sweep(), now.results()))));
    }
}
