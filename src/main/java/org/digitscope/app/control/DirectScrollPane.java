package org.digitscope.app.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that paints its content directly. The toolkit's own keeps a picture of all that is in sight, and makes it anew
 * whenever any part of the content changes: with charts and heatmaps that change at every pulse, that cost most of the time.
 */
public final class DirectScrollPane extends ScrollPane {

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }
}
