package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.Columns;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.WeightedSum;
import org.digitscope.network.Softmax;

/** What exhibits are made of. */
final class ExhibitParts {

    private static final int BATCH = 32;

    private final AppModel model;
    private final Appearance appearance;
    private final ChosenDigit digit;

    ExhibitParts(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        digit = new ChosenDigit(model);
    }

    AppModel model() {
        return model;
    }

    Appearance appearance() {
        return appearance;
    }

    ChosenDigit digit() {
        return digit;
    }

    /** The training pictures that a single step is tried on: the first ones. */
    Dataset batch() {
        Dataset training = model.digitsProperty().get().training();
        return training.head(Math.min(BATCH, training.size()));
    }

    /** What stands for a class. */
    String name(int label) {
        return model.classes().of(label);
    }

    /** Lets a picture follow the window's colours and letters, and take the room beside others. */
    <T extends PaintedRegion> T painted(T region) {
        appearance.applyTo(region);
        HBox.setHgrow(region, Priority.SOMETIMES);
        return region;
    }

    /** What stands below the parts of a sum: the numbers of its inputs, and b for the bias. */
    static List<String> names(WeightedSum sum) {
        return Stream.concat(sum.terms().stream().map(term -> String.valueOf(term.index())), Stream.of("b")).toList();
    }

    static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    static Slider slider(String what, double from, double to, double at) {
        Slider slider = new Slider(from, to, at);
        slider.setAccessibleText(what);
        slider.setBlockIncrement((to - from) / 50);
        HBox.setHgrow(slider, Priority.ALWAYS);
        return slider;
    }

    /** Words with numbers that change; they have the room of two lines, so that nothing moves. */
    static Label words() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("exhibit-words");
        return label;
    }

    /** A slider, which takes the room that is left, and what belongs to it. */
    static HBox tools(Node... nodes) {
        HBox tools = new HBox(nodes);
        tools.getStyleClass().add("toolbar");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /** Choices and buttons, in several rows where one is too narrow. */
    static FlowPane choices(Node... nodes) {
        FlowPane choices = new FlowPane(nodes);
        choices.getStyleClass().add("toolbar-flow");
        choices.setRowValignment(VPos.CENTER);
        return choices;
    }

    /** Pictures side by side, or where that is too narrow one below the other. */
    static Columns pictures(Node... nodes) {
        Columns pictures = new Columns();
        pictures.getChildren().setAll(nodes);
        pictures.getStyleClass().add("exhibit-pictures");
        return pictures;
    }

    /** A picture with a heading. */
    static VBox headed(String heading, Node node) {
        Label label = new Label(heading);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        VBox box = new VBox(label, node);
        VBox.setVgrow(node, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.SOMETIMES);
        return box;
    }

    /** What a network gives the ten digits. */
    void show(ProbabilityBars bars, ForwardTrace trace) {
        float[] probabilities = new float[Dataset.CLASSES];
        for (int each = 0; each < probabilities.length; each++) {
            probabilities[each] = trace.probability(each);
        }
        bars.classesProperty().set(model.classes());
        bars.probabilitiesProperty().set(probabilities);
    }

    /** Such as "7 with 99.87 %". */
    String answer(ForwardTrace trace) {
        float certainty = trace.probability(trace.answer());
        return Float.isNaN(certainty) ? Softmax.NO_ANSWER : String.format(Locale.ROOT, "%s with %.2f %%", name(trace.answer()), 100 * certainty);
    }
}
