package org.digitscope.app.control;

import javafx.geometry.Dimension2D;
import javafx.scene.AccessibleRole;

/** A painted region that is read with the keys, and whose size is measured in pixels for letters of the usual size and grows with them. */
public abstract class MeasuredRegion extends PaintedRegion {

    private final Dimension2D preferred;
    private final Dimension2D least;

    /**
     * @param preferred its size where there is room for it
     * @param least below which it isn't shrunk
     */
    protected MeasuredRegion(Dimension2D preferred, Dimension2D least) {
        this.preferred = preferred;
        this.least = least;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        typeScaleProperty().addListener((observable, before, after) -> requestLayout());
    }

    @Override
    protected double computePrefWidth(double height) {
        return scaled(preferred.getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return scaled(preferred.getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return scaled(least.getWidth());
    }

    @Override
    protected double computeMinHeight(double width) {
        return scaled(least.getHeight());
    }

    private double scaled(double pixels) {
        return Math.ceil(pixels * typeScaleProperty().get());
    }
}
