package org.digitscope.app.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.Choice;
import org.digitscope.app.control.FocusInSight;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.OverlaidScrollBar;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.LessonTasks;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.explain.lesson.Chapter;
import org.kordamp.ikonli.javafx.FontIcon;

/** The frame: navigation, notices, and around everything else. */
public final class MainController {

    /** What only tells of something that was done takes a part of the view's room for so long. */
    private static final Duration TIME_TO_READ = Duration.seconds(12);
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass SERIOUS = PseudoClass.getPseudoClass("serious");

    /** An icon's size in letters; not in the stylesheet, where an icon's letters are itself. */
    private static final double ICON = 1.4;

    private final AppModel model;
    private final Appearance appearance;
    private final Navigation navigation;
    private final ViewLoader loader;
    private final LessonTasks tasks;
    private final OpenLesson lesson;
    private final PauseTransition time = new PauseTransition(TIME_TO_READ);
    private final Map<View, Parent> loaded = new EnumMap<>(View.class);
    /** What had the focus before a button of a notice; may be null. */
    private Node focusedBefore;

    @FXML
    private BorderPane root;
    @FXML
    private ToggleButton darkButton;
    @FXML
    private SegmentedButton tabs;
    @FXML
    private Button chapter;
    @FXML
    private FontIcon chapterSign;
    @FXML
    private VBox stage;
    @FXML
    private ScrollPane room;
    @FXML
    private OverlaidScrollBar roomBar;
    @FXML
    private StackPane content;
    @FXML
    private Region strut;
    @FXML
    private StackPane views;
    @FXML
    private HBox noticeBar;
    @FXML
    private FontIcon noticeIcon;
    @FXML
    private Label notice;
    @FXML
    private HBox noticeActions;

    /** @param loader loads a view when it is first wanted */
    public MainController(AppModel model, Appearance appearance, Navigation navigation, ViewLoader loader, LessonTasks tasks, OpenLesson lesson) {
        this.model = model;
        this.appearance = appearance;
        this.navigation = navigation;
        this.loader = loader;
        this.tasks = tasks;
        this.lesson = lesson;
    }

    @FXML
    private void initialize() {
        darkButton.selectedProperty().bindBidirectional(appearance.darkProperty());
        notice.textProperty().bind(model.notices().textProperty());
        time.setOnFinished(event -> model.notices().fade());
        notice.textProperty().addListener((observable, before, after) -> time.playFromStart());
        noticeBar.visibleProperty().bind(model.notices().textProperty().isNotEmpty());
        noticeBar.managedProperty().bind(noticeBar.visibleProperty());
        scrollBesideNotice();
        keepFocusApart();
        model.notices().seriousProperty().addListener((observable, before, after) -> showSeriousness(after));
        showSeriousness(model.notices().seriousProperty().get());
        model.notices().actionsProperty().addListener((observable, before, after) -> showActions(after));
        showActions(model.notices().actionsProperty().get());
        root.layoutBoundsProperty().addListener((observable, before, after) ->
                appearance.windowProperty().set(new Dimension2D(after.getWidth(), after.getHeight())));
        // the one style that isn't in the stylesheet, as its numbers are computed
        root.styleProperty().bind(Bindings.format(Locale.ROOT, "-fx-font-size: %dpx; -icon-size: %.0fpx;", appearance.letter(),
                appearance.letter().multiply(ICON)));
        addTabs();
        for (Observable each : List.of(tasks.chapterProperty(), lesson.resultProperty(), navigation.viewProperty())) {
            each.addListener(observable -> showWayBack());
        }
        showWayBack();
    }

    /** Elsewhere the open chapter is one press away, and its sign tells when its task is done. */
    private void showWayBack() {
        Optional<Chapter> open = tasks.chapterProperty().get();
        boolean done = open.filter(now -> lesson.resultProperty().get().isDone(now.name())).isPresent();
        chapter.setVisible(open.isPresent() && navigation.viewProperty().get() != View.NOTEBOOK);
        chapter.pseudoClassStateChanged(DONE, done);
        chapterSign.setIconLiteral(done ? "fth-check-circle" : "fth-book-open");
        chapter.setAccessibleText(done ? "Back to the chapter, whose task is done" : "Back to the chapter");
    }

