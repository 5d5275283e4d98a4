package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Optional;

/**
 * One chapter, with the numbers of a network filled in.
 *
 * @param name by which progress in it is kept; no other chapter of the lesson has it
 * @param title a few words
 * @param stretch the part of the path that it belongs to; may be empty
 * @param paragraphs its text
 * @param exhibit the name of what is shown with it, if anything
 * @param code the cell of Python that it stands for, if any
 * @param actions what can be tried
 * @param task what the reader is to do, if anything
 * @param help steps of help, each saying more than the one before
 */
public record Chapter(String name, String title, String stretch, List<String> paragraphs, Optional<String> exhibit, Optional<Code> code,
        List<Action> actions, Optional<Task> task, List<Help> help) {

    public Chapter {
        paragraphs = List.copyOf(paragraphs);
        actions = List.copyOf(actions);
        help = List.copyOf(help);
    }

    /**
     * A cell of a notebook.
     *
     * @param source its lines
     * @param output what it prints; may be empty
     */
    public record Code(String source, String output) {
    }

    /**
     * Something to try.
     *
     * @param command its name
     * @param label for people
     */
    public record Action(String command, String label) {
    }

    /**
     * A step of help.
     *
     * @param kind "hint", "way" or "answer"
     */
    public record Help(String kind, String text) {
    }
}
