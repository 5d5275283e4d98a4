package org.digitscope.app.view;

import org.digitscope.app.control.MatrixView;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;

/** The weights with which neurons receive from those of the layer before, as a matrix with a row for each. */
final class IncomingRows {

    private IncomingRows() {
    }

    /**
     * What is shown.
     *
     * @param kernel shape (inputs, neurons)
     * @param places the neurons in the order of their rows
     * @param numbered whether rows have the neurons' numbers, which they only have in their own order
     */
    static MatrixView.Content of(FMatrixRMaj kernel, int[] places, boolean numbered) {
        double end = ColorScale.holding(Heatmap.limit(kernel)).limit().doubleValue();
        double[][] values = new double[places.length][kernel.numRows];
        for (int row = 0; row < places.length; row++) {
            for (int input = 0; input < kernel.numRows; input++) {
                values[row][input] = kernel.get(input, places[row]);
            }
        }
        return new MatrixView.Content(values, value -> RoundedText.of("%+.2f", value),
                (row, column) -> ColorMap.SIGNED.argb(values[row][column], end), numbered ? "neuron" : "", "weight from the neuron");
    }
}
