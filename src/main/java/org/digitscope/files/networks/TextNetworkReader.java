package org.digitscope.files.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.StrictJson;

/** Reads networks that are texts, as {@link TextNetworks} writes them and other programs may. */
final class TextNetworkReader {

    /** The largest network takes about 50 MB as a table. */
    private static final int MAX_BYTES = 64 << 20;
    private static final int MOST_TENSORS = 100;
    private static final int CELLS = 4;
    private static final String EXPECTED_JSON = "a network as JSON, an object of lists of numbers";
    private static final String EXPECTED_TABLE = "a network as a table of lines " + TextNetworks.HEADER;

    private final String file;
    private final String content;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private TextNetworkReader(Path file, String expected) throws IOException {
        this.file = String.valueOf(file.getFileName());
        content = new String(ReadableFile.bytes(file, expected, MAX_BYTES), StandardCharsets.UTF_8);
    }

    static ImportedNetwork readJson(Path file) throws IOException {
        TextNetworkReader reader = new TextNetworkReader(file, EXPECTED_JSON);
        JsonNode object = StrictJson.parse(reader.content).filter(JsonNode::isObject)
                .orElseThrow(() -> new UnreadableFileException(reader.file, "is no such text, or cut; expected " + EXPECTED_JSON));
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getValue().isTextual()) {
                reader.texts.put(field.getKey(), field.getValue().textValue());
            } else {
                reader.addList(field.getKey(), field.getValue());
            }
        }
        return reader.network();
    }

    static ImportedNetwork readCsv(Path file) throws IOException {
        TextNetworkReader reader = new TextNetworkReader(file, EXPECTED_TABLE);
        reader.readTable();
        return reader.network();
    }

    private ImportedNetwork network() throws UnreadableFileException {
        return new NamedTensors(file, tensors, others, false).network(NetworkTexts.read(file, texts));
    }

    /** A list of numbers, or of lists of as many numbers; all else is only named. */
    private void addList(String name, JsonNode list) throws UnreadableFileException {
        List<JsonNode> rows = list.isArray() && list.path(0).isArray() ? children(list) : List.of(list);
        int width = rows.get(0).size();
        List<Integer> shape = rows.get(0) == list ? List.of(width) : List.of(rows.size(), width);
        boolean isMatrix = rows.stream().allMatch(row -> row.isArray() && row.size() == width && children(row).stream().allMatch(JsonNode::isNumber));
        if (!isMatrix || (long) width * rows.size() > NamedTensors.MOST_VALUES) {
            others.put(name, list.isNumber() ? "[] number" : isMatrix ? shape.toString() : "something else than rows of numbers");
            return;
        }
        float[] values = new float[rows.size() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.get(i / width).get(i % width).doubleValue();
            if (!Float.isFinite(values[i])) {
                throw new UnreadableFileException(file, "holds " + values[i] + " in " + StrictJson.quote(name) + "; expected finite numbers");
            }
        }
        tensors.put(name, new Tensor(shape, values));
    }

    private static List<JsonNode> children(JsonNode list) {
        List<JsonNode> children = new ArrayList<>(list.size());
        list.forEach(children::add);
        return children;
    }

    private void readTable() throws UnreadableFileException {
        Map<String, Table> tables = new LinkedHashMap<>();
        Iterator<String> lines = content.lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(TextNetworks.HEADER) || !content.endsWith("\n")) {
            throw new UnreadableFileException(file, "begins otherwise, or is cut; expected " + EXPECTED_TABLE);
        }
        for (int number = 2; lines.hasNext(); number++) {
            String line = lines.next();
            if (line.startsWith(TextNetworks.REMARK)) {
                String[] said = line.substring(TextNetworks.REMARK.length()).split(": ", 2);
                texts.put(said[0], said[said.length - 1]);
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != CELLS || tables.size() > MOST_TENSORS || !tables.computeIfAbsent(cells[0], name -> new Table()).add(cells)) {
                throw new UnreadableFileException(file, "has " + StrictJson.quote(line) + " in line " + number + "; expected the next number of "
                        + EXPECTED_TABLE);
            }
        }
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            tensors.put(table.getKey(), table.getValue().tensor().orElseThrow(() -> new UnreadableFileException(file, "ends "
                    + StrictJson.quote(table.getKey()) + " within a row; expected " + EXPECTED_TABLE)));
        }
    }

    /** The numbers of a tensor, which come row by row. */
    private static final class Table {

        private static final Pattern POSITION = Pattern.compile("\\d{1,6}");

        private float[] values = new float[16];
        private int count;
        private int row;
        /** Of the next number. */
        private int column;
        /** Known when the first row has ended; before that there are as many columns as come. */
        private int width = Integer.MAX_VALUE;

        /** Whether the number is the next one. */
        boolean add(String[] cells) {
            int theRow = parsed(cells[1]);
            int theColumn = parsed(cells[2]);
            if (count > 0 && theRow == row + 1 && (row == 0 || column == width)) {
                width = column;
                row++;
                column = 0;
            }
            float value;
            try {
                value = Float.parseFloat(cells[3]);
            } catch (NumberFormatException notANumber) {
                return false;
            }
            if (theRow != row || theColumn != column || column >= width || count >= NamedTensors.MOST_VALUES || !Float.isFinite(value)) {
                return false;
            }
            values = count < values.length ? values : Arrays.copyOf(values, 2 * count);
            values[count++] = value;
            column++;
            return true;
        }

        private static int parsed(String cell) {
            return POSITION.matcher(cell).matches() ? Integer.parseInt(cell) : -1;
        }

        /** Empty where the last row is not whole. */
        Optional<Tensor> tensor() {
            return row > 0 && column < width ? Optional.empty() : Optional.of(new Tensor(List.of(row + 1, column), Arrays.copyOf(values, count)));
        }
    }
}
