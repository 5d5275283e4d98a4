package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import org.digitscope.app.control.CurveChart;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.explain.exhibit.ThreeWays.Point;
import org.digitscope.explain.exhibit.ThreeWays;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.Scale;
import org.digitscope.plot.SeriesColour;
import org.digitscope.training.Hyperparameters;

/** Accuracy over an epoch, measured three ways: while it learns, on all training pictures, and on those kept aside. */
final class ThreeWaysExhibit extends MovingExhibit {

    private static final int PICTURES = 6000;
    private static final int EPOCHS = 2;
    private static final int POINTS = 24;

    private final ExhibitParts parts;
    private final OwnRun run;
    private final CurveChart chart;
    private final Label words = ExhibitParts.words();
    private List<Point> points = List.of();

    ThreeWaysExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        chart = parts.painted(new CurveChart());
        chart.probeProperty().set(this::probe);
        words.setText("A network of its own, the classic one, learns " + EPOCHS + " epochs of few pictures. Which of the three is ahead at first?");
        setRows(ExhibitParts.choices(run.button("Train", this::start)), ExhibitParts.pictures(chart), words);
        draw(ThreeWays.NONE);
    }

    @Override
    void refresh() {
        // it shows a network of its own
    }

    private void start() {
        DigitSets digits = parts.model().digitsProperty().get();
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(EPOCHS);
        run.<ThreeWays>start((stop, show) -> {
            Dataset training = digits.training().head(Math.min(PICTURES, digits.training().size()));
            ThreeWays.measure(training, digits.validation(), settings, POINTS, stop, show);
        }, this::draw);
    }

    private void draw(ThreeWays found) {
        points = found.points();
        chart.modelProperty().set(new ChartModel("Accuracy", "epochs", "accuracy (%)", new Scale.Linear(0, EPOCHS), new Scale.Linear(0, 100),
                List.of(line("while learning", Role.TRAINING, Point::running), line("training, asked now", Role.PREVIOUS, Point::training),
                        line("test digits, asked now", Role.VALIDATION, Point::validation)), List.of(new Marker(1, "epoch 1 ends"))));
        if (!points.isEmpty()) {
            Point last = points.get(points.size() - 1);
            words.setText(String.format(Locale.ROOT, "After %.2f epochs: %.1f %% on average while it learnt this epoch, %.1f %% of all training pictures asked now, %.1f %% "
                    + "of the test digits asked now.", last.epochs(), 100 * last.running(), 100 * last.training(), 100 * last.validation()));
        }
    }

    private Series line(String name, SeriesColour colour, ToDoubleFunction<Point> accuracy) {
        return Series.of(name, colour, Kind.LINE, points.stream().mapToDouble(Point::epochs).toArray(),
                points.stream().mapToDouble(point -> 100 * accuracy.applyAsDouble(point)).toArray());
    }

    private List<String> probe(double there) {
        return points.stream().min((a, b) -> Double.compare(Math.abs(a.epochs() - there), Math.abs(b.epochs() - there)))
                .map(point -> List.of(String.format(Locale.ROOT, "%.2f epochs", point.epochs()), String.format(Locale.ROOT, "while learning %.1f %%", 100 * point.running()),
                        String.format(Locale.ROOT, "training %.1f %%", 100 * point.training()), String.format(Locale.ROOT, "test %.1f %%", 100 * point.validation())))
                .orElse(List.of());
    }
}
