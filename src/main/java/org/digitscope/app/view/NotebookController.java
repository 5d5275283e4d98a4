package org.digitscope.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.study.NotebookPages.Pages;
import org.digitscope.app.study.NotebookPages;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.view.Exhibits.Exhibit;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Backdrop;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Architecture;
import org.digitscope.training.Hyperparameters;

/** The learner's path: a list of chapters, and the chosen one with the numbers of the network on screen. */
public final class NotebookController {

    private final AppModel model;
    private final PadModel drawing;
    private final Navigation navigation;
    private final NotebookPages pages;
    private final Exhibits exhibits;
    private final Map<String, Runnable> commands = new HashMap<>();

    @FXML
    private VBox root;
    @FXML
    private ListView<Integer> list;
    @FXML
    private ScrollPane page;
    @FXML
    private Label title;
    @FXML
    private Label place;
    @FXML
    private VBox text;
    @FXML
    private VBox exhibit;
    @FXML
    private Button action;
    @FXML
    private Label question;
    @FXML
    private TextField answer;
    @FXML
    private Label verdict;
    @FXML
    private Button next;

    private List<Chapter> chapters = List.of();
    /** The exhibit on screen, and its name. */
    private Optional<Exhibit> shownExhibit = Optional.empty();
    private Optional<String> shownName = Optional.empty();

    public NotebookController(AppModel model, PadModel drawing, Navigation navigation, NotebookPages pages, Exhibits exhibits) {
        this.model = model;
        this.drawing = drawing;
        this.navigation = navigation;
        this.pages = pages;
        this.exhibits = exhibits;
    }

    @FXML
    private void initialize() {
        commands.put("pad", () -> drawing.load(Backdrop.ofDigit(exhibits.firstTestDigit())));
        // as a drawing and not as a digit of MNIST's, so that the pad's stages can be tried on it
        commands.put("moved", () -> drawing.load(Backdrop.restored(
                Backdrop.ofDigit(LessonNumbers.moved(exhibits.firstTestDigit())).ink(), false)));
        commands.put("train", model::playOrPause);
        commands.put("two", () -> startWith(now -> new Architecture(List.of(2), now.activation(), now.inputs())));
        commands.put("undivided", () -> startWith(now -> new Architecture(now.hidden(), now.activation(), Inputs.GREY)));
        commands.put("divided", () -> startWith(now -> new Architecture(now.hidden(), now.activation(), Inputs.SCALED)));
        commands.put("live", () -> navigation.viewProperty().set(View.LIVE));
        commands.put("neurons", () -> navigation.goTo(WeightsPart.NEURONS));
        commands.put("matrix", () -> navigation.goTo(WeightsPart.MATRICES));
        commands.put("numbers", () -> navigation.goTo(WeightsPart.ALL_NUMBERS));
        commands.put("weight406", () -> {
            Selection selection = model.inspection().selection();
            selection.pin(LessonNumbers.exampleWeight(model.shownProperty().get().parameters()));
            navigation.goTo(WeightsPart.ALL_NUMBERS);
        });
        commands.put("why", () -> {
            commands.get("pad").run();
            navigation.viewProperty().set(View.WHY);
        });
        commands.put("mistakes", () -> navigation.goToDigits("wrong"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Integer chapter, boolean empty) {
                super.updateItem(chapter, empty);
                // no wider than the list, so that long titles wrap
                setPrefWidth(0);
                setWrapText(true);
                setText(empty || chapter >= chapters.size() ? "" : chapter + 1 + ". " + chapters.get(chapter).title());
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> turnTo());
        pages.watch(root.visibleProperty());
        pages.pagesProperty().addListener((observable, before, after) -> refresh());
        refresh();
    }

    @FXML
    private void tryIt() {
        chapter().flatMap(Chapter::action).ifPresent(wanted -> commands.get(wanted.command()).run());
    }

    @FXML
    private void check() {
        chapter().filter(shown -> !answer.getText().isBlank()).ifPresent(shown -> verdict.setText(
                (shown.isRight(answer.getText()) ? "Right. " : "Not quite. ") + shown.reason()));
    }

    @FXML
    private void goOn() {
        list.getSelectionModel().selectNext();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }

    private void startWith(UnaryOperator<Architecture> change) {
        Hyperparameters now = model.settingsProperty().get();
        model.startWith(now.withArchitecture(change.apply(now.architecture())));
    }

    private void refresh() {
        Optional<Pages> filled = pages.pagesProperty().get();
        if (filled.isEmpty()) {
            return;
        }
        boolean first = chapters.isEmpty();
        chapters = filled.get().chapters();
        place.setText("with the numbers of " + filled.get().network().place());
        if (first) {
            list.getItems().setAll(IntStream.range(0, chapters.size()).boxed().toList());
            list.getSelectionModel().selectFirst();
        }
        list.refresh();
        show();
    }

    private void turnTo() {
        answer.clear();
        verdict.setText("");
        page.setVvalue(0);
        show();
    }

    private void show() {
        chapter().ifPresent(shown -> {
            title.setText(shown.title());
            setTexts(shown.paragraphs());
            showExhibit(shown.exhibit());
            action.setText(shown.action().map(Chapter.Action::label).orElse(""));
            action.setVisible(shown.action().isPresent());
            question.setText(shown.question());
            next.setDisable(list.getSelectionModel().getSelectedIndex() == chapters.size() - 1);
        });
    }

    private void showExhibit(Optional<String> name) {
        if (!name.equals(shownName)) {
            shownName = name;
            shownExhibit = name.map(exhibits::of);
            exhibit.getChildren().setAll(shownExhibit.stream().map(Exhibit::node).toList());
        }
        shownExhibit.ifPresent(shown -> pages.pagesProperty().get().map(each -> each.network().parameters()).ifPresent(shown.show()));
    }

    /** Keeps the labels that are there, so that nothing jumps while numbers change. */
    private void setTexts(List<String> paragraphs) {
        if (text.getChildren().size() != paragraphs.size()) {
            text.getChildren().setAll(paragraphs.stream().map(paragraph -> {
                Label label = new Label();
                label.setWrapText(true);
                label.setMinHeight(Label.USE_PREF_SIZE);
                return label;
            }).toList());
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            ((Label) text.getChildren().get(i)).setText(paragraphs.get(i));
        }
    }

    private Optional<Chapter> chapter() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).filter(index -> index < chapters.size())
                .map(chapters::get);
    }
}
