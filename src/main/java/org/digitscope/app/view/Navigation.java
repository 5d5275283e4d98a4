package org.digitscope.app.view;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which view is on screen, and where in it one is. */
public final class Navigation {

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.LIVE);
    private final ObjectProperty<WeightsPart> part = new SimpleObjectProperty<>(WeightsPart.NEURONS);
    private final ObjectProperty<RunsPart> runsPart = new SimpleObjectProperty<>(RunsPart.CURVES);
    private final StringProperty filter = new SimpleStringProperty("wrong");

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /** The part of the Weights view that is shown when that is. */
    public ObjectProperty<WeightsPart> partProperty() {
        return part;
    }

    /** The part of the Runs view that is shown when that is. */
    public ObjectProperty<RunsPart> runsPartProperty() {
        return runsPart;
    }

    /** Which test digits are listed, in the words of {@link org.digitscope.evaluation.DigitFilter}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Goes to a part of the Weights view. */
    public void goTo(WeightsPart wanted) {
        part.set(wanted);
        view.set(View.WEIGHTS);
    }

    /** Goes to a part of the Runs view. */
    public void goTo(RunsPart wanted) {
        runsPart.set(wanted);
        view.set(View.RUNS);
    }

    /** Goes to the test digits for which these words hold. */
    public void goToDigits(String words) {
        filter.set(words);
        view.set(View.TEST_DIGITS);
    }
}
