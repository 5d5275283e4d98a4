package org.digitscope.files.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.network.SplitMix64;

/**
 * A data set that was read, before it is decided how it is used.
 *
 * @param training to learn from, or everything where the file has one set only
 * @param test to check with; empty where the file has one set only
 * @param suggested what suits it, as far as that can be seen
 * @param notices what was found out about the file and done to it, in sentences
 */
public record LoadedDigits(Dataset training, Optional<Dataset> test, SetChoices suggested, List<String> notices) {

    public LoadedDigits {
        notices = List.copyOf(notices);
    }

    /** As somebody chose; takes up to half a second. Other choices have other names, as they are other pictures. */
    public DigitSets sets(SetChoices choices) {
        String turned = choices.transposed() ? ", transposed" : "";
        if (test.isPresent()) {
            return new DigitSets(turned(training, choices), turned(test.get(), choices), choices.classes());
        }
        int[] order = shuffled(training.size(), choices.seed());
        int checked = checked(choices);
        String split = String.format(Locale.ROOT, " (split %.3f by seed %d%s)", choices.share(), choices.seed(), turned);
        Dataset learnt = training.subset(training.name() + " training" + split, IntStream.range(checked, order.length).map(i -> order[i]));
        Dataset kept = training.subset(training.name() + " test" + split, IntStream.range(0, checked).map(i -> order[i]));
        return new DigitSets(turned(learnt, choices), turned(kept, choices), choices.classes());
    }

    /** How many pictures are kept to check with. */
    public int checked(SetChoices choices) {
        return test.map(Dataset::size).orElseGet(() ->
                Math.max(1, Math.min(training.size() - 1, (int) Math.round(training.size() * choices.share()))));
    }

    private static Dataset turned(Dataset data, SetChoices choices) {
        return choices.transposed() ? data.transposed() : data;
    }

    /** Fisher and Yates. */
    private static int[] shuffled(int size, long seed) {
        int[] order = IntStream.range(0, size).toArray();
        SplitMix64 random = new SplitMix64(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
