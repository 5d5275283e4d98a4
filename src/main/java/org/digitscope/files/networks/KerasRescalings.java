package org.digitscope.files.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/**
 * The Rescaling layers of a model, y = scale·x + offset. All but one behind softmax can be folded exactly into the Dense layers, which
 * are linear.
 */
final class KerasRescalings {

    /** The places: before all, and behind each operation of Dense, relu, Dense, softmax. */
    private static final int INPUT = 0;
    private static final int SUMS = 1;
    private static final int ACTIVATIONS = 2;
    private static final int LOGITS = 3;
    private static final int PROBABILITIES = 4;

    private static final double BYTE = 255;
    /** A model that multiplies its input by no more than the one was made for bytes, by no less than the other for numbers up to 1. */
    private static final double MOST_FOR_BYTES = 0.05;
    private static final double LEAST_FOR_SHARES = 0.2;

    private final String file;
    private final Affine[] places = new Affine[PROBABILITIES + 1];

    KerasRescalings(String file) {
        this.file = file;
        Arrays.fill(places, Affine.NOTHING);
    }

    /**
     * Adds a layer.
     *
     * @param place how many operations stand before it
     * @throws UnreadableFileException when it has no single scale and offset, or changes the answer itself
     */
    void add(int place, JsonNode config) throws UnreadableFileException {
        JsonNode scale = config.path("scale");
        JsonNode offset = config.path("offset");
        if (!scale.isNumber() || !offset.isNumber() && !offset.isMissingNode()) {
            throw new UnreadableFileException(file, "has a Rescaling layer whose scale and offset are not one number each; "
                    + "expected the same for all pixels");
        }
        Affine affine = new Affine(scale.asDouble(), offset.asDouble());
        if (place >= PROBABILITIES && !affine.isNothing()) {
            throw new UnreadableFileException(file, "has a Rescaling layer behind softmax, which changes probabilities; "
                    + "expected softmax at the end");
        }
        // of models with more layers the arrays are refused
        places[Math.min(place, PROBABILITIES)] = places[Math.min(place, PROBABILITIES)].then(affine);
    }

    /** The network that computes the same from grey values divided by 255. */
    ImportedNetwork fold(ImportedNetwork read) throws UnreadableFileException {
        Affine input = input();
        if (input.isNothing() && Arrays.stream(places, SUMS, PROBABILITIES).allMatch(Affine::isNothing)) {
            return read;
        }
        Layer first = places[SUMS].after(input.before(read.parameters().layer(1)));
        Layer second = places[LOGITS].after(places[ACTIVATIONS].before(read.parameters().layer(2)));
        Parameters folded = Parameters.of(first, second);
        if (!folded.isFinite()) {
            throw new UnreadableFileException(file, "has a Rescaling layer with numbers so large that they can't be made part of the weights; "
                    + "expected a usual scale");
        }
        List<String> notices = new ArrayList<>(read.notices());
        notices.add("What its Rescaling layers do was made part of the weights and biases.");
        return new ImportedNetwork(folded, notices);
    }

    /** What is done to grey values divided by 255: x = pixel/255, and a model that was made for bytes gets 255·x. */
    private Affine input() throws UnreadableFileException {
        Affine stored = places[INPUT];
        double size = Math.abs(stored.scale());
        if (size > MOST_FOR_BYTES && size < LEAST_FOR_SHARES) {
            throw new UnreadableFileException(file, String.format(Locale.ROOT, "rescales its input by %s, which suits neither pixels from 0 "
                    + "to 255 nor from 0 to 1; expected a scale such as 1/255", stored.scale()));
        }
        return size <= MOST_FOR_BYTES ? new Affine(BYTE, 0).then(stored) : stored;
    }
}
