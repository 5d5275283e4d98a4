package org.digitscope.app.control;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.FlowPane;
import org.controlsfx.control.SegmentedButton;

/** Segments that go on in a further row where one has no room for all. */
public final class WrappedSegments extends SegmentedButton {

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** For stylesheets it is what it extends. */
    @Override
    public String getTypeSelector() {
        return SegmentedButton.class.getSimpleName();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Rows(this);
    }

    private static final class Rows extends SkinBase<SegmentedButton> {

        private final FlowPane rows = new FlowPane();

        Rows(SegmentedButton segments) {
            super(segments);
            segments.getButtons().forEach(button -> button.setToggleGroup(segments.getToggleGroup()));
            Bindings.bindContent(rows.getChildren(), segments.getButtons());
            getChildren().add(rows);
        }

        @Override
        protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
            return computePrefHeight(width, top, right, bottom, left);
        }

        @Override
        protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
            return top + rows.prefHeight(width) + bottom;
        }

        @Override
        protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
            return left + rows.getChildren().stream().mapToDouble(button -> snapSizeX(button.prefWidth(-1))).sum() + right;
        }

        @Override
        protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
            return computePrefWidth(height, top, right, bottom, left);
        }
    }
}
