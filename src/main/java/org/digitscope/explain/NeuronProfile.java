package org.digitscope.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Ablation;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ForwardPass;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * What one neuron does on a data set.
 *
 * @param neuron which
 * @param pictures how many there are
 * @param on for how many of them its sum is above 0
 * @param mean of its activation
 * @param most the pictures that excite it most, the strongest first; none where all excite it alike
 * @param least those with the smallest sum before ReLU, the smallest first; none where all are alike
 * @param rightBecause pictures that are answered rightly, and wrongly once it is muted to zero
 * @param wrongBecause pictures that are answered wrongly, and rightly once it is muted to zero
 */
public record NeuronProfile(Neuron neuron, int pictures, int on, float mean, List<Excited> most, List<Excited> least,
        List<Integer> rightBecause, List<Integer> wrongBecause) {

    /**
     * A picture and the neuron's sum before ReLU for it.
     *
     * @param picture its position in the data set
     */
    public record Excited(int picture, float sum) {
    }

    /**
     * Makes a profile in some ten milliseconds.
     *
     * @param questions about the same network and data
     * @param count how many pictures to list of each kind
     */
    public static NeuronProfile of(Parameters network, Dataset data, WhatIf questions, Neuron neuron, int count) {
        float[] sums = sums(network, data, neuron);
        int on = 0;
        for (float sum : sums) {
            on += sum > 0 ? 1 : 0;
        }
        Comparator<Excited> bySum = Comparator.comparingDouble(Excited::sum);
        List<Excited> all = IntStream.range(0, sums.length).mapToObj(i -> new Excited(i, sums[i])).sorted(bySum).toList();
        boolean alike = all.get(0).sum() == all.get(all.size() - 1).sum();
        int listed = alike ? 0 : Math.min(count, all.size());
        List<Excited> least = all.subList(0, listed);
        List<Excited> most = all.subList(all.size() - listed, all.size()).stream().sorted(bySum.reversed()).toList();
        Evaluation now = questions.unchanged();
        Evaluation muted = questions.mute(neuron.layer(), Set.of(neuron.index()), Ablation.ZERO);
        return new NeuronProfile(neuron, sums.length, on, questions.meanActivation(neuron), most, List.copyOf(least),
                changed(data, now, muted), changed(data, muted, now));
    }

    /** On for every picture: a ReLU does nothing. */
    public boolean isAlwaysOn() {
        return on == pictures;
    }

    /** On for no picture: with ReLU it never says anything and, with no gradient, never learns. */
    public boolean isDead() {
        return on == 0;
    }

    private static List<Integer> changed(Dataset data, Evaluation right, Evaluation wrong) {
        return IntStream.range(0, data.size())
                .filter(i -> right.answer(i) == data.label(i) && wrong.answer(i) != data.label(i)).boxed().toList();
    }

    private static float[] sums(Parameters parameters, Dataset data, Neuron neuron) {
        float[] sums = new float[data.size()];
        ForwardPass.run(parameters, data, (block, network, logits) -> {
            for (int i = 0; i < logits.numRows; i++) {
                sums[block * ForwardPass.BLOCK + i] = network.sums(neuron.layer()).get(i, neuron.index());
            }
        });
        return sums;
    }
}
