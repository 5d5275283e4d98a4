package org.digitscope.evaluation;

import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** Computes a whole data set with a {@link Network}, block by block. */
final class ForwardPass {

    /** Pictures computed at a time; small enough for the caches. The last block may have fewer. */
    static final int BLOCK = 256;

    /** Takes the blocks in their order, from a network that holds their results. */
    interface BlockSink {

        /** @param logits Z₂, shape (pictures, 10) */
        void accept(int block, Network network, FMatrixRMaj logits);
    }

    private ForwardPass() {
    }

    static void run(Parameters parameters, Dataset data, BlockSink sink) {
        int size = data.size();
        int[] order = IntStream.range(0, size).toArray();
        Network network = new Network(parameters, Math.min(size, BLOCK));
        for (int block = 0; block < blocks(data); block++) {
            int from = block * BLOCK;
            sink.accept(block, network, network.forward(data, order, from, Math.min(size, from + BLOCK)));
        }
    }

    /** Number of blocks. */
    static int blocks(Dataset data) {
        return (data.size() + BLOCK - 1) / BLOCK;
    }
}
