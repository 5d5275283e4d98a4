package org.digitscope.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;

/**
 * The safetensors format: the header's length (8 bytes, little-endian), the header in JSON, and the tensors' bytes, which
 * fill the rest of the file without gap or overlap. Only float32 is used here. Format: the README of
 * huggingface/safetensors.
 *
 * @param tensors by name, in the order of the header
 * @param metadata free text by key
 */
record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {

    /** The largest network of this program has 1.6 MB. */
    private static final int MAX_DATA = 64 << 20;
    private static final int MAX_HEADER = 16 << 20;
    private static final String METADATA = "__metadata__";
    private static final String TYPE = "F32";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Values row by row, with the size of each dimension. */
    record Tensor(int[] shape, float[] values) {
    }

    /** A tensor's place in the data: bytes [begin, end). */
    private record Place(String name, int[] shape, int begin, int end) {
    }

    void write(Path file) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode texts = header.putObject(METADATA);
        metadata.forEach(texts::put);
        int offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            ObjectNode description = header.putObject(entry.getKey());
            description.put("dtype", TYPE);
            ArrayNode shape = description.putArray("shape");
            Arrays.stream(entry.getValue().shape).forEach(shape::add);
            int end = offset + Float.BYTES * entry.getValue().values.length;
            description.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(header);
        // spaces at the end let the data start at a multiple of 8, as the format recommends
        int length = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + length + offset).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(json).put(" ".repeat(length - json.length).getBytes(StandardCharsets.US_ASCII));
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values) {
                bytes.putFloat(value);
            }
        }
        SafeFile.write(file, out -> out.write(bytes.array()));
    }

    /** @throws UnreadableFileException with a sentence that names the file, whatever is wrong with it */
    static Safetensors read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException(file, "is a folder, but a safetensors file is expected");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, in, Files.size(file));
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(file, "does not exist, but a safetensors file is expected");
        }
    }

    private static Safetensors read(Path file, InputStream in, long size) throws IOException {
        byte[] start = in.readNBytes(Long.BYTES);
        if (start.length < Long.BYTES) {
            throw new UnreadableFileException(file, "is too short: a safetensors file has at least 8 bytes");
        }
        long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long dataLength = size - Long.BYTES - length;
        if (length < 2 || length > MAX_HEADER || dataLength < 0) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT, "is not a safetensors file or is cut: its "
                    + "header should have %,d bytes, but the file has %,d", length, size));
        }
        if (dataLength > MAX_DATA) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "holds %,d bytes of tensors, but at most %,d are expected", dataLength, MAX_DATA));
        }
        JsonNode header = parse(file, in.readNBytes((int) length));
        byte[] data = in.readNBytes((int) dataLength);
        List<Place> places = places(file, header, data.length);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Place place : places) {
            tensors.put(place.name, new Tensor(place.shape, values(file, place, data)));
        }
        return new Safetensors(tensors, metadata(file, header));
    }

    private static JsonNode parse(Path file, byte[] json) throws IOException {
        try {
            JsonNode header = JSON.readTree(json);
            if (!header.isObject()) {
                throw new UnreadableFileException(file, "has a header that is not a JSON object");
            }
            return header;
        } catch (JsonProcessingException invalid) {
            String problem = invalid.getOriginalMessage().startsWith("Duplicate field")
                    ? "has a header that uses a name twice" : "has a header that is not valid JSON";
            throw new UnreadableFileException(file, problem + ", so it is not a safetensors file or is damaged");
        }
    }

    private static Map<String, String> metadata(Path file, JsonNode header) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.path(METADATA).properties()) {
            if (!entry.getValue().isTextual()) {
                throw new UnreadableFileException(file, "has metadata '" + entry.getKey() + "' that is not a text");
            }
            texts.put(entry.getKey(), entry.getValue().textValue());
        }
        return texts;
    }

    /** The tensors in the order of their bytes, which must fill the data exactly. */
    private static List<Place> places(Path file, JsonNode header, int dataLength) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                places.add(place(file, entry.getKey(), entry.getValue(), dataLength));
            }
        }
        places.sort((a, b) -> Integer.compare(a.begin, b.begin));
        int end = 0;
        for (Place place : places) {
            if (place.begin != end) {
                throw new UnreadableFileException(file, String.format(Locale.ROOT,
                        "has tensor '%s' at byte %,d, but byte %,d is expected: tensors may neither overlap nor leave gaps",
                        place.name, place.begin, end));
            }
            end = place.end;
        }
        if (end != dataLength) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "has %,d bytes of data, but its tensors need %,d", dataLength, end));
        }
        return places;
    }

    private static Place place(Path file, String name, JsonNode description, int dataLength) throws IOException {
        String tensor = "has tensor '" + name + "' ";
        String type = description.path("dtype").asText("no type");
        if (!type.equals(TYPE)) {
            throw new UnreadableFileException(file, tensor + "of type " + type + ", but F32 is expected");
        }
        int[] offsets = integers(description.path("data_offsets"));
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > dataLength) {
            throw new UnreadableFileException(file, tensor + "with data_offsets outside of its "
                    + String.format(Locale.ROOT, "%,d", dataLength) + " bytes of data");
        }
        JsonNode sizes = description.path("shape");
        int[] shape = integers(sizes);
        if (!sizes.isArray() || shape.length != sizes.size()) {
            throw new UnreadableFileException(file, tensor + "without a valid shape");
        }
        long bytes = Float.BYTES;
        for (int size : shape) {
            // neither factor exceeds 2³¹, and the product is cut back at once, so it never overflows
            bytes = Math.min(bytes * size, Integer.MAX_VALUE);
        }
        if (bytes != offsets[1] - offsets[0]) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT,
                    "%sof shape %s, which doesn't fit its %,d bytes", tensor, Arrays.toString(shape),
                    offsets[1] - offsets[0]));
        }
        return new Place(name, shape, offsets[0], offsets[1]);
    }

    /** The numbers of an array of non-negative ints; empty when it is anything else. */
    private static int[] integers(JsonNode array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = array.path(i);
            if (!array.isArray() || !number.isIntegralNumber() || !number.canConvertToInt() || number.intValue() < 0) {
                return new int[0];
            }
            numbers[i] = number.intValue();
        }
        return numbers;
    }

    private static float[] values(Path file, Place place, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).position(place.begin);
        float[] values = new float[(place.end - place.begin) / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes.getFloat();
            if (!Float.isFinite(values[i])) {
                throw new UnreadableFileException(file, "has tensor '" + place.name + "' with the value " + values[i]
                        + " at index " + i + ", but finite numbers are expected");
            }
        }
        return values;
    }
}
