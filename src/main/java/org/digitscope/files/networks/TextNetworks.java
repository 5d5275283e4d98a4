package org.digitscope.files.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.Inputs;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;

/**
 * Writes networks as text: a JSON object of lists, and a table with a line for each number. The table has no place to say what the
 * network is given, so its numbers are always those for grey values divided by 255.
 */
final class TextNetworks {

    private TextNetworks() {
    }

    static void writeJson(Path file, Parameters parameters) throws UnwritableFileException {
        Map<String, Object> all = new LinkedHashMap<>(NetworkTexts.of(parameters.architecture()));
        Safetensors.tensors(parameters).forEach((name, tensor) -> {
            List<Object> rows = new ArrayList<>();
            int width = tensor.shape().get(tensor.shape().size() - 1);
            for (int from = 0; from < tensor.values().length; from += width) {
                rows.add(Arrays.copyOfRange(tensor.values(), from, from + width));
            }
            all.put(name, tensor.shape().size() == 1 ? rows.get(0) : rows);
        });
        AtomicFile.writeText(file, StrictJson.write(all));
    }

    static void writeCsv(Path file, Parameters parameters) throws UnwritableFileException {
        StringBuilder text = new StringBuilder("tensor,row,column,value\n");
        for (Parameters.Tensor tensor : scaled(parameters).tensors()) {
            for (int row = 0; row < tensor.matrix().numRows; row++) {
                for (int column = 0; column < tensor.matrix().numCols; column++) {
                    text.append(tensor.name()).append(',').append(row).append(',').append(column).append(',')
                            .append(tensor.matrix().get(row, column)).append('\n');
                }
            }
        }
        AtomicFile.writeText(file, text);
    }

    /** z = g·W + b = g/255·(255·W) + b. */
    private static Parameters scaled(Parameters parameters) {
        return parameters.inputs() == Inputs.SCALED ? parameters : new Parameters(
                parameters.withLayer(1, PixelInputs.TO_GREY.before(parameters.layer(1))).layers(), Inputs.SCALED);
    }
}
