package org.digitscope.files.networks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * Recognizes the kernels and biases of a network's layers by their shapes and names, whatever they are called. PyTorch keeps kernels
 * transposed, (outputs, inputs), and calls them weight; Keras keeps them as they are here and calls them kernel. Biases can be rows or
 * columns of a matrix. Nothing else may be there that could take part in the computation.
 */
final class NamedTensors {

    /** The largest tensor's. */
    static final int MOST_VALUES = Dataset.PIXELS * Architecture.MAX_NEURONS;

    private static final String EXPECTED = "; expected a network 784 → up to " + Architecture.MAX_HIDDEN_LAYERS + " hidden layers of 1 to "
            + Architecture.MAX_NEURONS + " → 10: a kernel and a bias for each layer";
    private static final int SHOWN = 8;

    private final String file;
    private final List<NamedTensor> tensors;
    private final Map<String, String> others;
    private final boolean ordered;
    private final List<String> notices = new ArrayList<>();

    /**
     * @param others what the file holds besides, which was not read: shapes and types by name
     * @param ordered whether the tensors come in the order of the layers for certain; else numbers in their names say more
     */
    NamedTensors(String file, Map<String, Tensor> tensors, Map<String, String> others, boolean ordered) {
        this.file = file;
        this.tensors = tensors.entrySet().stream().map(entry -> new NamedTensor(entry.getKey(), entry.getValue())).toList();
        this.others = others;
        this.ordered = ordered;
    }

    /** @param texts what the file says besides; where it says nothing of the activation, ReLU is assumed, and that is said */
    ImportedNetwork network(NetworkTexts texts) throws UnreadableFileException {
        List<NamedTensor> matrices = tensors.stream().filter(each -> each.isMatrix() && !each.isNamedBias()).toList();
        // rows and columns may be biases without a name that says so
        Parameters parameters = network(texts, matrices).or(() -> network(texts, matrices.stream().filter(each -> !each.isVector()).toList()))
                .orElseThrow(this::refusal);
        if (texts.activation().isEmpty() && !parameters.hiddenLayers().isEmpty()) {
            notices.add("The file names no activation of the hidden layers, which stands for ReLU in Digitscope's own files; so ReLU was assumed.");
        }
        return new ImportedNetwork(parameters, notices);
    }

    /** The network with exactly these kernels; empty where there is none. */
    private Optional<Parameters> network(NetworkTexts texts, List<NamedTensor> matrices) {
        List<NamedTensor> kernels = inOrder(matrices);
        List<NamedTensor> left = new ArrayList<>(tensors);
        left.removeAll(kernels);
        Optional<KernelChain> chain = KernelChain.of(kernels);
        List<NamedTensor> biases = chain.stream().flatMap(each -> each.links().stream())
                .flatMap(link -> bias(left, kernels, chain.get(), link).stream()).toList();
        if (chain.isEmpty() || new HashSet<>(biases).size() < kernels.size()) {
            return Optional.empty();
        }
        left.removeAll(biases);
        List<String> aside = aside(left);
        if (aside.size() < left.size() + others.size()) {
            return Optional.empty();
        }
        Architecture architecture = new Architecture(chain.get().hidden(), texts.activation().orElse(Activation.RELU),
                texts.inputs().orElse(Inputs.SCALED));
        Parameters parameters = Parameters.zeros(architecture);
        for (int i = 0; i < biases.size(); i++) {
            Layer layer = parameters.layers().get(i);
            chain.get().links().get(i).fill(layer);
            System.arraycopy(biases.get(i).values(), 0, layer.bias().data, 0, layer.outputs());
        }
        note(chain.get(), aside);
        return Optional.of(parameters);
    }

    private List<NamedTensor> inOrder(List<NamedTensor> some) {
        return ordered ? some : NamedTensor.byNumbers(some);
    }

    /**
     * The bias of a kernel: of the right length and, of several such, the one of the same layer by its name, or else the one that stands
     * at the kernel's place among its like.
     */
    private Optional<NamedTensor> bias(List<NamedTensor> left, List<NamedTensor> kernels, KernelChain chain, KernelChain.Link link) {
        int length = link.outputs();
        List<NamedTensor> fitting = inOrder(left.stream().filter(each -> each.isVector() && each.values().length == length
                && !each.isNamedCounter()).toList());
        List<NamedTensor> named = fitting.stream().filter(each -> each.layer().equals(link.kernel().layer())).toList();
        List<NamedTensor> alike = kernels.stream().filter(kernel -> chain.links().stream()
                .anyMatch(each -> each.kernel() == kernel && each.outputs() == length)).toList();
        if (named.size() == 1 || fitting.size() == 1) {
            return Optional.of(named.size() == 1 ? named.get(0) : fitting.get(0));
        }
        return fitting.size() == alike.size() ? Optional.of(fitting.get(alike.indexOf(link.kernel()))) : Optional.empty();
    }

    /** The names of what takes no part in the computation. */
    private List<String> aside(List<NamedTensor> left) {
        return Stream.concat(left.stream().filter(each -> each.values().length == 1).map(NamedTensor::name),
                others.entrySet().stream().filter(entry -> entry.getValue().startsWith("[]") || entry.getValue().startsWith("[1]"))
                        .map(Map.Entry::getKey)).filter(NamedTensor::isCounter).toList();
    }

    private void note(KernelChain chain, List<String> aside) {
        NamedTensor first = chain.first().kernel();
        if (!aside.isEmpty()) {
            notices.add(String.join(", ", aside) + " says nothing of what the network computes and was left aside.");
        }
        if (chain.first().transposed()) {
            notices.add("The kernels are transposed, as PyTorch keeps them (" + first.name() + " " + first.shape() + "); they were turned.");
        }
        if (!first.name().equals("layer_1.kernel")) {
            List<NamedTensor> kernels = chain.kernels();
            notices.add(first.name() + " was taken for layer_1's kernel" + IntStream.range(1, kernels.size())
                    .mapToObj(i -> ", " + kernels.get(i).name() + " for layer_" + (i + 1) + "'s").collect(Collectors.joining()) + ".");
        }
    }

    private UnreadableFileException refusal() {
        List<String> all = Stream.concat(tensors.stream().map(NamedTensor::toString),
                others.entrySet().stream().map(entry -> StrictJson.quote(entry.getKey()) + " " + entry.getValue())).toList();
        String found = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new UnreadableFileException(file, "holds " + (all.isEmpty() ? "no tensors" : found
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "")) + EXPECTED);
    }
}
