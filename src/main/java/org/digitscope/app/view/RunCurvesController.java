package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.Rarely;
import org.digitscope.app.control.Titles;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.study.ChosenRuns;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.plot.CurveDecimator;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.RunsCharts;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.RunsCharts.Line;
import org.digitscope.plot.RunsCharts.Reading;

/** The curves of all runs that aren't hidden, together; chosen ones stand out. */
public final class RunCurvesController {

    /** As for the charts of one run. */
    private static final Duration BETWEEN_PAINTS = Duration.millis(100);
    /** Values that the crosshair tells, of the best runs: more would hide the chart. */
    private static final int MOST_READ = 12;

    private final AppModel model;
    private final Appearance appearance;
    private final ChosenRuns chosen;
    private final FileDialogs files;
    private final Rarely painting = new Rarely(BETWEEN_PAINTS, this::paint);
    /** Each curve is summed up once. */
    private final Map<KeptRun, CurveDecimator> curves = new HashMap<>();
    private ChartPair pair;
    private RunsCharts charts = new RunsCharts(List.of(), false, Figures.BOTH, false, new Window(0, 1));

    @FXML
    private VBox root;
    @FXML
    private ComboBox<Figures> figures;
    @FXML
    private CheckBox perBatch;
    @FXML
    private CheckBox logarithmic;
    @FXML
    private Button zoomOut;
    @FXML
    private CurveChart loss;
    @FXML
    private CurveChart accuracy;

    public RunCurvesController(AppModel model, Appearance appearance, ChosenRuns chosen, FileDialogs files) {
        this.model = model;
        this.appearance = appearance;
        this.chosen = chosen;
        this.files = files;
    }

    @FXML
    private void initialize() {
        figures.getItems().setAll(Figures.values());
        figures.setConverter(new Titles<>(RunCurvesController::title));
        figures.setValue(Figures.VALIDATION);
        logarithmic.selectedProperty().bindBidirectional(appearance.logarithmicProperty());
        pair = new ChartPair(loss, accuracy, zoomOut, appearance, files, painting::soon);
        loss.probeProperty().set(epoch -> readOut(epoch, Reading::trainingLoss, Reading::validationLoss, "%.4f", 1));
        accuracy.probeProperty().set(epoch -> readOut(epoch, Reading::trainingAccuracy, Reading::validationAccuracy, "%.2f %%", 100));
        InvalidationListener soon = observable -> painting.soon();
        for (Observable each : List.of(figures.valueProperty(), perBatch.selectedProperty(), logarithmic.selectedProperty(), root.visibleProperty(),
                chosen.chosenProperty(), model.liveProperty())) {
            each.addListener(soon);
        }
        // whichever run changes its name, or whether it is shown
        ObservableList<KeptRun> watched = FXCollections.observableArrayList(run -> new Observable[] {run.hiddenProperty(), run.nameProperty()});
        watched.setAll(model.runs().runs());
        watched.addListener(soon);
        model.runs().runs().addListener((ListChangeListener<KeptRun>) change -> {
            watched.setAll(model.runs().runs());
            curves.keySet().retainAll(watched);
        });
        paint();
    }

    @FXML
    private void showAll() {
        pair.showAll();
    }

    @FXML
    private void savePng() {
        pair.savePng(appearance.palette(), "digitscope-runs");
    }

    @FXML
    private void saveLossSvg() {
        pair.saveLossSvg(appearance.palette(), "digitscope-runs-loss");
    }

    @FXML
    private void saveAccuracySvg() {
        pair.saveAccuracySvg(appearance.palette(), "digitscope-runs-accuracy");
    }

    private void paint() {
        if (!root.isVisible()) {
            return;
        }
        List<Line> lines = model.runs().runs().stream().filter(run -> !run.hiddenProperty().get()).map(this::line).toList();
        charts = new RunsCharts(lines, perBatch.isSelected(), figures.getValue(), logarithmic.isSelected(), pair.window(RunsCharts.whole(lines)));
        pair.show(charts.loss(), charts.accuracy());
    }

    private Line line(KeptRun run) {
        CurveDecimator curve = curves.computeIfAbsent(run, any -> new CurveDecimator());
        if (curve.curve() != run.result().curve()) {
            curve.update(run.result().curve());
        }
        return new Line(run.nameProperty().get(), new RunColour(run.number()), curve, run.known().stepsPerEpoch(), chosen.chosenProperty().get().contains(run));
    }

    /** The best runs at an epoch, each with its training and validation figures as far as they are drawn. */
    private List<String> readOut(double epoch, ToDoubleFunction<Reading> training, ToDoubleFunction<Reading> validation, String format, double factor) {
        List<String> lines = new ArrayList<>();
        for (Reading reading : charts.at(epoch)) {
            List<String> values = new ArrayList<>();
            if (figures.getValue() != Figures.VALIDATION && Double.isFinite(training.applyAsDouble(reading))) {
                values.add(RoundedText.of(format, factor * training.applyAsDouble(reading)));
            }
            if (figures.getValue() != Figures.TRAINING && Double.isFinite(validation.applyAsDouble(reading))) {
                values.add((values.isEmpty() ? "" : "validation ") + RoundedText.of(format, factor * validation.applyAsDouble(reading)));
            }
            if (!values.isEmpty()) {
                lines.add(reading.name() + ": " + String.join(", ", values));
            }
        }
        return lines.size() <= MOST_READ ? lines : moreThan(lines);
    }

    private static List<String> moreThan(List<String> lines) {
        List<String> some = new ArrayList<>(lines.subList(0, MOST_READ - 1));
        some.add("and " + (lines.size() - some.size()) + " more");
        return some;
    }

    private static String title(Figures figures) {
        return switch (figures) {
            case TRAINING -> "training";
            case VALIDATION -> "validation";
            case BOTH -> "training and validation";
        };
    }
}
