package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.digitscope.app.study.LessonTasks;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.data.Dataset;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.Task;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.kordamp.ikonli.javafx.FontIcon;

/** The task of the open chapter: what is to be done, whether it is, what is missing, and help that says more with every press. */
public final class TaskController {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final String NOT_SAID = "–";

    private final LessonTasks tasks;
    private final OpenLesson lesson;
    private final NetworkFlows flows;

    @FXML
    private VBox root;
    @FXML
    private FontIcon sign;
    @FXML
    private Label question;
    @FXML
    private HBox typing;
    @FXML
    private TextField answer;
    @FXML
    private VBox choices;
    @FXML
    private HBox meaning;
    @FXML
    private ComboBox<String> meant;
    @FXML
    private Label verdict;
    @FXML
    private VBox helps;
    @FXML
    private Button help;

    private String shownChapter = "";
    private List<String> shownChoices = List.of();
    private int helped;
    /** What was typed last, where that was wrong. */
    private Optional<String> wrong = Optional.empty();

    public TaskController(LessonTasks tasks, OpenLesson lesson, NetworkFlows flows) {
        this.tasks = tasks;
        this.lesson = lesson;
        this.flows = flows;
    }

    @FXML
    private void initialize() {
        List.of(root, typing, choices, meaning, verdict, helps, help).forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        meant.getItems().add(NOT_SAID);
        IntStream.range(0, Dataset.CLASSES).mapToObj(String::valueOf).forEach(meant.getItems()::add);
        meant.setOnAction(event -> flows.labelProperty().set(Optional.ofNullable(meant.getValue()).filter(each -> !each.equals(NOT_SAID)).map(Integer::valueOf)));
        flows.labelProperty().addListener((observable, before, after) -> showMeant());
        showMeant();
        tasks.chapterProperty().addListener((observable, before, after) -> show());
        tasks.stateProperty().addListener((observable, before, after) -> show());
        lesson.resultProperty().addListener((observable, before, after) -> {
            if (after.chapters().isEmpty()) {
                shownChapter = "";
            }
            show();
        });
        show();
    }

    @FXML
    private void check() {
        Chapter chapter = tasks.chapterProperty().get().orElseThrow();
        if (task() instanceof Task.Question asked && !answer.getText().isBlank()) {
            String typed = answer.getText().strip();
            boolean right = asked.isRight(typed);
            wrong = right ? Optional.empty() : Optional.of(typed);
            if (right || !isDone()) {
                lesson.record(new ChapterResult(chapter.name(), right, typed));
            }
            show();
        }
    }

    @FXML
    private void helpMore() {
        helped++;
        show();
    }

    private void choose(String text) {
        tasks.chapterProperty().get().filter(chapter -> !isDone()).ifPresent(chapter -> lesson.record(new ChapterResult(chapter.name(), false, text)));
    }

    private Task task() {
        return tasks.chapterProperty().get().flatMap(Chapter::task).orElse(null);
    }

    private boolean isDone() {
        return lesson.resultProperty().get().isDone(shownChapter);
    }

    private String typed() {
        return lesson.resultProperty().get().of(shownChapter).map(ChapterResult::typed).orElse("");
    }

    private void showMeant() {
        meant.setValue(flows.labelProperty().get().map(String::valueOf).orElse(NOT_SAID));
    }

    private void show() {
        Task task = task();
        root.setVisible(task != null);
        if (task == null) {
            return;
        }
        Chapter chapter = tasks.chapterProperty().get().orElseThrow();
        if (!chapter.name().equals(shownChapter)) {
            shownChapter = chapter.name();
            helped = 0;
            wrong = Optional.empty();
            shownChoices = List.of();
            answer.setText(task instanceof Task.Question ? typed() : "");
        }
        boolean done = isDone();
        root.pseudoClassStateChanged(DONE, done && wrong.isEmpty());
        sign.setIconLiteral(done ? "fth-check-circle" : "fth-circle");
        question.setText(task.sentence());
        question.setAccessibleText((done ? "Done: " : "To do: ") + task.sentence());
        typing.setVisible(task instanceof Task.Question);
        meaning.setVisible(LessonTasks.terms(task).contains(Quantity.DRAWING_MEANT_AS));
        showChoices(task);
        verdict.setText(verdict(task, done));
        verdict.setVisible(!verdict.getText().isEmpty());
        showHelp(chapter.help());
    }

