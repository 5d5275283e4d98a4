package org.digitscope.files.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * The Rescaling layers of a model, y = scale·x + offset. All but one behind softmax can be folded exactly into the Dense layers, which
 * are linear.
 */
final class KerasRescalings {

    private final String file;
    /** What is done to the input of a Dense layer, 1 for the first, and to its sums before the activation. */
    private final Map<Integer, Affine> before = new TreeMap<>();
    private final Map<Integer, Affine> after = new TreeMap<>();

    KerasRescalings(String file) {
        this.file = file;
    }

    /** Adds a layer that stands before Dense layer {@code number}, with no other but such between them. */
    void addBefore(int number, JsonNode config) throws UnreadableFileException {
        before.merge(number, affine(config), Affine::then);
    }

    /** Adds a layer that stands behind Dense layer {@code number} and before its activation. */
    void addAfter(int number, JsonNode config) throws UnreadableFileException {
        after.merge(number, affine(config), Affine::then);
    }

    /** @throws UnreadableFileException when a layer changes the answer itself */
    void checkBehindSoftmax(JsonNode config) throws UnreadableFileException {
        if (!affine(config).isNothing()) {
            throw new UnreadableFileException(file, "has a Rescaling layer behind softmax, which changes probabilities; "
                    + "expected softmax at the end");
        }
    }

    /** @throws UnreadableFileException when it has no single scale and offset */
    private Affine affine(JsonNode config) throws UnreadableFileException {
        JsonNode scale = config.path("scale");
        JsonNode offset = config.path("offset");
        if (!scale.isNumber() || !offset.isNumber() && !offset.isMissingNode()) {
            throw new UnreadableFileException(file, "has a Rescaling layer whose scale and offset are not one number each; "
                    + "expected the same for all pixels");
        }
        return new Affine(scale.asDouble(), offset.asDouble());
    }

    /** The network that computes the same from grey values, divided by 255 unless the model multiplies by that first. */
    ImportedNetwork fold(ImportedNetwork read) throws UnreadableFileException {
        Parameters plain = read.parameters();
        PixelInputs inputs = PixelInputs.of(file, before.getOrDefault(1, Affine.NOTHING));
        List<Layer> layers = new ArrayList<>(plain.layers());
        for (int number = 1; number <= layers.size(); number++) {
            Affine first = number == 1 ? inputs.left() : before.getOrDefault(number, Affine.NOTHING);
            Affine second = after.getOrDefault(number, Affine.NOTHING);
            if (!first.isNothing() || !second.isNothing()) {
                layers.set(number - 1, second.after(first.before(plain.layer(number))));
            }
        }
        Parameters folded = new Parameters(layers, inputs.inputs());
        if (layers.equals(plain.layers())) {
            return new ImportedNetwork(folded, read.notices());
        } else if (!folded.isFinite()) {
            throw new UnreadableFileException(file, "has a Rescaling layer with numbers so large that they can't be made part of the weights; "
                    + "expected a usual scale");
        }
        List<String> notices = new ArrayList<>(read.notices());
        notices.add("What its Rescaling layers do was made part of the weights and biases.");
        return new ImportedNetwork(folded, notices);
    }
}
