package org.digitscope.app.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.digitscope.explain.lesson.scene.StageScene.Place;

/** Which view is on screen, and where in it one is. */
public final class Navigation {

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.LIVE);
    private final ObjectProperty<WeightsPart> part = new SimpleObjectProperty<>(WeightsPart.NEURONS);
    private final ObjectProperty<RunsPart> runsPart = new SimpleObjectProperty<>(RunsPart.CURVES);
    private final StringProperty chapter = new SimpleStringProperty("");
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

    /** The name of the chapter that the Notebook shows when that is on screen; one that the lesson hasn't changes nothing. */
    public StringProperty chapterProperty() {
        return chapter;
    }

    /** Which test digits are listed, in the words of {@link org.digitscope.evaluation.DigitFilter}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Tells where one is, in the words of lessons. */
    public void follow(ObjectProperty<Optional<Place>> place) {
        place.bind(Bindings.createObjectBinding(() -> Optional.of(place()), view, part, runsPart));
    }

    /** Where one is, in the words of lessons. */
    Place place() {
        Optional<Enum<?>> open = switch (view.get()) {
            case WEIGHTS -> Optional.of(part.get());
            case RUNS -> Optional.of(runsPart.get());
            default -> Optional.empty();
        };
        return new Place(words(view.get()), open.map(Navigation::words));
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Goes to a place in the words of lessons. */
    void goTo(Place wanted) {
        wanted.part().ifPresent(open -> {
            named(WeightsPart.values(), open).filter(each -> wanted.view().equals(words(View.WEIGHTS))).ifPresent(part::set);
            named(RunsPart.values(), open).filter(each -> wanted.view().equals(words(View.RUNS))).ifPresent(runsPart::set);
        });
        named(View.values(), wanted.view()).ifPresent(view::set);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String words) {
        return Arrays.stream(all).filter(each -> words(each).equals(words)).findFirst();
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
