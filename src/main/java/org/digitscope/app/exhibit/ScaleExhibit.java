package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.SignedBars.Bar;
import org.digitscope.app.control.SignedBars;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.InputScale;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.Scale;

/** The number that grey values are multiplied with, from 1/255 to 1, and what that does to sums, certainty, accuracy and gradient. */
final class ScaleExhibit extends MovingExhibit {

    private static final double LOWEST_STEP = 10;

    /** What was measured of one network. */
    private record Measured(Parameters network, DigitSets digits, List<InputScale> all) {
    }

    private final ExhibitParts parts;
    private final LatestQuestion measuring;
    private final LatestQuestion measuringOne;
    private final NumberChoice digit;
    private final SignedBars logits;
    private final CurveChart chart;
    private final Slider slider = ExhibitParts.slider("What grey values are multiplied with, from 1/255 to 1", 0, 1, 0);
    private final Label factor = new Label();
    private final Label words = ExhibitParts.words();
    private Optional<Measured> measured = Optional.empty();
    private boolean moved;

    ScaleExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        measuring = new LatestQuestion(parts.model().background());
        measuringOne = new LatestQuestion(parts.model().background());
        digit = parts.digit().choice();
        logits = parts.painted(new SignedBars("Logits of the digit", "%+.1f"));
        chart = parts.painted(new CurveChart());
        chart.probeProperty().set(this::probe);
        factor.setMinWidth(Label.USE_PREF_SIZE);
        slider.valueProperty().addListener((observable, before, after) -> {
            moved = true;
            refreshInScene();
        });
        setRows(digit, ExhibitParts.pictures(ExhibitParts.headed("its ten logits", logits), chart), ExhibitParts.tools(factor, slider,
                ExhibitParts.button("1/255", () -> slider.setValue(0)), ExhibitParts.button("1", () -> slider.setValue(1))), words);
    }

    private double perGrey() {
        return InputScale.factor(slider.getValue());
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        if (!moved) {
            slider.setValue(InputScale.ownFactor(network()) == 1 ? 1 : 0);
            moved = false;
        }
        factor.setText(String.format(Locale.ROOT, "grey value × %.4f", perGrey()));
        ForwardTrace trace = ForwardTrace.of(parts.digit().pixels(), InputScale.scaled(network(), perGrey()));
        logits.barsProperty().set(IntStream.range(0, Dataset.CLASSES).mapToObj(each -> new Bar(parts.name(each), trace.logit(each))).toList());
        ask();
        draw();
    }

    private void ask() {
        DigitSets digits = parts.model().digitsProperty().get();
        Parameters asked = network();
        double now = perGrey();
        if (measured.isEmpty() || measured.get().network() != asked || measured.get().digits() != digits) {
            measuring.askAgain(() -> new Measured(asked, digits, InputScale.all(asked, digits)), found -> {
                measured = Optional.of(found);
                draw();
            });
        }
        measuringOne.askAgain(() -> InputScale.of(asked, now, digits), this::tell);
    }

    private void tell(InputScale scale) {
        words.setText(String.format(Locale.ROOT, "255 becomes %s. On the test digits: layer_1's sums have the size %s on average, %.2f %% are right, "
                + "it is %.2f %% sure, the loss is %s. A weight of layer_1 has a gradient of %s on average.", RoundedText.of("%.4g", 255 * scale.perGrey()),
                RoundedText.of("%.3g", scale.sums()), 100 * scale.accuracy(), 100 * scale.certainty(), RoundedText.of("%.4g", scale.loss()),
                RoundedText.of("%.2g", scale.gradient())));
    }

    private void draw() {
        Scale across = new Scale.Log(InputScale.LEAST, InputScale.MOST);
        List<Series> series = measured.map(found -> List.of(line("right", 0, found, InputScale::accuracy), line("sure", 1, found, InputScale::certainty)))
                .orElse(List.of());
        chart.modelProperty().set(new ChartModel("The test digits", "factor", "%", across, new Scale.Linear(lowest(), 100), series, List.of(new Marker(perGrey(), ""))));
    }

    /** A round number below all of the curves. */
    private double lowest() {
        return measured.stream().flatMap(found -> found.all().stream()).mapToDouble(each -> 100 * Math.min(each.accuracy(), each.certainty())).min().stream()
                .map(least -> Math.max(0, LOWEST_STEP * Math.floor(least / LOWEST_STEP - 0.5))).findFirst().orElse(0);
    }

    private static Series line(String name, int colour, Measured found, ToDoubleFunction<InputScale> value) {
        return Series.of(name, new RunColour(colour), Kind.LINE, found.all().stream().mapToDouble(InputScale::perGrey).toArray(),
                found.all().stream().mapToDouble(each -> 100 * value.applyAsDouble(each)).toArray());
    }

    private List<String> probe(double factorThere) {
        return measured.map(found -> found.all().stream().min((a, b) -> Double.compare(distance(a, factorThere), distance(b, factorThere))).orElseThrow())
                .map(point -> List.of(String.format(Locale.ROOT, "× %.4f", point.perGrey()), String.format(Locale.ROOT, "right %.2f %%", 100 * point.accuracy()),
                        String.format(Locale.ROOT, "sure %.2f %%", 100 * point.certainty()))).orElse(List.of());
    }

    private static double distance(InputScale scale, double factorThere) {
        return Math.abs(Math.log(scale.perGrey() / factorThere));
    }
}
