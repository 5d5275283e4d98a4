package org.digitscope.app.control;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/** A vertical scroll bar that lies over a scroll pane's edge. It takes none of its width, so that nothing moves when it comes. */
public final class OverlaidScrollBar extends ScrollBar {

    /** Of what is in sight, the part that a click on an arrow or a key scrolls. */
    private static final double STEP = 0.1;

    public OverlaidScrollBar() {
        getStyleClass().add("overlaid-scroll-bar");
        setOrientation(Orientation.VERTICAL);
        setMax(1);
        setVisible(false);
    }

    /**
     * Scrolls a pane, and is scrolled with it.
     *
     * @return whether the pane holds more than is in sight
     */
    public BooleanBinding follow(ScrollPane pane) {
        Node content = pane.getContent();
        DoubleBinding share = Bindings.createDoubleBinding(() -> share(pane.getViewportBounds().getHeight(), content.getLayoutBounds().getHeight()),
                pane.viewportBoundsProperty(), content.layoutBoundsProperty());
        BooleanBinding more = share.lessThan(1);
        visibleAmountProperty().bind(share);
        blockIncrementProperty().bind(Bindings.createDoubleBinding(() -> more.get() ? share.get() / (1 - share.get()) : 1, share));
        unitIncrementProperty().bind(blockIncrementProperty().multiply(STEP));
        valueProperty().bindBidirectional(pane.vvalueProperty());
        return more;
    }

    /** What is in sight of the whole; less than a pixel doesn't count. */
    private static double share(double inSight, double whole) {
        return whole <= inSight + 1 ? 1 : inSight / whole;
    }
}
