package org.digitscope.app.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.file.DataSets;
import org.digitscope.app.file.DataSets.Phase;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.SetChoices;

/** A data set that is being read, and then looked at before it is trained with: its classes, samples and what can be chosen. */
public final class DataSetController {

    private static final int FEWEST_SAMPLES = 10;
    private static final int MOST_SAMPLES = 24;
    /** Pixels of a sample with the gap beside it. */
    private static final double SAMPLE = 39;
    /** The other columns, in widths of a letter. */
    private static final double OTHER_COLUMNS = 27;

    private final DataSets dataSets;
    private final Appearance appearance;

    @FXML
    private Pane root;
    @FXML
    private Label title;
    @FXML
    private ProgressBar progress;
    @FXML
    private Pane content;
    @FXML
    private Label summary;
    @FXML
    private Label notices;
    @FXML
    private CheckBox transposed;
    @FXML
    private ComboBox<String> names;
    @FXML
    private HBox split;
    @FXML
    private TextField share;
    @FXML
    private TextField seed;
    @FXML
    private Label problem;
    @FXML
    private GridPane classes;
    @FXML
    private Button take;

    /** How many pictures of each class are shown. */
    private int samples;
    private FieldProblems problems;

    public DataSetController(DataSets dataSets, Appearance appearance) {
        this.dataSets = dataSets;
        this.appearance = appearance;
    }

    @FXML
    private void initialize() {
        problems = new FieldProblems(problem);
        root.visibleProperty().bind(dataSets.busy());
        root.managedProperty().bind(root.visibleProperty());
        progress.progressProperty().bind(dataSets.progressProperty());
        for (Node node : new Node[] {progress, content, take, notices, problem, split}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        notices.visibleProperty().bind(notices.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        Arrays.stream(ClassNames.values()).map(ClassNames::title).forEach(names.getItems()::add);
        transposed.setOnAction(event -> choose(choices().withTransposed(transposed.isSelected())));
        names.setOnAction(event -> choose(choices().withClasses(ClassNames.values()[names.getSelectionModel().getSelectedIndex()])));
        onEntered(share, text -> choices().withShare(NumberText.decimal("the share to check with, in %,", text) / 100));
        onEntered(seed, text -> choices().withSeed(NumberText.wholeLong("the seed", text)));
        root.widthProperty().addListener((observable, before, after) -> showMoreOrFewer());
        dataSets.phaseProperty().addListener((observable, before, after) -> showPhase(after));
        dataSets.choicesProperty().addListener((observable, before, after) -> dataSets.offeredProperty().get().ifPresent(this::show));
        showPhase(dataSets.phaseProperty().get());
    }

    @FXML
    private void decline() {
        dataSets.decline();
    }

    @FXML
    private void take() {
        // what is still being typed is taken over, and nothing is trained with what nobody sees
        Stream.of(share, seed).filter(TextField::isFocused).forEach(field -> field.fireEvent(new ActionEvent()));
        problems.first().ifPresentOrElse(TextField::requestFocus, dataSets::take);
    }

    private void showPhase(Phase phase) {
        boolean offered = phase == Phase.OFFERED;
        String name = dataSets.nameProperty().get();
        title.setText(offered ? name : (phase == Phase.PREPARING ? "Preparing " : "Reading ") + name + "…");
        progress.setVisible(phase == Phase.READING);
        content.setVisible(offered);
        take.setVisible(offered);
        if (phase == Phase.IDLE && root.getParent() != null) {
            // so that the keys lead to the whole window again
            root.getParent().requestFocus();
        }
        problems.clear();
        if (offered) {
            show(dataSets.offeredProperty().get().orElseThrow());
            take.requestFocus();
        }
    }

    private void show(LoadedDigits loaded) {
        SetChoices chosen = choices();
        boolean whole = loaded.test().isEmpty();
        int checked = loaded.checked(chosen);
        int learnt = loaded.training().size() - (whole ? checked : 0);
        summary.setText(String.format(Locale.ROOT, whole ? "One set of %3$s: %1$,d to learn from, %2$,d drawn by chance to check with."
                : "%4$s to learn from, %2$,d to check with.", learnt, checked, Counts.of(loaded.training().size(), "picture"), Counts.of(learnt, "picture")));
        notices.setText(String.join(" ", loaded.notices()));
        transposed.setSelected(chosen.transposed());
        names.getSelectionModel().select(chosen.classes().ordinal());
        split.setVisible(whole);
        show(share, NumberText.shortest(Math.round(1000 * chosen.share()) / 10.0));
        show(seed, String.valueOf(chosen.seed()));
        showClasses(loaded, chosen);
    }

    /** What is wrong stays until it is mended. */
    private void show(TextField field, String text) {
        if (!problems.has(field)) {
            field.setText(text);
        }
    }

    private void showMoreOrFewer() {
        if (dataSets.phaseProperty().get() == Phase.OFFERED && samplesThatFit() != samples) {
            showClasses(dataSets.offeredProperty().get().orElseThrow(), choices());
        }
    }

    private int samplesThatFit() {
        double room = root.getWidth() - OTHER_COLUMNS * title.getFont().getSize();
        return (int) Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, room / SAMPLE));
    }

