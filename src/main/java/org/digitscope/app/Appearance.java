package org.digitscope.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.control.PaintedRegion;

/** How the window looks: light or dark, and larger for an audience. */
public final class Appearance {

    /** As the stylesheet has it for all other letters: 17 px instead of 13. */
    private static final double PRESENTER_SCALE = 17.0 / 13;

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty presenter = new SimpleBooleanProperty(this, "presenter");

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Larger type, for a projector. */
    public BooleanProperty presenterProperty() {
        return presenter;
    }

    /** Lets a painted region follow. */
    public void applyTo(PaintedRegion region) {
        region.darkProperty().bind(dark);
        region.typeScaleProperty().bind(Bindings.when(presenter).then(PRESENTER_SCALE).otherwise(1.0));
    }

    /** Lets the theme of the whole application follow {@link #darkProperty}. */
    void install() {
        dark.addListener((observable, before, after) -> setTheme());
        setTheme();
    }

    private void setTheme() {
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
