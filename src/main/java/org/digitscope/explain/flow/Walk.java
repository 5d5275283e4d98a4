package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.List;
import org.digitscope.network.Parameters;

/**
 * The way through a network in small stages, forward from the pixels to the probabilities or backward from the error to the changed
 * weights. A place on it is a number: its whole part counts the stages that are done, the rest is how far the next one has come.
 */
public final class Walk {

    /** What happens in a stage. */
    public enum Kind {
        PIXELS, PRODUCTS, SUMS, BIASES, ACTIVATION, EXPONENTIALS, PROBABILITIES, ERROR, BACK, SLOPES, GRADIENT, UPDATE, AFTER
    }

    /**
     * A stage.
     *
     * @param layer where it happens, 1 for layer_1; of stages that happen everywhere, 0
     */
    public record Stage(Kind kind, int layer) {
    }

    /** The layer of a stage that happens in all of them. */
    public static final int EVERYWHERE = 0;

    private final List<Stage> stages;

    private Walk(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /** From the pixels to the probabilities. */
    public static Walk forward(Parameters network) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(Kind.PIXELS, EVERYWHERE));
        for (int layer = 1; layer <= network.depth(); layer++) {
            for (Kind kind : List.of(Kind.PRODUCTS, Kind.SUMS, Kind.BIASES)) {
                stages.add(new Stage(kind, layer));
            }
            if (layer < network.depth()) {
                stages.add(new Stage(Kind.ACTIVATION, layer));
            }
        }
        stages.add(new Stage(Kind.EXPONENTIALS, network.depth()));
        stages.add(new Stage(Kind.PROBABILITIES, network.depth()));
        return new Walk(stages);
    }

    /** From the error to the gradient and, where the optimizer's step is known, to the changed weights. */
    public static Walk backward(Parameters network, boolean withStep) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(Kind.ERROR, network.depth()));
        for (int layer = network.depth() - 1; layer >= 1; layer--) {
            stages.add(new Stage(Kind.BACK, layer));
            stages.add(new Stage(Kind.SLOPES, layer));
        }
        stages.add(new Stage(Kind.GRADIENT, EVERYWHERE));
        if (withStep) {
            stages.add(new Stage(Kind.UPDATE, EVERYWHERE));
            stages.add(new Stage(Kind.AFTER, EVERYWHERE));
        }
        return new Walk(stages);
    }

    public List<Stage> stages() {
        return stages;
    }

    /** The place where one starts: there is nothing to be seen of how the first stage comes about. */
    public int start() {
        return 1;
    }

    /** The place where all is done. */
    public int end() {
        return stages.size();
    }

    /** The place that shows most without having been walked to: the end or, where it goes back, the gradient. */
    public int settled() {
        int gradient = stages.indexOf(new Stage(Kind.GRADIENT, EVERYWHERE));
        return gradient < 0 ? end() : gradient + 1;
    }

    /** Whether one of both is the other's beginning. */
    public boolean startsLike(Walk other) {
        int common = Math.min(end(), other.end());
        return stages.subList(0, common).equals(other.stages.subList(0, common));
    }

    /** How much of a stage is done at a place, from 0 to 1; 0 of one that isn't on this way. */
    public double done(Kind kind, int layer, double place) {
        int index = stages.indexOf(new Stage(kind, layer));
        return index < 0 ? 0 : Math.max(0, Math.min(1, place - index));
    }

    /** The stage that a place is in, or the last one that is done; at the start the first. */
    public Stage at(double place) {
        return stages.get(Math.max(0, Math.min(stages.size() - 1, (int) Math.ceil(place) - 1)));
    }
}
