package org.digitscope.explain.lesson.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.explain.lesson.condition.UnknownWordsException;

/**
 * What is to be seen, as far as it is said; everything else stays as it is.
 *
 * @param place the view, and perhaps the part of it
 * @param step of the run
 * @param unit the chosen neuron or output
 * @param drawing what is on the pad
 * @param input what the picture of the network shows the flow of
 * @param filter of the list of test digits
 */
public record StageScene(Optional<Place> place, Optional<Step> step, Optional<Unit> unit, Optional<Drawing> drawing, Optional<Input> input,
        Optional<String> filter) {

    /** Of which nothing is said. */
    public static final StageScene NOTHING = new StageScene(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());
    private static final String SEPARATOR = ", ";
    private static final double PERCENT = 100;

    /** @param view and part in the words of {@link org.digitscope.explain.lesson.condition.Setting} */
    public record Place(String view, Optional<String> part) {
    }

    /** @param number empty for the newest one, also when it changes */
    public record Step(Optional<Integer> number) {
    }

    /**
     * A neuron, or an output.
     *
     * @param layer of a neuron, 1 for layer_1; empty for an output, one of the ten digits
     * @param pinned whether it is kept in the picture of the network
     */
    public record Unit(Optional<Integer> layer, int index, boolean pinned) {
    }

    /** What is on the pad. */
    public sealed interface Drawing {

        /** A test digit. */
        record Digit(int number) implements Drawing {
        }

        /** Lines of the pen; none for an empty pad. */
        record Strokes(List<PenLine> lines) implements Drawing {
            public Strokes {
                lines = List.copyOf(lines);
            }
        }
    }

    /**
     * What the picture of the network shows the flow of.
     *
     * @param testDigit its number, where it is one
     */
    public record Input(String source, Optional<Integer> testDigit) {
    }

    /**
     * @param text parts with commas between, such as "view weights, part who matters, step 1875, neuron 14"
     * @throws UnknownWordsException when it isn't one
     */
    public static StageScene parse(String text) throws UnknownWordsException {
        return new SceneParser(text).parse();
    }

    /** All that a scene may say, with what it is. */
    public static Map<String, String> words() {
        return SceneWord.meanings();
    }

    /** The same with another drawing. */
    public StageScene with(Drawing other) {
        return new StageScene(place, step, unit, Optional.of(other), input, filter);
    }

    /** As {@link #parse} reads it, but for places on the pad, which are rounded to whole percent; empty where nothing is said. */
    public String text() {
        List<String> parts = new ArrayList<>();
        place.ifPresent(each -> parts.add("view " + each.view + each.part.map(part -> SEPARATOR + "part " + part).orElse("")));
        step.ifPresent(each -> parts.add("step " + each.number.map(String::valueOf).orElse(SceneParser.LIVE)));
        unit.ifPresent(each -> parts.add((each.pinned ? "pin " : "") + each.layer.map(layer -> "neuron " + each.index
                + (layer == 1 ? "" : " of layer_" + layer)).orElse("output " + each.index)));
        drawing.ifPresent(each -> parts.add(each instanceof Drawing.Digit digit ? "digit " + digit.number : strokes(((Drawing.Strokes) each).lines)));
        input.ifPresent(each -> parts.add("input " + each.source + each.testDigit.map(number -> " " + number).orElse("")));
        filter.ifPresent(each -> parts.add(("filter " + each.strip().replaceAll("[\\s,]+", " ")).strip()));
        return String.join(SEPARATOR, parts);
    }

    private static String strokes(List<PenLine> lines) {
        return lines.isEmpty() ? "blank" : "strokes " + lines.stream().map(StageScene::places).collect(Collectors.joining(" / "));
    }

    /** Without those that are the same as the one before. */
    private static String places(PenLine line) {
        List<String> places = new ArrayList<>();
        for (Point point : line.points()) {
            String place = percent(point.x()) + " " + percent(point.y());
            if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
                places.add(place);
            }
        }
        return String.join(" ", places);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%d", Math.round(PERCENT * Math.max(0, Math.min(1, share))));
    }
}
