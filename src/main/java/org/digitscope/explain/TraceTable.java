package org.digitscope.explain;

import org.digitscope.data.Dataset;
import org.digitscope.network.Neuron;

/** A forward trace as text with tabs, which spreadsheets take as a table. Floats have all their digits. */
public final class TraceTable {

    private TraceTable() {
    }

    /** Every number: what it is, its index, its value. */
    public static String of(ForwardTrace trace) {
        StringBuilder text = new StringBuilder("what\tindex\tvalue\n");
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            line(text, "input", pixel, trace.input(pixel));
        }
        int hiddenLayers = trace.parameters().depth() - 1;
        for (int layer = 1; layer <= hiddenLayers; layer++) {
            String of = hiddenLayers == 1 ? "" : " of layer_" + layer;
            for (int neuron = 0; neuron < trace.neurons(layer); neuron++) {
                line(text, "sum" + of, neuron, trace.sum(new Neuron(layer, neuron)));
            }
            for (int neuron = 0; neuron < trace.neurons(layer); neuron++) {
                line(text, "activation" + of, neuron, trace.activation(new Neuron(layer, neuron)));
            }
        }
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            line(text, "logit", digit, trace.logit(digit));
        }
        for (int digit = 0; digit < Dataset.CLASSES; digit++) {
            line(text, "probability", digit, trace.probability(digit));
        }
        return text.toString();
    }

    /** A split by pixel: index, row, column, part; then the biases and the total. */
    public static String of(Account account) {
        StringBuilder text = new StringBuilder("index\trow\tcolumn\tpart\n");
        for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
            text.append(pixel).append('\t').append(pixel / Dataset.COLUMNS).append('\t').append(pixel % Dataset.COLUMNS)
                    .append('\t').append(account.pixels()[pixel]).append('\n');
        }
        text.append("biases\t\t\t").append(account.bias()).append("\ntotal\t\t\t").append(account.total());
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String what, int index, float value) {
        text.append(what).append('\t').append(index).append('\t').append(value).append('\n');
    }
}
