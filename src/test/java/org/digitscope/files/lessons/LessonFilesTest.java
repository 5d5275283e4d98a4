package org.digitscope.files.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.LessonResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFilesTest {

    private static final LessonResult RESULT = new LessonResult("The \"notebook\"", "Ada", List.of(new ChapterResult("One", true, "784"),
            new ChapterResult("Two, too", false, "=HYPERLINK(\"x\")")));

    @TempDir
    Path folder;

    @Test
    void resultsComeBackAsTheyWere() throws IOException {
        Path file = folder.resolve("result.json");
        List<LessonResult> all = List.of(RESULT, new LessonResult("Other", "", List.of()));
        ResultFile.write(file, all);
        assertEquals(all, ResultFile.read(file));
        assertEquals(List.of(), ResultFile.readKept(folder.resolve("none.json")));
    }

    @Test
    void aFileHoldsWhatWasTypedAndWhatIsDoneAndNothingElse() throws IOException {
        Path file = folder.resolve("result.json");
        ResultFile.write(file, List.of(new LessonResult("L", "A", List.of(new ChapterResult("C", true, "3")))));
        assertEquals("{\"format\":\"digitscope lesson results 1\",\"lessons\":[{\"lesson\":\"L\",\"author\":\"A\",\"chapters\":"
                + "[{\"chapter\":\"C\",\"done\":true,\"typed\":\"3\"}]}]}", Files.readString(file).replaceAll("\\s*\\n\\s*", "").replace(" : ", ":")
                .replace("[ {", "[{").replace("} ]", "}]"));
    }

    @Test
    void damagedResultsAreNamed() throws IOException {
        Path file = folder.resolve("result.json");
        ResultFile.write(file, List.of(RESULT));
        String whole = Files.readString(file);
        String expected = "; expected results of lessons as Digitscope writes them";
        assertRefused(file, whole.substring(0, whole.length() / 2), "result.json is no 'digitscope lesson results 1'" + expected);
        assertRefused(file, whole.replace("results 1", "results 2"), "result.json is no 'digitscope lesson results 1'" + expected);
        assertRefused(file, whole.replace("\"typed\"", "\"tpyed\""), "result.json has no text 'typed'" + expected);
        assertRefused(file, whole.replace("Two, too", "One"), "result.json has a chapter twice, or one whose 'done' is neither true nor false" + expected);
        assertRefused(file, whole.replace("true", "1"), "result.json has a chapter twice, or one whose 'done' is neither true nor false" + expected);
        assertRefused(file, "\u0000\u0001", "result.json is no 'digitscope lesson results 1'" + expected);
    }

    private static void assertRefused(Path file, String text, String sentence) throws IOException {
        Files.writeString(file, text);
        assertEquals(sentence, assertThrows(UnreadableFileException.class, () -> ResultFile.read(file)).getMessage());
    }

    @Test
    void theTableHasARowForEachFileAndNoFormulas() {
        ResultTable table = new ResultTable();
        table.add("ada.json", List.of(RESULT));
        table.add("bob.json", List.of(new LessonResult("The \"notebook\"", "Ada", List.of(new ChapterResult("Three", true, "-0.5")))));
        assertEquals("""
                file,lesson,done,One,One: typed,"Two, too","Two, too: typed",Three,Three: typed
                ada.json,"The ""notebook""\",1,yes,784,no,"'=HYPERLINK(""x"")",no,
                bob.json,"The ""notebook""\",1,no,,no,,yes,-0.5
                """, table.csv());
    }

    @Test
    void aLessonIsToldByItsFirstLineAndReadWithTheFirstOfItsFaults() throws IOException {
        Path file = folder.resolve("l.txt");
        Files.writeString(file, "digitscope lesson 1\ntitle: L\nchapter: A\nT\n");
        assertTrue(LessonFile.isOne(file));
        assertEquals("L", LessonFile.read(file).title());
        assertEquals(List.of(), LessonFile.check(file));
        Files.writeString(file, "digitscope lesson 1\ntitle: L\nchapter: A\nT {x}\ntsk: a\n");
        assertEquals("l.txt can't be used as a lesson. Line 4: 'x' is no number for braces; the nearest is 'test' (and 1 more; 'digitscope lesson check' lists all)",
                assertThrows(UnreadableFileException.class, () -> LessonFile.read(file)).getMessage());
        Files.write(file, "digitscope lesson 1\ntitle: é".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("l.txt holds bytes that are no text in UTF-8; expected a lesson as text",
                assertThrows(UnreadableFileException.class, () -> LessonFile.read(file)).getMessage());
        Files.writeString(file, "label,pixel0\n");
        assertFalse(LessonFile.isOne(file));
    }
}
