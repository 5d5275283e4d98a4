package org.digitscope.explain;

import java.util.List;

/**
 * One sum Σ input·weight + bias as the network computed it, with its parts.
 *
 * @param terms those whose input isn't 0
 * @param bias the number added to them
 * @param result what the network has in float32
 */
public record WeightedSum(List<Term> terms, float bias, float result) {

    /**
     * One product.
     *
     * @param index of the input, counted from 0
     */
    public record Term(int index, float input, float weight) {

        /** Exact: the product of two floats fits in a double. */
        public double product() {
            return (double) input * weight;
        }
    }

    public WeightedSum {
        terms = List.copyOf(terms);
    }

    /** The sum of the parts in double. */
    public double exact() {
        double sum = bias;
        for (Term term : terms) {
            sum += term.product();
        }
        return sum;
    }

    /** What float32 made of it minus the sum of the parts. */
    public double residual() {
        return result - exact();
    }
}
