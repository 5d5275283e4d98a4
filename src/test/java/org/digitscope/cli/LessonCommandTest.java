package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.LessonResult;
import org.digitscope.files.lessons.ResultFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRightLessonHasNoFault() throws IOException {
        assertEquals(0, run("check", lesson("chapter: A\nText.\n")));
        assertEquals("Nothing is wrong in it.\n", out.toString());
    }

    @Test
    void everyFaultIsPrintedWithItsLine() throws IOException {
        assertEquals(1, run("check", lesson("chapter: A\nText {frist}.\ntask: Do it.\nwhen: divergd\n")));
        assertEquals("Line 4: 'frist' is no number for braces; the nearest is 'first'\nLine 6: 'divergd' is not known; the nearest is 'diverged'\n2 faults\n",
                out.toString());
    }

    @Test
    void projectsThatDoNotLieBesideTheLessonAreNamedWithTheirLine() throws IOException {
        assertEquals(1, run("check", lesson("project: all.digitscope\nchapter: A\nText.\nproject: own.digitscope\nscene: view live\n")));
        assertTrue(out.toString().contains("Line 3: The project \"all.digitscope\" doesn't lie beside the lesson"), out.toString());
        assertTrue(out.toString().contains("Line 6: The project \"own.digitscope\" doesn't lie beside the lesson"), out.toString());
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() {
        assertEquals(1, run("check", folder.resolve("none.txt").toString()));
        assertEquals("digitscope: none.txt does not exist; expected a lesson as text\n", err.toString());
        assertEquals(2, run());
        assertTrue(err.toString().contains("one of check, words or results is expected"), err.toString());
    }

    @Test
    void resultsAreSummedUpAndUnusableOnesNamed() throws IOException {
        ResultFile.write(folder.resolve("b.json"), List.of(new LessonResult("L", "", List.of(new ChapterResult("A", true, "20")))));
        ResultFile.write(folder.resolve("a.json"), List.of(new LessonResult("L", "", List.of(new ChapterResult("A", false, "2")))));
        assertEquals(0, run("results", folder.toString()));
        assertEquals("file,lesson,done,A,A: typed\na.json,L,0,no,2\nb.json,L,1,yes,20\n", out.toString());
        Files.writeString(folder.resolve("c.json"), "{}");
        out.getBuffer().setLength(0);
        assertEquals(1, run("results", folder.toString()));
        assertEquals("file,lesson,done,A,A: typed\na.json,L,0,no,2\nb.json,L,1,yes,20\n", out.toString());
        assertTrue(err.toString().startsWith("digitscope: c.json is no 'digitscope lesson results 1'"), err.toString());
        assertEquals(1, run("results", Files.createDirectory(folder.resolve("empty")).toString()));
        assertTrue(err.toString().contains("digitscope: empty holds no .json files; expected the results of learners"), err.toString());
        assertEquals(1, run("results", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("digitscope: none is no folder; expected one with the results of learners"), err.toString());
    }

    @Test
    void theWordsAreListedWithWhatTheyAre() {
        assertEquals(0, run("words"));
        String words = out.toString();
        for (String line : List.of("  task:                        what is to be done or answered, in a sentence",
                "  costliest neuron is muted    the neuron of the shown network without which most test digits go wrong is muted",
                "  kernel1                      weights of layer_1", "  mistakes                     opens Test digits with all mistakes")) {
            assertTrue(words.contains(line + System.lineSeparator()), words);
        }
    }

    private String lesson(String chapters) throws IOException {
        return Files.writeString(folder.resolve("lesson.txt"), "digitscope lesson 1\ntitle: L\n" + chapters).toString();
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "lesson";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
