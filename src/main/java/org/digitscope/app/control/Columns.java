package org.digitscope.app.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A row of panes that stand one below the other where their least widths have no room side by side, or where the row is narrower than a
 * preferred width that it was given.
 */
public final class Columns extends HBox {

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0) + insetsX();
    }

    @Override
    protected double computeMinHeight(double width) {
        return isStacked(width) ? getManagedChildren().stream().mapToDouble(child -> snapSizeY(child.minHeight(inside(child, width)))).sum() + gapsY()
                : super.computeMinHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return isStacked(width) ? getManagedChildren().stream().mapToDouble(child -> snapSizeY(pref(child, width))).sum() + gapsY()
                : super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (!isStacked(getWidth())) {
            super.layoutChildren();
            return;
        }
        double more = Math.max(0, getHeight() - minHeight(getWidth()));
        double wanted = getManagedChildren().stream().mapToDouble(this::wanted).sum();
        double share = wanted > 0 ? Math.min(1, more / wanted) : 0;
        long growing = getManagedChildren().stream().filter(Columns::grows).count();
        double rest = growing == 0 ? 0 : (more - share * wanted) / growing;
        double y = snappedTopInset();
        for (Node child : getManagedChildren()) {
            double width = inside(child, getWidth());
            double height = snapSizeY(child.minHeight(width)) + Math.floor(share * wanted(child) + (grows(child) ? rest : 0));
            layoutInArea(child, snappedLeftInset(), y, width, height, 0, getAlignment().getHpos(), getAlignment().getVpos());
            y += height + snapSpaceY(getSpacing());
        }
    }

    private boolean isStacked(double width) {
        return width >= 0 && getManagedChildren().size() > 1 && width < Math.max(super.computeMinWidth(-1), getPrefWidth());
    }

    /** How much higher than at least it would be. */
    private double wanted(Node child) {
        return snapSizeY(pref(child, getWidth())) - snapSizeY(child.minHeight(inside(child, getWidth())));
    }

    private double pref(Node child, double width) {
        double inside = inside(child, width);
        return Math.max(child.minHeight(inside), Math.min(child.prefHeight(inside), child.maxHeight(inside)));
    }

    private double inside(Node child, double width) {
        return Math.max(child.minWidth(-1), Math.min(width - insetsX(), child.maxWidth(-1)));
    }

    private static boolean grows(Node child) {
        return getHgrow(child) == Priority.ALWAYS;
    }

    private double insetsX() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double gapsY() {
        List<Node> children = getManagedChildren();
        return snappedTopInset() + snappedBottomInset() + snapSpaceY(getSpacing()) * Math.max(0, children.size() - 1);
    }
}
