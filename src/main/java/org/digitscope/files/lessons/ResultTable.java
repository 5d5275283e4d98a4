package org.digitscope.files.lessons;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.LessonResult;
import org.digitscope.files.CsvLine;

/** The results of several learners as a table: a row for each lesson of each file, and for each chapter whether it is done and what was typed. */
public final class ResultTable {

    /** What spreadsheets would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+");

    private record Row(String file, LessonResult result) {
    }

    private final List<Row> rows = new ArrayList<>();

    /** @param file by whose name one tells who it is of */
    public void add(String file, List<LessonResult> results) {
        results.forEach(result -> rows.add(new Row(file, result)));
    }

    /** As CSV with a header. */
    public String csv() {
        Set<String> chapters = new LinkedHashSet<>();
        rows.forEach(row -> row.result.chapters().forEach(each -> chapters.add(each.chapter())));
        List<String> header = new ArrayList<>(List.of("file", "lesson", "done"));
        chapters.forEach(chapter -> header.addAll(List.of(safe(chapter), safe(chapter + ": typed"))));
        StringBuilder table = new StringBuilder(CsvLine.of(header));
        for (Row row : rows) {
            List<String> fields = new ArrayList<>(List.of(safe(row.file), safe(row.result.lesson()),
                    String.valueOf(row.result.chapters().stream().filter(ChapterResult::done).count())));
            for (String chapter : chapters) {
                fields.add(row.result.isDone(chapter) ? "yes" : "no");
                fields.add(safe(row.result.of(chapter).map(ChapterResult::typed).orElse("")));
            }
            table.append(CsvLine.of(fields));
        }
        return table.toString();
    }

    /** What learners typed is text, whatever a spreadsheet would make of it. */
    private static String safe(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
