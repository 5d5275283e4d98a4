package org.digitscope.drawing;

import java.util.List;

/**
 * A drawing as a network gets it. The network's answer is the mean of its answers to all the pictures.
 *
 * @param fits pictures of 784 grey values each, row by row, ink is 255; the first has the drawing's own proportions, the third and those
 *     before it aren't turned
 */
public record FittedDigit(List<byte[]> fits) {

    private static final int UPRIGHT = 3;

    public FittedDigit {
        fits = List.copyOf(fits);
    }

    /** The picture with the drawing's own proportions. */
    public byte[] main() {
        return fits.get(0);
    }

    /** Those that aren't turned: the first three, or all of fewer. */
    public List<byte[]> upright() {
        return fits.subList(0, Math.min(UPRIGHT, fits.size()));
    }

    /** For a network that was trained with straightened digits. */
    public FittedDigit deskewed() {
        return new FittedDigit(fits.stream().map(Deskew::of).toList());
    }

    /** The mean of all fits: what they have in common is bright. */
    public byte[] mean() {
        byte[] mean = new byte[main().length];
        for (int i = 0; i < mean.length; i++) {
            int sum = 0;
            for (byte[] fit : fits) {
                sum += fit[i] & 0xFF;
            }
            mean[i] = (byte) (sum / fits.size());
        }
        return mean;
    }
}
