package org.digitscope.app.view;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.digitscope.app.control.InSight;
import org.digitscope.app.control.NumberText;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.WhatIfStudies;
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

    private ObservableValue<Boolean> inSight;

    public PinnedController(AppModel model) {
        this.model = model;
        selection = model.inspection().selection();
        edits = model.inspection().edits();
    }

    @FXML
    private void initialize() {
        inSight = InSight.of(root);
        value.valueProperty().addListener((observable, before, after) -> drag(after.floatValue()));
        value.valueChangingProperty().addListener((observable, before, changing) -> {
            if (!changing) {
                edits.endDrag();
            }
        });
        model.shownProperty().addListener((observable, before, after) -> show());
        selection.parameterProperty().addListener((observable, before, after) -> show());
        inSight.addListener((observable, before, after) -> show());
        show();
    }

    @FXML
    private void setExactly() {
        try {
            edits.set(pin(), NumberText.single("value", exact.getText()));
            // a field with the focus would take the next undo for one of its letters
            value.requestFocus();
            problem.setText("");
        } catch (IllegalArgumentException notAllowed) {
            problem.setText(notAllowed.getMessage());
        }
    }

    @FXML
    private void reset() {
        edits.reset(pin());
    }

    private void show() {
        ShownNetwork network = model.shownProperty().get();
        if (!inSight.getValue() || network == null) {
            return;
        }
        float now = pin().get(network.parameters());
        float learnt = pin().get(network.base());
        float reach = WhatIfStudies.reach(learnt);
        pinned.setText(Selection.name(pin()) + "\nlearnt " + RoundedText.of("%+.7f", learnt) + ", now " + RoundedText.of("%+.7f", now));
        exact.setText(String.valueOf(now));
        problem.setText("");
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
