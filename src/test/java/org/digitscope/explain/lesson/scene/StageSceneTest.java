package org.digitscope.explain.lesson.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.SheetEditor;
import org.digitscope.explain.lesson.condition.UnknownWordsException;
import org.digitscope.explain.lesson.scene.StageScene.Drawing;
import org.digitscope.explain.lesson.scene.StageScene.Input;
import org.digitscope.explain.lesson.scene.StageScene.Place;
import org.digitscope.explain.lesson.scene.StageScene.Step;
import org.digitscope.explain.lesson.scene.StageScene.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageSceneTest {

    @Test
    void everyPartOfASceneIsRead() throws UnknownWordsException {
        assertEquals(new StageScene(Optional.of(new Place("weights", Optional.of("who matters"))), Optional.of(new Step(Optional.of(1875))),
                Optional.of(new Unit(Optional.of(2), 14, true)), Optional.of(new Drawing.Digit(7)), Optional.of(new Input("test digit", Optional.of(12))),
                Optional.of("true:4 said:9")),
                StageScene.parse("View Weights,  part who  matters, step 1875, pin neuron 14 of layer_2, digit 7, input test digit 12, filter true:4  said:9"));
        assertEquals(new Drawing.Strokes(List.of(new PenLine(List.of(new Point(0.25, 0.2), new Point(0.75, 0.2)), SheetEditor.PEN_WIDTH),
                new PenLine(List.of(new Point(1, 0)), SheetEditor.PEN_WIDTH))), StageScene.parse("strokes 25 20 75 20 / 100 0").drawing().orElseThrow());
        assertEquals(new Drawing.Strokes(List.of()), StageScene.parse("blank").drawing().orElseThrow());
        assertEquals(new Step(Optional.empty()), StageScene.parse("step live").step().orElseThrow());
        assertEquals(new Unit(Optional.of(1), 3, false), StageScene.parse("neuron 3").unit().orElseThrow());
        assertEquals(new Unit(Optional.empty(), 7, true), StageScene.parse("pin output 7").unit().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"view live", "view weights, part who matters, step 1875, neuron 14, digit 7, input test digit 12, filter true:4 said:9",
        "view runs, part neurons, step live, pin output 3, blank, input mean, filter", "pin neuron 3 of layer_2, strokes 25 20 75 20 45 85 / 30 50 60 50, input batch"})
    void whatIsWrittenIsReadAgain(String text) throws UnknownWordsException {
        assertEquals(text, StageScene.parse(text).text());
    }

    @Test
    void aStrokeThatComesBackIsWrittenWithAllItsWay() {
        Drawing loop = new Drawing.Strokes(List.of(new PenLine(List.of(new Point(0.1, 0.1), new Point(0.104, 0.1), new Point(0.5, 0.9), new Point(0.1, 0.1)), 1)));
        assertEquals("strokes 10 10 50 90 10 10", StageScene.NOTHING.with(loop).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | A part of the scene is expected, such as 'view weights' or 'step 1875', with commas between them",
        "view live, | A part of the scene is expected, such as 'view weights' or 'step 1875', with commas between them",
        "stpe 3 | 'stpe' is no part of a scene; the nearest is 'step'", "view | One of live, network, weights, why, test digits, runs, notebook is expected behind 'view'",
        "view wieghts | 'wieghts' is no view; the nearest is 'weights'", "part curves | 'part curves' belongs to 'view runs'",
        "view runs, part what if | 'part what if' belongs to 'view weights'", "view live, view runs | 'view' is there twice",
        "step -3 | A whole number or 'live' is expected behind 'step'", "step 12345678 | A whole number or 'live' is expected behind 'step'",
        "neuron x | A number such as '14' or '3 of layer_2' is expected behind 'neuron'", "neuron 3 of layer_9 | A number such as '14' or '3 of layer_2' is expected behind 'neuron'",
        "pin output 10 | 'neuron 14', 'neuron 3 of layer_2' or 'output 7' is expected behind 'pin'", "pin 3 | 'neuron 14', 'neuron 3 of layer_2' or 'output 7' is expected behind 'pin'",
        "neuron 1, pin neuron 2 | A scene has either 'neuron' or 'pin'", "digit seven | The number of a test digit is expected behind 'digit'",
        "digit 1, blank | A scene has one of 'digit', 'strokes' and 'blank'", "blank 3 | Nothing is expected behind 'blank'",
        "strokes 1 2 3 | 'strokes' is expected with pairs of whole numbers from 0 to 100, such as 'strokes 25 20 75 20 / 30 50 60 50'",
        "strokes 1 101 | 'strokes' is expected with pairs of whole numbers from 0 to 100, such as 'strokes 25 20 75 20 / 30 50 60 50'",
        "strokes 1 2 / | 'strokes' is expected with pairs of whole numbers from 0 to 100, such as 'strokes 25 20 75 20 / 30 50 60 50'",
        "input nothing | 'input' is expected with 'drawing', 'mean', 'batch' or 'test digit 7'", "input test digit x | A whole number is expected behind 'input test digit'",
        "filter ture:4 | 'ture:4' is no filter of digits: \"ture:4\" is none of: wrong, right, unsure, true:4, said:9, index:12, index:100-199"})
    void whatIsNoSceneIsSaidWithTheNearestOne(String text, String sentence) {
        assertEquals(sentence, assertThrows(UnknownWordsException.class, () -> StageScene.parse(text)).getMessage());
    }

    @Test
    void theListNamesEveryWord() {
        assertEquals(SceneWord.words(), StageScene.words().keySet().stream().map(each -> each.split(" ")[0]).toList());
    }
}
