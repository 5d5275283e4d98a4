package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's import of Keras models, another program that opens whole models; run by {@code mvn -Pdl4j verify} only. */
class KerasImportCheck {

    private static final int PICTURES = 100;

    @TempDir
    private Path folder;

    private static Stream<Architecture> architectures() {
        return Stream.of(Architecture.CLASSIC, new Architecture(List.of(12, 11, 9), Activation.TANH, Inputs.SCALED));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void deeplearning4jGivesTheSameProbabilities(Architecture architecture) throws Exception {
        Parameters network = Examples.parameters(architecture, 4);
        Path file = folder.resolve("net.h5");
        NetworkFiles.write(file, network);
        MultiLayerNetwork imported = KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
        Random random = new Random(5);
        double largest = 0;
        for (int picture = 0; picture < PICTURES; picture++) {
            byte[] pixels = new byte[Dataset.PIXELS];
            random.nextBytes(pixels);
            float[] inputs = new float[Dataset.PIXELS];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = Inputs.SCALED.of(pixels[i]);
            }
            INDArray output = imported.output(Nd4j.create(inputs, new long[] {1, Dataset.ROWS, Dataset.COLUMNS}, 'c'));
            assertEquals(Dataset.CLASSES, output.length());
            ForwardTrace trace = ForwardTrace.of(pixels, network);
            for (int digit = 0; digit < Dataset.CLASSES; digit++) {
                largest = Math.max(largest, Math.abs(output.getDouble(digit) - trace.probability(digit)));
            }
        }
        System.out.println("largest difference of a probability: " + largest);
        assertEquals(0, largest, 1e-6);
    }
}
