package org.digitscope.training;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One epoch of the classic network (1,875 steps of 32 pictures, metrics included) and scoring the 10,000 test digits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EpochBenchmark {

    private DigitSets mnist;
    private Trainer trainer;
    private EjmlEpoch ejml;

    @Setup
    public void load() throws IOException {
        mnist = Mnist.load();
        ejml = new EjmlEpoch();
        trainer = new Trainer(mnist.training(), mnist.validation().head(1), Hyperparameters.NOTEBOOK.withEpochs(1000));
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx256m")
    public double epochPlainJava() {
        return epoch();
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = {"-Xmx256m", "--add-modules=jdk.incubator.vector"})
    public double epochVectorModule() {
        return epoch();
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx256m")
    public double epochEjmlDense() {
        return ejml.run(mnist.training());
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx256m")
    public double score10000() {
        return Evaluation.of(trainer.snapshot().parameters(), mnist.validation()).accuracy();
    }

    /** Validation takes a single picture here, so that it doesn't count. */
    private double epoch() {
        int end = trainer.step() + trainer.stepsPerEpoch();
        trainer.run(() -> trainer.step() == end, snapshot -> { });
        return trainer.snapshot().loss();
    }
}
