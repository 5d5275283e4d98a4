package org.digitscope.experiment;

import java.util.List;
import java.util.stream.LongStream;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.training.Hyperparameters;

/** Questions that people ask about a network, each as the sweep that answers it. */
public enum SweepPreset {

    NEURONS("How many neurons?", "What more neurons bring, and from where on they bring little.", SweptSetting.LAYERS, "2, 5, 10, 20, 40, 80, 128", 3),
    RATE("Which rate?", "Between too slow and too wild lies a wide range of learning rates that do.", SweptSetting.RATE, "0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1", 3),
    OPTIMIZER("Adam or SGD?", "Each optimizer with its usual rate, after the same number of steps.", SweptSetting.OPTIMIZER, "SGD, RMSprop, Adam", 4),
    BATCH("Which batch size?", "Small batches take more and noisier steps in an epoch, large ones fewer and calmer ones.", SweptSetting.BATCH, "8, 16, 32, 64, 128, 256", 3),
    SEED("Is it the seed?", "The same settings ten times: what differs is chance, and a smaller difference between settings means nothing.", null, "", 10),
    PICTURES("How many pictures?", "How much each tenfold of training pictures brings on digits that were never seen.", SweptSetting.PICTURES, "100, 300, 1000, 3000, 10000, 30000, all", 3),
    START("Start at zero?", "With all weights equal the neurons of a layer stay alike; chance is what lets them differ.", SweptSetting.START, "Glorot-uniform, He-uniform, normal, all-zero", 3);

    private final String title;
    private final String sentence;
    private final SweptSetting setting;
    private final String values;
    private final int seeds;

    SweepPreset(String title, String sentence, SweptSetting setting, String values, int seeds) {
        this.title = title;
        this.sentence = sentence;
        this.setting = setting;
        this.values = values;
        this.seeds = seeds;
    }

    /** The question. */
    public String title() {
        return title;
    }

    /** What it shows. */
    public String sentence() {
        return sentence;
    }

    /** The sweep over some settings, which say all else. */
    public Sweep sweep(Hyperparameters base) {
        List<Axis> axes = setting == null ? List.of() : List.of(new Axis(setting, setting.values(values)));
        return new Sweep(base, axes, LongStream.range(0, seeds).boxed().toList());
    }
}
