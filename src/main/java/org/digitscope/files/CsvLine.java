package org.digitscope.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of a table with commas between its fields, as RFC 4180 has it: a field that holds a comma, a quote or a line's end is quoted. */
public final class CsvLine {

    private CsvLine() {
    }

    /** The row with a line feed behind it. */
    public static String of(List<String> fields) {
        return fields.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean isPlain = field.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return isPlain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** The fields of a line that has no line's end in it; empty where a quote isn't closed, or stands where none may. */
    static Optional<List<String>> split(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                int end = line.indexOf('"', at + 1);
                while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == '"') {
                    field.append(line, at + 1, end + 1);
                    at = end + 1;
                    end = line.indexOf('"', at + 1);
                }
                if (end < 0) {
                    return Optional.empty();
                }
                field.append(line, at + 1, end);
                at = end + 1;
            } else {
                int end = line.indexOf(',', at) < 0 ? line.length() : line.indexOf(',', at);
                field.append(line, at, end);
                at = end;
            }
            fields.add(field.toString());
            if (at == line.length()) {
                return Optional.of(fields);
            }
            if (line.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
    }
}
