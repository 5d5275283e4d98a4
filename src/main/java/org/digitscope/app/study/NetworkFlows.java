package org.digitscope.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.Sheet;
import org.digitscope.explain.flow.ErrorFlow;
import org.digitscope.explain.flow.Flow;
import org.digitscope.network.Parameters;
import org.digitscope.plot.network.Part;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;

/**
 * What flows through the shown network, for the drawing, a test digit, all test digits on average, or the batch of the next step, while
 * somebody looks. That of one picture is there at once; what takes some hundredths of a second is computed in the background.
 */
public final class NetworkFlows {

    /** Pictures of a batch that are shown one by one. */
    public static final int MOST_SHOWN = 64;

    /** Whose flow is shown. */
    public enum Source {
        DRAWING, TEST_DIGIT, MEAN, BATCH
    }

    /**
     * What flows.
     *
     * @param name of the picture, such as "test digit 12: truth 9"
     * @param error empty where the right answer isn't known, or the error isn't wanted
     * @param picture its 784 grey values, of a single one
     * @param step what the training would make of the pictures, where it rests and that is wanted
     * @param batch the pictures one by one, of a batch that isn't too large; otherwise none
     * @param isBlank whether nothing is drawn: then only the network counts
     */
    public record Seen(String name, Flow flow, Optional<ErrorFlow> error, Optional<byte[]> picture, Optional<NextStep> step, List<byte[]> batch,
            boolean isBlank) {
    }

    /**
     * Pictures, and what they are.
     *
     * @param more said behind their name and how they are answered
     */
    private record Pictures(String name, String more, Dataset data, int[] images, boolean isLabelled) {
    }

