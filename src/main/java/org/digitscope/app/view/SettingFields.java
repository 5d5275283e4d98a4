package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Entries;
import org.digitscope.training.Hyperparameters;

/**
 * The fields and choices of the settings. What is typed holds on Enter and when the field is left; what can't be read is marked and
 * explained, and stays until it is mended or other settings come, whatever else is typed.
 */
final class SettingFields {

    /** What takes a field's text over, and what brings the field into sight. */
    private record Typed(Runnable takeOver, Runnable reveal) {
    }

    private final AppModel model;
    private final Navigation navigation;
    private final Node rest;
    private final FieldProblems problems;
    private final Map<TextField, Typed> fields = new LinkedHashMap<>();
    private final List<Runnable> shows = new ArrayList<>();
    /** True while a setting is taken over from its field, and not from elsewhere. */
    private boolean entering;

    /**
     * @param problem says what is wrong
     * @param rest has the focus when a list is left, so that Space trains at once instead of opening the list again, and Enter does nothing
     */
    SettingFields(AppModel model, Navigation navigation, Label problem, Node rest) {
        this.model = model;
        this.navigation = navigation;
        this.rest = rest;
        problems = new FieldProblems(problem);
        problems.takeBackOnEscapeIn(rest);
        model.entries().setTakeOver(this::takeOver);
        model.settingsProperty().addListener((observable, before, after) -> {
            if (!entering) {
                problems.clear();
            }
            show();
        });
    }

    /**
     * A field.
     *
     * @param shown its text for the settings that hold
     * @param change throws an {@link IllegalArgumentException} with a sentence where the text doesn't hold
     * @param reveal brings the field into sight
     */
    void add(TextField field, Function<Hyperparameters, String> shown, BiFunction<Hyperparameters, String, Hyperparameters> change, Runnable reveal) {
        add(field, () -> shown.apply(model.settingsProperty().get()), text -> {
            Hyperparameters wanted = change.apply(model.settingsProperty().get(), text);
            entering = true;
            model.settingsProperty().set(wanted);
            entering = false;
        }, reveal);
    }

    /**
     * A field of something else than the run's settings.
     *
     * @param shown its text
     * @param change takes a text over; throws an {@link IllegalArgumentException} with a sentence where it doesn't hold
     * @param reveal brings the field into sight
     */
    void add(TextField field, Supplier<String> shown, Consumer<String> change, Runnable reveal) {
        Runnable enter = () -> enter(field, change);
        fields.put(field, new Typed(enter, reveal));
        field.setOnAction(event -> enter.run());
        problems.takeBackOnEscape(field, field, () -> {
            show();
            sayWhatIsMended();
        });
        field.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused) {
                enter.run();
            }
        });
        showNowAndLater(() -> {
            if (!problems.has(field)) {
                field.setText(shown.get());
            }
        });
    }

    /** A choice. */
    <T> void add(ComboBox<T> box, T[] values, Function<Hyperparameters, T> shown, BiFunction<Hyperparameters, T, Hyperparameters> change) {
        box.getItems().setAll(values);
        showNowAndLater(() -> box.setValue(shown.apply(model.settingsProperty().get())));
        box.valueProperty().addListener((observable, before, after) ->
                model.settingsProperty().set(change.apply(model.settingsProperty().get(), after)));
        box.setOnHidden(event -> leaveList());
    }

    /** A yes or no. */
    void add(CheckBox box, Predicate<Hyperparameters> shown, BiFunction<Hyperparameters, Boolean, Hyperparameters> change) {
        showNowAndLater(() -> box.setSelected(shown.test(model.settingsProperty().get())));
        box.setOnAction(event -> model.settingsProperty().set(change.apply(model.settingsProperty().get(), box.isSelected())));
    }

    /** Something that follows the settings. */
    void showNowAndLater(Runnable show) {
        shows.add(show);
        show.run();
    }

    void leaveList() {
        rest.requestFocus();
    }

    /** Shows what holds now; what is wrong stays. */
    void show() {
        shows.forEach(Runnable::run);
    }

    private void enter(TextField field, Consumer<String> change) {
        if (problems.enter(field, () -> change.accept(field.getText()))) {
            show();
        }
        sayWhatIsMended();
    }

    private void sayWhatIsMended() {
        if (problems.first().isEmpty()) {
            model.entries().mended();
        }
    }

    /** Those that were left are taken over already. */
    private Optional<Entries.Wrong> takeOver() {
        fields.keySet().stream().filter(TextField::isFocused).findFirst().ifPresent(field -> fields.get(field).takeOver.run());
        return problems.first().map(field -> new Entries.Wrong(problems.of(field), () -> {
            navigation.viewProperty().set(View.LIVE);
            fields.get(field).reveal.run();
            field.requestFocus();
            field.selectAll();
        }));
    }
}
