package org.digitscope.files.datasets;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;

/** What the names of folders and pictures say about the class of the pictures. */
final class PictureLabels {

    private static final List<String> WORDS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    /** "3_0001.png", "label-3-17.png": a digit in front, and more behind it. */
    private static final Pattern IN_FRONT = Pattern.compile("(?i)(?:(?:label|digit|class|num|number)[-_ ]?)?(\\d)[-_ ].+");

    private PictureLabels() {
    }

    /** The digit of a folder that is named like "7" or "seven". */
    static OptionalInt digit(String folder) {
        return folder.matches("\\d") ? OptionalInt.of(folder.charAt(0) - '0') : find(WORDS.indexOf(folder.toLowerCase(Locale.ROOT)));
    }

    /** The class of a folder that is named like one of Fashion-MNIST, whatever stands between its words. */
    static OptionalInt clothes(String folder) {
        String letters = letters(folder);
        return letters.isEmpty() ? OptionalInt.empty() : IntStream.range(0, Dataset.CLASSES).filter(label -> {
            String name = letters(ClassNames.FASHION.of(label));
            return letters.equals(name) || letters.equals("tshirt") && name.startsWith(letters);
        }).findFirst();
    }

    /** The digit that the name of a picture begins with. */
    static OptionalInt inFront(String picture) {
        Matcher matcher = IN_FRONT.matcher(picture);
        return matcher.matches() ? OptionalInt.of(matcher.group(1).charAt(0) - '0') : OptionalInt.empty();
    }

    private static OptionalInt find(int index) {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
