package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.digitscope.app.control.LayerChoice;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.SignedBars.Bar;
import org.digitscope.app.control.SignedBars;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.LinearTwin;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** The same weights with the network's activation and without one: what the neurons pass on, and what becomes of the answer. */
final class ReluExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final LatestQuestion scoring;
    private final NumberChoice digit;
    private final LayerChoice layer = new LayerChoice();
    private final CheckBox linear = new CheckBox("linear instead");
    private final SignedBars outputs;
    private final ProbabilityBars bars;
    private final Label words = ExhibitParts.words();
    private final Label score = ExhibitParts.words();
    private int chosenLayer = 1;

    ReluExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        scoring = new LatestQuestion(parts.model().background());
        digit = parts.digit().choice();
        outputs = parts.painted(new SignedBars("What the neurons pass on; the line is the other way", "%.2f"));
        bars = parts.painted(new ProbabilityBars());
        linear.setMinWidth(CheckBox.USE_PREF_SIZE);
        BooleanProperty chosen = linear.selectedProperty();
        chosen.addListener((observable, before, after) -> refreshInScene());
        layer.setOnChosen(number -> {
            chosenLayer = number;
            refresh();
        });
        setRows(ExhibitParts.choices(digit, linear, layer), ExhibitParts.pictures(ExhibitParts.headed("passed on; the line is the other way",
                new ScrolledBars(outputs).pane()), ExhibitParts.headed("the answer", bars)), words, score);
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        Parameters own = network();
        int hidden = own.hiddenLayers().size();
        chosenLayer = Math.max(1, Math.min(chosenLayer, hidden));
        layer.showHidden(own.architecture(), chosenLayer);
        ForwardTrace bent = ForwardTrace.of(parts.digit().pixels(), own);
        ForwardTrace straight = ForwardTrace.of(parts.digit().pixels(), LinearTwin.of(own));
        ForwardTrace shown = linear.isSelected() ? straight : bent;
        ForwardTrace other = linear.isSelected() ? bent : straight;
        int neurons = hidden == 0 ? 0 : own.layer(chosenLayer).outputs();
        outputs.barsProperty().set(IntStream.range(0, neurons).mapToObj(each -> new Neuron(chosenLayer, each)).map(neuron ->
                new Bar("neuron " + neuron.index(), shown.activation(neuron), Optional.of((double) other.activation(neuron)))).toList());
        parts.show(bars, shown);
        String activation = own.activationOf(1);
        if (hidden == 0) {
            words.setText("This network has no hidden layer, so there is nothing to bend: it is linear as it is.");
        } else {
            long below = IntStream.range(0, neurons).filter(each -> bent.sum(new Neuron(chosenLayer, each)) < 0).count();
            words.setText(String.format(Locale.ROOT, "%d of the %d sums of layer_%d are below 0. With %s the answer is %s; with every sum passed on as it is, %s.", below,
                    neurons, chosenLayer, activation, parts.answer(bent), parts.answer(straight)));
        }
        ask(own, activation);
    }

    private void ask(Parameters own, String activation) {
        Dataset test = parts.model().digitsProperty().get().validation();
        Parameters twin = LinearTwin.of(own);
        scoring.askAgain(() -> List.of(Evaluation.of(own, test).accuracy(), Evaluation.of(twin, test).accuracy(),
                Evaluation.of(LinearTwin.merged(twin), test).accuracy()), found -> score.setText(own.depth() == 1 ? "" : String.format(Locale.ROOT,
                "Right on the test digits: %.2f %% with %s, %.2f %% when linear, and %.2f %% with the single layer of 784 × 10 weights that linear layers amount to.", 100 * found.get(0), activation, 100 * found.get(1), 100 * found.get(2))));
    }
}
