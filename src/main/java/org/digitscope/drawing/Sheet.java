package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;

/**
 * A square sheet with side 1 and what is on it: perhaps a picture, and lines of a pen on top. Immutable.
 *
 * @param backdrop the picture
 * @param lines in the order of drawing; what was erased of them is gone
 */
public record Sheet(Optional<Backdrop> backdrop, List<PenLine> lines) {

    /** Nothing is on it. */
    public static final Sheet BLANK = new Sheet(Optional.empty(), List.of());

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** A sheet with nothing but a picture. */
    public static Sheet of(Backdrop backdrop) {
        return new Sheet(Optional.of(backdrop), List.of());
    }

    public boolean isBlank() {
        return lines.isEmpty() && backdrop.map(Backdrop::isBlank).orElse(true);
    }

    /** The sheet after another stroke of the pen. */
    public Sheet drawn(PenLine stroke) {
        List<PenLine> more = new ArrayList<>(lines);
        more.add(stroke);
        return new Sheet(backdrop, more);
    }

    /** The sheet after a stroke of the eraser. */
    public Sheet erased(PenLine way) {
        return new Sheet(backdrop.map(picture -> picture.erased(way)), new Eraser(way).appliedTo(lines));
    }

    /** Whether it holds a digit that is already as MNIST has it, so that nothing is fitted. */
    public boolean isFramed() {
        return backdrop.map(Backdrop::isFramed).orElse(false);
    }

    /** All its lines, those found in its picture first. */
    public PenLines drawing() {
        return new PenLines(backdrop.map(picture -> picture.lines().lines()).orElse(List.of())).and(lines);
    }

    /** What a network gets of it; empty when there is no ink. */
    public Optional<FittedDigit> fit(MnistFit fit) {
        if (isBlank()) {
            return Optional.empty();
        }
        return isFramed() ? Optional.of(new FittedDigit(List.of(framed()))) : fit.of(drawing());
    }

    /** The digit and the lines on it, as they lie. */
    private byte[] framed() {
        float[] ink = backdrop.orElseThrow().ink().values().clone();
        PenLines inPixels = new PenLines(lines).map(Affine.scale(Dataset.COLUMNS, Dataset.COLUMNS), Dataset.COLUMNS);
        float[] drawn = PenRaster.draw(inPixels, Dataset.COLUMNS, Dataset.ROWS);
        for (int i = 0; i < ink.length; i++) {
            ink[i] = Math.max(ink[i], drawn[i]);
        }
        return MnistFit.bytes(ink);
    }
}
