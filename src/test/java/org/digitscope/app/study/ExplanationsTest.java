package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.Explanations.Explanation;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Backdrop;
import org.digitscope.explain.FormulaText;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(200, 1), Examples.pictures(50, 2));

    private final TestThread fx = new TestThread();
    private final AppModel model = new AppModel(Runnable::run, fx);
    private final PadModel drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
    private final Explanations explanations = new Explanations(model, drawing);

    @BeforeEach
    void drawSomething() {
        model.digitsLoaded(DIGITS);
        fx.runAll();
        explanations.watch(new SimpleBooleanProperty(true));
        drawing.load(Backdrop.ofDigit(DIGITS.validation().image(3)));
    }

    @Test
    void comparedWithAnotherDigitAllColumnsAndTheFormulaAreAboutBoth() {
        explanations.choose(Optional.of(7));
        explanations.compareWith(Optional.of(9));
        Explanation why = why();
        for (int neuron = 0; neuron < 20; neuron++) {
            assertEquals(why.account().orElseThrow().layer(1).parts()[neuron], why.trace().activation(new Neuron(1, neuron)) * why.weight(neuron), 1e-5);
        }
        assertEquals(why.trace().logit(7) - why.trace().logit(9), why.logit());
        assertEquals(why.logit(), why.account().orElseThrow().total(), 1e-4);
        String formula = FormulaText.lead(why.trace(), 7, 9);
        assertTrue(formula.startsWith("logit of 7 − logit of 9 = " + why.trace().logit(7) + " − "), formula);
        assertTrue(formula.contains("·(") && formula.endsWith(" (biases)"), formula);
    }

    @Test
    void aComparisonDoesNotSurviveIntoTheExplanationOfAnotherDigitAndNoDigitIsComparedWithItself() {
        explanations.choose(Optional.of(7));
        explanations.compareWith(Optional.of(9));
        explanations.choose(Optional.of(9));
        assertEquals(Optional.empty(), why().other());
        explanations.compareWith(Optional.of(9));
        assertEquals(Optional.empty(), why().other());
        explanations.compareWith(Optional.of(4));
        explanations.choose(Optional.of(2));
        assertEquals(Optional.empty(), why().other());
    }

    private Explanation why() {
        return explanations.explanationProperty().get().orElseThrow();
    }
}
