package org.digitscope.app.study;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Parameters;

/**
 * Numbers all parameters of a network from 0 on, tensor by tensor, row by row: the rows of a table of them.
 *
 * @param sizes numbers of inputs and of each layer's outputs
 */
public record ParameterRows(List<Integer> sizes) {

    public static ParameterRows of(Parameters parameters) {
        return new ParameterRows(parameters.architecture().sizes());
    }

    /** How many there are. */
    public int size() {
        return start(2 * depth());
    }

    /** The parameter of a row. */
    public ScalarParameter at(int row) {
        int tensor = 0;
        while (row >= start(tensor + 1)) {
            tensor++;
        }
        int layer = tensor / 2 + 1;
        int index = row - start(tensor);
        return tensor % 2 == 1 ? ScalarParameter.bias(layer, index)
                : ScalarParameter.weight(layer, index / sizes.get(layer), index % sizes.get(layer));
    }

    /** The row of a parameter. */
    public int row(ScalarParameter parameter) {
        return start(parameter.tensor()) + parameter.input() * sizes.get(parameter.layer()) + parameter.output();
    }

    /** The first row of a tensor, by its place in {@link Parameters#tensors}. */
    public int start(int tensor) {
        int start = 0;
        for (int before = 0; before < tensor; before++) {
            int outputs = sizes.get(before / 2 + 1);
            start += before % 2 == 1 ? outputs : sizes.get(before / 2) * outputs;
        }
        return start;
    }

    private int depth() {
        return sizes.size() - 1;
    }

    /**
     * Whether all words of a search, such as "layer_1 neuron:4 row:14", hold for a row. Rows and columns are those of the picture, where
     * no row is named that it hasn't: then, and in later layers, they are those of the kernel.
     */
    public boolean matches(int row, String search) {
        ScalarParameter parameter = at(row);
        boolean isInLast = parameter.layer() == depth();
        StringBuilder words = new StringBuilder(" layer_" + parameter.layer() + (parameter.isBias() ? " bias " : " kernel weight "));
        words.append(isInLast ? "digit:" : "neuron:").append(parameter.output()).append(' ');
        if (!parameter.isBias() && parameter.layer() == 1) {
            boolean inPicture = !namesKernelRows(search);
            words.append("pixel:").append(parameter.input())
                    .append(inPicture ? place(parameter.input() / Dataset.COLUMNS, parameter.input() % Dataset.COLUMNS)
                            : place(parameter.input(), parameter.output()));
        } else if (!parameter.isBias()) {
            words.append(isInLast ? "neuron:" : "from:").append(parameter.input()).append(place(parameter.input(), parameter.output()));
        }
        String[] wanted = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        for (String word : wanted) {
            if (words.indexOf(" " + word + " ") < 0 && !word.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String place(int row, int column) {
        return " row:" + row + " column:" + column + " ";
    }

    /** Whether a search names a row that the picture hasn't, so that the kernel's are meant. */
    private static boolean namesKernelRows(String search) {
        return Pattern.compile("\\brow:(\\d{1,9})\\b").matcher(search).results()
                .anyMatch(row -> Integer.parseInt(row.group(1)) >= Dataset.ROWS);
    }
}
