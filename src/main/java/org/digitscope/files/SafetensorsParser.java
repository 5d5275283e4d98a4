package org.digitscope.files;

import static org.digitscope.files.StrictJson.quote;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.digitscope.data.Counts;
import org.digitscope.data.UnreadableFileException;

/** Reads one safetensors file. Memory is only taken for bytes that are there, never for a number that claims them. */
final class SafetensorsParser {

    static final int MAX_HEADER = 1 << 20;

    private static final String TYPE_NAME = "[A-Z0-9_]{1,12}";

    private final String file;
    private final Predicate<String> finite;
    private final boolean otherTypes;
    private final ByteBuffer bytes;

    /** Where a tensor lies; offsets count bytes from the end of the header. */
    private record Entry(String name, Optional<FloatType> type, String dtype, List<Integer> shape, int begin, int end) {
    }

    /**
     * For one file.
     *
     * @param finite which tensors may hold finite numbers only
     * @param otherTypes whether tensors of no float type are listed and not refused
     */
    SafetensorsParser(String file, byte[] bytes, Predicate<String> finite, boolean otherTypes) {
        this.file = file;
        this.finite = finite;
        this.otherTypes = otherTypes;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    Safetensors parse() throws UnreadableFileException {
        JsonNode header = header();
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, String> metadata = Map.of();
        List<Entry> entries = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = header.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().equals(Safetensors.METADATA)) {
                metadata = metadata(field.getValue());
            } else {
                entries.add(entry(field.getKey(), field.getValue(), data.limit()));
            }
        }
        checkCoverage(entries, data.limit());
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.type.isPresent()) {
                tensors.put(entry.name, new Safetensors.Tensor(entry.shape, values(entry, entry.type.get(), data)));
            } else {
                others.put(entry.name, entry.shape + " " + entry.dtype);
            }
        }
        return new Safetensors(metadata, tensors, others);
    }

    /** The header as a JSON object; afterwards {@link #bytes} stands at the first tensor. */
    private JsonNode header() throws UnreadableFileException {
        if (bytes.remaining() < Long.BYTES) {
            throw refusal("holds only " + Counts.of(bytes.remaining(), "byte") + "; expected " + Safetensors.EXPECTED
                    + ", which starts with 8 bytes for the length of its header");
        }
        long length = bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            throw refusal("promises a header of " + Long.toUnsignedString(length) + " bytes, but only "
                    + Counts.of(bytes.remaining(), "follows", "follow") + "; expected a complete safetensors file");
        }
        if (length > MAX_HEADER) {
            throw refusal("has a header of " + length + " bytes; expected at most " + MAX_HEADER);
        }
        ByteBuffer encoded = bytes.slice().limit((int) length);
        bytes.position(bytes.position() + (int) length);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw refusal("has a header that is no UTF-8 text; expected " + Safetensors.EXPECTED);
        }
        return StrictJson.parse(text).filter(JsonNode::isObject).orElseThrow(
                () -> refusal("has a broken header; expected one JSON object in which no key comes twice"));
    }

    private Map<String, String> metadata(JsonNode node) throws UnreadableFileException {
        if (!node.isObject()) {
            throw refusal("has " + quote(node) + " as its metadata; expected an object of texts");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!field.getValue().isTextual()) {
                throw refusal("has " + quote(field.getValue()) + " as its metadata " + quote(field.getKey())
                        + "; expected a text");
            }
            metadata.put(field.getKey(), field.getValue().textValue());
        }
        return metadata;
    }

    private Entry entry(String name, JsonNode node, int dataLength) throws UnreadableFileException {
        JsonNode dtype = node.get("dtype");
        if (dtype == null || !dtype.isTextual()) {
            throw refusal(name, "has " + quote(dtype) + " as its dtype; expected F32");
        }
        Optional<FloatType> type = FloatType.of(dtype.textValue());
        if (type.isEmpty() && !(otherTypes && dtype.textValue().matches(TYPE_NAME))) {
            throw refusal(name, "is of dtype " + quote(dtype) + "; expected F32, F16, BF16 or F64, the ones supported");
        }
        List<Integer> shape = wholeNumbers(name, node, "shape");
        List<Integer> offsets = wholeNumbers(name, node, "data_offsets");
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1) || offsets.get(1) > dataLength) {
            throw refusal(name, "has data_offsets " + quote(node.get("data_offsets"))
                    + "; expected a begin and an end within the " + dataLength + " bytes after the header");
        }
        int length = offsets.get(1) - offsets.get(0);
        if (type.isPresent() && (length % type.get().bytes() != 0 || Shapes.count(shape) != length / type.get().bytes())) {
            throw refusal(name, "has " + Counts.of(length, "byte") + "; expected " + type.get().bytes() + " for each value of its shape "
                    + quote(node.get("shape")));
        }
        return new Entry(name, type, dtype.textValue(), shape, offsets.get(0), offsets.get(1));
    }

    private List<Integer> wholeNumbers(String tensor, JsonNode node, String key) throws UnreadableFileException {
        JsonNode array = node.get(key);
        List<Integer> numbers = new ArrayList<>();
        if (array != null && array.isArray()) {
            for (JsonNode element : array) {
                if (element.isIntegralNumber() && element.canConvertToInt() && element.intValue() >= 0) {
                    numbers.add(element.intValue());
                }
            }
        }
        if (array == null || !array.isArray() || numbers.size() != array.size()) {
            throw refusal(tensor, "has " + quote(array) + " as its " + key
                    + "; expected a list of whole numbers from 0 to " + Integer.MAX_VALUE);
        }
        return numbers;
    }

    /** Every byte belongs to exactly one tensor. */
    private void checkCoverage(List<Entry> entries, int dataLength) throws UnreadableFileException {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(Entry::begin).thenComparingInt(Entry::end));
        int position = 0;
        for (Entry entry : sorted) {
            if (entry.begin < position) {
                throw refusal(entry.name, "overlaps another one; expected each byte to belong to one tensor");
            }
            if (entry.begin > position) {
                throw refusal("has " + (entry.begin - position) + " unused bytes before tensor " + quote(entry.name)
                        + "; expected none");
            }
            position = entry.end;
        }
        if (position != dataLength) {
            throw refusal("has " + (dataLength - position) + " unused bytes at its end; expected none");
        }
    }

    private float[] values(Entry entry, FloatType type, ByteBuffer data) throws UnreadableFileException {
        float[] values = type.read(data.slice(entry.begin, entry.end - entry.begin).order(ByteOrder.LITTLE_ENDIAN));
        for (int i = 0; i < values.length && finite.test(entry.name); i++) {
            if (!Float.isFinite(values[i])) {
                throw refusal(entry.name, "holds " + values[i] + " at index " + i + "; expected finite numbers");
            }
        }
        return values;
    }

    private UnreadableFileException refusal(String problem) {
        return new UnreadableFileException(file, problem);
    }

    private UnreadableFileException refusal(String tensor, String problem) {
        return refusal("can't be used: tensor " + quote(tensor) + " " + problem);
    }
}
