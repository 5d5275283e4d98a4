package org.digitscope.app.study;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.flow.ErrorFlow;
import org.digitscope.explain.flow.Flow;
import org.digitscope.network.Parameters;

/**
 * What flows through the shown network, for the drawing, a test digit or all test digits on average, while somebody looks. That of one
 * picture is there at once; the mean takes some hundredths of a second and is computed in the background.
 */
public final class NetworkFlows {

    /** Whose flow is shown. */
    public enum Source {
        DRAWING, TEST_DIGIT, MEAN
    }

    /**
     * What flows.
     *
     * @param name of the picture, such as "test digit 12, a 9"
     * @param error empty where the right answer isn't known
     * @param trace of a single picture
     */
    public record Seen(String name, Flow flow, Optional<ErrorFlow> error, Optional<ForwardTrace> trace) {
    }

    private final AppModel model;
    private final PadModel drawing;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.DRAWING);
    private final IntegerProperty testDigit = new SimpleIntegerProperty(this, "testDigit");
    private final ObjectProperty<Optional<Integer>> label = new SimpleObjectProperty<>(this, "label", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());

    public NetworkFlows(AppModel model, PadModel drawing) {
        this.model = model;
        this.drawing = drawing;
        work = new LatestQuestion(model.background());
        model.shownProperty().addListener((observable, before, after) -> refresh());
        model.digitsProperty().addListener((observable, before, after) -> refresh());
        drawing.digitProperty().addListener((observable, before, after) -> {
            if (source.get() == Source.DRAWING) {
                refresh();
            }
        });
        for (Observable each : new Observable[] {source, testDigit, label}) {
            each.addListener(observable -> refresh());
        }
        // what somebody drew is another digit when it is drawn anew
        drawing.blank().addListener((observable, before, blank) -> label.set(Optional.empty()));
    }

    /** Whose flow is shown. */
    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** Which of the test digits; one that isn't there is taken as the last. */
    public IntegerProperty testDigitProperty() {
        return testDigit;
    }

    /** What the drawing is meant to be; empty where that isn't known. */
    public ObjectProperty<Optional<Integer>> labelProperty() {
        return label;
    }

    /** Empty where there is no network or nothing is drawn. */
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** It is wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    private void refresh() {
        ShownNetwork shown = model.shownProperty().get();
        DigitSets digits = model.digitsProperty().get();
        if (!attention.isPaid()) {
            return;
        }
        if (shown == null || digits == null) {
            work.forget();
            seen.set(Optional.empty());
            return;
        }
        Parameters network = shown.parameters();
        if (source.get() == Source.MEAN) {
            work.askAgain(() -> mean(network, digits.validation()), answer -> seen.set(Optional.of(answer)));
            return;
        }
        work.forget();
        seen.set(source.get() == Source.DRAWING ? drawing.digitProperty().get().map(digit -> ofDrawing(network, digit))
                : Optional.of(ofTestDigit(network, digits.validation())));
    }

    private Seen ofDrawing(Parameters network, FittedDigit digit) {
        Dataset one = Dataset.builder("drawing", 1).add(digit.main(), label.get().orElse(0)).build();
        return seen("your drawing" + label.get().map(each -> ", meant as " + model.classes().of(each)).orElse(""), network, one, 0, label.get().isPresent());
    }

    private Seen ofTestDigit(Parameters network, Dataset test) {
        int image = Math.min(testDigit.get(), test.size() - 1);
        String name = String.format(Locale.ROOT, "test digit %,d: %s", image, model.classes().of(test.label(image)));
        return seen(name, network, test, image, true);
    }

    private static Seen seen(String name, Parameters network, Dataset data, int image, boolean isLabelled) {
        Optional<ErrorFlow> error = isLabelled ? Optional.of(ErrorFlow.of(network, data, image)) : Optional.empty();
        return new Seen(name, Flow.of(network, data, image), error, Optional.of(ForwardTrace.of(data.image(image), network)));
    }

    private static Seen mean(Parameters network, Dataset test) {
        int[] all = IntStream.range(0, test.size()).toArray();
        return new Seen(String.format(Locale.ROOT, "the mean of all %,d test digits", test.size()), Flow.of(network, test, all),
                Optional.of(ErrorFlow.of(network, test, all)), Optional.empty());
    }
}
