package org.digitscope.explain.lesson;

import java.util.List;

/** A text that is no lesson. */
public final class LessonFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<LessonFault> faults;

    /** @param faults at least one, in the order of their lines */
    LessonFormatException(List<LessonFault> faults) {
        super(faults.get(0) + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)"));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong. */
    public List<LessonFault> faults() {
        return faults;
    }
}
