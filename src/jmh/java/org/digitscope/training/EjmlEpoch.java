package org.digitscope.training;

import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * One epoch written with nothing but EJML's dense operations: the yardstick that comes with the program. It computes the
 * same as {@link Trainer}, without its kernel and without leaving out what is zero.
 */
final class EjmlEpoch {

    private static final int BATCH = 32;

    private final Parameters w = Parameters.glorot(Architecture.relu(20), 42);
    private final Parameters g = Parameters.zeros(Architecture.relu(20));
    private final Optimizer adam = OptimizerKind.ADAM.create(Hyperparameters.NOTEBOOK);
    private final FMatrixRMaj x = new FMatrixRMaj(BATCH, Dataset.PIXELS);
    private final FMatrixRMaj a = new FMatrixRMaj(BATCH, 20);
    private final FMatrixRMaj p = new FMatrixRMaj(BATCH, Dataset.CLASSES);
    private final FMatrixRMaj d = new FMatrixRMaj(BATCH, 20);
    private int step;

    /** Trains on the pictures in their order and returns the mean loss. */
    double run(Dataset data) {
        double loss = 0;
        for (int from = 0; from + BATCH <= data.size(); from += BATCH) {
            load(data, from);
            CommonOps_FDRM.mult(x, w.layer(1).kernel(), a);
            addRow(a, w.layer(1).bias());
            for (int i = 0; i < a.data.length; i++) {
                a.data[i] = Math.max(0, a.data[i]);
            }
            CommonOps_FDRM.mult(a, w.layer(2).kernel(), p);
            addRow(p, w.layer(2).bias());
            for (int i = 0; i < BATCH; i++) {
                int label = data.label(from + i);
                loss += Softmax.probabilities(p.data, p.data, i * 10, 10, label);
                p.data[i * 10 + label] -= 1;
            }
            CommonOps_FDRM.divide(p, BATCH);
            CommonOps_FDRM.multTransA(a, p, g.layer(2).kernel());
            CommonOps_FDRM.sumCols(p, g.layer(2).bias());
            CommonOps_FDRM.multTransB(p, w.layer(2).kernel(), d);
            for (int i = 0; i < d.data.length; i++) {
                d.data[i] = a.data[i] > 0 ? d.data[i] : 0;
            }
            CommonOps_FDRM.multTransA(x, d, g.layer(1).kernel());
            CommonOps_FDRM.sumCols(d, g.layer(1).bias());
            adam.update(w, g, 0.001, ++step);
        }
        return loss / data.size();
    }

    private void load(Dataset data, int from) {
        for (int i = 0; i < BATCH; i++) {
            byte[] image = data.image(from + i);
            for (int pixel = 0; pixel < Dataset.PIXELS; pixel++) {
                x.data[i * Dataset.PIXELS + pixel] = (image[pixel] & 0xFF) / 255f;
            }
        }
    }

    private static void addRow(FMatrixRMaj rows, FMatrixRMaj row) {
        for (int i = 0; i < rows.numRows; i++) {
            for (int j = 0; j < rows.numCols; j++) {
                rows.data[i * rows.numCols + j] += row.data[j];
            }
        }
    }
}
