package org.digitscope.drawing;

import java.util.Arrays;
import java.util.List;
import org.digitscope.data.Dataset;

/**
 * A picture that lies on the sheet under what is drawn, its longer side as long as the sheet's. Immutable.
 *
 * <p>A digit that already is as MNIST has its own, 28×28 on black, is <em>framed</em>: it is never fitted again, and what is
 * drawn on it lies where it is drawn.
 */
public final class Backdrop {

    /** The border of a digit of MNIST is black, or nearly so where it was stored with loss. */
    private static final float BLACK = 0.1f;

    /** Paler ink along the border may be the grain of the paper. */
    private static final float PLAIN_INK = 0.25f;
    /** Of the page. Strokes as thick as pens make them hardly cover more, and a digit that is cut out of paint does. */
    private static final double MOST_INK = 0.4;

    private final GrayImage ink;
    private final boolean framed;
    private final PenLines lines;

    private Backdrop(GrayImage ink, boolean framed) {
        this.ink = ink;
        this.framed = framed;
        lines = framed ? new PenLines(List.of()) : traced(ink);
    }

    /** Any picture: black on white or white on black; a framed digit where it is as MNIST has it. 0 is black, 1 is white. */
    public static Backdrop ofPicture(GrayImage brightness) {
        boolean framed = brightness.width() == Dataset.COLUMNS && brightness.height() == Dataset.ROWS
                && Paper.of(brightness).median() < BLACK;
        return framed ? new Backdrop(brightness, true) : new Backdrop(Rules.leftOut(Ink.of(Frame.leftOut(brightness))), false);
    }

    /**
     * What a picture may show: one reading where the ink is plain, and where it isn't, as ink lies along the border or on most of the
     * page, the same with ink and paper exchanged as well; the one that {@link #ofPicture} takes comes first. A digit as MNIST has it,
     * with its margin and centred, can't be anything else.
     */
    public static List<Backdrop> readings(GrayImage brightness) {
        Backdrop usual = ofPicture(brightness);
        if (usual.framed) {
            return MnistFrame.has(brightness) ? List.of(usual) : both(usual, new Backdrop(brightness, false));
        }
        return isPlain(usual.ink) ? List.of(usual) : List.of(usual, usual.exchanged());
    }

    private static List<Backdrop> both(Backdrop framed, Backdrop fitted) {
        return isPlain(fitted.ink) ? List.of(framed, fitted) : List.of(framed, fitted, fitted.exchanged());
    }

    /** What was paper is ink, and what was ink is paper. */
    public Backdrop exchanged() {
        float[] values = ink.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 - values[i];
        }
        GrayImage other = new GrayImage(ink.width(), ink.height(), values);
        return new Backdrop(other, MnistFrame.has(other));
    }

    /** Whether there is paper all around, and more of it than of ink. */
    private static boolean isPlain(GrayImage ink) {
        int inked = 0;
        int along = 0;
        for (int i = 0; i < ink.values().length; i++) {
            int row = i / ink.width();
            int column = i % ink.width();
            boolean edge = row == 0 || column == 0 || row == ink.height() - 1 || column == ink.width() - 1;
            if (ink.values()[i] >= PLAIN_INK) {
                inked++;
                along += edge ? 1 : 0;
            }
        }
        return along == 0 && inked < MOST_INK * ink.values().length;
    }

    /** Whether the ink of a picture is darker than its page. */
    public static boolean isInkDark(GrayImage brightness) {
        return Ink.isDark(Frame.leftOut(brightness));
    }

    /** Why a picture is blank: the rest of a sentence that begins with its name. */
    public static String missingInk(GrayImage brightness) {
        return Ink.missing(Frame.leftOut(brightness));
    }

    /** @param pixels 784 grey values, row by row, ink is 255 */
    public static Backdrop ofDigit(byte[] pixels) {
        float[] values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[i] & 0xFF) / 255f;
        }
        return new Backdrop(new GrayImage(Dataset.COLUMNS, Dataset.ROWS, values), true);
    }

    /** One that was written down: the ink as it was, from 0 to 1. */
    public static Backdrop restored(GrayImage ink, boolean framed) {
        return new Backdrop(ink, framed);
    }

    /** Amounts of ink, 0 to 1. */
    public GrayImage ink() {
        return ink;
    }

    public boolean isFramed() {
        return framed;
    }

    /** Whether it has no ink, or nothing but specks. */
    public boolean isBlank() {
        return framed ? Arrays.equals(ink.values(), new float[ink.values().length]) : lines.isEmpty();
    }

    /** The lines of a picture that isn't framed, on a sheet whose side is 1. */
    PenLines lines() {
        return lines;
    }

    /** The picture with less ink where an eraser went, given on a sheet whose side is 1. */
    Backdrop erased(PenLine eraser) {
        int side = Math.max(ink.width(), ink.height());
        Affine toPixels = Affine.scale(side, side, (ink.width() - side) / 2.0, (ink.height() - side) / 2.0);
        float[] covered = PenRaster.draw(new PenLines(List.of(eraser)).map(toPixels, side), ink.width(), ink.height());
        float[] left = ink.values().clone();
        for (int i = 0; i < left.length; i++) {
            left[i] *= 1 - covered[i];
        }
        return new Backdrop(new GrayImage(ink.width(), ink.height(), left), framed);
    }

    private static PenLines traced(GrayImage ink) {
        double side = Math.max(ink.width(), ink.height());
        Affine toSheet = Affine.scale(1 / side, 1 / side, (1 - ink.width() / side) / 2, (1 - ink.height() / side) / 2);
        return Skeleton.of(ink).map(toSheet, 1 / side);
    }
}
