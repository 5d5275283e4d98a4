package org.digitscope.explain.lesson;

/**
 * What is wrong in a lesson's text.
 *
 * @param line where, from 1 on
 * @param sentence what, and what was expected; it ends without a full stop
 */
public record LessonFault(int line, String sentence) {

    /** Such as "Line 12: 'when' is expected below the task". */
    @Override
    public String toString() {
        return "Line " + line + ": " + sentence;
    }
}
