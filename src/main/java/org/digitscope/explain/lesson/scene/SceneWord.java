package org.digitscope.explain.lesson.scene;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.digitscope.explain.lesson.condition.Setting;

/** The words that the parts of a scene begin with. */
enum SceneWord {
    VIEW("view …", "the view that is opened: " + String.join(", ", Setting.VIEW.words())),
    PART("part …", "the part of Weights or Runs that is opened, as in 'view weights, part who matters'"),
    STEP("step …", "the step of the run that is shown, or the last one before it that is kept; 'step live' follows the training"),
    NEURON("neuron …", "the neuron that is chosen in all views: 'neuron 14' of layer_1, or 'neuron 3 of layer_2'"),
    PIN("pin …", "the same, kept in the picture of the network: 'pin neuron 14'; or an output: 'pin output 7'"),
    DIGIT("digit …", "the test digit of this number is put on the pad"),
    STROKES("strokes …", "drawn on the pad: places in percent from left and top, such as 'strokes 25 20 75 20 45 85'; a bar / begins another stroke"),
    BLANK("blank", "the pad is cleared"),
    INPUT("input …", "what Network shows the flow of: drawing, mean, batch, or 'input test digit 7'"),
    FILTER("filter …", "which digits Test digits lists: 'filter true:4 said:9'");

    private final String form;
    private final String meaning;

    SceneWord(String form, String meaning) {
        this.form = form;
        this.meaning = meaning;
    }

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SceneWord> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SceneWord::word).toList();
    }

    /** Each as it is written, with what it is. */
    static Map<String, String> meanings() {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(each -> all.put(each.form, each.meaning));
        return all;
    }
}