    @FXML
    private void backToChapter() {
        navigation.viewProperty().set(View.NOTEBOOK);
    }

    /** While a notice takes a part of the room, the view keeps its size and is scrolled, so that nothing in it moves. */
    private void scrollBesideNotice() {
        DoubleBinding whole = Bindings.createDoubleBinding(() -> stage.getHeight() - room.getInsets().getTop() - room.getInsets().getBottom(),
                stage.heightProperty(), room.insetsProperty());
        BooleanBinding fits = noticeBar.visibleProperty().and(content.heightProperty().lessThan(whole.add(1)));
        strut.minHeightProperty().bind(Bindings.when(noticeBar.visibleProperty()).then(whole).otherwise(0));
        // a bar of its own would take a part of the width
        room.vbarPolicyProperty().bind(Bindings.when(fits).then(ScrollPane.ScrollBarPolicy.NEVER).otherwise(ScrollPane.ScrollBarPolicy.AS_NEEDED));
        roomBar.visibleProperty().bind(roomBar.follow(room).and(fits));
        FocusInSight.onFocus(room);
        noticeBar.visibleProperty().addListener((observable, before, after) -> {
            if (fits.get()) {
                room.setVvalue(0);
            }
        });
    }

    /** What had the focus before a notice's buttons has it again when they are gone, and else the view; never what happens to come next. */
    private void keepFocusApart() {
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, before, after) -> {
            if (isIn(after, noticeBar) && !isIn(before, noticeBar)) {
                focusedBefore = before;
            }
        });
        noticeBar.visibleProperty().addListener((observable, before, after) -> {
            if (!after) {
                giveFocusBack();
            }
        });
    }

    private void giveFocusBack() {
        if (holdsFocus(noticeBar)) {
            boolean canHaveIt = focusedBefore != null && focusedBefore.getScene() == root.getScene() && !focusedBefore.isDisabled()
                    && InSight.of(focusedBefore).getValue();
            (canHaveIt ? focusedBefore : views).requestFocus();
        }
    }

    private void showSeriousness(boolean serious) {
        noticeBar.pseudoClassStateChanged(SERIOUS, serious);
        noticeIcon.setIconLiteral(serious ? "fth-alert-triangle" : "fth-info");
    }

    private void showActions(List<Notices.Action> actions) {
        if (holdsFocus(noticeActions)) {
            giveFocusBack();
        }
        noticeActions.getChildren().setAll(actions.stream().map(action -> {
            Button button = new Button(action.label());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> action.run().run());
            return button;
        }).toList());
    }

    private void addTabs() {
        Choice.keepOne(tabs);
        for (View view : View.values()) {
            ToggleButton tab = new ToggleButton(view.title());
            tab.setTooltip(new Tooltip(view.purpose()));
            // arrow keys choose a tab too
            tab.selectedProperty().addListener((observable, before, chosen) -> {
                if (chosen) {
                    navigation.viewProperty().set(view);
                }
            });
            tabs.getButtons().add(tab);
        }
        navigation.viewProperty().addListener((observable, before, after) -> show(after));
        show(navigation.viewProperty().get());
    }

    /** A view is loaded when it is first wanted; then it stays, hidden or not. */
    private void show(View view) {
        if (!loaded.containsKey(view)) {
            Parent content = loader.load(view.file());
            loaded.put(view, content);
            // a hidden view takes no room
            content.managedProperty().bind(content.visibleProperty());
            views.getChildren().add(content);
        }
        // else the toolkit would give the keys to any button outside the view
        if (loaded.entrySet().stream().anyMatch(each -> each.getKey() != view && each.getValue().isVisible() && holdsFocus(each.getValue()))) {
            views.requestFocus();
        }
        loaded.forEach((each, content) -> content.setVisible(each == view));
        room.setVvalue(0);
        room.setHvalue(0);
        tabs.getButtons().get(view.ordinal()).setSelected(true);
    }

    private static boolean holdsFocus(Parent content) {
        return content.getScene() != null && isIn(content.getScene().getFocusOwner(), content);
    }

    private static boolean isIn(Node node, Parent parent) {
        Node each = node;
        while (each != null && each != parent) {
            each = each.getParent();
        }
        return each != null;
    }

    @FXML
    private void closeNotice() {
        model.notices().close();
    }
}
