package org.digitscope.explain.exhibit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.SheetEditor;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Parameters;
import org.digitscope.network.SplitMix64;

/**
 * A meaningless line that a network takes for a digit.
 *
 * @param pixels 784 grey values, fitted as a drawing is
 * @param answer what the network says to it
 * @param probability what it gives that answer, 0 to 1
 * @param tried how many lines were drawn until this one
 */
public record Scribble(byte[] pixels, int answer, float probability, int tried) {

    private static final int CORNERS = 7;
    private static final double MARGIN = 0.15;

    /**
     * Draws lines between random points until the network is as sure of one as it should be.
     *
     * @param wanted the digit that it should say; empty for any
     * @param certainty the least probability
     * @param most how many lines are tried
     * @param stop asked before each line
     * @return empty when none of them was enough
     */
    public static Optional<Scribble> find(Parameters network, OptionalInt wanted, double certainty, int most, long seed, BooleanSupplier stop) {
        SplitMix64 random = new SplitMix64(seed);
        MnistFit fit = new MnistFit(FitStage.all());
        for (int tried = 1; tried <= most && !stop.getAsBoolean(); tried++) {
            byte[] pixels = draw(random, fit);
            ForwardTrace trace = ForwardTrace.of(pixels, network);
            int answer = trace.answer();
            if (trace.probability(answer) >= certainty && (wanted.isEmpty() || wanted.getAsInt() == answer)) {
                return Optional.of(new Scribble(pixels, answer, trace.probability(answer), tried));
            }
        }
        return Optional.empty();
    }

    private static byte[] draw(SplitMix64 random, MnistFit fit) {
        SheetEditor pen = new SheetEditor();
        pen.penDown(place(random), place(random));
        for (int corner = 1; corner < CORNERS; corner++) {
            pen.moveTo(place(random), place(random));
        }
        pen.up();
        return pen.sheet().fit(fit).orElseThrow().main();
    }

    private static double place(SplitMix64 random) {
        return MARGIN + (1 - 2 * MARGIN) * random.nextFloat();
    }
}
