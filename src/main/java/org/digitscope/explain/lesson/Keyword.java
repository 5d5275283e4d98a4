package org.digitscope.explain.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words that lines of a lesson begin with, each with a colon behind it. All other lines of a chapter are its paragraphs. */
enum Keyword {
    TITLE(false, "the lesson's name; in a chapter what stands above it instead of its name"),
    AUTHOR(true, "who wrote the lesson"),
    PROJECT(true, "a project's file beside the lesson: above the chapters it is opened with the lesson, in a chapter with its scenes"),
    SCENE(false, "what is to be seen, with commas between, after a title and a bar | or without; Page Down sets one scene after the other"),
    CHAPTER(false, "begins a chapter; its name stands once in the lesson"),
    STRETCH(true, "the part of the path that this chapter and the next ones belong to"),
    EXHIBIT(true, "what is shown, by its name"),
    CODE(true, "Python code; the indented lines below belong to it"),
    OUTPUT(true, "what that code prints; the indented lines below belong to it"),
    DO(false, "a button: a command, a bar |, and what stands on the button"),
    TASK(true, "what is to be done or answered, in a sentence"),
    WHEN(true, "the condition that makes the task done"),
    RIGHT(true, "the right answer to type, where the task is a question"),
    PREDICT(true, "what is to be foreseen, in a sentence"),
    CHOICE(false, "one of the things foreseen, a bar |, and the condition that makes it the right one"),
    BECAUSE(true, "why it is so; shown when the task is done"),
    HINT(true, "the first help"),
    WAY(true, "the second help: how it is done"),
    ANSWER(true, "the third help; where an answer is typed it is given by itself");

    private final boolean isSingle;
    private final String meaning;

    Keyword(boolean isSingle, String meaning) {
        this.isSingle = isSingle;
        this.meaning = meaning;
    }

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    /** Whether a chapter has one of it at most. */
    boolean isSingle() {
        return isSingle;
    }

    boolean hasBlock() {
        return this == CODE || this == OUTPUT;
    }

    static Optional<Keyword> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Keyword::word).toList();
    }
}
