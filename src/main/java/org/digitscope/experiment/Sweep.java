package org.digitscope.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.digitscope.training.Hyperparameters;

/**
 * Runs that differ in some settings and in their seeds: one for each combination.
 *
 * @param base what all have in common
 * @param axes the settings that vary, each once
 * @param seeds of which each combination is trained with every one
 */
public record Sweep(Hyperparameters base, List<Axis> axes, List<Long> seeds) {

    public static final int MOST_TRIALS = 10_000;
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\s*(?:-|…|\\.\\.+)\\s*(\\d+)");

    /**
     * A setting with its values.
     *
     * @param values each once, at least one
     */
    public record Axis(SweptSetting setting, List<String> values) {

        public Axis {
            values = List.copyOf(values);
        }
    }

    /**
     * One run of a sweep.
     *
     * @param number its place in the sweep, from 0 on
     * @param values of the settings that vary, by their labels, in the order of the axes
     * @param settings all of them
     */
    public record Trial(int number, Map<String, String> values, Hyperparameters settings) {

        /** Such as "layers=64-32 rate=0.001 seed=3". */
        public String title() {
            return named(values, "=", " ");
        }

        /** The same for a file's name: no two trials of a sweep have the same one. */
        public String fileName() {
            return named(values, "-", "_").replace("%", "pct");
        }

        private String named(Map<String, String> parts, String is, String and) {
            return parts.entrySet().stream().map(part -> part.getKey() + is + part.getValue() + and).collect(Collectors.joining()) + "seed" + is
                    + settings.seed();
        }
    }

    /** @throws IllegalArgumentException when there is nothing to train, too much, or the same twice, with a sentence */
    public Sweep {
        axes = List.copyOf(axes);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || axes.stream().anyMatch(axis -> axis.values().isEmpty())) {
            throw new IllegalArgumentException("a sweep needs at least one value of each setting, and a seed");
        }
        long size = seeds.size();
        for (Axis axis : axes) {
            size *= axis.values().size();
            if (size > MOST_TRIALS) {
                throw new IllegalArgumentException("a sweep has at most " + MOST_TRIALS + " runs");
            }
        }
        Set<SweptSetting> varied = new HashSet<>();
        for (Axis axis : axes) {
            if (!varied.add(axis.setting())) {
                throw new IllegalArgumentException(axis.setting().label() + " is given twice");
            }
        }
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw new IllegalArgumentException("a seed is given twice");
        }
    }

    /**
     * The seeds of a list such as "0-4, 9".
     *
     * @throws IllegalArgumentException when it isn't one, with a sentence
     */
    public static List<Long> seeds(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            try {
                if (range.matches() && Long.parseLong(range.group(1)) > Long.parseLong(range.group(2))) {
                    throw new IllegalArgumentException("a range of seeds goes from a smaller to a larger one, not from " + range.group(1) + " to " + range.group(2));
                } else if (range.matches()) {
                    LongStream.rangeClosed(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))).limit(MOST_TRIALS + 1).forEach(seeds::add);
                } else {
                    seeds.add(Long.parseLong(part.strip()));
                }
            } catch (NumberFormatException notWhole) {
                throw new IllegalArgumentException("seeds must be whole numbers or ranges such as 0-4, not '" + part.strip() + "'", notWhole);
            }
        }
        return seeds;
    }

    /**
     * Its runs in their order: the last axis changes faster than the first, and the seed fastest.
     *
     * @throws IllegalArgumentException when a value isn't allowed, or two of a setting are the same, with a sentence
     */
    public List<Trial> trials() {
        axes.forEach(this::checkOnce);
        List<Map<SweptSetting, String>> combinations = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<SweptSetting, String>> next = new ArrayList<>();
            for (Map<SweptSetting, String> each : combinations) {
                for (String value : axis.values()) {
                    Map<SweptSetting, String> more = new LinkedHashMap<>(each);
                    more.put(axis.setting(), value);
                    next.add(more);
                }
            }
            combinations = next;
        }
        List<Trial> trials = new ArrayList<>();
        for (Map<SweptSetting, String> each : combinations) {
            Hyperparameters settings = base;
            // in the order of the settings, whatever that of the axes: a rate that is given is none that follows the optimizer
            for (SweptSetting setting : new TreeMap<>(each).keySet()) {
                settings = setting.with(settings, each.get(setting));
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (Axis axis : axes) {
                values.put(axis.setting().label(), axis.setting().of(settings));
            }
            for (long seed : seeds) {
                trials.add(new Trial(trials.size(), values, settings.withSeed(seed)));
            }
        }
        return List.copyOf(trials);
    }

    private void checkOnce(Axis axis) {
        Set<String> taken = new HashSet<>();
        for (String value : axis.values()) {
            String text = axis.setting().of(axis.setting().with(base, value));
            if (!taken.add(text)) {
                throw new IllegalArgumentException(axis.setting().title() + " has the value " + text + " twice");
            }
        }
    }
}
