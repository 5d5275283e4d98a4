package org.digitscope.files.lessons;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/** What is printed of a network's answers, and of what leads to them. */
final class PrintedAnswers {

    private static final int MANY = 10_000;
    private static final int FEW = 500;
    private static final int MISTAKES = 10;
    private static final int SUMS = 20;
    private static final int LINES_APART = 4;
    private static final double SURE = 0.99;

    private final Parameters network;
    private final Evaluation score;
    private final DigitSets digits;

    private PrintedAnswers(Parameters network, Evaluation score, DigitSets digits) {
        this.network = network;
        this.score = score;
        this.digits = digits;
    }

    static Map<String, String> of(Parameters network, Evaluation score, DigitSets digits) {
        PrintedAnswers answers = new PrintedAnswers(network, score, digits);
        Map<String, String> printed = new LinkedHashMap<>();
        // Keras gives Python's floats, made of float32
        printed.put("printedEvaluate", "[" + (double) (float) score.loss() + ", " + keras(score.accuracy()) + "]");
        printed.put("printedAccuracy", keras(score.accuracy()));
        answers.addFirstDigit(printed);
        answers.addTraining(printed);
        answers.addTest(printed);
        return printed;
    }

    private static String keras(double accuracy) {
        return String.valueOf((double) (float) accuracy);
    }

    private void addFirstDigit(Map<String, String> printed) {
        byte[] pixels = digits.validation().image(0);
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        float truth = trace.probability(digits.validation().label(0));
        printed.put("printedLoss0", PythonText.rounded(-Math.log(truth), 4));
        printed.put("printedProbabilities0", probabilities(trace));
        printed.put("printedLogits0", PythonText.row(floats(Dataset.CLASSES, trace::logit)));
        int first = network.layer(1).outputs();
        boolean isLast = network.depth() == 1;
        float[] sums = floats(first, neuron -> trace.sum(new Neuron(1, neuron)));
        float[] passed = floats(first, neuron -> isLast ? sums[neuron] : trace.activation(new Neuron(1, neuron)));
        printed.put("printedSum0", PythonText.vector(sums[0]));
        printed.put("printedPassed0", PythonText.vector(passed[0]));
        printed.put("printedSums", PythonText.vector(Arrays.copyOf(sums, Math.min(SUMS, first))));
        printed.put("printedPassed", PythonText.vector(Arrays.copyOf(passed, Math.min(SUMS, first))));
        printed.put("printedMoved", probabilities(ForwardTrace.of(LessonNumbers.moved(pixels), network)));
        printed.put("printedLines", probabilities(ForwardTrace.of(lines(), network)));
        printed.put("white", network.inputs() == Inputs.GREY ? "255" : "1");
    }

    private static String probabilities(ForwardTrace trace) {
        return PythonText.row(floats(Dataset.CLASSES, trace::probability));
    }

    private static float[] floats(int count, IntToDoubleFunction of) {
        float[] all = new float[count];
        for (int i = 0; i < count; i++) {
            all[i] = (float) of.applyAsDouble(i);
        }
        return all;
    }

    /** Every fourth row white, which is no digit. */
    private static byte[] lines() {
        byte[] pixels = new byte[Dataset.PIXELS];
        for (int row = 0; row < Dataset.ROWS; row += LINES_APART) {
            Arrays.fill(pixels, row * Dataset.COLUMNS, (row + 1) * Dataset.COLUMNS, (byte) 255);
        }
        return pixels;
    }

    private void addTraining(Map<String, String> printed) {
        Dataset training = digits.training();
        printed.put("printedTrainingAccuracy", keras(Evaluation.of(network, training.head(Math.min(MANY, training.size()))).accuracy()));
        double learnt = Evaluation.of(network, training.head(Math.min(FEW, training.size()))).accuracy();
        printed.put("printedGap", PythonText.rounded(100 * ((double) (float) learnt - (float) score.accuracy()), 1));
    }

    private void addTest(Map<String, String> printed) {
        printed.put("printedMistakes", PythonText.array(score.mistakes().stream().mapToInt(Evaluation.Mistake::image).sorted().limit(MISTAKES).toArray()));
        int[] sure = IntStream.range(0, score.size()).filter(image -> score.probability(image) >= SURE).toArray();
        printed.put("sureCount", String.valueOf(sure.length));
        printed.put("sureRight", String.valueOf(Arrays.stream(sure).filter(image -> score.answer(image) == digits.validation().label(image)).count()));
    }
}
