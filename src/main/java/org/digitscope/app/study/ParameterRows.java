package org.digitscope.app.study;

import java.util.Locale;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.ScalarParameter.Tensor;
import org.digitscope.network.Parameters;

/** Numbers all parameters of a network from 0 on, tensor by tensor, row by row: the rows of a table of them. */
public record ParameterRows(int hidden) {

    public static ParameterRows of(Parameters parameters) {
        return new ParameterRows(parameters.layer(1).outputs());
    }

    /** How many there are. */
    public int size() {
        return start(Tensor.LAYER_2_BIAS) + Dataset.CLASSES;
    }

    /** The parameter of a row. */
    public ScalarParameter at(int row) {
        if (row < start(Tensor.LAYER_1_BIAS)) {
            return ScalarParameter.layer1Weight(row / hidden, row % hidden);
        } else if (row < start(Tensor.LAYER_2_KERNEL)) {
            return ScalarParameter.layer1Bias(row - start(Tensor.LAYER_1_BIAS));
        } else if (row < start(Tensor.LAYER_2_BIAS)) {
            int index = row - start(Tensor.LAYER_2_KERNEL);
            return ScalarParameter.layer2Weight(index / Dataset.CLASSES, index % Dataset.CLASSES);
        }
        return ScalarParameter.layer2Bias(row - start(Tensor.LAYER_2_BIAS));
    }

    /** The row of a parameter. */
    public int row(ScalarParameter parameter) {
        int width = parameter.isInLayer1() ? hidden : Dataset.CLASSES;
        return start(parameter.tensor()) + parameter.input() * width + parameter.output();
    }

    /** The first row of a tensor. */
    public int start(Tensor tensor) {
        int bias1 = Dataset.PIXELS * hidden;
        return switch (tensor) {
            case LAYER_1_KERNEL -> 0;
            case LAYER_1_BIAS -> bias1;
            case LAYER_2_KERNEL -> bias1 + hidden;
            case LAYER_2_BIAS -> bias1 + hidden + hidden * Dataset.CLASSES;
        };
    }

    /**
     * Whether all words of a search, such as "layer_1 neuron:4 row:14", hold for a row. Rows and columns are those of the picture, where
     * no row is named that it hasn't: then, and in layer_2, they are those of the kernel.
     */
    public boolean matches(int row, String search) {
        ScalarParameter parameter = at(row);
        String neuron = parameter.isInLayer1() ? "neuron:" + parameter.output() : parameter.isBias() ? "" : "neuron:" + parameter.input();
        String digit = parameter.isInLayer1() ? "" : "digit:" + parameter.output();
        boolean inPicture = parameter.tensor() == Tensor.LAYER_1_KERNEL && !namesKernelRows(search);
        String place = parameter.isBias() ? ""
                : inPicture ? "row:" + parameter.input() / Dataset.COLUMNS + " column:" + parameter.input() % Dataset.COLUMNS
                : "row:" + parameter.input() + " column:" + parameter.output();
        String pixel = parameter.tensor() == Tensor.LAYER_1_KERNEL ? "pixel:" + parameter.input() : "";
        String words = " " + (parameter.isInLayer1() ? "layer_1 " : "layer_2 ") + (parameter.isBias() ? "bias " : "kernel weight ")
                + neuron + " " + digit + " " + pixel + " " + place + " ";
        String[] wanted = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (String word : wanted) {
            if (!words.contains(" " + word + " ") && !word.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a search names a row that the picture hasn't, so that the kernel's are meant. */
    private static boolean namesKernelRows(String search) {
        return Pattern.compile("\\brow:(\\d{1,9})\\b").matcher(search).results()
                .anyMatch(row -> Integer.parseInt(row.group(1)) >= Dataset.ROWS);
    }
}
