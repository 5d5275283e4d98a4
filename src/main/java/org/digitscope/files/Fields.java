package org.digitscope.files;

import static org.digitscope.files.StrictJson.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Counts;
import org.digitscope.data.UnreadableFileException;

/**
 * The fields of a JSON object from a file; what is missing or of another kind is refused by name.
 *
 * @param file its name, for sentences
 * @param where the object stands in it, such as {@code "settings."}; empty for the outermost one
 */
public record Fields(String file, String where, JsonNode node) {

    /** Makes something of an element of a list. */
    public interface Reader<T> {
        T read(Fields fields) throws UnreadableFileException;
    }

    public Fields object(String key) throws UnreadableFileException {
        JsonNode value = node.get(key);
        if (value == null || !value.isObject()) {
            throw wrong(key, value, "an object");
        }
        return new Fields(file, where + key + ".", value);
    }

    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    public int integer(String key) throws UnreadableFileException {
        JsonNode value = node.get(key);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(key, value, "a whole number");
        }
        return value.intValue();
    }

    public List<Integer> integers(String key) throws UnreadableFileException {
        JsonNode values = node.get(key);
        List<Integer> integers = new ArrayList<>();
        for (JsonNode value : values == null ? List.<JsonNode>of() : values) {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(key, values, "a list of whole numbers");
            }
            integers.add(value.intValue());
        }
        return integers;
    }

    /** Written as a text, because other programs' JSON has no 64-bit numbers. */
    public long longInteger(String key) throws UnreadableFileException {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException notWhole) {
            throw wrong(key, node.get(key), "a whole number of 64 bits, in quotes");
        }
    }

    /** A loss may have overflowed, and JSON has no word for that, so NaN and Infinity stand in quotes. */
    public double number(String key) throws UnreadableFileException {
        JsonNode value = node.get(key);
        if (value != null && value.isNumber()) {
            return value.doubleValue();
        }
        if (value != null && value.isTextual() && List.of("NaN", "Infinity", "-Infinity").contains(value.textValue())) {
            return Double.parseDouble(value.textValue());
        }
        throw wrong(key, value, "a number");
    }

    public boolean flag(String key) throws UnreadableFileException {
        JsonNode value = node.get(key);
        if (value == null || !value.isBoolean()) {
            throw wrong(key, value, "true or false");
        }
        return value.booleanValue();
    }

    public String text(String key) throws UnreadableFileException {
        JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw wrong(key, value, "a text");
        }
        return value.textValue();
    }

    public <T> List<T> list(String key, Reader<T> reader) throws UnreadableFileException {
        JsonNode values = node.get(key);
        if (values == null || !values.isArray()) {
            throw wrong(key, values, "a list");
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            list.add(reader.read(new Fields(file, where + key + "[" + i + "].", values.get(i))));
        }
        return list;
    }

    /** The numbers of a list such as [0.5, 0.25]. */
    public double[] numbers(int count) throws UnreadableFileException {
        if (!node.isArray() || node.size() != count || !node.get(0).isNumber() || !node.get(count - 1).isNumber()) {
            throw new UnreadableFileException(file, "has " + quote(node) + " as its " + quote(where) + "; expected " + Counts.of(count, "number"));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = node.get(i).doubleValue();
        }
        return numbers;
    }

    public UnreadableFileException wrong(String key, JsonNode found, String expected) {
        return new UnreadableFileException(file, "has " + quote(found) + " as its " + quote(where + key) + "; expected " + expected);
    }
}
