package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.util.Duration;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.Rarely;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.file.Results;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.plot.CurveCharts;
import org.digitscope.plot.CurveCharts.Run;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.plot.CurveDecimator;
import org.digitscope.plot.CurveProbe;
import org.digitscope.plot.CurveProbe.Reading;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.Scale;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;

/** Loss and accuracy as the run goes. */
public final class CurvesController {

    /** Charts are painted at most this often; the eye needs no more, and painting them is what costs most. */
    private static final Duration BETWEEN_PAINTS = Duration.millis(100);
    /** As near as this to a step its values are read, as a share of the x axis: half of what an arrow key goes. */
    private static final double REACH = 0.005;

    private final AppModel model;
    private final Appearance appearance;
    private final FileDialogs files;
    private final Results results;
    private final CurveDecimator run = new CurveDecimator();
    private final CurveDecimator previous = new CurveDecimator();
    private final Rarely painting = new Rarely(BETWEEN_PAINTS, this::paint);
    private ChartPair charts;

    @FXML
    private CurveChart loss;
    @FXML
    private CurveChart accuracy;
    @FXML
    private CheckBox logarithmic;
    @FXML
    private CheckBox runBefore;
    @FXML
    private CheckMenuItem light;
    @FXML
    private Button zoomOut;

    public CurvesController(AppModel model, Appearance appearance, FileDialogs files, Results results) {
        this.model = model;
        this.appearance = appearance;
        this.files = files;
        this.results = results;
    }

    @FXML
    private void initialize() {
        charts = new ChartPair(loss, accuracy, zoomOut, appearance, files, this::paint);
        loss.probeProperty().set(epoch -> readOut(epoch, reading -> RoundedText.of("%.4f", reading.loss()),
                ended -> RoundedText.of("%.4f", ended.validationLoss())));
        accuracy.probeProperty().set(epoch -> readOut(epoch, reading -> percent(reading.accuracy()),
                ended -> percent(ended.validationAccuracy())));
        light.visibleProperty().bind(appearance.darkProperty());
        logarithmic.selectedProperty().bindBidirectional(appearance.logarithmicProperty());
        runBefore.selectedProperty().bindBidirectional(appearance.runBeforeProperty());
        logarithmic.selectedProperty().addListener((observable, before, after) -> paint());
        runBefore.selectedProperty().addListener((observable, before, after) -> paint());
        model.liveProperty().addListener((observable, before, after) -> painting.soon());
        model.shownProperty().addListener((observable, before, after) -> painting.soon());
        model.stateProperty().addListener((observable, before, after) -> paint());
        paint();
    }

    @FXML
    private void showAll() {
        charts.showAll();
    }

    @FXML
    private void savePng() {
        charts.savePng(colours(), "digitscope-curves");
    }

    @FXML
    private void saveLossSvg() {
        charts.saveLossSvg(colours(), "digitscope-loss");
    }

    @FXML
    private void saveAccuracySvg() {
        charts.saveAccuracySvg(colours(), "digitscope-accuracy");
    }

    @FXML
    private void saveCsv() {
        results.saveEpochs();
    }

    @FXML
    private void saveBatchCsv() {
        results.saveBatches();
    }

    private Palette colours() {
        return light.isSelected() ? Palette.LIGHT : appearance.palette();
    }

    private void paint() {
        Snapshot snapshot = model.liveProperty().get();
        run.update(snapshot == null ? LearningCurve.EMPTY : snapshot.curve());
        previous.update(model.previousProperty().get().map(Snapshot::curve).orElse(LearningCurve.EMPTY));
        CurveCharts now = charts();
        charts.show(now.loss(), now.accuracy());
    }

    private CurveCharts charts() {
        Optional<Snapshot> now = Optional.ofNullable(model.liveProperty().get());
        int stepsPerEpoch = now.map(Snapshot::stepsPerEpoch).orElse(1);
        double epochs = now.map(Snapshot::epochsInAll).orElse(model.settingsProperty().get().epochs());
        Window window = charts.window(new Window(0, epochs));
        Run before = model.previousProperty().get().filter(any -> runBefore.isSelected())
                .map(snapshot -> new Run(previous, snapshot.stepsPerEpoch())).orElse(Run.none());
        Optional<Integer> shown = Optional.ofNullable(model.shownProperty().get())
                .filter(network -> network.isOfThisRun() && !network.live()).map(ShownNetwork::step);
        return new CurveCharts(new Run(run, stepsPerEpoch), before, window, logarithmic.isSelected(), shown);
    }

    /** The exact values of each shown run that has some at a place of the x axis, and of its last epoch that had ended there. */
    private List<String> readOut(double epoch, Function<Reading, String> batch, Function<LearningCurve.Epoch, String> validation) {
        Snapshot snapshot = model.liveProperty().get();
        if (snapshot == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        Scale shown = loss.modelProperty().get().x();
        double reach = REACH * (shown.max() - shown.min());
        CurveProbe probe = new CurveProbe(run.curve(), snapshot.stepsPerEpoch());
        probe.stepNear(epoch, reach).ifPresent(step -> {
            probe.at(step).ifPresent(reading -> lines.add(steps(reading) + ": " + batch.apply(reading)));
            List<LearningCurve.Epoch> ended = probe.epochsUpTo(step);
            last(ended).ifPresent(each -> lines.add("validation of epoch " + ended.size() + ": " + validation.apply(each)));
        });
        model.previousProperty().get().filter(any -> runBefore.isSelected()).ifPresent(kept -> {
            CurveProbe before = new CurveProbe(previous.curve(), kept.stepsPerEpoch());
            before.stepNear(epoch, reach).ifPresent(step -> {
                before.at(step).ifPresent(reading -> lines.add("before, " + steps(reading) + ": " + batch.apply(reading)));
                last(before.epochsUpTo(step)).ifPresent(each -> lines.add("validation before: " + validation.apply(each)));
            });
        });
        return lines;
    }

    private static String steps(Reading reading) {
        return reading.firstStep() == reading.lastStep() ? String.format(Locale.ROOT, "step %,d", reading.lastStep())
                : String.format(Locale.ROOT, "steps %,d to %,d", reading.firstStep(), reading.lastStep());
    }

    private static Optional<LearningCurve.Epoch> last(List<LearningCurve.Epoch> epochs) {
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
