package org.digitscope.evaluation;

import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.network.Network;
import org.digitscope.network.Parameters;
import org.ejml.data.FMatrixRMaj;

/** Computes a whole data set with a {@link Network}, block by block. */
public final class ForwardPass {

    /** Pictures computed at a time; small enough for the caches. The last block may have fewer. */
    public static final int BLOCK = 256;

    /** Takes the blocks in their order, from a network that holds their results. */
    public interface BlockSink {

        /** @param logits Z₂, shape (pictures, 10) */
        void accept(int block, Network network, FMatrixRMaj logits);
    }

    /** As {@link BlockSink}, and says whether that was enough. */
    interface BlockSearch {

        boolean isFound(int block, Network network, FMatrixRMaj logits);
    }

    private ForwardPass() {
    }

    /** Computes all blocks. */
    public static void run(Parameters parameters, Dataset data, BlockSink sink) {
        search(parameters, data, (block, network, logits) -> {
            sink.accept(block, network, logits);
            return false;
        });
    }

    /** Computes blocks until one has what is looked for; whether one has. */
    static boolean search(Parameters parameters, Dataset data, BlockSearch search) {
        int size = data.size();
        int[] order = IntStream.range(0, size).toArray();
        Network network = new Network(parameters, Math.min(size, BLOCK));
        boolean found = false;
        for (int block = 0; block < blocks(data) && !found; block++) {
            int from = block * BLOCK;
            found = search.isFound(block, network, network.forward(data, order, from, Math.min(size, from + BLOCK)));
        }
        return found;
    }

    /** Number of blocks. */
    static int blocks(Dataset data) {
        return (data.size() + BLOCK - 1) / BLOCK;
    }
}
