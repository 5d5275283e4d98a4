package org.digitscope.files.lessons;

import java.util.HashMap;
import java.util.Map;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.files.NumpyText;
import org.digitscope.network.Parameters;
import org.digitscope.network.Parameters.Tensor;
import org.ejml.data.FMatrixRMaj;

/** What NumPy and Keras print of a network, for the code in lessons. */
public final class PrintedNumbers {

    private PrintedNumbers() {
    }

    /** The numbers of a network and what is printed of it. */
    public static LessonNumbers with(LessonNumbers numbers, Parameters network, Evaluation score, DigitSets digits) {
        Map<String, String> printed = new HashMap<>();
        printed.put("printedSummary", KerasSummary.of(network));
        // Keras gives Python's floats, made of float32
        printed.put("printedEvaluate", "[" + (double) (float) score.loss() + ", " + (double) (float) score.accuracy() + "]");
        printed.put("printedProbabilities0", matrix(probabilities(digits.validation().image(0), network)));
        printed.put("printedWeight406", NumpyText.format(new Tensor("one.bias", new FMatrixRMaj(1, 1, true,
                LessonNumbers.exampleWeight(network).get(network)))));
        printed.put("printedKernel1", matrix(network.layer(1).kernel()));
        printed.put("printedBias1", vector(network.layer(1).bias()));
        printed.put("printedLastKernel", matrix(network.last().kernel()));
        printed.put("printedLastBias", vector(network.last().bias()));
        return numbers.with(printed);
    }

    private static FMatrixRMaj probabilities(byte[] pixels, Parameters network) {
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        FMatrixRMaj all = new FMatrixRMaj(1, Dataset.CLASSES);
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            all.set(0, digit, trace.probability(digit));
        }
        return all;
    }

    private static String matrix(FMatrixRMaj values) {
        return text(new Tensor("one.kernel", values));
    }

    private static String vector(FMatrixRMaj values) {
        return text(new Tensor("one.bias", values));
    }

    /** Where a number was changed by hand until sums overflow, there are none to print. */
    private static String text(Tensor tensor) {
        for (float value : tensor.matrix().data) {
            if (!Float.isFinite(value)) {
                return "not finite";
            }
        }
        return NumpyText.format(tensor);
    }
}
