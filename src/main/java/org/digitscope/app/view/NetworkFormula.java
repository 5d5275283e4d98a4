package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.app.control.NetworkView;
import org.digitscope.app.study.NetworkFlows.Seen;
import org.digitscope.data.ClassNames;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.Ledger;
import org.digitscope.explain.flow.FlowText;
import org.digitscope.explain.flow.Shown;
import org.digitscope.explain.flow.WeightText;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.network.Connections;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.Part;

/** What is said of what is pointed at in the picture of a network, and what can be pointed at. */
final class NetworkFormula {

    private static final String HINT = "From the pixels a curve is the sum of 784 connections, elsewhere it is one: red adds, blue takes away. Point at a curve, "
            + "neuron, digit or pixel; a click keeps it, a double click mutes a neuron.";
    /** Hardly anything that is said is longer. */
    static final String LONGEST = HINT;
    private static final String HINT_WITHOUT_NEURONS = "A curve is all that the pixels give to a digit: red adds, blue takes away. Point at one, a digit or "
            + "a pixel; a click keeps it.";
    private static final String WEIGHTS_HINT = "A curve is a weight: red is above 0, blue below. None comes from the pixels, as each neuron of layer_1 has 784 weights: "
            + "its tile shows them. Point at a curve, a neuron or a digit; a click keeps it.";
    private static final String WEIGHTS_HINT_WITHOUT_NEURONS = "No curve comes from the pixels, as each digit has 784 weights: its tile shows them, red above 0 and blue "
            + "below. Point at a digit or a pixel; a click keeps it.";
    private static final String BACK_HINT = "A curve is weight · error: the error of a digit, as it goes back to a neuron; to the pixels none goes. Point at a curve, a "
            + "neuron or a digit; a click keeps it.";
    private static final String BACK_HINT_WITHOUT_NEURONS = "The error of each digit is the probability minus the truth. Point at a digit or a pixel.";
    private static final String NO_LABEL = "Say what the drawing was meant to be, above or by the digit's key: without that there is no error.";

    private final Seen seen;
    private final NetworkView view;
    private final boolean isOfWeights;
    private final boolean isBackward;
    private final Parameters network;
    private final FlowText text;
    private final WeightText weights;

    /** @param muted what each muted neuron gives instead */
    NetworkFormula(Seen seen, ClassNames classes, NetworkView view, Shown shown, Map<Neuron, Float> muted) {
        this.seen = seen;
        this.view = view;
        isBackward = shown == Shown.ERROR && !seen.isBlank();
        network = seen.flow().network();
        isOfWeights = shown == Shown.WEIGHTS || seen.isBlank();
        text = new FlowText(seen.flow(), classes, muted);
        weights = new WeightText(network, classes);
    }

    /** One or two lines. */
    String text() {
        Optional<Integer> pixel = view.pixelProperty().get();
        if (pixel.isPresent()) {
            return pixel(pixel.get());
        }
        Optional<Part> chosen = view.chosen();
        if (isBackward) {
            return seen.error().isEmpty() ? NO_LABEL : chosen.map(this::back).orElse(network.depth() == 1 ? BACK_HINT_WITHOUT_NEURONS : BACK_HINT);
        }
        return chosen.map(this::forward).orElseGet(() -> network.depth() == 1 ? isOfWeights ? WEIGHTS_HINT_WITHOUT_NEURONS : HINT_WITHOUT_NEURONS
                : (isOfWeights ? WEIGHTS_HINT : HINT) + drawn());
    }

    private String forward(Part part) {
        if (seen.isBlank()) {
            return part instanceof Part.Link link ? weights.part(link.layer(), link.from(), link.to()) : weights.unit(part.layer(), ((Part.Unit) part).index());
        }
        return part instanceof Part.Link link ? text.part(link.layer(), link.from(), link.to())
                : text.unit(part.layer(), ((Part.Unit) part).index()) + others((Part.Unit) part) + noPixels(part);
    }

    private String back(Part part) {
        return part instanceof Part.Link link ? text.partBack(seen.error().get(), link.layer(), link.from(), link.to())
                : text.unitBack(seen.error().get(), part.layer(), ((Part.Unit) part).index());
    }

    /** What a pixel gives to what is brought out. */
    private String pixel(int pixel) {
        if (view.chosen().isEmpty()) {
            return seen.isBlank() ? "Nothing is drawn. Click a neuron first to see its weight of this pixel."
                    : text.pixel(pixel) + ". Click a neuron or a digit first to see what this pixel gives to it.";
        }
        Part.Unit unit = unit(view.chosen().get());
        if (seen.isBlank()) {
            return unit.layer() == 1 ? weights.pixelTo(pixel, unit.index()) : weights.unit(unit.layer(), unit.index());
        }
        if (isBackward) {
            return unit.layer() > 1 ? text.pixel(pixel) + "; its weights lead to layer_1: keep a neuron of that to see their gradients"
                    : seen.error().map(error -> text.pixelBack(error, pixel, unit.index())).orElse(NO_LABEL);
        }
        return unit.layer() == 1 ? text.pixelTo(pixel, unit.index()) : perInput(seen, unit)
                .map(slopes -> text.pixelThrough(pixel, slopes[pixel], unit.layer(), unit.index())).orElse(text.pixel(pixel) + noPixels(unit));
    }

    /** What ink adds to what is pointed at; empty where that depends on other ink, as with a bent activation or on average. */
    static Optional<double[]> perInput(Seen seen, Part part) {
        Part.Unit unit = unit(part);
        Parameters network = seen.flow().network();
        if (unit.layer() == 1) {
            return Optional.of(IntStream.range(0, network.layer(1).inputs()).mapToDouble(pixel -> network.layer(1).kernel().get(pixel, unit.index())).toArray());
        }
        return seen.picture().filter(picture -> Ledger.obstacle(network).isEmpty())
                .map(picture -> Ledger.perInput(ForwardTrace.of(picture, network), unit.layer(), unit.index()));
    }

    /** Itself or, of a connection, where that comes from. */
    private static Part.Unit unit(Part part) {
        return part instanceof Part.Link link ? new Part.Unit(link.layer() - 1, link.from()) : (Part.Unit) part;
    }

    /** Why no pixel lights up. */
    private String noPixels(Part part) {
        if (part.layer() == 1 || seen.isBlank()) {
            return "";
        }
        return Ledger.obstacle(network).isPresent() ? "; what each pixel adds can't be told with " + network.layer(1).activation()
                : seen.picture().isEmpty() ? "; what each pixel adds differs from picture to picture" : "";
    }

    /** How many of the connections are drawn, where that isn't all. */
    private String drawn() {
        List<Integer> sizes = network.architecture().sizes();
        return IntStream.range(2, sizes.size()).filter(layer -> sizes.get(layer - 1) * sizes.get(layer) > NetworkPicture.MOST_DRAWN)
                .mapToObj(layer -> String.format(Locale.ROOT, " Drawn: the strongest %d of %,d into layer_%d.", NetworkPicture.MOST_DRAWN,
                        sizes.get(layer - 1) * sizes.get(layer), layer)).collect(Collectors.joining());
    }

    /** What isn't drawn of the connections into a unit. */
    private String others(Part.Unit unit) {
        if (unit.layer() == 1 || view.picture().isEmpty()) {
            return "";
        }
        Connections into = view.picture().get().into(unit.layer());
        int count = into.othersCount(unit.index());
        return count == 0 ? "" : String.format(Locale.ROOT, "; not drawn: %,d more, together %s", count, RoundedText.of("%+.2f", into.othersSum(unit.index())));
    }
}
