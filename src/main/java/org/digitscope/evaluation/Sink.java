package org.digitscope.evaluation;

/** Takes what a network makes of the pictures of a data set, one after the other from the first to the last. */
interface Sink {

    /**
     * @param truth the digit that the picture shows
     * @param answer the digit with the largest logit
     * @param loss −ln P[truth]
     * @param probability P[answer]
     */
    void add(int truth, int answer, double loss, float probability);
}
