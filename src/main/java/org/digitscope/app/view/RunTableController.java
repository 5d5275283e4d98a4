package org.digitscope.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.InSight;
import org.digitscope.app.file.RunFiles;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunList;
import org.digitscope.app.study.ChosenRuns;
import org.digitscope.data.Counts;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.SettingsDifference;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.LearningCurve;

/** The list of runs as a table: what differs in their settings, and what they reached. */
public final class RunTableController {

    private static final double MEGABYTE = 1 << 20;
    /** Of the one entry that needs no runs. */
    private static final String ADDS = "addCurve";
    /** Digits by which people tell fingerprints apart. */
    private static final int SHORT = 8;
    /** Columns before those of settings: sign, name, accuracy, the best one. */
    private static final int BEHIND_FIGURES = 4;
    /** Of the longest figure. */
    private static final int FIGURE_LETTERS = 7;
    private static final int NAME_LETTERS = 16;
    private static final int SIGN_LETTERS = 3;
    /** Of a letter's height: how wide it is in a bold title, and what a cell has beside its text. */
    private static final double WIDE = 0.63;
    private static final double BESIDE = 1.4;

    private final AppModel model;
    private final Appearance appearance;
    private final ChosenRuns chosen;
    private final RunFiles exports;
    private final RunList runs;
    private final ObservableList<KeptRun> rows = FXCollections.observableArrayList(run -> new Observable[] {run.pinnedProperty()});
    private final SortedList<KeptRun> sorted = new SortedList<>(rows);
    private ObservableValue<Boolean> inSight;
    /** The columns of what differs, by their titles. */
    private List<String> differing = List.of();
    /** What was said when runs were deleted: it holds until that is undone. */
    private String deleted = "";

    @FXML
    private VBox root;
    @FXML
    private TableView<KeptRun> table;
    @FXML
    private Button back;
    @FXML
    private Button rename;
    @FXML
    private Button hide;
    @FXML
    private Button pin;
    @FXML
    private Button delete;
    @FXML
    private MenuButton files;
    @FXML
    private Label memory;

    private final TableColumn<KeptRun, KeptRun> sign = new TableColumn<>();
    private final TableColumn<KeptRun, String> name = new TableColumn<>("run");

