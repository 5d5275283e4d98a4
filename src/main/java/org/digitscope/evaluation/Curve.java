package org.digitscope.evaluation;

/** The logits of a block of pictures for each of several values of one parameter. */
interface Curve {

    /** Prepares a block. */
    void start(int block);

    /** @param z modified: the logits of these pictures when the parameter has the value at {@code point} */
    void logits(int point, LogitBlock z);

    static Curve of(ScoreCache cache, ScalarParameter parameter, float[] values) {
        return parameter.isInLayer1() ? new Layer1Curve(cache, parameter, values)
                : new Layer2Curve(cache, parameter, values);
    }
}
