package org.digitscope.files.networks;

import java.util.Locale;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Parameters;

/**
 * What a model is given for a pixel, by what it does to its input before all else.
 *
 * @param inputs what the first layer is given
 * @param left what has to become part of the first layer then
 */
record PixelInputs(Inputs inputs, Affine left) {

    /** From grey values divided by 255 to grey values. */
    static final Affine TO_GREY = new Affine(255, 0);

    /** A model that multiplies its input by no more than the one was made for bytes, by no less than the other for numbers up to 1. */
    private static final double MOST_FOR_BYTES = 0.05;
    private static final double LEAST_FOR_SHARES = 0.2;

    /**
     * Of a model that doesn't say what its input is.
     *
     * @param done to its input
     * @throws UnreadableFileException when that suits neither pixels from 0 to 255 nor from 0 to 1
     */
    static PixelInputs of(String file, Affine done) throws UnreadableFileException {
        double size = Math.abs(done.scale());
        if (size > MOST_FOR_BYTES && size < LEAST_FOR_SHARES) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT, "rescales its input by %s, which suits neither pixels from 0 "
                    + "to 255 nor from 0 to 1; expected a scale such as 1/255", done.scale()));
        }
        return done.equals(TO_GREY) ? new PixelInputs(Inputs.GREY, Affine.NOTHING)
                : new PixelInputs(Inputs.SCALED, size <= MOST_FOR_BYTES ? TO_GREY.then(done) : done);
    }

    /** Of a model whose input are grey values. */
    static PixelInputs ofGreys(Affine done) {
        return done.equals(Affine.NOTHING) ? new PixelInputs(Inputs.GREY, done) : new PixelInputs(Inputs.SCALED, TO_GREY.then(done));
    }

    /** The network with these inputs, which computes the same as the model. */
    Parameters fold(Parameters network) {
        Parameters same = new Parameters(network.layers(), inputs);
        return left.isNothing() ? same : same.withLayer(1, left.before(same.layer(1)));
    }
}
