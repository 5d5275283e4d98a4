package org.digitscope.app.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
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

    /** Everywhere else in the window the stylesheet sets the same size, see {@link Type#styleClass}. */
    public enum Type {
        USUAL(13), SMALL_SCREEN(14), PRESENTER(17), LARGE_SCREEN(22), HUGE_SCREEN(32);

        private final int pixels;

        Type(int pixels) {
            this.pixels = pixels;
        }

        /** Of the window's root. */
        public String styleClass() {
            return "type-" + pixels;
        }

        private double scale() {
            return (double) pixels / USUAL.pixels;
        }

        /** The largest with which nothing is cut off in a presenter's window, whose layout fits 1280×800 at 17 pixels. */
        private static Type fitting(double width, double height) {
            double room = Math.min(width / 1280, height / 800) * PRESENTER.pixels;
            return room >= HUGE_SCREEN.pixels ? HUGE_SCREEN : room >= LARGE_SCREEN.pixels ? LARGE_SCREEN
                    : room >= PRESENTER.pixels ? PRESENTER : SMALL_SCREEN;
        }
    }

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty presenter = new SimpleBooleanProperty(this, "presenter");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final BooleanProperty runBefore = new SimpleBooleanProperty(this, "runBefore", true);
    private final ObjectProperty<Dimension2D> window = new SimpleObjectProperty<>(this, "window", new Dimension2D(1280, 800));
    private final ObjectBinding<Type> type = Bindings.createObjectBinding(() -> presenter.get()
            ? Type.fitting(window.get().getWidth(), window.get().getHeight()) : Type.USUAL, presenter, window);

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

    /** The size of the window's content. */
    public ObjectProperty<Dimension2D> windowProperty() {
        return window;
    }

    /** The size of letters. */
    public ObjectBinding<Type> type() {
        return type;
    }

    /** The colours of what is painted. */
    public Palette palette() {
        return dark.get() ? Palette.DARK : Palette.LIGHT;
    }

    /** Lets a painted region follow. */
    public void applyTo(PaintedRegion region) {
        region.darkProperty().bind(dark);
        region.typeScaleProperty().bind(Bindings.createDoubleBinding(() -> type.get().scale(), type));
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
