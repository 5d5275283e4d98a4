package org.digitscope.explain.lesson.condition;

/** Whether something holds, as far as that is known. The smaller of two is "and", the larger "or". */
enum Truth {
    FALSE, UNKNOWN, TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth negated() {
        return values()[TRUE.ordinal() - ordinal()];
    }
}