    private void showClasses(LoadedDigits loaded, SetChoices chosen) {
        samples = samplesThatFit();
        int[] counts = loaded.training().labelCounts();
        int[] checks = loaded.test().map(Dataset::labelCounts).orElse(new int[0]);
        int most = Arrays.stream(counts).max().orElse(1);
        classes.getChildren().clear();
        classes.addRow(0, heading("class"), heading("how often"), heading(checks.length > 0 ? "learn" : "pictures"),
                heading(checks.length > 0 ? "check" : ""), heading("the first of them"));
        for (int label = 0; label < Dataset.CLASSES; label++) {
            ProgressBar bar = new ProgressBar((double) counts[label] / most);
            bar.setAccessibleText(chosen.classes().of(label) + ": " + Counts.of(counts[label], "picture"));
            classes.addRow(label + 1, styled(chosen.classes().numbered(label), "heading"), bar, count(counts[label]),
                    checks.length > 0 ? count(checks[label]) : new Label(), samples(loaded.training(), label, chosen));
        }
    }

    private HBox samples(Dataset data, int label, SetChoices chosen) {
        Dataset some = data.subset(data.name(), IntStream.range(0, data.size()).filter(picture -> data.label(picture) == label).limit(samples));
        Dataset shown = chosen.transposed() ? some.transposed() : some;
        HBox row = new HBox();
        row.getStyleClass().add("samples");
        for (int picture = 0; picture < shown.size(); picture++) {
            PixelView view = new PixelView();
            appearance.applyTo(view);
            view.pictureProperty().set(shown.image(picture));
            view.setAccessibleText("a picture of " + chosen.classes().of(label));
            row.getChildren().add(view);
        }
        return row;
    }

    private static Label heading(String text) {
        return styled(text, "text-muted");
    }

    private static Label count(int number) {
        return styled(String.format(Locale.ROOT, "%,d", number), "count");
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void onEntered(TextField field, Function<String, SetChoices> change) {
        field.setOnAction(event -> enter(field, change));
        problems.takeBackOnEscape(field, field, () -> dataSets.offeredProperty().get().ifPresent(this::show));
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused && dataSets.phaseProperty().get() == Phase.OFFERED) {
                enter(field, change);
            }
        });
    }

    private void enter(TextField field, Function<String, SetChoices> change) {
        if (problems.enter(field, () -> choose(change.apply(field.getText())))) {
            dataSets.offeredProperty().get().ifPresent(this::show);
        }
    }

    private void choose(SetChoices other) {
        dataSets.choicesProperty().set(other);
    }

    private SetChoices choices() {
        return dataSets.choicesProperty().get();
    }
}
