package org.digitscope.training;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.data.Mnist;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
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

/** One epoch of networks of several sizes and depths: 1,875 steps of 32 pictures, metrics included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EpochBenchmark {

    /** The hidden layers. */
    @Param({"1", "20", "64", "128", "512", "32 16", "64 32 16"})
    private String hidden;

    private Trainer trainer;

    @Setup
    public void load() throws IOException {
        DigitSets mnist = Mnist.load();
        Architecture architecture = new Architecture(Architecture.parseHidden(hidden), Activation.RELU, Inputs.SCALED);
        trainer = new Trainer(mnist.training(), mnist.validation().head(1),
                Hyperparameters.NOTEBOOK.withEpochs(1000).withArchitecture(architecture));
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx512m")
    public double epochPlainJava() {
        return epoch();
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = {"-Xmx512m", "--add-modules=jdk.incubator.vector"})
    public double epochVectorModule() {
        return epoch();
    }

    /** Validation takes a single picture here, so that it doesn't count. */
    private double epoch() {
        int end = trainer.step() + trainer.stepsPerEpoch();
        trainer.run(() -> trainer.step() == end, snapshot -> { });
        return trainer.snapshot().loss();
    }
}
