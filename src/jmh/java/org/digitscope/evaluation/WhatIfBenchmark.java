package org.digitscope.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What-if scores of the classic network, trained for two epochs, on the 10,000 test digits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class WhatIfBenchmark {

    private static final int POINTS = 101;
    /** Row 14, column 14: not black in many digits. */
    private static final int PIXEL = 14 * 28 + 14;
    private static final int NEURON = 7;
    private static final int DIGIT = 3;

    /** The hidden layers. */
    @Param({"20", "128"})
    private String hidden;

    private DigitSets mnist;
    private Parameters parameters;
    private WhatIf whatIf;
    private int turn;

    @Setup
    public void train() throws IOException {
        mnist = Mnist.load();
        Trainer trainer = new Trainer(mnist.training(), mnist.validation().head(1), Hyperparameters.NOTEBOOK.withEpochs(2)
                .withArchitecture(Architecture.relu(Integer.valueOf(hidden))));
        trainer.run(() -> false, snapshot -> { });
        parameters = trainer.snapshot().parameters();
        whatIf = WhatIf.of(parameters, mnist.validation());
    }

    @Benchmark
    public Evaluation evaluate() {
        return Evaluation.of(parameters, mnist.validation());
    }

    @Benchmark
    public WhatIf fillCache() {
        return WhatIf.of(parameters, mnist.validation());
    }

    @Benchmark
    public Evaluation muteOne() {
        return whatIf.mute(1, Set.of(turn++ % 20), Ablation.ZERO);
    }

    @Benchmark
    public Evaluation muteHalf() {
        return whatIf.mute(1, Set.of(0, 2, 4, 6, 8, 10, 12, 14, 16, 18), Ablation.MEAN);
    }

    @Benchmark
    public Evaluation soloOne() {
        return whatIf.solo(1, Set.of(turn++ % 20), Ablation.ZERO);
    }

    @Benchmark
    public Evaluation setLayer1Weight() {
        return whatIf.set(ScalarParameter.weight(1, PIXEL, NEURON), turn++ % 7);
    }

    @Benchmark
    public Evaluation noise() {
        return whatIf.edit(Perturbation.withNoise(parameters, 0.1f, turn++));
    }

    @Benchmark
    public Optional<List<Score>> curveLayer1Weight() {
        return curve(ScalarParameter.weight(1, PIXEL, NEURON));
    }

    @Benchmark
    public Optional<List<Score>> curveLayer1Bias() {
        return curve(ScalarParameter.bias(1, NEURON));
    }

    @Benchmark
    public Optional<List<Score>> curveLayer2Weight() {
        return curve(ScalarParameter.weight(2, NEURON, DIGIT));
    }

    @Benchmark
    public Optional<List<Score>> curveLayer2Bias() {
        return curve(ScalarParameter.bias(2, DIGIT));
    }

    @Benchmark
    public Optional<List<AblationCost>> rankNeurons() {
        return whatIf.rankNeurons(1, Ablation.ZERO, () -> false);
    }

    @Benchmark
    public Optional<List<AblationCost>> rankPairs() {
        return whatIf.rankPairs(1, Ablation.ZERO, () -> false);
    }

    /** From 1 below to 1 above the trained value. */
    private Optional<List<Score>> curve(ScalarParameter parameter) {
        float[] values = new float[POINTS];
        for (int point = 0; point < POINTS; point++) {
            values[point] = parameter.get(parameters) + (point - POINTS / 2) * 0.02f;
        }
        return whatIf.curve(parameter, values, () -> false);
    }
}
