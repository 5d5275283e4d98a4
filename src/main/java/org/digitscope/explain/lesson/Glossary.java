package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that the program uses, each explained in a few sentences. */
public final class Glossary {

    private final Map<String, String> entries = LessonWords.read("glossary.txt");

    private Glossary() {
    }

    /** The glossary that comes with the program. */
    public static Glossary load() {
        return new Glossary();
    }

    /** Word and explanation, in alphabetical order. */
    public Map<String, String> entries() {
        return entries;
    }

    /** The words that contain a text, or whose explanation does. */
    public List<String> search(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return entries.entrySet().stream()
                .filter(entry -> (entry.getKey() + " " + entry.getValue()).toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey).toList();
    }

    /** @throws IllegalArgumentException when the word isn't in it */
    public String explain(String word) {
        String text = entries.get(word);
        if (text == null) {
            throw new IllegalArgumentException("the glossary has no word " + word);
        }
        return text;
    }
}
