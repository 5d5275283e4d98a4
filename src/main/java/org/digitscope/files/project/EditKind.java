package org.digitscope.files.project;

import static org.digitscope.files.StrictJson.fields;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.Fields;

/** The kinds of changes that a person makes to a network by hand, each with what a project keeps of it. */
enum EditKind {
    MUTE("mute", Edit.Mute.class, mute -> fields("neuron", mute.neuron(), "activation", mute.activation()),
            json -> new Edit.Mute(json.integer("neuron"), (float) json.number("activation"))),
    SET("set", Edit.SetValue.class, set -> fields("tensor", set.parameter().tensor().name(), "input", set.parameter().input(),
            "output", set.parameter().output(), "value", set.value()),
            json -> new Edit.SetValue(parameter(json), (float) json.number("value"))),
    NOISE("noise", Edit.Noise.class, noise -> fields("sigma", noise.sigma(), "seed", Long.toString(noise.seed())),
            json -> new Edit.Noise((float) json.number("sigma"), json.longInteger("seed"))),
    WITHOUT_BIASES("without biases", Edit.WithoutBiases.class, edit -> fields(), json -> new Edit.WithoutBiases());

    private static final String KIND = "kind";

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

    private static ScalarParameter parameter(Fields json) throws UnreadableFileException {
        String name = json.text("tensor");
        ScalarParameter.Tensor tensor = Stream.of(ScalarParameter.Tensor.values()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> json.wrong("tensor", json.node().get("tensor"), "one of the four tensors"));
        return new ScalarParameter(tensor, json.integer("input"), json.integer("output"));
    }
}
