package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitscope.data.Dataset;

/**
 * Brings a drawing to 28×28 as MNIST has its digits, in the stages of {@link FitStage}. All stages before the last work on
 * the lines of the pen, so nothing is blurred on the way; pixels are made once, at sub-pixel positions.
 *
 * <p>Its measured constants were chosen among a few values of each by how many of 1,000 pen drawings of 30 people, drawn large
 * on the pad, the networks of seeds 0 to 2 read rightly, for both halves of the writers: 92.2 % with all that stand here but
 * the turns. How many it is with other values stands beside each; PenStrokesTest measures it.
 */
public final class MnistFit {

    private static final double SIDE = Dataset.COLUMNS;
    private static final double MIDDLE = SIDE / 2;
    /** Measured: 90.8 % with 18, 90.1 % with 20, the side of MNIST's own boxes. */
    private static final double LONGER_SIDE = 19;
    /** Measured: 92.1 % with 1.6, 91.9 % with 2, 90.8 % with 2.5. */
    private static final double PEN = 1.8;
    /** The middle of pixel 14, counted from the picture's edge, where MNIST has it. Measured: 91.6 % with 14, 87.8 % with 15. */
    private static final double CENTRE_OF_MASS = 14.5;
    /** A drawing smaller than this share of the pad, a few pixels on a screen, is a dot and stays one. */
    private static final double DOT = 0.01;
    /** How much of the way to {@link #BEST_SLOPE} a drawing goes. Measured: 91.1 % with 0, 91.3 % with 1. */
    private static final double SLANT_TAKEN_OUT = 0.4;
    /** Columns to the right a row further down. Measured: 91.5 % with 0, 92.0 % with 0.2. */
    private static final double BEST_SLOPE = 0.1;
    /** How much wider and narrower the two other fits are. Measured: 91.2 % with 1.2, 92.0 % with 2. */
    private static final double OTHER_PROPORTION = 1.5;
    /**
     * In radians, to either side, how far the drawing is turned whose fits are averaged besides. Measured with the even writers, 20 neurons
     * (seeds 0 to 5) and 128 (0 to 2): 89.4 and 91.5 % with 0.12, 89.5 and 91.8 % with 0.15, 89.5 and 91.6 % with 0.18, 88.9 and 91.0 % with
     * 0.25; 89.4 and 91.4 % without turns.
     */
    private static final double TURN = 0.15;
    /** Moving ink cuts off what leaves the picture, which moves the centre again, by ever less. */
    private static final int MOVES = 3;

    private static final MnistFit ALL_STAGES = new MnistFit(FitStage.all());

    private final Set<FitStage> stages;

    /** @param stages those to apply; {@link FitStage#all} is the best */
    public MnistFit(Set<FitStage> stages) {
        this.stages = Set.copyOf(stages);
    }

    /**
     * Fits what was drawn on a pad whose side is 1.
     *
     * @return empty when there is no ink
     */
    public Optional<FittedDigit> of(PenLines drawing) {
        return drawing.isEmpty() ? Optional.empty() : Optional.of(fit(drawing));
    }

    private FittedDigit fit(PenLines drawing) {
        PenLines digit = drawing.map(Affine.scale(SIDE, SIDE), SIDE);
        List<byte[]> fits = new ArrayList<>();
        addFits(digit, fits);
        if (stages.contains(FitStage.AVERAGE)) {
            addFits(turned(digit, TURN), fits);
            addFits(turned(digit, -TURN), fits);
        }
        return new FittedDigit(fits);
    }

    /** In its own proportions first. */
    private void addFits(PenLines drawing, List<byte[]> fits) {
        PenLines barless = stages.contains(FitStage.BAR) ? SevenBar.leftOut(drawing) : drawing;
        PenLines digit = stages.contains(FitStage.SLANT) ? straightened(barless) : barless;
        fits.add(place(digit, PEN));
        if (stages.contains(FitStage.AVERAGE)) {
            fits.add(place(widened(digit, 1 / OTHER_PROPORTION), PEN));
            fits.add(place(widened(digit, OTHER_PROPORTION), PEN));
        }
    }

    /**
     * A digit written otherwise, in all stages.
     *
     * @param digit in pixels of any size
     */
    static byte[] written(PenLines digit, Pose pose) {
        PenLines straight = straightened(digit);
        Point middle = straight.box().centre();
        PenLines leaning = widened(straight.map(Affine.shear(pose.slant(), middle.y()), 1), pose.proportion());
        return ALL_STAGES.place(turned(leaning, pose.turn()), pose.pen());
    }

    private byte[] place(PenLines drawing, double pen) {
        PenLines digit = stages.contains(FitStage.SIZE) ? sized(drawing, pen) : drawing;
        if (stages.contains(FitStage.PEN)) {
            digit = digit.withWidth(pen);
        }
        float[] ink = draw(digit);
        for (int move = 0; stages.contains(FitStage.CENTRE) && move < MOVES; move++) {
            Point centre = centreOfMass(ink);
            digit = digit.map(Affine.move(CENTRE_OF_MASS - centre.x(), CENTRE_OF_MASS - centre.y()), 1);
            ink = draw(digit);
        }
        return bytes(ink);
    }

    private static PenLines straightened(PenLines drawing) {
        LineMoments moments = LineMoments.of(drawing);
        return drawing.map(Affine.shear(SLANT_TAKEN_OUT * (BEST_SLOPE - moments.slope()), moments.y()), 1);
    }

    private static PenLines widened(PenLines drawing, double factor) {
        double middle = drawing.box().centre().x();
        return drawing.map(Affine.scale(factor, 1, middle - factor * middle, 0), 1);
    }

    private static PenLines turned(PenLines drawing, double angle) {
        return drawing.map(Affine.turn(angle, drawing.box().centre()), 1);
    }

    /** The ink, which reaches half a pen beyond the line, fills the longer side; the middle of its box becomes the picture's. */
    private PenLines sized(PenLines drawing, double pen) {
        Box box = drawing.box();
        double scale = 1;
        if (box.longerSide() > DOT * SIDE) {
            scale = stages.contains(FitStage.PEN) ? (LONGER_SIDE - pen) / box.longerSide()
                    : LONGER_SIDE / (box.longerSide() + drawing.pen());
        }
        return drawing.map(Affine.scale(scale, scale, MIDDLE - scale * box.centre().x(), MIDDLE - scale * box.centre().y()), scale);
    }

    private static float[] draw(PenLines digit) {
        return PenRaster.draw(digit, Dataset.COLUMNS, Dataset.ROWS);
    }

    /** Counted from the edge, so that the middle of the first pixel is 0.5; the picture's middle where there is no ink. */
    private static Point centreOfMass(float[] ink) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i];
            x += ink[i] * (i % Dataset.COLUMNS + 0.5);
            y += ink[i] * (i / Dataset.COLUMNS + 0.5);
        }
        return mass == 0 ? new Point(CENTRE_OF_MASS, CENTRE_OF_MASS) : new Point(x / mass, y / mass);
    }

    /** Grey values: full ink is 255. */
    static byte[] bytes(float[] ink) {
        byte[] bytes = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            bytes[i] = (byte) Math.round(255 * ink[i]);
        }
        return bytes;
    }
}
