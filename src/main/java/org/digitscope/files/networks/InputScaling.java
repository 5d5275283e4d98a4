package org.digitscope.files.networks;

import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.network.Parameters;

/**
 * How pixels from 0 to 1 may have been prepared for a network, as (x − shift)/scale. A network that expects that can be made to take x
 * itself: W′ = W/scale and b′ = b − shift/scale·Σ W.
 */
public enum InputScaling {

    /** With the mean and standard deviation that are usual for MNIST. */
    STANDARDIZED("standardized pixels, (x - 0.1307) / 0.3081", 0.1307, 0.3081),
    SIGNED("pixels from -1 to 1", 0.5, 0.5),
    BYTES("pixels from 0 to 255", 0, 1 / 255.0),
    INVERTED("dark ink on light paper, 1 - x", 1, -1);

    /** So much better than as it is must a network score on many digits; on a few more, as chance plays a part. */
    private static final double CLEARLY = 0.02;
    private static final double DEVIATIONS = 2;
    /** What scores worse is no network for these digits, on whatever scale. */
    private static final double WORST = 0.5;

    private final String what;
    private final double shift;
    private final double scale;

    InputScaling(String what, double shift, double scale) {
        this.what = what;
        this.shift = shift;
        this.scale = scale;
    }

    /** What such a network was trained with, for a sentence. */
    public String what() {
        return what;
    }

    /** The one with which a network answers clearly more of the test digits rightly; empty where it is fine as it is. */
    public static Optional<InputScaling> of(Parameters network, Dataset test) {
        double clearly = Math.max(CLEARLY, DEVIATIONS / Math.sqrt(test.size()));
        double best = Math.max(WORST, Evaluation.of(network, test).accuracy() + clearly);
        Optional<InputScaling> found = Optional.empty();
        for (InputScaling each : values()) {
            double accuracy = Evaluation.of(each.fold(network), test).accuracy();
            if (accuracy > best) {
                best = accuracy;
                found = Optional.of(each);
            }
        }
        return found;
    }

    /** The network that takes pixels from 0 to 1. */
    public Parameters fold(Parameters network) {
        return network.copy().withLayer(1, new Affine(1 / scale, -shift / scale).before(network.layer(1)));
    }
}
