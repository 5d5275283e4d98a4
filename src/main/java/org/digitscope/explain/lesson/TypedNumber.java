package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people may mean by a number that they typed. */
final class TypedNumber {

    private static final String NUMBER = "[-+]?\\d[\\d.,' ]*|[-+]?[.,]\\d+";
    /** A number, perhaps through another one, perhaps in percent, perhaps with a unit in words, perhaps as a sentence. */
    private static final Pattern TYPED = Pattern.compile(
            "=? *(?<top>" + NUMBER + ") *(/ *(?<bottom>" + NUMBER + "))? *(?<percent>%)? *[\\p{L} ]*[.!]?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}([., ']\\d{3})+");

    private TypedNumber() {
    }

    /** All readings of a text: none if it is no number, two where a point or comma may separate thousands, as in 1.500. */
    static List<Double> readings(String text) {
        Matcher typed = TYPED.matcher(text.strip());
        if (!typed.matches()) {
            return List.of();
        }
        List<Double> readings = new ArrayList<>();
        List<Double> bottoms = typed.group("bottom") == null ? List.of(1.0) : plain(typed.group("bottom"));
        for (double top : plain(typed.group("top"))) {
            for (double bottom : bottoms) {
                readings.add(top / bottom / (typed.group("percent") == null ? 1 : 100));
            }
        }
        readings.removeIf(number -> !Double.isFinite(number));
        return readings;
    }

    private static List<Double> plain(String number) {
        // what stands last is the sentence's full stop
        String text = number.strip().replaceAll("[.,]$", "");
        List<Double> readings = new ArrayList<>();
        if (THOUSANDS.matcher(text).matches()) {
            readings.add(Double.valueOf(text.replaceAll("[., ']", "")));
        }
        String decimal = text.replaceAll("[ ']", "").replace(',', '.');
        if (decimal.indexOf('.') == decimal.lastIndexOf('.')) {
            readings.add(Double.valueOf(decimal));
        }
        return readings;
    }
}
