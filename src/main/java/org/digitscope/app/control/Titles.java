package org.digitscope.app.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What a box of choices calls what can be chosen; nothing is typed into it. */
public final class Titles<T> extends StringConverter<T> {

    private final Function<T, String> title;

    public Titles(Function<T, String> title) {
        this.title = title;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : title.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("it can't be typed");
    }
}
