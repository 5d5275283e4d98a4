package org.digitscope.files.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.Dataset;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;

/**
 * Kernels in the order in which they follow each other, 784 → … → 10.
 *
 * @param links from the first layer to the last
 */
record KernelChain(List<Link> links) {

    /**
     * One kernel.
     *
     * @param transposed whether its shape is (outputs, inputs)
     */
    record Link(NamedTensor kernel, boolean transposed) {

        int inputs() {
            return kernel.shape().get(transposed ? 1 : 0);
        }

        int outputs() {
            return kernel.shape().get(transposed ? 0 : 1);
        }

        /** Writes the weights into a layer of this shape. */
        void fill(Layer layer) {
            float[] target = layer.kernel().data;
            for (int i = 0; i < target.length; i++) {
                target[i] = kernel.values()[transposed ? i % outputs() * inputs() + i / outputs() : i];
            }
        }
    }

    /**
     * All of some kernels as a chain. All lie the same way where that is possible, and where more than one order fits the shapes, the
     * first one in the given order is taken.
     */
    static Optional<KernelChain> of(List<NamedTensor> kernels) {
        if (kernels.isEmpty() || kernels.size() > Architecture.MAX_HIDDEN_LAYERS + 1) {
            return Optional.empty();
        }
        for (List<Boolean> ways : List.of(List.of(false), List.of(true), List.of(false, true))) {
            List<Link> links = new ArrayList<>();
            if (complete(links, kernels, ways, Dataset.PIXELS)) {
                return Optional.of(new KernelChain(List.copyOf(links)));
            }
        }
        return Optional.empty();
    }

    private static boolean complete(List<Link> links, List<NamedTensor> left, List<Boolean> ways, int inputs) {
        if (left.isEmpty()) {
            return inputs == Dataset.CLASSES;
        }
        for (NamedTensor kernel : left) {
            for (boolean transposed : ways) {
                Link link = new Link(kernel, transposed);
                if (link.inputs() == inputs && link.outputs() >= 1 && link.outputs() <= Architecture.MAX_NEURONS) {
                    links.add(link);
                    if (complete(links, left.stream().filter(each -> each != kernel).toList(), ways, link.outputs())) {
                        return true;
                    }
                    links.remove(links.size() - 1);
                }
            }
        }
        return false;
    }

    Link first() {
        return links.get(0);
    }

    List<Integer> hidden() {
        return links.stream().map(Link::outputs).limit(links.size() - 1L).toList();
    }

    List<NamedTensor> kernels() {
        return links.stream().map(Link::kernel).toList();
    }
}
