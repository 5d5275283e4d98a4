package org.digitscope.files.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.StrictJson;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;

/**
 * Writes networks as text: a JSON object of lists, and a table with a line for each number. What numbers don't tell stands in texts among
 * the lists, and in remarks behind the table, {@code # activation: tanh}.
 */
final class TextNetworks {

    static final String HEADER = "tensor,row,column,value";
    static final String REMARK = "# ";

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
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Parameters.Tensor tensor : parameters.tensors()) {
            for (int row = 0; row < tensor.matrix().numRows; row++) {
                for (int column = 0; column < tensor.matrix().numCols; column++) {
                    text.append(tensor.name()).append(',').append(row).append(',').append(column).append(',')
                            .append(tensor.matrix().get(row, column)).append('\n');
                }
            }
        }
        NetworkTexts.of(parameters.architecture()).forEach((key, value) -> text.append(REMARK).append(key).append(": ").append(value).append('\n'));
        AtomicFile.writeText(file, text);
    }
}
