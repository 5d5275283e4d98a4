package org.digitscope.app.study;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.explain.Account;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.Ledger;
import org.digitscope.network.Neuron;
import org.ejml.data.FMatrixRMaj;

/** Why the shown network says to the drawing what it says: computed at once, as a drawing is one picture, while somebody looks. */
public final class Explanations {

    /**
     * Why a digit, and not another one.
     *
     * @param trace all numbers of the forward pass
     * @param ledger what each pixel adds; empty where there is no exact split, see {@link Ledger#obstacle}
     * @param digit the one that is asked about
     * @param other the one that it is compared with, if any
     */
    public record Explanation(ForwardTrace trace, Optional<Ledger> ledger, int digit, Optional<Integer> other) {

        /** What pixels, neurons and biases add to the digit's logit, or to its lead over the other one. */
        public Optional<Account> account() {
            return ledger.map(exact -> other.map(rival -> exact.difference(digit, rival)).orElse(exact.of(digit)));
        }

        /** What the parts of the account should add up to: the digit's logit, or its lead. */
        public float logit() {
            return trace.logit(digit) - other.map(trace::logit).orElse(0f);
        }

        /** What an activation that the last layer receives is multiplied by: its weight to the digit, less that to the other one. */
        public float weight(int neuron) {
            FMatrixRMaj weights = trace.parameters().last().kernel();
            return weights.get(neuron, digit) - other.map(rival -> weights.get(neuron, rival)).orElse(0f);
        }

        /** What each pixel adds through one neuron, where there is an exact split. */
        public double[] pixelsThrough(Neuron neuron) {
            double[] parts = ledger.orElseThrow().pixelsThrough(neuron, digit);
            other.ifPresent(rival -> {
                double[] those = ledger.orElseThrow().pixelsThrough(neuron, rival);
                for (int pixel = 0; pixel < parts.length; pixel++) {
                    parts[pixel] -= those[pixel];
                }
            });
            return parts;
        }
    }

    private final AppModel model;
    private final PadModel drawing;
    private final Attention attention = new Attention(this::refresh);
    private final ReadOnlyObjectWrapper<Optional<Explanation>> explanation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Integer> chosen = Optional.empty();
    private Optional<Integer> other = Optional.empty();

    public Explanations(AppModel model, PadModel drawing) {
        this.model = model;
        this.drawing = drawing;
        drawing.digitProperty().addListener((observable, before, after) -> refresh());
        model.shownProperty().addListener((observable, before, after) -> refresh());
    }

    /** Empty when nothing is drawn. */
    public ReadOnlyObjectProperty<Optional<Explanation>> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Explanations are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        attention.watch(visible);
    }

    /** Asks about a digit, compared with none; empty is for whatever the network answers. */
    public void choose(Optional<Integer> digit) {
        chosen = digit;
        other = Optional.empty();
        ask();
    }

    /** Compares with another digit; empty is for none. */
    public void compareWith(Optional<Integer> digit) {
        if (!other.equals(digit)) {
            other = digit;
            ask();
        }
    }

    /** The same numbers, asked about otherwise. */
    private void ask() {
        explanation.get().ifPresent(known -> explanation.set(Optional.of(of(known.trace, known.ledger))));
    }

    private void refresh() {
        if (!attention.isPaid()) {
            return;
        }
        ShownNetwork network = model.shownProperty().get();
        explanation.set(network == null ? Optional.empty() : drawing.digitProperty().get().map(digit -> {
            ForwardTrace trace = ForwardTrace.of(digit.main(), network.parameters());
            return of(trace, Ledger.obstacle(network.parameters()).isPresent() ? Optional.empty() : Optional.of(Ledger.of(trace)));
        }));
    }

    private Explanation of(ForwardTrace trace, Optional<Ledger> ledger) {
        int digit = chosen.orElse(trace.answer());
        // only exact splits are compared, no digit is compared with itself, and what was asked about one answer isn't asked about the next
        boolean anotherAnswer = explanation.get().filter(before -> before.digit != digit).isPresent();
        if (ledger.isEmpty() || anotherAnswer || other.equals(Optional.of(digit))) {
            other = Optional.empty();
        }
        return new Explanation(trace, ledger, digit, other);
    }
}
