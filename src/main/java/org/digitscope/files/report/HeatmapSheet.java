package org.digitscope.files.report;

import java.nio.file.Path;
import java.util.Arrays;
import org.digitscope.data.Dataset;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Png;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.plot.Heatmap;
import org.ejml.data.FMatrixRMaj;

/** Heatmaps of layer_1's weights as one picture: five neurons side by side in the order of their numbers, on one colour scale. */
public final class HeatmapSheet {

    private static final int NEURONS_A_ROW = 5;
    /** Pixels of the picture's side for one weight. */
    private static final int ENLARGED = 6;
    private static final int GAP = 12;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int TILE = ENLARGED * Dataset.COLUMNS;

    private HeatmapSheet() {
    }

    /**
     * Writes a PNG picture.
     *
     * @param kernel shape (784, neurons)
     * @throws UnwritableFileException when the file can't be written; one that was there before lives on
     */
    public static void write(Path file, FMatrixRMaj kernel) throws UnwritableFileException {
        int columns = Math.min(NEURONS_A_ROW, kernel.numCols);
        int rows = (kernel.numCols + columns - 1) / columns;
        int width = GAP + columns * (TILE + GAP);
        int[] argb = new int[width * (GAP + rows * (TILE + GAP))];
        Arrays.fill(argb, WHITE);
        int[] small = new int[Dataset.PIXELS];
        for (int neuron = 0; neuron < kernel.numCols; neuron++) {
            Heatmap.paint(kernel, neuron, Heatmap.limit(kernel), small, 0, Dataset.COLUMNS);
            enlarge(small, argb, (GAP + neuron / columns * (TILE + GAP)) * width + GAP + neuron % columns * (TILE + GAP), width);
        }
        byte[] png = Png.bytes(argb, width);
        AtomicFile.write(file, out -> out.write(png));
    }

    private static void enlarge(int[] small, int[] argb, int offset, int width) {
        for (int row = 0; row < TILE; row++) {
            for (int column = 0; column < TILE; column++) {
                argb[offset + row * width + column] = small[row / ENLARGED * Dataset.COLUMNS + column / ENLARGED];
            }
        }
    }
}
