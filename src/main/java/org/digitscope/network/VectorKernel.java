package org.digitscope.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.FMatrixRMaj;
import org.ejml.data.FMatrixSparseCSC;
import org.ejml.data.IGrowArray;
import org.ejml.sparse.csc.CommonOps_FSCC;

/**
 * The kernel on the JDK's vector module, for any width. The results are worked on in strips: 64, 32 or 8 to 24 at a time, whose
 * sums stay in registers. Where a width is no multiple of 8, the last vectors of a strip overlap: what both hold is computed
 * twice, alike. Multiplication and addition stay two roundings (no fused multiply-add), lane by lane, so the bits are those of
 * {@link PlainKernel}, which does widths below 8.
 */
final class VectorKernel implements SparseKernel {

    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    /** Up to this width a gradient's rows are added to in place, beyond it each is loaded and stored once; measured. */
    private static final int NARROW = 32;

    private final SparseKernel plain = new PlainKernel();
    private final FMatrixSparseCSC transposed = new FMatrixSparseCSC(1, 1, 1);
    private final IGrowArray work = new IGrowArray();

    @Override
    public void addProduct(FMatrixSparseCSC s, FMatrixRMaj d, FMatrixRMaj c) {
        int width = d.numCols;
        if (width < 8) {
            plain.addProduct(s, d, c);
            return;
        }
        int first = 0;
        while (first < width) {
            int strip = strip(width - first);
            for (int column = 0; column < s.numCols; column++) {
                if (s.col_idx[column] < s.col_idx[column + 1]) {
                    add(strip, s, column, d.data, width, first, c.data);
                }
            }
            first += strip;
        }
    }

    @Override
    public void addGradient(FMatrixSparseCSC x, FMatrixRMaj delta, FMatrixRMaj gradient) {
        int width = delta.numCols;
        if (width < 8) {
            plain.addGradient(x, delta, gradient);
        } else if (width > NARROW) {
            CommonOps_FSCC.transpose(x, transposed, work);
            addProduct(transposed, delta, gradient);
        } else {
            int strip;
            for (int first = 0; first < width; first += strip) {
                strip = narrowStrip(width - first);
                for (int column = 0; column < x.numCols; column++) {
                    scatter(x.nz_rows, x.nz_values, x.col_idx[column], x.col_idx[column + 1], delta.data, column * width + first,
                            gradient.data, width, first, Math.min(8, strip - 8), strip - 8);
                }
            }
        }
    }

    /** The width of the next strip, such that at least 8 results are left for another one, or none. */
    private static int strip(int left) {
        if (left == 64 || left >= 64 + 8) {
            return 64;
        }
        if (left == 32 || left >= 32 + 8) {
            return 32;
        }
        return narrowStrip(left);
    }

    /** The width of the next strip of three vectors at most. */
    private static int narrowStrip(int left) {
        return left <= 24 ? left : 16;
    }

    private static void add(int strip, FMatrixSparseCSC s, int column, float[] d, int width, int first, float[] c) {
        int from = s.col_idx[column];
        int to = s.col_idx[column + 1];
        int at = column * width + first;
        if (strip == 64) {
            add64(s.nz_rows, s.nz_values, from, to, d, width, first, c, at);
        } else if (strip == 32) {
            add32(s.nz_rows, s.nz_values, from, to, d, width, first, c, at);
        } else {
            add24(s.nz_rows, s.nz_values, from, to, d, width, first, c, at, Math.min(8, strip - 8), strip - 8);
        }
    }

    /** Three vectors, the second and third from {@code second} and {@code third} on. */
    private static void add24(int[] rows, float[] values, int from, int to, float[] d, int width, int first, float[] c,
            int at, int second, int third) {
        FloatVector c0 = FloatVector.fromArray(EIGHT, c, at);
        FloatVector c1 = FloatVector.fromArray(EIGHT, c, at + second);
        FloatVector c2 = FloatVector.fromArray(EIGHT, c, at + third);
        for (int q = from; q < to; q++) {
            int i = rows[q] * width + first;
            FloatVector x = FloatVector.broadcast(EIGHT, values[q]);
            c0 = x.mul(FloatVector.fromArray(EIGHT, d, i)).add(c0);
            c1 = x.mul(FloatVector.fromArray(EIGHT, d, i + second)).add(c1);
            c2 = x.mul(FloatVector.fromArray(EIGHT, d, i + third)).add(c2);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + second);
        c2.intoArray(c, at + third);
    }

