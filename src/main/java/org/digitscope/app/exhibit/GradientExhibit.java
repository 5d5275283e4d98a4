package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.exhibit.LossCurve.Point;
import org.digitscope.explain.exhibit.LossCurve;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel.Emphasis;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.Scale;

/** The loss of a batch as one weight is wiggled; the tangent's slope is the weight's gradient. */
final class GradientExhibit extends MovingExhibit {

    private static final double REACH = 2;
    private static final int POINTS = 61;
    private static final int WEIGHTS = 8;
    private static final double HALF_TANGENT = 0.6;
    /** Of the chart's height. */
    private static final double MOST_RISE = 0.4;
    private static final double RATE = 5;

    /** The curve of one network, and where the person is on it. */
    private record Drawn(LossCurve curve, Point here, double learnt) {
    }

    private final ExhibitParts parts;
    private final LatestQuestion ranking;
    private final LatestQuestion drawing;
    private final NumberChoice weight = new NumberChoice("weight");
    private final CurveChart chart;
    private final Slider slider = ExhibitParts.slider("By how much the weight is changed", -REACH, REACH, 0);
    private final Label moved = new Label();
    private final Label words = ExhibitParts.words();
    private Optional<Architecture> ranked = Optional.empty();
    private List<ScalarParameter> weights = List.of();
    private Optional<Drawn> drawn = Optional.empty();

    GradientExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        ranking = new LatestQuestion(parts.model().background());
        drawing = new LatestQuestion(parts.model().background());
        chart = parts.painted(new CurveChart());
        chart.probeProperty().set(this::probe);
        moved.setMinWidth(Label.USE_PREF_SIZE);
        weight.valueProperty().addListener((observable, before, after) -> {
            slider.setValue(0);
            refreshInScene();
        });
        slider.valueProperty().addListener((observable, before, after) -> refreshInScene());
        setRows(weight, ExhibitParts.pictures(chart), ExhibitParts.tools(moved, slider, ExhibitParts.button("A step downhill", this::step),
                ExhibitParts.button("As learnt", () -> slider.setValue(0))), words);
    }

    private void step() {
        drawn.ifPresent(at -> slider.setValue(slider.getValue() - RATE * at.here().slope()));
    }

    @Override
    void refresh() {
        moved.setText(String.format(Locale.ROOT, "weight %s", RoundedText.of("%+.2f", slider.getValue())));
        Parameters asked = network();
        Dataset batch = parts.batch();
        if (!ranked.equals(Optional.of(asked.architecture()))) {
            // once for a kind of network, so that the weight stays the same while it learns
            ranked = Optional.of(asked.architecture());
            weights = List.of();
            drawing.forget();
            ranking.ask(() -> LossCurve.steepest(asked, batch, WEIGHTS), found -> {
                weights = found;
                refreshInScene();
            });
        }
        if (!weights.isEmpty()) {
            List<ScalarParameter> offered = weights;
            weight.offer(offered.size(), each -> name(asked, offered.get(each)));
            ScalarParameter chosen = weights.get(weight.value());
            double learnt = chosen.get(asked);
            double offset = slider.getValue();
            drawing.askAgain(() -> new Drawn(LossCurve.of(asked, chosen, batch, REACH, POINTS), LossCurve.at(asked, chosen, batch, learnt + offset), learnt),
                    this::draw);
        }
    }

    private String name(Parameters of, ScalarParameter chosen) {
        return String.format(Locale.ROOT, "weight of layer_%d from %s %d to %s", chosen.layer(), chosen.layer() == 1 ? "pixel" : "neuron", chosen.input(),
                chosen.isInLast(of) ? "output " + parts.name(chosen.output()) : "neuron " + chosen.output());
    }

    private void draw(Drawn found) {
        drawn = Optional.of(found);
        double[] range = found.curve().range();
        double margin = Math.max(1e-4, 0.08 * (range[1] - range[0]));
        Point here = found.here();
        double half = Math.min(HALF_TANGENT, MOST_RISE * (range[1] - range[0] + margin) / Math.max(1e-12, Math.abs(here.slope())));
        double[] weights = found.curve().weights();
        Series curve = Series.of("loss", new RunColour(0), Kind.LINE, weights, found.curve().losses());
        Series tangent = Series.of("tangent", new RunColour(1), Kind.LINE, new double[] {here.weight() - half, here.weight() + half},
                new double[] {here.loss() - half * here.slope(), here.loss() + half * here.slope()}).with(Emphasis.STRONG);
        Series dot = Series.of("here", new RunColour(1), Kind.DOTS, new double[] {here.weight()}, new double[] {here.loss()});
        chart.modelProperty().set(new ChartModel("Loss of " + parts.batch().size() + " training pictures", "weight", "loss (nats)",
                new Scale.Linear(weights[0], weights[weights.length - 1]), new Scale.Linear(Math.max(0, range[0] - margin), range[1] + margin),
                List.of(curve, tangent, dot), List.of(new Marker(found.learnt(), "learnt"))));
        words.setText(String.format(Locale.ROOT, "At the weight %s the loss is %s and the gradient %s: 0.01 more changes the loss by about %s. "
                + "A step downhill goes to %s − %s · (%s).", RoundedText.of("%.4f", here.weight()), RoundedText.of("%.5f", here.loss()),
                RoundedText.of("%.5f", here.slope()), RoundedText.of("%+.6f", here.slope() / 100), RoundedText.of("%.4f", here.weight()), RoundedText.of("%.0f", RATE),
                RoundedText.of("%.5f", here.slope())));
    }

    private List<String> probe(double there) {
        return drawn.map(found -> found.curve().points().stream().min((a, b) -> Double.compare(Math.abs(a.weight() - there), Math.abs(b.weight() - there)))
                .orElseThrow()).map(point -> List.of("weight " + RoundedText.of("%.3f", point.weight()), "loss " + RoundedText.of("%.5f", point.loss()),
                "gradient " + RoundedText.of("%.5f", point.slope()))).orElse(List.of());
    }
}
