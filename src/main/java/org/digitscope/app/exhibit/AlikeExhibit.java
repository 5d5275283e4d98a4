package org.digitscope.app.exhibit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.exhibit.AlikeNeurons;
import org.digitscope.network.Activation;
import org.digitscope.network.StartValues;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/** A small network that begins with zeros and whose neurons stay alike, or with random numbers and whose neurons don't. */
final class AlikeExhibit extends MovingExhibit {

    private static final int TRAINING = 4000;
    private static final int TEST = 1000;
    private static final Activation[] ACTIVATIONS = {Activation.SIGMOID, Activation.TANH, Activation.RELU};

    /** A moment of the training. */
    private record Frame(Snapshot snapshot, double accuracy) {
    }

    private final ExhibitParts parts;
    private final OwnRun run;
    private final NumberChoice activation = new NumberChoice("activation");
    private final HeatmapGrid grid;
    private final Label words = ExhibitParts.words();

    AlikeExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        activation.offer(ACTIVATIONS.length, each -> ACTIVATIONS[each].label());
        activation.valueProperty().addListener((observable, before, after) -> start(StartValues.ZERO));
        grid = parts.painted(new HeatmapGrid());
        grid.getStyleClass().add("exhibit-grid");
        setRows(ExhibitParts.choices(ExhibitParts.button("Start with zeros", () -> start(StartValues.ZERO)),
                ExhibitParts.button("Start with random numbers", () -> start(StartValues.GLOROT_UNIFORM)), activation), grid, words);
    }

    @Override
    void refresh() {
        if (grid.kernelProperty().get() == null) {
            Hyperparameters settings = AlikeNeurons.settings(StartValues.ZERO, ACTIVATIONS[activation.value()]);
            grid.kernelProperty().set(settings.initialization().create(settings.architecture(), settings.seed()).layer(1).kernel());
            words.setText("A network of its own with " + AlikeNeurons.NEURONS + " neurons, all of whose weights are 0. Train it from there, or from random numbers.");
        }
    }

    private void start(StartValues values) {
        DigitSets digits = parts.model().digitsProperty().get();
        UnaryOperator<Dataset> few = data -> data.head(Math.min(TEST, data.size()));
        Hyperparameters settings = AlikeNeurons.settings(values, ACTIVATIONS[activation.value()]);
        run.<Frame>start((stop, show) -> {
            Dataset test = few.apply(digits.validation());
            Trainer trainer = new Trainer(digits.training().head(Math.min(TRAINING, digits.training().size())), test, settings);
            trainer.run(stop, snapshot -> show.accept(new Frame(snapshot, Evaluation.of(snapshot.parameters(), test).accuracy())));
        }, frame -> draw(frame, values));
    }

    private void draw(Frame frame, StartValues values) {
        Snapshot now = frame.snapshot();
        grid.kernelProperty().set(now.parameters().layer(1).kernel());
        int different = AlikeNeurons.different(now.parameters().layer(1));
        Optional<String> same = different == 1 ? Optional.of("All " + AlikeNeurons.NEURONS + " neurons are the same to the last bit, as if there were one.") : Optional.empty();
        words.setText(String.format(Locale.ROOT, "Begun with %s, step %,d of %,d: %s It is right for %.1f %% of %s.", values == StartValues.ZERO ? "zeros" : "random numbers", now.step(),
                now.totalSteps(), same.orElse(different + " of the " + AlikeNeurons.NEURONS + " neurons differ."), 100 * frame.accuracy(),
                Counts.of(Math.min(TEST, parts.model().digitsProperty().get().validation().size()), "test digit")));
    }
}