    /** g[row][first…] += value · δ for the non-zero rows of one column, three vectors wide. */
    private static void scatter(int[] rows, float[] values, int from, int to, float[] delta, int at, float[] g, int width,
            int first, int second, int third) {
        FloatVector d0 = FloatVector.fromArray(EIGHT, delta, at);
        FloatVector d1 = FloatVector.fromArray(EIGHT, delta, at + second);
        FloatVector d2 = FloatVector.fromArray(EIGHT, delta, at + third);
        for (int q = from; q < to; q++) {
            int i = rows[q] * width + first;
            FloatVector x = FloatVector.broadcast(EIGHT, values[q]);
            // all loads before the stores, as the vectors may overlap
            FloatVector g0 = x.mul(d0).add(FloatVector.fromArray(EIGHT, g, i));
            FloatVector g1 = x.mul(d1).add(FloatVector.fromArray(EIGHT, g, i + second));
            FloatVector g2 = x.mul(d2).add(FloatVector.fromArray(EIGHT, g, i + third));
            g0.intoArray(g, i);
            g1.intoArray(g, i + second);
            g2.intoArray(g, i + third);
        }
    }

    private static void add32(int[] rows, float[] values, int from, int to, float[] d, int width, int first, float[] c,
            int at) {
        FloatVector c0 = FloatVector.fromArray(EIGHT, c, at);
        FloatVector c1 = FloatVector.fromArray(EIGHT, c, at + 8);
        FloatVector c2 = FloatVector.fromArray(EIGHT, c, at + 16);
        FloatVector c3 = FloatVector.fromArray(EIGHT, c, at + 24);
        for (int q = from; q < to; q++) {
            int i = rows[q] * width + first;
            FloatVector x = FloatVector.broadcast(EIGHT, values[q]);
            c0 = x.mul(FloatVector.fromArray(EIGHT, d, i)).add(c0);
            c1 = x.mul(FloatVector.fromArray(EIGHT, d, i + 8)).add(c1);
            c2 = x.mul(FloatVector.fromArray(EIGHT, d, i + 16)).add(c2);
            c3 = x.mul(FloatVector.fromArray(EIGHT, d, i + 24)).add(c3);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + 8);
        c2.intoArray(c, at + 16);
        c3.intoArray(c, at + 24);
    }

    private static void add64(int[] rows, float[] values, int from, int to, float[] d, int width, int first, float[] c,
            int at) {
        FloatVector c0 = FloatVector.fromArray(EIGHT, c, at);
        FloatVector c1 = FloatVector.fromArray(EIGHT, c, at + 8);
        FloatVector c2 = FloatVector.fromArray(EIGHT, c, at + 16);
        FloatVector c3 = FloatVector.fromArray(EIGHT, c, at + 24);
        FloatVector c4 = FloatVector.fromArray(EIGHT, c, at + 32);
        FloatVector c5 = FloatVector.fromArray(EIGHT, c, at + 40);
        FloatVector c6 = FloatVector.fromArray(EIGHT, c, at + 48);
        FloatVector c7 = FloatVector.fromArray(EIGHT, c, at + 56);
        for (int q = from; q < to; q++) {
            int i = rows[q] * width + first;
            FloatVector x = FloatVector.broadcast(EIGHT, values[q]);
            c0 = x.mul(FloatVector.fromArray(EIGHT, d, i)).add(c0);
            c1 = x.mul(FloatVector.fromArray(EIGHT, d, i + 8)).add(c1);
            c2 = x.mul(FloatVector.fromArray(EIGHT, d, i + 16)).add(c2);
            c3 = x.mul(FloatVector.fromArray(EIGHT, d, i + 24)).add(c3);
            c4 = x.mul(FloatVector.fromArray(EIGHT, d, i + 32)).add(c4);
            c5 = x.mul(FloatVector.fromArray(EIGHT, d, i + 40)).add(c5);
            c6 = x.mul(FloatVector.fromArray(EIGHT, d, i + 48)).add(c6);
            c7 = x.mul(FloatVector.fromArray(EIGHT, d, i + 56)).add(c7);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + 8);
        c2.intoArray(c, at + 16);
        c3.intoArray(c, at + 24);
        c4.intoArray(c, at + 32);
        c5.intoArray(c, at + 40);
        c6.intoArray(c, at + 48);
        c7.intoArray(c, at + 56);
    }
}
