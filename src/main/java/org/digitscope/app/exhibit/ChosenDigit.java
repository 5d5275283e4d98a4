package org.digitscope.app.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.Dataset;

/** The test digit that all exhibits show, the first one until a person chooses another. */
final class ChosenDigit {

    private final AppModel model;
    private final IntegerProperty number = new SimpleIntegerProperty(this, "number");
    private final List<Runnable> listeners = new ArrayList<>();

    ChosenDigit(AppModel model) {
        this.model = model;
        number.addListener((observable, before, after) -> listeners.forEach(Runnable::run));
    }

    void addListener(Runnable action) {
        listeners.add(action);
    }

    /** Its 784 grey values. */
    byte[] pixels() {
        return test().image(place());
    }

    /** Which digit it is. */
    int truth() {
        return test().label(place());
    }

    /** Buttons to choose it; call {@link #offer} when pictures may have changed. */
    NumberChoice choice() {
        NumberChoice choice = new NumberChoice("test digit");
        choice.valueProperty().bindBidirectional(number);
        return choice;
    }

    /** Lets a choice have as many as there are. */
    void offer(NumberChoice choice) {
        Dataset test = test();
        choice.offer(test.size(), each -> String.format(Locale.ROOT, "test digit %,d, a %s", each,
                model.classes().of(test.label(Math.min(each, test.size() - 1)))));
    }

    private int place() {
        return Math.min(number.get(), test().size() - 1);
    }

    private Dataset test() {
        return model.digitsProperty().get().validation();
    }
}
