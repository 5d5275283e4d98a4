package org.digitscope.plot;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of a setting along an axis or in a table, each once: numbers and percentages ascending; anything else in the order in
 * which it came, such as "relu, tanh" and "20, 64-32".
 */
record SettingValues(List<String> texts, boolean areNumbers, boolean arePercentages) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
    private static final Pattern PERCENTAGE = Pattern.compile(NUMBER.pattern() + " ?%");
    /** Numbers that span such a factor lie at equal distances for equal ratios. */
    private static final double DECADE = 10;
    /** Of the axis, at both ends. */
    private static final double MARGIN = 0.06;

    static SettingValues of(List<String> all) {
        List<String> texts = all.stream().distinct().toList();
        boolean arePercentages = !texts.isEmpty() && texts.stream().allMatch(text -> PERCENTAGE.matcher(text).matches());
        boolean areNumbers = arePercentages || !texts.isEmpty() && texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
        return new SettingValues(areNumbers ? texts.stream().sorted(Comparator.comparingDouble(SettingValues::number)).toList() : texts, areNumbers,
                arePercentages);
    }

    /** Where a value lies on the axis. */
    double place(String text) {
        return areNumbers ? number(text) : texts.indexOf(text);
    }

    Scale axis() {
        if (!areNumbers) {
            return new Scale.Names(texts);
        }
        double low = number(texts.get(0));
        double high = number(texts.get(texts.size() - 1));
        if (low > 0 && high >= DECADE * low) {
            double factor = Math.pow(high / low, MARGIN);
            return new Scale.Log(low / factor, high * factor);
        }
        return new Scale.Linear(low - MARGIN * (high - low), high + MARGIN * (high - low));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("%", "").strip());
    }
}
