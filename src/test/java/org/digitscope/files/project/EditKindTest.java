package org.digitscope.files.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.files.Fields;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Neuron;
import org.junit.jupiter.api.Test;

class EditKindTest {

    private static final List<Edit> ONE_OF_EACH = List.of(new Edit.Mute(new Neuron(1, 3), 0.5f), new Edit.SetValue(ScalarParameter.weight(2, 2, 7), -1.5f),
            new Edit.Noise(0.05f, Long.MIN_VALUE), new Edit.WithoutBiases());

    @Test
    void everyKindOfChangeComesBackAsItWas() throws UnreadableFileException {
        assertEquals(Set.of(Edit.class.getPermittedSubclasses()), ONE_OF_EACH.stream().map(Edit::getClass).collect(Collectors.toSet()),
                "another kind of change is kept in projects as well");
        for (Edit edit : ONE_OF_EACH) {
            String json = StrictJson.write(EditKind.write(edit));
            assertEquals(edit, EditKind.read(new Fields("a project", "", StrictJson.parse(json).orElseThrow())));
        }
    }
}
