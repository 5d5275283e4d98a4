package org.digitscope.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.Printable;

/** JSON without the freedoms that could mean two things: no key twice, nothing after the end. */
public final class StrictJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST_QUOTE = 60;

    private StrictJson() {
    }

    /** The value that {@code text} writes down; empty when it is no JSON, repeats a key, or goes on after the value. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** An object with these keys and values, in this order. */
    public static Map<String, Object> fields(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }

    /** Maps, lists, texts and numbers as JSON on one line. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers can always be written as JSON", e);
        }
    }

    /** The same on many lines, for people. */
    public static String writeReadable(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers can always be written as JSON", e);
        }
    }

    /** Text from a file for a sentence: on one line, and not longer than a person wants to read. */
    public static String quote(String text) {
        String cut = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return "\"" + Printable.of(cut) + "\"";
    }

    /** The same for a piece of JSON; {@code null} is a missing one. */
    public static String quote(JsonNode node) {
        return node == null ? "nothing" : quote(node.isTextual() ? node.textValue() : node.toString());
    }
}
