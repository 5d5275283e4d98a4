package org.digitscope.explain.lesson.condition;

/** A text that is no condition, or no scene; the message is a sentence for whoever wrote it. */
public final class UnknownWordsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param sentence without a full stop at its end */
    public UnknownWordsException(String sentence) {
        super(sentence);
    }
}