    public RunTableController(AppModel model, Appearance appearance, ChosenRuns chosen, RunFiles exports) {
        this.model = model;
        this.appearance = appearance;
        this.chosen = chosen;
        this.exports = exports;
        runs = model.runs();
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(root);
        addColumns();
        Label nothing = new Label("A run is listed as soon as it has learnt something: press Space to train.");
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        table.setItems(sorted);
        table.setSortPolicy(sortedTable -> {
            sort();
            return true;
        });
        table.setRowFactory(same -> new RunRow(runs));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<KeptRun>) change -> {
            chosen.choose(List.copyOf(table.getSelectionModel().getSelectedItems()));
            showCommands();
        });
        // keys hold wherever in the view the focus is, but in a field
        root.parentProperty().addListener((observable, before, view) -> view.addEventFilter(KeyEvent.KEY_PRESSED, this::press));
        runs.runs().addListener((ListChangeListener<KeptRun>) change -> show());
        runs.canRedo().addListener((observable, before, isUndone) -> model.notices().withdraw(deleted));
        inSight.addListener((observable, before, after) -> show());
        runs.currentProperty().addListener((observable, before, after) -> showCommands());
        model.stateProperty().addListener((observable, before, after) -> Platform.runLater(this::show));
        show();
    }

    private void addColumns() {
        sign.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        sign.setCellFactory(same -> new RunSign(appearance, runs));
        sign.setSortable(false);
        sign.setReorderable(false);
        keepWidth(sign, SIGN_LETTERS);
        name.setCellValueFactory(row -> row.getValue().nameProperty());
        name.setCellFactory(same -> new RunName(this::rename));
        // a click on a chosen row would open the field
        name.setEditable(false);
        name.setOnEditCommit(event -> {
            String wanted = event.getNewValue().strip();
            event.getRowValue().nameProperty().set(wanted.isEmpty() ? event.getOldValue() : wanted);
            endEditing();
        });
        name.setOnEditCancel(event -> endEditing());
        keepWidth(name, NAME_LETTERS);
        table.getColumns().addAll(List.of(sign, name, figure("val_accuracy", "%.2f %%", result -> 100 * given(result, LearningCurve.Epoch::validationAccuracy)),
                figure("best", "%.2f %%", result -> 100 * best(result)), figure("at epoch", "%.0f", result -> (double) result.bestEpoch()),
                figure("val_loss", "%.4f", result -> given(result, LearningCurve.Epoch::validationLoss)), words("epochs done", run -> ended(run.result())),
                figure("time", "%.1f s", RunResult::seconds),
                words("fingerprint", run -> run.result().fingerprint().substring(0, Math.min(SHORT, run.result().fingerprint().length())))));
    }

    private TableColumn<KeptRun, Double> figure(String title, String format, ToDoubleFunction<RunResult> value) {
        TableColumn<KeptRun, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> row.getValue().knownProperty().when(inSight).map(known -> value.applyAsDouble(known.result())));
        column.setCellFactory(same -> new TableCell<>() {
            @Override
            protected void updateItem(Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null || number.isNaN() ? "" : RoundedText.of(format, number));
            }
        });
        keepWidth(column, Math.max(title.length(), FIGURE_LETTERS));
        return column;
    }

    private TableColumn<KeptRun, String> words(String title, Function<KeptRun, String> text) {
        return words(title, Math.max(title.length(), SHORT), text);
    }

    private TableColumn<KeptRun, String> words(String title, int letters, Function<KeptRun, String> text) {
        TableColumn<KeptRun, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> row.getValue().knownProperty().when(inSight).map(known -> text.apply(row.getValue())));
        column.setComparator(ByValue.ORDER);
        keepWidth(column, letters);
        return column;
    }

    private void keepWidth(TableColumn<KeptRun, ?> column, int letters) {
        appearance.letter().addListener((observable, before, after) -> column.setPrefWidth(width(letters)));
        column.setPrefWidth(width(letters));
    }

    private double width(int letters) {
        return Math.ceil((letters * WIDE + BESIDE) * appearance.letter().get());
    }

    private static String ended(RunResult result) {
        boolean isEarly = !result.hasDiverged() && result.settings().filter(settings -> settings.earlyStopping().isOn()
                && settings.earlyStopping().stopsAfter(result.epochs()) && result.epochs().size() < settings.epochs()).isPresent();
        return result.epochs().size() + (result.hasDiverged() ? ", diverged" : isEarly ? ", stopped early" : "");
    }

    private static double given(RunResult result, ToDoubleFunction<LearningCurve.Epoch> figure) {
        return result.resultEpoch().map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static double best(RunResult result) {
        return result.bestEpoch() == 0 ? Double.NaN : result.epochs().get(result.bestEpoch() - 1).validationAccuracy();
    }

    private void show() {
        if (!inSight.getValue()) {
            return;
        }
        List<KeptRun> all = runs.runs();
        if (rows.size() < all.size() && rows.equals(all.subList(0, rows.size()))) {
            // so that cells stay what they are
            rows.addAll(all.subList(rows.size(), all.size()));
        } else if (!rows.equals(all)) {
            List<KeptRun> before = List.copyOf(table.getSelectionModel().getSelectedItems());
            rows.setAll(all);
            table.getSelectionModel().clearSelection();
            before.forEach(table.getSelectionModel()::select);
        }
        runs.identify();
        showSettings();
        showCommands();
        memory.setText(String.format(Locale.ROOT, "%s; those that aren't on screen take %.0f of the %,.0f MB that they may take.", Counts.of(rows.size(), "run"),
                runs.bytes() / MEGABYTE, runs.bound() / MEGABYTE));
        files.getItems().stream().filter(item -> !ADDS.equals(item.getId())).forEach(item -> item.setDisable(rows.isEmpty()));
    }

    /** A column for each setting in which the runs differ, behind what matters most. */
    private void showSettings() {
        Map<String, List<String>> texts = SettingsDifference.of(rows.stream().flatMap(run -> run.result().settings().stream()).toList());
        List<String> wanted = List.copyOf(texts.keySet());
        if (!wanted.equals(differing)) {
            table.getColumns().remove(BEHIND_FIGURES, BEHIND_FIGURES + differing.size());
            table.getColumns().addAll(BEHIND_FIGURES, wanted.stream().map(this::setting).toList());
            differing = wanted;
        }
    }

    private TableColumn<KeptRun, String> setting(String title) {
        Function<KeptRun, String> text = run -> run.result().settings().map(settings -> settings.texts().get(title)).orElse("");
        return words(title, rows.stream().mapToInt(run -> text.apply(run).length()).reduce(Math.max(title.length(), SHORT), Math::max), text);
    }

    private void sort() {
        Comparator<KeptRun> wanted = table.getComparator();
        Comparator<KeptRun> pinnedFirst = Comparator.comparing(run -> !run.pinnedProperty().get());
        // a row that comes in may stand anywhere among equal ones
        sorted.setComparator((wanted == null ? pinnedFirst : pinnedFirst.thenComparing(wanted)).thenComparingInt(KeptRun::number));
    }

    private void showCommands() {
        List<KeptRun> some = chosen.chosenProperty().get();
        back.setDisable(some.size() != 1 || !some.get(0).isWhole());
        rename.setDisable(some.size() != 1);
        hide.setDisable(some.isEmpty());
        hide.setText(isEach(some, run -> run.hiddenProperty().get()) ? "Show" : "Hide");
        pin.setDisable(some.isEmpty());
        pin.setText(isEach(some, run -> run.pinnedProperty().get()) ? "Unpin" : "Pin");
        delete.setDisable(some.stream().allMatch(runs::isCurrent));
    }

    private static boolean isEach(List<KeptRun> some, Predicate<KeptRun> so) {
        return !some.isEmpty() && some.stream().allMatch(so);
    }

    private void press(KeyEvent event) {
        Map<KeyCode, Button> commands = Map.of(KeyCode.ENTER, back, KeyCode.F2, rename, KeyCode.H, hide, KeyCode.P, pin, KeyCode.DELETE, delete);
        Button command = commands.get(event.getCode());
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean inTable = table.isFocusWithin();
        if (command != null && !command.isDisabled() && !typing && (inTable || event.getCode() == KeyCode.DELETE) && !event.isShortcutDown() && !event.isAltDown()) {
            command.fire();
            event.consume();
        }
    }

    @FXML
    private void goBack() {
        model.goBackTo(chosen.chosenProperty().get().get(0));
    }

    private void endEditing() {
        name.setEditable(false);
        // an empty name was typed, and isn't taken
        table.refresh();
        table.requestFocus();
    }

    @FXML
    private void rename() {
        table.requestFocus();
        name.setEditable(true);
        table.edit(table.getSelectionModel().getSelectedIndex(), name);
    }

    @FXML
    private void hide() {
        setAll(KeptRun::hiddenProperty);
    }

    @FXML
    private void pin() {
        setAll(KeptRun::pinnedProperty);
    }

    /** All of them, or none where it holds for all of them already. */
    private void setAll(Function<KeptRun, BooleanProperty> what) {
        List<KeptRun> some = chosen.chosenProperty().get();
        boolean wanted = !isEach(some, run -> what.apply(run).get());
        some.forEach(run -> what.apply(run).set(wanted));
        showCommands();
    }

    @FXML
    private void delete() {
        List<KeptRun> unwanted = chosen.chosenProperty().get().stream().filter(run -> !runs.isCurrent(run)).toList();
        runs.delete(unwanted);
        deleted = "Deleted " + Counts.of(unwanted.size(), "run") + "; Ctrl+Z brings back what was deleted.";
        model.notices().tell(deleted);
    }

    @FXML
    private void saveCsv() {
        exports.saveCsv();
    }

    @FXML
    private void saveJson() {
        exports.saveJson();
    }

    @FXML
    private void saveReport() {
        exports.saveReport();
    }

    @FXML
    private void saveEvents() {
        exports.saveEvents(chosen.chosenProperty().get());
    }

    @FXML
    private void openCurve() {
        exports.openCurve();
    }
}
