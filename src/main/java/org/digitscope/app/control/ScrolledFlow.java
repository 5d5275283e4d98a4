package org.digitscope.app.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/** As high as its content is at its width, up to its greatest height, from which on it is scrolled. */
public final class ScrolledFlow extends ScrollPane {

    public ScrolledFlow() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", "scrolled-flow");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + getContent().prefHeight(width < 0 ? width : width - sides) + snappedBottomInset();
    }
}
