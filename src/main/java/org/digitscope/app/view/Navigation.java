package org.digitscope.app.view;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which view is on screen. */
public final class Navigation {

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.LIVE);

    public ObjectProperty<View> viewProperty() {
        return view;
    }
}
