package org.digitscope.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the window looks: light or dark, and larger for an audience. */
public final class Appearance {

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty presenter = new SimpleBooleanProperty(this, "presenter");

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Larger type, for a projector. */
    public BooleanProperty presenterProperty() {
        return presenter;
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
