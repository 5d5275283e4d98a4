package org.digitscope.explain.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A lesson: chapters whose numbers are filled in for a network. It is written as plain text:
 *
 * <pre>
 * digitscope lesson 1
 * title: My lesson
 * author: Ada Teacher
 * project: trained.digitscope
 *
 * # a line that begins so is a note to oneself
 * chapter: The first layer
 * stretch: The notebook
 * scene: After one epoch | view weights, part who matters, step 1875, neuron 14
 * Each of the {first} {first|neuron|neurons} looks at {pixels} pixels.
 * [tanh] This line is there only where the activation is tanh.
 * exhibit: weights
 * code:
 *   model.get_layer("layer_1").get_weights()[0].size
 * output:
 *   {kernel1}
 * do: neurons | Look at one closely
 * task: Mute the neuron that costs most.
 * when: costliest neuron is muted
 * because: Without it most test digits go wrong.
 * hint: Who matters ranks them.
 * way: Go to Weights, Who matters, and press Mute in the first row.
 * </pre>
 *
 * <p>Every other line is a paragraph. Instead of {@code when:} a task may have the answer to type, {@code right:}; a {@code predict:} has two or
 * more lines {@code choice: TEXT | CONDITION}, of which the first true one is right once {@code when:} holds. A {@code scene:} is read by
 * {@link org.digitscope.explain.lesson.scene.StageScene#parse}. {@link LessonWords} lists all
 * that may be named.
 */
public final class Lesson {

    private final String title;
    private final String author;
    private final Optional<String> project;
    private final List<LessonScene> scenes;
    private final List<ChapterTemplate> templates;

    Lesson(String title, String author, Optional<String> project, List<LessonScene> scenes, List<ChapterTemplate> templates) {
        this.title = title;
        this.author = author;
        this.project = project;
        this.scenes = List.copyOf(scenes);
        this.templates = List.copyOf(templates);
    }

    /** The one that comes with the program. */
    public static Lesson load() {
        try {
            return parse(resource("chapters.txt"));
        } catch (LessonFormatException broken) {
            throw new IllegalStateException("the program's own lesson is right", broken);
        }
    }

    /** @throws LessonFormatException with everything that is wrong when the text isn't one */
    public static Lesson parse(String text) throws LessonFormatException {
        return new LessonParser(text).parse();
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** Who wrote it; may be empty. */
    public String author() {
        return author;
    }

    /** The name of a project's file beside it, which is to be opened with it. */
    public Optional<String> project() {
        return project;
    }

    /** What is set on stage, one after the other: first those of the whole lesson. */
    public List<LessonScene> scenes() {
        return scenes;
    }

    /** The names of its chapters, see {@link Chapter#name}. */
    public List<String> names() {
        return templates.stream().map(ChapterTemplate::name).toList();
    }

    /** All chapters with these numbers. */
    public List<Chapter> chapters(LessonNumbers numbers) {
        return templates.stream().map(template -> template.fill(numbers)).toList();
    }

    /** A text that comes with the program. */
    static String resource(String name) {
        try (InputStream file = Lesson.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own files can always be read", broken);
        }
    }
}
