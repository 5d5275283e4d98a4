package org.digitscope.explain.lesson.condition;

/** A text that is no condition; the message is a sentence for whoever wrote it. */
public final class UnknownWordsException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownWordsException(String sentence) {
        super(sentence);
    }
}
