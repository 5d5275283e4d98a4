package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.ShownNumbers;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class FormulaTextTest {

    private static final Dataset PICTURES = Examples.pictures(3, 5);

    @Test
    void negativeNumbersBehindAnOperatorStandInBracketsWhateverTheNetwork() {
        boolean someNegative = false;
        for (String text : formulas()) {
            // operators are typographic here and signs ASCII
            assertFalse(Pattern.compile("[·−+/] *-").matcher(text).find(), text);
            assertFalse(Pattern.compile("−0(\\.0*)?(?![\\d.e])").matcher(ShownNumbers.in(text)).find(), text);
            someNegative |= text.contains("(-");
        }
        assertTrue(someNegative);
    }

    @Test
    void roundingIsMoreOrLessOrNone() {
        List<String> all = formulas();
        for (String kind : List.of(" more\n", " less\n", "float32 has just that\n")) {
            assertTrue(all.stream().anyMatch(text -> text.replace("\r", "").contains(kind)), kind);
        }
        assertFalse(all.stream().anyMatch(text -> Pattern.compile(", -\\S+ (more|less)").matcher(text).find()));
    }

    private static List<String> formulas() {
        List<String> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(1), List.of(6), List.of(6, 4, 3))) {
                Architecture architecture = new Architecture(hidden, activation, Inputs.SCALED);
                for (Parameters network : List.of(Examples.parameters(architecture, 8), Parameters.zeros(architecture))) {
                    ForwardTrace trace = ForwardTrace.of(PICTURES.image(hidden.size() % PICTURES.size()), network);
                    for (int digit = 0; digit < 10; digit++) {
                        all.add(FormulaText.digit(trace, digit) + "\n");
                        all.add(FormulaText.lead(trace, digit, (digit + 1) % 10) + "\n");
                    }
                    for (int layer = 1; layer < network.depth(); layer++) {
                        for (int neuron = 0; neuron < trace.neurons(layer); neuron++) {
                            all.add(FormulaText.neuron(trace, new Neuron(layer, neuron)) + "\n");
                        }
                    }
                }
            }
        }
        return all;
    }
}
