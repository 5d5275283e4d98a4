package org.digitscope.training;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
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

/** The classic network: an epoch by EJML's dense operations, and scoring the 10,000 test digits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassicBenchmark {

    private final EjmlEpoch ejml = new EjmlEpoch();
    private final Parameters parameters = Parameters.glorot(Architecture.CLASSIC, 42);
    private DigitSets mnist;

    @Setup
    public void load() throws IOException {
        mnist = Mnist.load();
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx256m")
    public double epochEjmlDense() {
        return ejml.run(mnist.training());
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx256m")
    public double score10000PlainJava() {
        return Evaluation.of(parameters, mnist.validation()).accuracy();
    }

    @Benchmark
    @Fork(value = 1, jvmArgs = {"-Xmx256m", "--add-modules=jdk.incubator.vector"})
    public double score10000VectorModule() {
        return Evaluation.of(parameters, mnist.validation()).accuracy();
    }
}
