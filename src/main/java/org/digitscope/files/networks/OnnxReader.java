package org.digitscope.files.networks;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitscope.data.Inputs;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.ReadableFile;
import org.digitscope.network.Parameters;

/**
 * Reads networks from ONNX models, whoever wrote them. A model is computed as it stands: every node takes part, or the model is refused
 * with that node's name and operator.
 */
final class OnnxReader {

    private static final int MAX_BYTES = 64 << 20;
    private static final String WHAT = "an ONNX model";
    /** Unsigned and signed whole numbers of 8 to 64 bits: grey values. */
    private static final List<Integer> WHOLE_NUMBERS = List.of(2, 3, 4, 5, 6, 7, 12, 13);

    private OnnxReader() {
    }

    static ImportedNetwork read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = ReadableFile.bytes(file, WHAT, MAX_BYTES);
        try {
            ProtoMessage model = ProtoMessage.parse(ByteBuffer.wrap(bytes));
            OnnxGraph graph = new OnnxGraph(name, model.message(7));
            if (model.has(25)) {
                throw graph.refusal("has functions of its own");
            }
            OnnxLayers layers = new OnnxLayers(graph, new OnnxConstants(name, graph, new OnnxExternalData(file)));
            return network(name, layers, inputs(name, model), graph.input());
        } catch (InvalidProtocolBufferException damaged) {
            throw new UnreadableFileException(name, "is damaged or cut; expected " + WHAT);
        }
    }

    /** What the model's metadata says of its input. */
    private static Optional<Inputs> inputs(String name, ProtoMessage model) throws IOException {
        Map<String, String> metadata = new HashMap<>();
        for (ProtoMessage entry : model.messages(14)) {
            metadata.put(entry.text(1), entry.text(2));
        }
        metadata.keySet().retainAll(List.of(NetworkTexts.INPUTS));
        return NetworkTexts.read(name, metadata).inputs();
    }

    private static ImportedNetwork network(String name, OnnxLayers layers, Optional<Inputs> said, OnnxGraph.Input input) throws IOException {
        boolean grey = said.equals(Optional.of(Inputs.GREY)) || WHOLE_NUMBERS.contains(input.type());
        PixelInputs pixels = grey ? PixelInputs.ofGreys(layers.input()) : PixelInputs.of(name, layers.input());
        Parameters folded = pixels.fold(new Parameters(layers.read(), Inputs.SCALED));
        if (!folded.isFinite()) {
            throw new UnreadableFileException(name, "holds numbers so large that they can't be made one layer; expected usual weights");
        }
        List<String> notices = new ArrayList<>();
        if (!pixels.left().isNothing()) {
            notices.add("What the model does to its input was made part of the first layer.");
        }
        return new ImportedNetwork(folded, notices);
    }
}
