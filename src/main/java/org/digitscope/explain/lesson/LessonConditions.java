package org.digitscope.explain.lesson;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Parameters;
import org.digitscope.network.StartValues;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Penalty;
import org.digitscope.training.Snapshot;

/** What holds for a network and the run that made it, by the names under which the chapters ask for it. */
final class LessonConditions {

    private LessonConditions() {
    }

    /** @param step negative for a network that comes from elsewhere, of which nobody knows how it began */
    static Map<String, Boolean> of(Parameters network, int step, DigitSets digits, Snapshot run) {
        Hyperparameters settings = run.settings();
        boolean hidden = network.depth() > 1;
        boolean ours = step >= 0;
        StartValues start = settings.initialization().values();
        boolean zero = ours && start == StartValues.ZERO;
        Activation activation = network.layer(1).activation();
        Map<String, Boolean> conditions = new HashMap<>();
        conditions.put("hidden", hidden);
        conditions.put("several", network.depth() > 2);
        conditions.put("lone", hidden && network.layer(1).outputs() == 1);
        for (Activation each : Activation.values()) {
            conditions.put(each.label(), hidden && each == activation);
        }
        conditions.put("grey", network.inputs() == Inputs.GREY);
        conditions.put("ours", ours);
        conditions.put("zero", zero);
        // f(0) = 0 of all others: no activation and no weight that would lead the gradient on
        conditions.put("stuck", zero && hidden && activation != Activation.SIGMOID);
        conditions.put("alike", zero && hidden && activation == Activation.SIGMOID);
        conditions.put("normal", ours && start == StartValues.NORMAL);
        conditions.put("penalty", !settings.penalty().equals(Penalty.NONE));
        conditions.put("black", alwaysBlack(digits.training()) > 0);
        conditions.put("wrong", settings.variation().wrongOf(digits.training().size()) > 0);
        conditions.put("tie", isTie(ForwardTrace.of(digits.validation().image(0), network)));
        return conditions;
    }

    /** Pixels that are black in all pictures. */
    static long alwaysBlack(Dataset pictures) {
        return Arrays.stream(pictures.nonZeroPictures()).filter(count -> count == 0).count();
    }

    /** Whether several digits have the largest logit. */
    private static boolean isTie(ForwardTrace trace) {
        int equal = 0;
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            equal += trace.logit(digit) == trace.logit(trace.answer()) ? 1 : 0;
        }
        return equal > 1;
    }
}
