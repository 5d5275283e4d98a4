package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.digitscope.app.control.CurveChart;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.network.Architecture;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.Scale;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve.Epoch;
import org.digitscope.training.Trainer;

/** A network of its own that learns few pictures by heart: its accuracy on them and on the test digits, epoch by epoch. */
final class OverfitExhibit extends MovingExhibit {

    private static final int EPOCHS = 60;
    private static final int[] PICTURES = {100, 500, 2000, 10000};
    private static final int[] NEURONS = {2, 20, 128};
    private static final int USUAL_PICTURES = 1;
    private static final int USUAL_NEURONS = 2;

    private final ExhibitParts parts;
    private final OwnRun run;
    private final NumberChoice pictures = new NumberChoice("number of pictures");
    private final NumberChoice neurons = new NumberChoice("number of neurons");
    private final CurveChart chart;
    private final Label words = ExhibitParts.words();
    private List<Epoch> epochs = List.of();

    OverfitExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        pictures.offer(PICTURES.length, each -> Counts.of(PICTURES[each], "picture"));
        pictures.valueProperty().set(USUAL_PICTURES);
        neurons.offer(NEURONS.length, each -> Counts.of(NEURONS[each], "neuron"));
        neurons.valueProperty().set(USUAL_NEURONS);
        chart = parts.painted(new CurveChart());
        chart.probeProperty().set(this::probe);
        words.setText("A network of its own learns these pictures for " + EPOCHS + " epochs. How far will the two curves be apart?");
        setRows(ExhibitParts.choices(pictures, neurons, run.button("Train", this::start)), ExhibitParts.pictures(chart), words);
        draw(List.of());
    }

    @Override
    void refresh() {
        // it shows a network of its own
    }

    private void start() {
        DigitSets digits = parts.model().digitsProperty().get();
        int count = Math.min(PICTURES[pictures.value()], digits.training().size());
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(EPOCHS).withArchitecture(Architecture.relu(NEURONS[neurons.value()]));
        run.<List<Epoch>>start((stop, show) -> new Trainer(digits.training().head(count), digits.validation(), settings)
                .run(stop, snapshot -> show.accept(snapshot.curve().epochs())), found -> {
                    draw(found);
                    tell(found, count, digits.validation().size());
                });
    }

    private void draw(List<Epoch> found) {
        epochs = List.copyOf(found);
        chart.modelProperty().set(new ChartModel("Accuracy", "epoch", "accuracy (%)", new Scale.Linear(0, EPOCHS), new Scale.Linear(0, 100),
                List.of(line("training", Role.TRAINING, Epoch::accuracy), line("test digits", Role.VALIDATION, Epoch::validationAccuracy)), List.of()));
    }

    private Series line(String name, Role role, ToDoubleFunction<Epoch> accuracy) {
        return Series.of(name, role, Kind.LINE, IntStream.rangeClosed(1, epochs.size()).asDoubleStream().toArray(),
                epochs.stream().mapToDouble(epoch -> 100 * accuracy.applyAsDouble(epoch)).toArray());
    }

    private void tell(List<Epoch> found, int trained, int tested) {
        if (!found.isEmpty()) {
            Epoch last = found.get(found.size() - 1);
            words.setText(String.format(Locale.ROOT, "After epoch %d it is right for %.1f %% of the %s that it learns and for %.1f %% of the %s: %.1f points apart.",
                    found.size(), 100 * last.accuracy(), Counts.of(trained, "picture"), 100 * last.validationAccuracy(), Counts.of(tested, "test digit"),
                    100 * (last.accuracy() - last.validationAccuracy())));
        }
    }

    private List<String> probe(double there) {
        int number = (int) Math.round(there);
        return number < 1 || number > epochs.size() ? List.of() : List.of("epoch " + number, String.format(Locale.ROOT, "training %.1f %%",
                100 * epochs.get(number - 1).accuracy()), String.format(Locale.ROOT, "test digits %.1f %%", 100 * epochs.get(number - 1).validationAccuracy()));
    }
}
