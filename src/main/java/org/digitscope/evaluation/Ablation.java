package org.digitscope.evaluation;

/** What a muted neuron sends to layer_2 instead of its activation. */
public enum Ablation {

    /** Nothing: a = 0 for every picture. */
    ZERO,

    /** Always the same: a = its mean activation over the data set, so that only what it tells apart is lost. */
    MEAN
}
