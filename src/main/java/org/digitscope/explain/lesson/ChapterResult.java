package org.digitscope.explain.lesson;

/**
 * What somebody has done in a chapter.
 *
 * @param chapter its name
 * @param done whether its task is
 * @param typed what was typed or chosen last; empty where nothing was
 */
public record ChapterResult(String chapter, boolean done, String typed) {

    /** More than anybody types into a field for an answer. */
    public static final int LONGEST = 1000;

    public ChapterResult {
        typed = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }
}
