package org.digitscope.files.lessons;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.exhibit.AlikeNeurons;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Parameters;

/** What NumPy and Keras print of a network, for the code in lessons. */
public final class PrintedNumbers {

    private PrintedNumbers() {
    }

    /** The numbers of a network and what is printed of it. */
    public static LessonNumbers with(LessonNumbers numbers, Parameters network, Evaluation score, DigitSets digits) {
        Map<String, String> printed = new HashMap<>();
        printed.put("kerasModel", KerasSource.model(network));
        printed.put("kerasPassedOn", KerasSource.passedOn(network));
        printed.put("printedSummary", KerasSummary.of(network));
        printed.put("printedUnits", network.layers().stream().map(layer -> String.valueOf(layer.outputs())).collect(Collectors.joining(", ", "[", "]")));
        printed.put("printedWeight406", PythonText.vector(LessonNumbers.exampleWeight(network).get(network)));
        printed.put("printedKernel1", PythonText.matrix(network.layer(1).kernel()));
        printed.put("printedBias1", PythonText.vector(network.layer(1).bias().data));
        printed.put("printedLastKernel", PythonText.matrix(network.last().kernel()));
        printed.put("printedLastBias", PythonText.vector(network.last().bias().data));
        printed.put("printedDifferent", String.valueOf(AlikeNeurons.different(network.layer(1))));
        printed.putAll(PrintedAnswers.of(network, score, digits));
        printed.putAll(PrintedSteps.of(network, digits.training()));
        return numbers.with(printed);
    }
}
