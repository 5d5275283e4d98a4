package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.LessonTasks;
import org.digitscope.app.study.NotebookPages;
import org.digitscope.app.study.NotebookPages.Pages;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.view.Exhibits.Exhibit;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.Lesson;
import org.kordamp.ikonli.javafx.FontIcon;

/** The learner's path: a list of chapters, and the chosen one with the numbers of the network on screen. Its task is {@link TaskController}'s. */
public final class NotebookController {

    private final NotebookPages pages;
    private final Exhibits exhibits;
    private final LessonTasks tasks;
    private final OpenLesson lesson;
    private final ChapterCommands commands;
    private final LessonScenes scenes;
    private final Navigation navigation;

    @FXML
    private VBox root;
    @FXML
    private Label lessonTitle;
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
    private FlowPane actions;
    @FXML
    private ToggleButton code;
    @FXML
    private FontIcon codeArrow;
    @FXML
    private ScrollPane cell;
    @FXML
    private Label source;
    @FXML
    private Label output;
    @FXML
    private Button next;

    private Optional<Lesson> shownLesson = Optional.empty();
    private List<Chapter> chapters = List.of();
    /** The exhibit on screen, and its name. */
    private Optional<Exhibit> shownExhibit = Optional.empty();
    private Optional<String> shownName = Optional.empty();
    /** The buttons on screen, and whose they are. */
    private List<String> shownActions = List.of();
    private String shownChapter = "";

    public NotebookController(AppModel model, PadModel drawing, Navigation navigation, NotebookPages pages, Exhibits exhibits, LessonTasks tasks,
            OpenLesson lesson, LessonScenes scenes) {
        this.pages = pages;
        this.exhibits = exhibits;
        this.tasks = tasks;
        this.lesson = lesson;
        this.scenes = scenes;
        this.navigation = navigation;
        commands = new ChapterCommands(model, drawing, navigation, exhibits::firstTestDigit);
    }

    @FXML
    private void initialize() {
        list.setCellFactory(view -> new ChapterCell(() -> chapters, chapter -> lesson.resultProperty().get().isDone(chapter.name())));
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> turnTo());
        lesson.resultProperty().addListener((observable, before, after) -> list.refresh());
        code.selectedProperty().addListener((observable, before, after) -> showCode());
        cell.managedProperty().bind(cell.visibleProperty());
        exhibit.managedProperty().bind(exhibit.visibleProperty());
        code.managedProperty().bind(code.visibleProperty());
        output.managedProperty().bind(output.visibleProperty());
        actions.managedProperty().bind(actions.visibleProperty());
        pages.watch(root.visibleProperty());
        pages.pagesProperty().addListener((observable, before, after) -> refresh());
        navigation.chapterProperty().addListener((observable, before, after) -> turnTo(after));
        refresh();
    }

    @FXML
    private void goOn() {
        list.getSelectionModel().selectNext();
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
    }

    private void refresh() {
        Optional<Pages> filled = pages.pagesProperty().get();
        if (filled.isEmpty()) {
            return;
        }
        chapters = filled.get().chapters();
        place.setText("with the numbers of " + filled.get().network().place());
        Optional<Lesson> now = filled.map(Pages::lesson);
        if (!now.equals(shownLesson)) {
            shownLesson = now;
            lessonTitle.setText(now.get().title() + (now.get().author().isEmpty() ? "" : ", by " + now.get().author()));
            list.getItems().setAll(IntStream.range(0, chapters.size()).boxed().toList());
            int begin = number(navigation.chapterProperty().get()).orElseGet(this::firstToDo);
            list.getSelectionModel().select(begin);
            list.scrollTo(begin);
        }
        list.refresh();
        show();
    }

    /** Where the reader was; the beginning where everything is done. */
    private int firstToDo() {
        return IntStream.range(0, chapters.size()).filter(number -> !lesson.resultProperty().get().isDone(chapters.get(number).name())).findFirst().orElse(0);
    }

    private void turnTo(String name) {
        number(name).ifPresent(number -> {
            list.getSelectionModel().select(number);
            list.scrollTo(number);
        });
    }

    private OptionalInt number(String name) {
        return IntStream.range(0, chapters.size()).filter(number -> chapters.get(number).name().equals(name)).findFirst();
    }

    private void turnTo() {
        page.setVvalue(0);
        code.setSelected(false);
        show();
    }

    private void show() {
        chapter().ifPresent(shown -> {
            title.setText(shown.title());
            setTexts(shown.paragraphs());
            showExhibit(shown.exhibit());
            showActions(shown);
            code.setVisible(shown.code().isPresent());
            showCode();
            tasks.chapterProperty().set(Optional.of(shown));
            navigation.chapterProperty().set(shown.name());
            next.setDisable(list.getSelectionModel().getSelectedIndex() == chapters.size() - 1);
        });
    }

    private void showExhibit(Optional<String> name) {
        if (!name.equals(shownName)) {
            shownName = name;
            shownExhibit = name.map(exhibits::of);
            exhibit.getChildren().setAll(shownExhibit.stream().map(Exhibit::node).toList());
            exhibit.setVisible(shownExhibit.isPresent());
        }
        shownExhibit.ifPresent(shown -> pages.pagesProperty().get().map(each -> each.network().parameters()).ifPresent(shown.show()));
    }

    /** Keeps the buttons that are there, so that the focus stays on them while numbers change. */
    private void showActions(Chapter chapter) {
        List<Notices.Action> ofScenes = scenes.of(chapter.name());
        List<String> wanted = Stream.concat(ofScenes.stream().map(Notices.Action::label), chapter.actions().stream().map(Chapter.Action::toString)).toList();
        if (!wanted.equals(shownActions) || !chapter.name().equals(shownChapter)) {
            shownActions = wanted;
            shownChapter = chapter.name();
            actions.getChildren().setAll(Stream.concat(ofScenes.stream().map(scene -> button(scene.label(), scene.run())),
                    chapter.actions().stream().map(action -> button(action.label(), () -> commands.run(action.command())))).toList());
        }
        actions.setVisible(!wanted.isEmpty());
    }

    private Node button(String label, Runnable action) {
        Button button = new Button(label);
        button.getStyleClass().add("accent");
        button.setWrapText(true);
        button.setMinHeight(Button.USE_PREF_SIZE);
        // one with long words is as wide as the page, and not the page as wide as it
        button.maxWidthProperty().bind(actions.widthProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    private void showCode() {
        Optional<Chapter.Code> shown = chapter().flatMap(Chapter::code).filter(any -> code.isSelected());
        codeArrow.setIconLiteral(code.isSelected() ? "fth-chevron-down" : "fth-chevron-right");
        cell.setVisible(shown.isPresent());
        source.setText(shown.map(Chapter.Code::source).orElse(""));
        output.setText(shown.map(Chapter.Code::output).orElse(""));
        output.setVisible(!output.getText().isEmpty());
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