    private void showChoices(Task task) {
        List<String> wanted = task instanceof Task.Predict predict ? predict.choices().stream().map(Task.Choice::text).toList() : List.of();
        if (!wanted.equals(shownChoices)) {
            shownChoices = wanted;
            ToggleGroup group = new ToggleGroup();
            choices.getChildren().setAll(wanted.stream().map(text -> choice(text, group)).toList());
        }
        choices.setVisible(!wanted.isEmpty());
        boolean late = task instanceof Task.Predict predict && isTooLate(predict);
        for (int i = 0; i < wanted.size(); i++) {
            RadioButton button = (RadioButton) choices.getChildren().get(i);
            button.setDisable(isDone() || late);
            if (wanted.get(i).equals(typed())) {
                button.setSelected(true);
            }
        }
    }

    private RadioButton choice(String text, ToggleGroup group) {
        RadioButton button = new RadioButton(text);
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setMinHeight(RadioButton.USE_PREF_SIZE);
        button.selectedProperty().addListener((observable, before, chosen) -> {
            if (chosen && !text.equals(typed())) {
                choose(text);
            }
        });
        return button;
    }

    /** What has happened already can't be foreseen. */
    private boolean isTooLate(Task.Predict predict) {
        return typed().isEmpty() && predict.when().isPresent() && predict.isRevealed(state());
    }

    private String verdict(Task task, boolean done) {
        if (task instanceof Task.Question asked && wrong.isPresent()) {
            return "Not quite. " + asked.difference(wrong.get());
        }
        if (done) {
            return (task instanceof Task.Reach ? "Done. " : "Right. ") + task.reason();
        }
        if (task instanceof Task.Reach reach) {
            return notYet(reach.when().missing(state()));
        }
        return task instanceof Task.Predict predict ? foreseen(predict) : "";
    }

    private String foreseen(Task.Predict predict) {
        if (isTooLate(predict)) {
            return "It has happened already. Take it back, then say what you expect.";
        }
        if (typed().isEmpty()) {
            return "Choose first, then see.";
        }
        return predict.isRevealed(state()) ? "Not quite. What came is: " + predict.choices().get(predict.right(state()).orElseThrow()).text() + " "
                + predict.reason() : notYet(predict.when().map(when -> when.missing(state())).orElse(List.of()));
    }

    private static String notYet(List<String> missing) {
        return missing.isEmpty() ? "" : "Not yet. " + String.join(" ", missing);
    }

    private LessonState state() {
        return tasks.stateProperty().get();
    }

    private void showHelp(List<Chapter.Help> steps) {
        int shown = Math.min(helped, steps.size());
        if (helps.getChildren().size() > shown) {
            helps.getChildren().clear();
        }
        for (int i = helps.getChildren().size(); i < shown; i++) {
            Label label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
            helps.getChildren().add(label);
        }
        for (int i = 0; i < shown; i++) {
            ((Label) helps.getChildren().get(i)).setText(title(steps.get(i)) + ": " + steps.get(i).text());
        }
        helps.setVisible(shown > 0);
        boolean more = shown < steps.size();
        help.setVisible(!steps.isEmpty());
        help.setDisable(!more);
        help.setText(steps.isEmpty() ? "" : title(steps.get(more ? shown : steps.size() - 1)));
    }

    private static String title(Chapter.Help step) {
        return step.kind().substring(0, 1).toUpperCase(Locale.ROOT) + step.kind().substring(1);
    }
}
