package org.digitscope.explain.lesson.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.SheetEditor;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.explain.lesson.condition.Nearest;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.explain.lesson.condition.UnknownWordsException;
import org.digitscope.explain.lesson.scene.StageScene.Drawing;
import org.digitscope.explain.lesson.scene.StageScene.Input;
import org.digitscope.explain.lesson.scene.StageScene.Place;
import org.digitscope.explain.lesson.scene.StageScene.Step;
import org.digitscope.explain.lesson.scene.StageScene.Unit;

/** Reads a scene. */
final class SceneParser {

    static final String LIVE = "live";
    static final String TEST_DIGIT = "test digit";
    private static final List<String> INPUTS = List.of("drawing", "mean", "batch");
    /** The parts of each view that has some, see {@link Setting#PART}. */
    private static final List<String> WEIGHTS = List.of("neurons", "matrices", "all numbers", "what if", "who matters", "why it moves");
    private static final List<String> RUNS = List.of("curves", "answers", "neurons", "sweep");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern UNIT = Pattern.compile("(neuron|output) (\\d{1,4})(?: of layer_([1-4]))?");
    private static final int MOST_NUMBERS = 2000;
    private static final int DIGITS = 10;
    private static final double PERCENT = 100;

    private final String text;
    private final Set<SceneWord> seen = EnumSet.noneOf(SceneWord.class);
    private Optional<String> view = Optional.empty();
    private Optional<String> part = Optional.empty();
    private Optional<Step> step = Optional.empty();
    private Optional<Unit> unit = Optional.empty();
    private Optional<Drawing> drawing = Optional.empty();
    private Optional<Input> input = Optional.empty();
    private Optional<String> filter = Optional.empty();

    SceneParser(String text) {
        this.text = text;
    }

