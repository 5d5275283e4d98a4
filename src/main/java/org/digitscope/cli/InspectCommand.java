package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitscope.data.Counts;
import org.digitscope.files.ModelFile;
import org.digitscope.files.NumpyText;
import org.digitscope.files.TensorCsv;
import org.digitscope.files.report.HeatmapSheet;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.network.Parameters.Tensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inspect}: what a network consists of, and the numbers of one tensor. */
@Command(name = "inspect", description = "Prints a summary of the network, or the values of one tensor.",
        sortOptions = false)
final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private ModelOption model;
    @Mixin
    private DataOption data;

    @Option(names = "--tensor", paramLabel = "NAME",
            description = "Such as layer_1.kernel or layer_2.bias: prints shape, size and values.")
    private String name;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes all values of the tensor, a line for each row.")
    private Path csv;

    @Option(names = "--png", paramLabel = "FILE", description = "Writes the heatmaps of all neurons of layer_1 as one picture.")
    private Path png;

    @Override
    public Integer call() throws IOException {
        if (csv != null && name == null) {
            throw new ParameterException(spec.commandLine(), "--csv needs --tensor NAME");
        }
        ModelFile.Model loaded = model.load(data);
        if (name == null) {
            printSummary(loaded);
        } else {
            printTensor(tensor(loaded.parameters()));
        }
        if (png != null) {
            HeatmapSheet.write(png, loaded.parameters().layer(1).kernel());
            spec.commandLine().getOut().println("Heatmaps written to " + png);
        }
        return Cli.OK;
    }

    private void printSummary(ModelFile.Model loaded) {
        PrintWriter out = spec.commandLine().getOut();
        Parameters parameters = loaded.parameters();
        String row = "%-24s %-16s %12s%n";
        out.printf(row, "layer (type)", "output shape", "parameters");
        out.println("-".repeat(54));
        for (int number = 1; number <= parameters.depth(); number++) {
            Layer layer = parameters.layer(number);
            out.printf(row, "layer_" + number + " (Dense, " + parameters.activationOf(number) + ")", "(None, " + layer.outputs() + ")",
                    count(layer.count()));
        }
        out.println("-".repeat(54));
        out.printf(Locale.ROOT, "total: %s parameters (%.2f KB), all trainable%n%n", count(parameters.count()),
                parameters.count() * Float.BYTES / 1024.0);
        out.printf("%-24s %-16s %12s%n", "tensor", "shape", "size");
        for (Tensor tensor : parameters.tensors()) {
            out.printf(row, tensor.name(), shape(tensor), count(tensor.matrix().getNumElements()));
        }
        // files of other programs' kinds don't say how their network came about
        String training = loaded.step() == 0 ? "how it was trained is not known"
                : "trained for " + Counts.of(loaded.step(), "step") + ", seed " + loaded.settings().seed();
        out.printf("%n%s, input: %s%n", training, loaded.preprocessing());
    }

    private void printTensor(Tensor tensor) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: shape %s, size %d, float32%n", tensor.name(), shape(tensor), tensor.matrix().getNumElements());
        out.println(NumpyText.format(tensor));
        if (csv != null) {
            TensorCsv.write(csv, tensor);
            out.println("Values written to " + csv);
        }
    }

    private Tensor tensor(Parameters parameters) {
        List<Tensor> tensors = parameters.tensors();
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + name + "' is none of "
                        + String.join(", ", tensors.stream().map(Tensor::name).toList())));
    }

    private static String shape(Tensor tensor) {
        return tensor.isVector() ? "(" + tensor.matrix().numCols + ",)"
                : "(" + tensor.matrix().numRows + ", " + tensor.matrix().numCols + ")";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
