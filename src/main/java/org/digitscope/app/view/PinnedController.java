package org.digitscope.app.view;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.FieldProblems;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.plot.RoundedText;

/** The value of the pinned weight or bias, to be dragged or typed. */
public final class PinnedController {

    private final AppModel model;
    private final Selection selection;
    private final Edits edits;

    @FXML
    private VBox root;
    @FXML
    private Label pinned;
    @FXML
    private Label problem;
    @FXML
    private TextField exact;
    @FXML
    private Slider value;

    /** True while the controls follow the model, so that they don't answer back. */
    private boolean following;
    private FieldProblems problems;
    /** What stands in the field unless something is typed there. */
    private String shown = "";

    private ObservableValue<Boolean> inSight;

    public PinnedController(AppModel model) {
        this.model = model;
        selection = model.inspection().selection();
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(root);
        problems = new FieldProblems(problem);
        value.valueProperty().addListener((observable, before, after) -> drag(after.floatValue()));
        value.valueChangingProperty().addListener((observable, before, changing) -> {
            if (!changing) {
                edits.endDrag();
            }
        });
        model.shownProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> showAnew());
        exact.focusedProperty().addListener((observable, before, focused) -> {
            if (!focused && isTyped()) {
                setExactly();
            }
        });
        problems.takeBackOnEscape(exact, exact, this::showAnew);
        inSight.addListener((observable, before, after) -> show());
        show();
    }

    /** What is wrong in it goes on Escape from anywhere in the view that it is a part of. */
    void letGoIn(Node view) {
        LeftBehind.letGo(problems, view, model);
    }

    @FXML
    private void setExactly() {
        boolean wasFocused = exact.isFocused();
        boolean holds = problems.enter(exact, () -> {
            float wanted = NumberText.single("value", exact.getText());
            shown = exact.getText();
            edits.set(pin(), wanted);
        });
        if (holds && wasFocused) {
            // a field with the focus would take the next undo for one of its letters
            value.requestFocus();
        }
    }

    @FXML
    private void reset() {
        edits.reset(pin());
        showAnew();
    }

    /** What is typed belongs to another parameter, or is to go. */
    private void showAnew() {
        problems.clear();
        exact.setText(shown);
        show();
    }

    private boolean isTyped() {
        return !exact.getText().equals(shown);
    }

    private void show() {
        ShownNetwork network = model.shownProperty().get();
        if (!inSight.getValue() || network == null) {
            return;
        }
        float now = pin().get(network.parameters());
        float learnt = pin().get(network.base());
        float reach = WhatIfStudies.reach(learnt);
        pinned.setText(selection.name(pin()) + "\nlearnt " + RoundedText.of("%+.7f", learnt) + ", now " + RoundedText.of("%+.7f", now));
        if (!isTyped()) {
            // the training goes on while something is typed
            shown = ShownNumbers.in(NumberText.exact(now));
            exact.setText(shown);
        }
        following = true;
        value.setMin(-reach);
        value.setMax(reach);
        value.setBlockIncrement(reach / 50);
        value.setValue(now);
        following = false;
    }

    private void drag(float to) {
        if (!following) {
            edits.drag(pin(), to);
            if (!value.isValueChanging()) {
                edits.endDrag();
            }
        }
    }

    private ScalarParameter pin() {
        return selection.parameterProperty().get();
    }
}
