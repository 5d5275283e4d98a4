package org.digitscope.app.control;

import javafx.scene.layout.Region;

/**
 * A column of two panes left of the main one. Where their least widths have no room side by side all three stand one below the other: the
 * column's upper pane, the main one, the column's lower one.
 */
public final class SideColumn extends PlacedParts {

    private Region top;
    private Region side;
    private Region main;

    public Region getTop() {
        return top;
    }

    public void setTop(Region upper) {
        top = add(upper);
    }

    public Region getSide() {
        return side;
    }

    public void setSide(Region lower) {
        side = add(lower);
    }

    public Region getMain() {
        return main;
    }

    public void setMain(Region beside) {
        main = add(beside);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(Math.max(top.minWidth(-1), side.minWidth(-1)), main.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return column() + getSpacing() + main.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return isStacked(width) ? top.prefHeight(width) + main.minHeight(width) + side.prefHeight(width) + 2 * getSpacing()
                : Math.max(top.prefHeight(column()) + getSpacing() + side.minHeight(column()), main.minHeight(beside(width)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return isStacked(width) ? top.prefHeight(width) + main.prefHeight(width) + side.prefHeight(width) + 2 * getSpacing()
                : Math.max(top.prefHeight(column()) + getSpacing() + side.prefHeight(column()), main.prefHeight(beside(width)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double gap = getSpacing();
        if (isStacked(width)) {
            double lower = side.prefHeight(width);
            double upper = top.prefHeight(width);
            place(top, 0, 0, width, upper);
            place(main, 0, upper + gap, width, getHeight() - upper - lower - 2 * gap);
            place(side, 0, getHeight() - lower, width, lower);
        } else {
            double upper = top.prefHeight(column());
            place(top, 0, 0, column(), upper);
            place(side, 0, upper + gap, column(), getHeight() - upper - gap);
            place(main, column() + gap, 0, beside(width), getHeight());
        }
    }

    private boolean isStacked(double width) {
        return width >= 0 && beside(width) < main.minWidth(-1);
    }

    private double column() {
        return Math.max(top.prefWidth(-1), side.prefWidth(-1));
    }

    private double beside(double width) {
        return width < 0 ? -1 : width - column() - getSpacing();
    }
}
