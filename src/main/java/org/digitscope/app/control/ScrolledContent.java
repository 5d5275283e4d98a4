package org.digitscope.app.control;

import javafx.scene.layout.StackPane;

/**
 * The content of a scroll pane that fits it to its own size. Whether such content needs a bar, the toolkit asks for its least height at
 * any width; that is the one at the width that it has, at which its lines may be wrapped.
 */
public final class ScrolledContent extends StackPane {

    public ScrolledContent() {
        // its least height is remembered until then
        widthProperty().addListener(observable -> requestLayout());
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
}
