package org.digitscope.app.control;

import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that paints its content directly. The toolkit's own keeps a picture of all that is in sight, and makes it anew
 * whenever any part of the content changes: with charts and heatmaps that change at every pulse, that cost most of the time.
 * It also looks again whether it needs bars where its content takes another height as it is laid out, which the toolkit's own forgets.
 */
public final class DirectScrollPane extends ScrollPane {

    public DirectScrollPane() {
        contentProperty().addListener((observable, before, after) -> after.layoutBoundsProperty().addListener(
                (bounds, old, now) -> Platform.runLater(this::requestLayout)));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }
}
