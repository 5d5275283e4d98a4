package org.digitscope.app.exhibit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.SignedBars.Bar;
import org.digitscope.app.control.SignedBars;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;

/** The biases of each layer as what they shift: one is dragged, and the answer changes. */
final class BiasesExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final LatestQuestion scoring;
    private final NumberChoice digit;
    private final LayerChoice layer = new LayerChoice();
    private final SignedBars biases;
    private final ProbabilityBars bars;
    private final Label words = ExhibitParts.words();
    private final Label score = new Label();
    private final Map<ScalarParameter, Float> changed = new HashMap<>();
    private int chosenLayer = 1;

    BiasesExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        scoring = new LatestQuestion(parts.model().background());
        digit = parts.digit().choice();
        biases = parts.painted(new SignedBars("Biases; the line is the learnt value", "%+.3f"));
        bars = parts.painted(new ProbabilityBars());
        layer.setOnChosen(number -> {
            chosenLayer = number;
            refresh();
        });
        biases.setOnChanged((bar, value) -> {
            changed.put(ScalarParameter.bias(chosenLayer, bar), (float) value);
            refresh();
        });
        biases.chosenProperty().addListener((observable, before, after) -> refreshInScene());
        setRows(ExhibitParts.choices(digit, layer), ExhibitParts.pictures(ExhibitParts.headed("biases to drag; the line: as learnt", new ScrolledBars(biases).pane()),
                ExhibitParts.headed("the answer", bars)),
                ExhibitParts.choices(ExhibitParts.button("All biases 0", this::setZero), ExhibitParts.button("As learnt", () -> {
                    changed.clear();
                    refresh();
                }), score), words);
    }

    private void setZero() {
        for (int number = 1; number <= network().depth(); number++) {
            for (int output = 0; output < network().layer(number).outputs(); output++) {
                changed.put(ScalarParameter.bias(number, output), 0f);
            }
        }
        refresh();
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        Parameters learnt = network();
        changed.keySet().removeIf(bias -> !bias.isIn(learnt));
        chosenLayer = Math.min(chosenLayer, learnt.depth());
        layer.show(learnt.architecture(), learnt.depth(), chosenLayer);
        Parameters now = changed.isEmpty() ? learnt : learnt.copy();
        changed.forEach((bias, value) -> now.layer(bias.layer()).bias().set(0, bias.output(), value));
        boolean isLast = chosenLayer == learnt.depth();
        biases.barsProperty().set(IntStream.range(0, learnt.layer(chosenLayer).outputs()).mapToObj(output -> new Bar(isLast ? parts.name(output)
                : "neuron " + output, now.layer(chosenLayer).bias().get(0, output), Optional.of((double) learnt.layer(chosenLayer).bias().get(0, output)))).toList());
        ForwardTrace trace = ForwardTrace.of(parts.digit().pixels(), now);
        parts.show(bars, trace);
        tell(trace);
        ask(learnt, now);
    }

    private void tell(ForwardTrace trace) {
        int chosen = biases.chosenProperty().get();
        float bias = trace.parameters().layer(chosenLayer).bias().get(0, chosen);
        boolean isLast = chosenLayer == trace.parameters().depth();
        float sum = isLast ? trace.logit(chosen) : trace.sum(new Neuron(chosenLayer, chosen));
        String rest = isLast ? "" : String.format(Locale.ROOT, ", and it passes on %s", RoundedText.of("%.3f", trace.activation(new Neuron(chosenLayer, chosen))));
        words.setText(String.format(Locale.ROOT, "The bias of %s shifts its sum from %s to %s%s. The answer is %s.", isLast ? parts.name(chosen)
                : "neuron " + chosen, RoundedText.of("%.3f", (double) sum - bias), RoundedText.of("%.3f", sum), rest, parts.answer(trace)));
    }

    private void ask(Parameters learnt, Parameters now) {
        Dataset test = parts.model().digitsProperty().get().validation();
        scoring.askAgain(() -> List.of(Evaluation.of(learnt, test).accuracy(), Evaluation.of(now, test).accuracy()), both ->
                score.setText(String.format(Locale.ROOT, "right on the test digits: %.2f %%%s", 100 * both.get(1), learnt == now ? ""
                        : String.format(Locale.ROOT, " (as learnt %.2f %%)", 100 * both.get(0)))));
    }
}
