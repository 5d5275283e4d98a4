package org.digitscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.KeptRun.Learnt;
import org.digitscope.app.study.ChosenRuns;
import org.digitscope.app.study.ChosenRuns.Pair;
import org.digitscope.app.study.RunComparison;
import org.digitscope.app.study.RunComparison.Compared;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.experiment.ConfusionDifference;
import org.digitscope.experiment.SettingsDifference;
import org.digitscope.plot.ColorMap;
import org.digitscope.training.Hyperparameters;

/** What differs between two runs: their settings, and how their networks answer the test digits. */
public final class RunAnswersController {

    static final String CHOOSE = "Choose two runs in the list to compare them (Ctrl+click).";

    private final AppModel model;
    private final Appearance appearance;
    private final ChosenRuns chosen;
    private final RunComparison<Optional<ConfusionDifference>> comparison;

    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private Label settings;
    @FXML
    private Label readout;
    @FXML
    private MatrixView confusion;
    @FXML
    private NumberTable recall;

    public RunAnswersController(AppModel model, Appearance appearance, ChosenRuns chosen) {
        this.model = model;
        this.appearance = appearance;
        this.chosen = chosen;
        comparison = new RunComparison<>(model, chosen, RunAnswersController::difference);
    }

    /** Empty where they were asked other digits. */
    private static Optional<ConfusionDifference> difference(Learnt first, Learnt second) {
        return first.test().hasLabelsOf(second.test()) ? Optional.of(new ConfusionDifference(Evaluation.of(first.network(), first.test()).score().confusion(),
                Evaluation.of(second.network(), second.test()).score().confusion())) : Optional.empty();
    }

    @FXML
    private void initialize() {
        appearance.applyTo(confusion);
        appearance.applyTo(recall);
        recall.addTextColumn("digit", row -> model.classes().numbered(row));
        recall.addColumn("recall %, first", "%.2f", row -> 100 * found().orElseThrow().firstRecall(row));
        recall.addColumn("second", "%.2f", row -> 100 * found().orElseThrow().secondRecall(row));
        recall.addColumn("change", "%+.2f", row -> 100 * found().orElseThrow().recallChange(row));
        comparison.watch(root.visibleProperty());
        comparison.comparedProperty().addListener((observable, before, after) -> show());
        chosen.pairProperty().addListener((observable, before, after) -> show());
        root.visibleProperty().addListener((observable, before, after) -> show());
        confusion.chosenProperty().addListener((observable, before, after) -> showReadout());
        show();
    }

    private void show() {
        Optional<Pair> pair = chosen.pairProperty().get();
        title.setText(pair.map(two -> name(two.second()) + " (second) against " + name(two.first()) + " (first)" + (chosen.chosenProperty().get().size() < 2 ? "; choose two runs in the list to compare others" : "")).orElse(CHOOSE));
        settings.setText(pair.map(RunAnswersController::settings).orElse(""));
        Optional<ConfusionDifference> found = found();
        confusion.contentProperty().set(found.map(RunAnswersController::content).orElse(null));
        recall.showRows(found.isPresent() ? Dataset.CLASSES : 0);
        recall.reasonProperty().set(pair.map(this::reason).orElse(CHOOSE));
        showReadout();
    }

    private String reason(Pair pair) {
        return !hasNetwork(pair.first()) || !hasNetwork(pair.second()) ? "Of one of these runs only the figures are known, so its answers can't be compared."
                : compared().isPresent() ? "These runs have other test digits, so their answers can't be compared." : "Asking both networks…";
    }

    /** Of the runs that are compared now. */
    private Optional<Compared<Optional<ConfusionDifference>>> compared() {
        return comparison.comparedProperty().get().filter(each -> chosen.pairProperty().get().filter(each.pair()::equals).isPresent());
    }

    private Optional<ConfusionDifference> found() {
        return compared().flatMap(Compared::found);
    }

    static boolean hasNetwork(KeptRun run) {
        return run.known().learnt().isPresent();
    }

    static String name(KeptRun run) {
        return run.nameProperty().get();
    }

    private static String settings(Pair pair) {
        List<Hyperparameters> both = List.of(pair.first(), pair.second()).stream().flatMap(run -> run.result().settings().stream()).toList();
        if (both.size() < 2) {
            return "The settings of a curve from a file aren't known.";
        }
        String differing = SettingsDifference.of(both).entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue().get(0) + " → " + setting.getValue().get(1)).collect(Collectors.joining(";  "));
        return differing.isEmpty() ? "All settings are the same." : differing;
    }

    /** What is more right in the second run is blue, what is more often mistaken red, whichever it is. */
    private static MatrixView.Content content(ConfusionDifference difference) {
        double[][] values = new double[Dataset.CLASSES][Dataset.CLASSES];
        for (int truth = 0; truth < values.length; truth++) {
            int row = truth;
            Arrays.setAll(values[truth], answer -> difference.change(row, answer));
        }
        double limit = Math.max(1, difference.largestChange());
        return new MatrixView.Content(values, value -> value == 0 ? "" : ShownNumbers.in(String.format(Locale.ROOT, "%+.0f", value)),
                (row, column) -> ColorMap.SIGNED.argb(row == column ? -values[row][column] : values[row][column], limit), "true digit",
                "the network says: how many more (+) or fewer (−) in the second run");
    }

    private void showReadout() {
        Optional<ConfusionDifference> found = found();
        readout.setText(found.isEmpty() ? "" : confusion.chosenProperty().get().map(cell -> String.format(Locale.ROOT, "%s, taken for %s: %d times, then %d",
                model.classes().numbered(cell.row()), model.classes().numbered(cell.column()), found.get().first().count(cell.row(), cell.column()),
                found.get().second().count(cell.row(), cell.column())))
                .orElse("of the test digits; blue is better in the second run, red is worse"));
    }
}
