package org.digitscope.explain.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.PlainNumber;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Snapshot;

/** The numbers that the chapters speak of, of one network, as text, and what holds for that network. Immutable once made. */
public final class LessonNumbers {

    /** By so many pixels a digit is moved up and left to show what happens. */
    public static final int MOVE = 6;

    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Boolean> conditions;

    private LessonNumbers(Map<String, Boolean> conditions) {
        this.conditions = conditions;
    }

    /**
     * All numbers.
     *
     * @param network the one on screen
     * @param step the step of the training that it is of; negative when it comes from elsewhere
     * @param score of that network on the test digits
     * @param run the training
     */
    public static LessonNumbers of(Parameters network, int step, Evaluation score, DigitSets digits, Snapshot run) {
        LessonNumbers all = new LessonNumbers(LessonConditions.of(network, step, digits, run));
        all.addData(digits, run);
        all.addNetwork(network);
        all.addRun(run, step, digits);
        all.addScore(score);
        all.addOtherInputs(network, digits.validation());
        all.addFirstDigit(network, digits);
        all.numbers.replaceAll((name, number) -> ShownNumbers.in(number));
        return all;
    }

    /** These numbers, and more of them, as they are to be shown. */
    public LessonNumbers with(Map<String, String> more) {
        LessonNumbers all = new LessonNumbers(conditions);
        all.numbers.putAll(numbers);
        all.numbers.putAll(more);
        return all;
    }

    /** The names of all conditions. */
    Set<String> conditions() {
        return conditions.keySet();
    }

    /** Their names. */
    Set<String> names() {
        return Set.copyOf(numbers.keySet());
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public String get(String name) {
        return known(numbers, "number", name);
    }

    /**
     * Whether one of {@link LessonConditions} holds.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    boolean holds(String condition) {
        return known(conditions, "condition", condition);
    }

    private static <T> T known(Map<String, T> all, String kind, String name) {
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException("no " + kind + " is called " + name);
        }
        return all.get(name);
    }

    /** A picture moved up and left by {@link #MOVE} pixels; what leaves it is lost. */
    public static byte[] moved(byte[] pixels) {
        byte[] moved = new byte[pixels.length];
        for (int row = MOVE; row < Dataset.ROWS; row++) {
            System.arraycopy(pixels, row * Dataset.COLUMNS + MOVE, moved, (row - MOVE) * Dataset.COLUMNS, Dataset.COLUMNS - MOVE);
        }
        return moved;
    }

    /** The weight that is spoken of: kernel row 406, the middle of the picture, column 3 or the last one. */
    public static ScalarParameter exampleWeight(Parameters network) {
        return ScalarParameter.weight(1, 406, Math.min(3, network.layer(1).outputs() - 1));
    }

    /** How the network answers pictures whose greys reach 255; one that learnt from these, pictures whose greys are divided by 255. */
    private void addOtherInputs(Parameters network, Dataset test) {
        Inputs other = network.inputs() == Inputs.GREY ? Inputs.SCALED : Inputs.GREY;
        Evaluation score = Evaluation.of(new Parameters(network.layers(), other), test);
        percent("accuracyOther", score.accuracy());
        percent("sureOther", score.certainty());
        numbers.put("lossOther", RoundedText.of("%.4f", score.loss()));
    }

    private void addData(DigitSets digits, Snapshot run) {
        count("wrongLabels", run.settings().variation().wrongOf(digits.training().size()));
        count("training", digits.training().size());
        count("test", digits.validation().size());
        count("pixels", Dataset.PIXELS);
        count("label0", digits.training().label(0));
        count("testLabel0", digits.validation().label(0));
        int brightest = 0;
        for (byte grey : digits.validation().image(0)) {
            brightest = Math.max(brightest, grey & 0xFF);
        }
        count("brightest", brightest);
        numbers.put("brightestScaled", String.valueOf(Inputs.SCALED.of((byte) brightest)));
    }

    private void addNetwork(Parameters network) {
        numbers.put("activation", network.layer(1).activation().label());
        count("first", network.layer(1).outputs());
        count("parameters", network.count());
        count("kernel1", network.layer(1).kernel().getNumElements());
        count("lastKernel", network.last().kernel().getNumElements());
        count("lastInputs", network.last().inputs());
        numbers.putAll(NetworkWords.of(network));
        ScalarParameter example = exampleWeight(network);
        count("exampleColumn", example.output());
        numbers.put("weight406", String.valueOf(example.get(network)));
    }

    private void addRun(Snapshot run, int step, DigitSets digits) {
        count("epochs", run.settings().epochs());
        numbers.put("optimizer", run.settings().optimizer().label().toLowerCase(Locale.ROOT));
        numbers.put("kerasOptimizer", keras(run.settings()));
        numbers.put("rate", PlainNumber.of(run.settings().learningRate()));
        count("batch", Math.min(run.settings().batchSize(), digits.training().size()));
        count("steps", run.stepsPerEpoch());
        count("totalSteps", run.totalSteps());
        numbers.put("deviation", PlainNumber.of(run.settings().initialization().deviation()));
        count("done", Math.max(0, step));
        long black = LessonConditions.alwaysBlack(digits.training());
        count("blackPixels", black);
        count("blackWeights", black * run.parameters().layer(1).outputs());
        int shown = step < 0 ? run.step() : step;
        List<LearningCurve.Epoch> epochs = run.curve().epochs().subList(0, Math.min(run.curve().epochs().size(), shown / run.stepsPerEpoch()));
        numbers.put("difference", epochs.isEmpty() ? "After the first epoch there will be two accuracies to compare."
                : String.format(Locale.ROOT, "After epoch %d the accuracy is %.2f %% on the training pictures and %.2f %% on the "
                + "validation pictures.", epochs.size(), 100 * epochs.get(epochs.size() - 1).accuracy(),
                100 * epochs.get(epochs.size() - 1).validationAccuracy()));
    }

    private static String keras(Hyperparameters settings) {
        String momentum = settings.optimizer() == OptimizerKind.SGD && settings.momentum() > 0 ? ", momentum=" + PlainNumber.of(settings.momentum()) : "";
        return settings.optimizer().label() + "(learning_rate=" + PlainNumber.of(settings.learningRate()) + momentum + ")";
    }

    private void addScore(Evaluation score) {
        count("correct", score.correct());
        count("wrong", score.size() - score.correct());
        percent("accuracy", score.accuracy());
        percent("sure", score.certainty());
        numbers.put("loss", RoundedText.of("%.4f", score.loss()));
    }

    private void addFirstDigit(Parameters network, DigitSets digits) {
        byte[] pixels = digits.validation().image(0);
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        ForwardTrace moved = ForwardTrace.of(moved(pixels), network);
        count("answer0", trace.answer());
        percent("probability0", trace.probability(trace.answer()));
        numbers.put("logit0", String.valueOf(trace.logit(trace.answer())));
        count("terms0", trace.sumOf(NetworkWords.FIRST).terms().size());
        numbers.put("sum0", String.valueOf(trace.sum(NetworkWords.FIRST)));
        numbers.put("passed0", NetworkWords.passed(trace));
        count("answerMoved", moved.answer());
        percent("probabilityMoved", moved.probability(moved.answer()));
    }

    private void count(String name, long value) {
        numbers.put(name, String.format(Locale.ROOT, "%,d", value));
    }

    /** Never 100 for what isn't all of it. */
    private void percent(String name, double share) {
        String text = String.format(Locale.ROOT, "%.2f", 100 * share);
        numbers.put(name, text.equals("100.00") && share < 1 ? "more than 99.99" : text);
    }
}
