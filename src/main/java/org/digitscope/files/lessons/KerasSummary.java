package org.digitscope.files.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/** The table that Keras 3 prints for {@code model.summary()}, in lines of 80 letters. */
final class KerasSummary {

    private static final List<Integer> WIDTHS = List.of(31, 22, 13);

    private KerasSummary() {
    }

    static String of(Parameters network) {
        List<String> rows = new ArrayList<>();
        rows.add(row('│', "flatten (Flatten)", "(None, 784)", "0"));
        for (int number = 1; number <= network.depth(); number++) {
            Layer layer = network.layer(number);
            rows.add(row('│', "layer_" + number + " (Dense)", "(None, " + layer.outputs() + ")", count(layer.count())));
        }
        String size = String.format(Locale.ROOT, "%s (%.2f KB)", count(network.count()), network.count() * Float.BYTES / 1024.0);
        return String.join("\n", "Model: \"sequential\"", line('┏', '━', '┳', '┓'), row('┃', "Layer (type)", "Output Shape", "Param #"),
                line('┡', '━', '╇', '┩'), String.join("\n" + line('├', '─', '┼', '┤') + "\n", rows), line('└', '─', '┴', '┘'),
                " Total params: " + size, " Trainable params: " + size, " Non-trainable params: 0 (0.00 B)");
    }

    private static String line(char left, char dash, char between, char right) {
        return WIDTHS.stream().map(width -> String.valueOf(dash).repeat(width + 2))
                .collect(Collectors.joining(String.valueOf(between), String.valueOf(left), String.valueOf(right)));
    }

    private static String row(char bar, String layer, String shape, String parameters) {
        return String.format(Locale.ROOT, "%1$c %2$-31s %1$c %3$-22s %1$c %4$13s %1$c", bar, layer, shape, parameters);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