    private final AppModel model;
    private final PadModel drawing;
    private final LatestQuestion work;
    private final Attention attention = new Attention(this::refresh);
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.DRAWING);
    private final IntegerProperty testDigit = new SimpleIntegerProperty(this, "testDigit");
    private final ObjectProperty<Optional<Integer>> label = new SimpleObjectProperty<>(this, "label", Optional.empty());
    /** What each drawing was meant as that another one took the place of, as long as it can come back. */
    private final Map<Sheet, Optional<Integer>> labels = new WeakHashMap<>();
    private final ObjectProperty<Optional<Part>> pinned = new SimpleObjectProperty<>(this, "pinned", Optional.empty());
    private final BooleanProperty withStep = new SimpleBooleanProperty(this, "withStep");
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(this, "seen", Optional.empty());

    public NetworkFlows(AppModel model, PadModel drawing) {
        this.model = model;
        this.drawing = drawing;
        work = new LatestQuestion(model.background());
        drawing.digitProperty().addListener((observable, before, after) -> {
            if (source.get() == Source.DRAWING) {
                refresh();
            }
        });
        for (Observable each : List.of(model.shownProperty(), model.digitsProperty(), model.stateProperty(), source, testDigit, label, withStep)) {
            each.addListener(observable -> refresh());
        }
        drawing.sheetProperty().addListener((observable, before, after) -> keepLabel(before, after));
    }

    /** What is drawn after a clearing, or loaded, is another digit; what was meant before is known again when that comes back. */
    private void keepLabel(Sheet before, Sheet after) {
        if (before.isBlank() != after.isBlank() || !before.backdrop().equals(after.backdrop())) {
            if (!before.isBlank()) {
                labels.put(before, label.get());
            }
            label.set(labels.getOrDefault(after, before.isBlank() ? label.get() : Optional.empty()));
        }
    }

    /** Whose flow is shown. */
    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** Which of the test digits; one that isn't there is taken as the last. */
    public IntegerProperty testDigitProperty() {
        return testDigit;
    }

    /** What is kept in the picture of the network. */
    public ObjectProperty<Optional<Part>> pinnedProperty() {
        return pinned;
    }

    /** What the drawing is meant to be; empty where that isn't known. */
    public ObjectProperty<Optional<Integer>> labelProperty() {
        return label;
    }

    /** Whether the error is wanted, and what the training would make of the pictures. */
    public BooleanProperty withStepProperty() {
        return withStep;
    }

    /** Empty where there is no network, and for a batch while the network is being trained. */
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** It is wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    /** The kept step from which the training would go on with the shown network; empty where it wouldn't. */
    private Optional<Checkpoint> resting() {
        ShownNetwork shown = model.shownProperty().get();
        boolean rests = shown.isOfThisRun() && !shown.isEdited() && !(shown.live() && model.state() == RunState.RUNNING);
        return rests ? model.shownCheckpoint() : Optional.empty();
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
        boolean withError = withStep.get();
        switch (source.get()) {
            case DRAWING -> drawing.digitProperty().get().ifPresentOrElse(digit -> show(network, pictures(digit)), () -> showAtOnce(blank(network)));
            case TEST_DIGIT -> show(network, pictures(digits.validation()));
            case MEAN -> {
                // a training goes on meanwhile
                String place = shown.place();
                work.askAgain(() -> seen(network, all(digits.validation(), place), Optional.empty(), withError), answer -> seen.set(Optional.of(answer)));
            }
            case BATCH -> showBatch(network, digits.training());
        }
    }

    private void showAtOnce(Seen now) {
        work.forget();
        seen.set(Optional.of(now));
    }

    /** One picture: at once what is quick, and then what the training would make of it. */
    private void show(Parameters network, Pictures one) {
        showAtOnce(seen(network, one, Optional.empty(), withStep.get()));
        if (withStep.get() && one.isLabelled) {
            resting().ifPresent(from -> {
                Dataset training = model.digitsProperty().get().training();
                Hyperparameters settings = model.liveProperty().get().settings();
                double rate = model.rateAfter(from.step());
                work.ask(() -> NextStep.with(one.data, one.images, training, settings, from, rate),
                        step -> seen.set(Optional.of(seen(network, one, Optional.of(step), true))));
            });
        }
    }

    private void showBatch(Parameters network, Dataset training) {
        Optional<Checkpoint> from = resting();
        if (from.isEmpty()) {
            work.forget();
            seen.set(Optional.empty());
            return;
        }
        Hyperparameters settings = model.liveProperty().get().settings();
        double rate = model.rateAfter(from.get().step());
        boolean withError = withStep.get();
        work.ask(() -> {
            NextStep step = NextStep.of(training, settings, from.get(), rate);
            String name = String.format(Locale.ROOT, "the batch of step %,d: the mean of its %,d pictures", step.step(), step.images().length);
            return seen(network, new Pictures(name, "", training, step.images(), true), Optional.of(step), withError);
        }, answer -> seen.set(Optional.of(answer)));
    }

    private static Seen blank(Parameters network) {
        Dataset one = Dataset.builder("nothing", 1).add(new byte[Dataset.PIXELS], 0).build();
        return new Seen("Nothing is drawn yet: the weights alone.", Flow.of(network, one, 0), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true);
    }

    private Pictures pictures(FittedDigit digit) {
        Dataset one = Dataset.builder("drawing", 1).add(digit.main(), label.get().orElse(0)).build();
        String meaning = label.get().map(each -> ", meant as " + model.classes().of(each)).orElse("");
        int fits = digit.fits().size();
        String fit = fits == 1 ? "" : ": fit 1 of " + fits + "; the answer on the right is the mean of the " + fits;
        return new Pictures("your drawing" + meaning, fit, one, new int[] {0}, label.get().isPresent());
    }

    private Pictures pictures(Dataset test) {
        int image = Math.min(testDigit.get(), test.size() - 1);
        return new Pictures(String.format(Locale.ROOT, "test digit %,d: truth %s", image, model.classes().of(test.label(image))), "", test, new int[] {image}, true);
    }

    private static Pictures all(Dataset test, String place) {
        return new Pictures(String.format(Locale.ROOT, "the mean of all %,d test digits, with the network of %s", test.size(), place), "", test, IntStream.range(0, test.size()).toArray(), true);
    }

    private Seen seen(Parameters network, Pictures pictures, Optional<NextStep> step, boolean withError) {
        Optional<ErrorFlow> error = pictures.isLabelled && withError ? Optional.of(ErrorFlow.of(network, pictures.data, pictures.images)) : Optional.empty();
        int[] images = pictures.images;
        Optional<byte[]> picture = images.length == 1 ? Optional.of(pictures.data.image(images[0])) : Optional.empty();
        List<byte[]> batch = new ArrayList<>();
        for (int i = 0; i < images.length && images.length > 1 && images.length <= MOST_SHOWN; i++) {
            batch.add(pictures.data.image(images[i]));
        }
        Flow flow = Flow.of(network, pictures.data, images);
        return new Seen(pictures.name + mistake(pictures, flow) + pictures.more, flow, error, picture, step, batch, false);
    }

    /** What a single picture is taken for, where that is wrong. */
    private String mistake(Pictures pictures, Flow flow) {
        boolean isWrong = pictures.isLabelled && flow.pictures() == 1 && flow.answer() != pictures.data.label(pictures.images[0]);
        return isWrong ? ", answered wrongly as " + model.classes().of(flow.answer()) : "";
    }
}
