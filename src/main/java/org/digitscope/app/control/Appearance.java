package org.digitscope.app.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.digitscope.plot.Palette;

/** How the window looks: light or dark, and larger for an audience. */
public final class Appearance {

    /** Pixels of a letter in the window that all is measured for, and its size. */
    private static final double LETTER = 13;
    private static final Dimension2D MEASURED_FOR = new Dimension2D(1280, 800);
    private static final double PRESENTED = 1.5;
    /** Where a presenter's window is too small for more. */
    private static final double LEAST_PRESENTED = 1.2;

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty presenter = new SimpleBooleanProperty(this, "presenter");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final BooleanProperty runBefore = new SimpleBooleanProperty(this, "runBefore", true);
    private final BooleanProperty moreSettings = new SimpleBooleanProperty(this, "moreSettings");
    private final ObjectProperty<Dimension2D> window = new SimpleObjectProperty<>(this, "window", MEASURED_FOR);
    private final IntegerBinding letter = Bindings.createIntegerBinding(() -> letter(presenter.get(), window.get()), presenter, window);

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Larger type, for a projector. */
    public BooleanProperty presenterProperty() {
        return presenter;
    }

    /** Whether charts of the loss have a logarithmic axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether charts of a run show the run before too. */
    public BooleanProperty runBeforeProperty() {
        return runBefore;
    }

    /** Whether the settings that are seldom changed are shown. */
    public BooleanProperty moreSettingsProperty() {
        return moreSettings;
    }

    /** The size of the window's content. */
    public ObjectProperty<Dimension2D> windowProperty() {
        return window;
    }

    /** The size of letters, in pixels. The stylesheet measures in letters, so everything grows with them. */
    public IntegerBinding letter() {
        return letter;
    }

    /** Letters are never smaller than usual: what a small window has no room for is scrolled. */
    static int letter(boolean presented, Dimension2D window) {
        double growth = Math.min(window.getWidth() / MEASURED_FOR.getWidth(), window.getHeight() / MEASURED_FOR.getHeight());
        return (int) Math.round(LETTER * (presented ? Math.max(LEAST_PRESENTED, PRESENTED * growth) : Math.max(1, growth)));
    }

    /** The colours of what is painted. */
    public Palette palette() {
        return dark.get() ? Palette.DARK : Palette.LIGHT;
    }

    /** Lets a painted region follow. */
    public void applyTo(PaintedRegion region) {
        region.darkProperty().bind(dark);
        region.typeScaleProperty().bind(letter.divide(LETTER));
    }

    /** Lets the widths of a table's columns follow. */
    public void applyTo(NumberTable table) {
        table.letterProperty().bind(letter);
    }

    /** Lets the theme of the whole application follow {@link #darkProperty}. */
    public void install() {
        dark.addListener((observable, before, after) -> setTheme());
        setTheme();
    }

    private void setTheme() {
        // an open menu or tooltip would look for the colours of the other theme in vain, and log that
        List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
