package org.digitscope.files.project;

import static org.digitscope.files.StrictJson.fields;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.Fields;
import org.digitscope.network.Neuron;

/** The kinds of changes that a person makes to a network by hand, each with what a project keeps of it. */
enum EditKind {
    MUTE("mute", Edit.Mute.class, mute -> mute(mute),
            json -> new Edit.Mute(new Neuron(json.has("layer") ? json.integer("layer") : 1, json.integer("neuron")),
                    (float) json.number("activation"))),
    SET("set", Edit.SetValue.class, set -> fields("tensor", tensor(set.parameter()), "input", set.parameter().input(),
            "output", set.parameter().output(), "value", set.value()),
            json -> new Edit.SetValue(parameter(json), (float) json.number("value"))),
    NOISE("noise", Edit.Noise.class, noise -> fields("sigma", noise.sigma(), "seed", Long.toString(noise.seed())),
            json -> new Edit.Noise((float) json.number("sigma"), json.longInteger("seed"))),
    WITHOUT_BIASES("without biases", Edit.WithoutBiases.class, edit -> fields(), json -> new Edit.WithoutBiases());

    private static final String KIND = "kind";
    private static final Pattern TENSOR = Pattern.compile("LAYER_([1-9])_(KERNEL|BIAS)");

    private interface Reader {
        Edit read(Fields json) throws UnreadableFileException;
    }

    private final String word;
    private final Class<? extends Edit> type;
    private final Function<Edit, Map<String, Object>> writer;
    private final Reader reader;

    <E extends Edit> EditKind(String word, Class<E> type, Function<E, Map<String, Object>> writer, Reader reader) {
        this.word = word;
        this.type = type;
        this.writer = edit -> writer.apply(type.cast(edit));
        this.reader = reader;
    }

    static Map<String, Object> write(Edit edit) {
        EditKind kind = Stream.of(values()).filter(each -> each.type.isInstance(edit)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of change is " + edit));
        Map<String, Object> json = fields(KIND, kind.word);
        json.putAll(kind.writer.apply(edit));
        return json;
    }

    /** @throws IllegalArgumentException when no such change can be made to any network */
    static Edit read(Fields json) throws UnreadableFileException {
        String word = json.text(KIND);
        EditKind kind = Stream.of(values()).filter(each -> each.word.equals(word)).findFirst()
                .orElseThrow(() -> json.wrong(KIND, json.node().get(KIND),
                        "one of " + Stream.of(values()).map(each -> each.word).collect(Collectors.joining(", "))));
        return kind.reader.read(json);
    }

    /** The layer is left out where it is the first, as in files from before there were more hidden ones. */
    private static Map<String, Object> mute(Edit.Mute mute) {
        Map<String, Object> json = fields("neuron", mute.neuron().index(), "activation", mute.activation());
        if (mute.neuron().layer() > 1) {
            json.put("layer", mute.neuron().layer());
        }
        return json;
    }

    private static String tensor(ScalarParameter parameter) {
        return "LAYER_" + parameter.layer() + (parameter.isBias() ? "_BIAS" : "_KERNEL");
    }

    private static ScalarParameter parameter(Fields json) throws UnreadableFileException {
        Matcher name = TENSOR.matcher(json.text("tensor"));
        if (!name.matches()) {
            throw json.wrong("tensor", json.node().get("tensor"), "a tensor such as LAYER_1_KERNEL or LAYER_2_BIAS");
        }
        return new ScalarParameter(Integer.parseInt(name.group(1)), name.group(2).equals("BIAS"), json.integer("input"), json.integer("output"));
    }
}
