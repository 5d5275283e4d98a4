package org.digitscope.app.exhibit;

import javafx.scene.control.ScrollPane;
import org.digitscope.app.control.DirectScrollPane;
import org.digitscope.app.control.SignedBars;

/** Bars that are scrolled where they are many, so that the chosen one is in sight. */
final class ScrolledBars {

    private final ScrollPane pane = new DirectScrollPane();
    private final SignedBars bars;

    ScrolledBars(SignedBars bars) {
        this.bars = bars;
        pane.setContent(bars);
        pane.setFitToWidth(true);
        pane.getStyleClass().addAll("edge-to-edge", "exhibit-scroll");
        bars.chosenProperty().addListener((observable, before, after) -> reveal(after.intValue()));
    }

    ScrollPane pane() {
        return pane;
    }

    private void reveal(int bar) {
        double seen = pane.getViewportBounds().getHeight();
        double hidden = bars.getHeight() - seen;
        double row = bars.getHeight() / Math.max(1, bars.barsProperty().get().size());
        if (hidden > 0) {
            double top = Math.min(pane.getVvalue() * hidden, bar * row);
            pane.setVvalue(Math.max(top, (bar + 1) * row - seen) / hidden);
        }
    }
}
