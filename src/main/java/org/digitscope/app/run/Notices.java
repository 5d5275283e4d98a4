package org.digitscope.app.run;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the person should know, one sentence at a time. */
public final class Notices {

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper serious = new ReadOnlyBooleanWrapper();

    /** The sentence; empty when there is nothing to say. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether something went wrong. */
    public ReadOnlyBooleanProperty seriousProperty() {
        return serious.getReadOnlyProperty();
    }

    /** Says what happened. */
    public void tell(String sentence) {
        serious.set(false);
        text.set(sentence);
    }

    /** Says what went wrong. */
    public void warn(String sentence) {
        serious.set(true);
        text.set(sentence);
    }

    /** The person has read it, or it no longer holds. */
    public void dismiss() {
        text.set("");
    }
}
