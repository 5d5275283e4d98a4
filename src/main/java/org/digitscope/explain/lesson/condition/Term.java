package org.digitscope.explain.lesson.condition;

/** Something of the program's state that conditions may speak of. */
public sealed interface Term permits Quantity, Setting, Fact {

    /** The words that it is called by, in small letters. */
    String phrase();

    /** What it is, for whoever writes a lesson. */
    String meaning();
}