    StageScene parse() throws UnknownWordsException {
        for (String each : text.strip().toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] words = each.strip().split("\\s+", 2);
            read(words[0], words.length > 1 ? words[1].replaceAll("\\s+", " ") : "");
        }
        checkPart();
        return new StageScene(view.map(open -> new Place(open, part)), step, unit, drawing, input, filter);
    }

    private void read(String name, String argument) throws UnknownWordsException {
        if (name.isEmpty()) {
            throw new UnknownWordsException("A part of the scene is expected, such as 'view weights' or 'step 1875', with commas between them");
        }
        SceneWord word = SceneWord.of(name).orElseThrow(() -> new UnknownWordsException("'" + name + "' is no part of a scene; the nearest is '"
                + Nearest.of(name, SceneWord.words()).orElseThrow() + "'"));
        if (!seen.add(word)) {
            throw new UnknownWordsException("'" + name + "' is there twice");
        }
        switch (word) {
            case VIEW -> view = Optional.of(one("view", argument, Setting.VIEW.words()));
            case PART -> part = Optional.of(one("part", argument, Setting.PART.words()));
            case STEP -> step = Optional.of(new Step(argument.equals(LIVE) ? Optional.empty()
                    : Optional.of(number(argument, "A whole number or 'live' is expected behind 'step'"))));
            case NEURON, PIN -> unit = Optional.of(unit(word, argument));
            case DIGIT -> draw(new Drawing.Digit(number(argument, "The number of a test digit is expected behind 'digit'")));
            case STROKES -> draw(new Drawing.Strokes(lines(argument)));
            case BLANK -> blank(argument);
            case INPUT -> input = Optional.of(input(argument));
            case FILTER -> filter = Optional.of(filter(argument));
        }
    }

    private void checkPart() throws UnknownWordsException {
        if (part.isPresent()) {
            List<String> parts = view.filter("weights"::equals).isPresent() ? WEIGHTS : view.filter("runs"::equals).isPresent() ? RUNS : List.of();
            if (!parts.contains(part.get())) {
                throw new UnknownWordsException("'part " + part.get() + "' belongs to 'view " + (WEIGHTS.contains(part.get()) ? "weights" : "runs") + "'");
            }
        }
    }

    private static String one(String word, String given, List<String> known) throws UnknownWordsException {
        if (!known.contains(given)) {
            throw new UnknownWordsException(given.isEmpty() ? "One of " + String.join(", ", known) + " is expected behind '" + word + "'"
                    : "'" + given + "' is no " + word + "; the nearest is '" + Nearest.of(given, known).orElseThrow() + "'");
        }
        return given;
    }

    private static int number(String text, String otherwise) throws UnknownWordsException {
        if (!NUMBER.matcher(text).matches()) {
            throw new UnknownWordsException(otherwise);
        }
        return Integer.parseInt(text);
    }

    private Unit unit(SceneWord word, String argument) throws UnknownWordsException {
        boolean pinned = word == SceneWord.PIN;
        Matcher named = UNIT.matcher(pinned ? argument : "neuron " + argument);
        if (!named.matches() || named.group(1).equals("output") && (named.group(3) != null || Integer.parseInt(named.group(2)) >= DIGITS)) {
            throw new UnknownWordsException(pinned ? "'neuron 14', 'neuron 3 of layer_2' or 'output 7' is expected behind 'pin'"
                    : "A number such as '14' or '3 of layer_2' is expected behind 'neuron'");
        }
        if (unit.isPresent()) {
            throw new UnknownWordsException("A scene has either 'neuron' or 'pin'");
        }
        Optional<Integer> layer = named.group(1).equals("output") ? Optional.empty()
                : Optional.of(Optional.ofNullable(named.group(3)).map(Integer::valueOf).orElse(1));
        return new Unit(layer, Integer.parseInt(named.group(2)), pinned);
    }

    private void draw(Drawing wanted) throws UnknownWordsException {
        if (drawing.isPresent()) {
            throw new UnknownWordsException("A scene has one of 'digit', 'strokes' and 'blank'");
        }
        drawing = Optional.of(wanted);
    }

    private void blank(String argument) throws UnknownWordsException {
        if (!argument.isEmpty()) {
            throw new UnknownWordsException("Nothing is expected behind 'blank'");
        }
        draw(new Drawing.Strokes(List.of()));
    }

    private static List<PenLine> lines(String argument) throws UnknownWordsException {
        List<PenLine> lines = new ArrayList<>();
        for (String stroke : argument.split("/", -1)) {
            lines.add(new PenLine(points(stroke.strip().split(" ")), SheetEditor.PEN_WIDTH));
        }
        if (lines.stream().mapToInt(line -> line.points().size()).sum() > MOST_NUMBERS) {
            throw new UnknownWordsException("'strokes' has at most " + MOST_NUMBERS + " places");
        }
        return lines;
    }

    private static List<Point> points(String[] numbers) throws UnknownWordsException {
        boolean all = numbers.length % 2 == 0 && Arrays.stream(numbers).allMatch(each -> each.matches("\\d{1,3}") && Integer.parseInt(each) <= PERCENT);
        if (!all) {
            throw new UnknownWordsException("'strokes' is expected with pairs of whole numbers from 0 to 100, such as 'strokes 25 20 75 20 / 30 50 60 50'");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Point(Integer.parseInt(numbers[i]) / PERCENT, Integer.parseInt(numbers[i + 1]) / PERCENT));
        }
        return points;
    }

    private static Input input(String argument) throws UnknownWordsException {
        if (argument.startsWith(TEST_DIGIT + " ")) {
            return new Input(TEST_DIGIT, Optional.of(number(argument.substring(TEST_DIGIT.length() + 1), "A whole number is expected behind 'input test digit'")));
        }
        if (!INPUTS.contains(argument)) {
            throw new UnknownWordsException("'input' is expected with 'drawing', 'mean', 'batch' or 'test digit 7'");
        }
        return new Input(argument, Optional.empty());
    }

    private static String filter(String argument) throws UnknownWordsException {
        try {
            DigitFilter.parse(argument);
            return argument;
        } catch (IllegalArgumentException unknown) {
            throw new UnknownWordsException("'" + argument + "' is no filter of digits: " + unknown.getMessage());
        }
    }
}
