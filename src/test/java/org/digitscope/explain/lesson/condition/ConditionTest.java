package org.digitscope.explain.lesson.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.digitscope.network.Activation;
import org.digitscope.network.StartValues;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.training.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static final LessonState STATE = LessonState.UNKNOWN.with(Quantity.TEST_ACCURACY, 0.965).with(Quantity.TRAINING_ACCURACY, 0.991)
            .with(Quantity.VALIDATION_ACCURACY, 0.911).with(Quantity.EPOCHS, 3).with(Quantity.NEURONS, 20).with(Quantity.LEARNING_RATE, 0.001)
            .with(Quantity.DRAWING_SAYS, 2).with(Quantity.DRAWING_MEANT_AS, 7).with(Quantity.DRAWING_PROBABILITY, 0.93)
            .with(Quantity.DIGIT_TRUE, 4).with(Quantity.DIGIT_SAID, 9).with(Quantity.DIGIT_MARGIN, 0.049)
            .with(Setting.ACTIVATION, "relu").with(Setting.START_VALUES, "all zero").with(Fact.DIVERGED, true).with(Fact.COSTLIEST_MUTED, false).with(Fact.COSTLIEST_MUTED, "neuron 14 is muted");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "test accuracy >= 96.5 %", "test accuracy ≥ 96,5 %", "Test Accuracy is at least 96.5 percent", "test accuracy reaches 96.5 %",
        "training accuracy >= 99 % and validation accuracy <= training accuracy - 8 points",
        "validation accuracy <= training accuracy − 8 points", "drawing says 2", "drawing meant as 7 says 2", "drawing says 2 probability > 90 %",
        "digit true 4 said 9 margin < 5 points", "diverged", "not costliest neuron is muted", "epochs = 3", "epochs is 3", "epochs is not 4",
        "neurons > 128 or neurons < 30", "not (neurons > 128 and diverged)", "activation is relu", "activation is not tanh", "start values is all zero",
        "learning rate <= 1e-3", "learning rate is below 0,01", "epochs < neurons", "diverged and epochs >= 3 or epochs > 100",
        "validation accuracy >= training accuracy - 8.5 points"})
    void holds(String text) throws UnknownWordsException {
        assertTrue(Condition.parse(text).holds(STATE), text);
        assertEquals(List.of(), Condition.parse(text).missing(STATE), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "test accuracy > 96.5 % | The test accuracy is 96.50 %; the task asks for more than 96.5 %.",
        "training accuracy >= 99 % and validation accuracy <= training accuracy - 8.5 points | "
                + "The validation accuracy is 91.10 %; the task asks for at most the training accuracy, 99.10 %, minus 8.5 points.",
        "drawing says 3 | The drawing is taken for 2; the task asks for 3.",
        "digit true 4 said 9 margin < 4 points | The chosen digit's lead of the first answer over the second is 4.90 %; the task asks for less than 4 points.",
        "costliest neuron is muted | Neuron 14 is muted; the task asks for the one that costs most when it is muted.",
        "not diverged | The run has diverged; the task asks for one that has not.",
        "activation is tanh | The activation is relu; the task asks for tanh.", "activation is not relu | The activation is relu; the task asks for anything but relu.",
        "neurons > 128 or epochs > 3 | The number of neurons is 20; the task asks for more than 128. Or: The number of finished epochs is 3; the task asks for more than 3.",
        "not (neurons = 20 and epochs >= 3) | The number of neurons is 20; the task asks for anything but 20. Or: The number of finished epochs is 3; the task asks for less than 3.",
        "not (neurons > 128 or epochs >= 3) | The number of finished epochs is 3; the task asks for less than 3.",
        "not not neurons > 128 | The number of neurons is 20; the task asks for more than 128.",
        "runs >= 2 | The number of runs in the list is not known yet; the task asks for at least 2.",
        "not runs >= 2 | The number of runs in the list is not known yet; the task asks for less than 2.",
        "digit said 3 and digit number = 5 | The chosen digit is taken for 9; the task asks for 3. The number of the chosen digit is not known yet; the task asks for 5.",
        "first digit said 3 | What test digit 0 is taken for is not known yet; the task asks for 3.",
        "finished | Whether the run has reached its last epoch is not known yet; the task asks for one that has.",
        "learning rate > 0.001 | The learning rate is 0.001000; the task asks for more than 0.001.",
        "epochs >= neurons + 1 | The number of finished epochs is 3; the task asks for at least the number of neurons, 20, plus 1."})
    void whatIsMissingIsSaidWithWhatIs(String text, String missing) throws UnknownWordsException {
        assertFalse(Condition.parse(text).holds(STATE), text);
        assertEquals(missing, String.join(" ", Condition.parse(text).missing(STATE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tset accuracy >= 90 % | 'tset accuracy' is not known; the nearest is 'test accuracy'",
        "test accuracy >= 96.5 | 'test accuracy' is a share: % or points are expected after its number, such as 'test accuracy >= 95 %'",
        "epochs >= 3 % | 'epochs' is no share, so its number has no '%'", "test accuracy >= | A number is expected after 'test accuracy'",
        "epochs > 1,500 | Thousands are not separated: '1500' or '1.500' is expected instead of '1,500'",
        "activation is rleu | 'rleu' is not known; the nearest is 'relu'",
        "activation | 'is' and one of relu, tanh, sigmoid, linear is expected after 'activation'",
        "(diverged | A bracket that is opened has to be closed", "diverged epochs > 3 | 'and', 'or' or the end is expected where it says 'epochs > 3'",
        "diverged and | Something is missing at the end of the condition", "> 3 | Something that can be compared is expected before '> 3'",
        "epochs > test accuracy | 'epochs' can't be compared with 'test accuracy'", "epochs > diverged | 'epochs' can't be compared with 'diverged'",
        "digit true 4 sad 9 | 'sad' is not known; the nearest is 'said'", "epochs > 1.2.3 | '1.2.3' is not a number such as 96.5",
        "'' | A condition is expected, such as 'test accuracy >= 95 %'",
        "test accuracy >= unchanged test accuracy - | A number is expected after '−'"})
    void whatIsNoConditionIsSaidWithTheNearestOne(String text, String sentence) {
        assertEquals(sentence, assertThrows(UnknownWordsException.class, () -> Condition.parse(text)).getMessage());
    }

    @Test
    void nothingIsTrueOfWhatIsNotKnownNorItsOpposite() throws UnknownWordsException {
        for (String text : List.of("test accuracy >= 0 %", "diverged", "activation is relu", "drawing says 2")) {
            assertFalse(Condition.parse(text).holds(LessonState.UNKNOWN), text);
            assertFalse(Condition.parse("not " + text).holds(LessonState.UNKNOWN), text);
        }
        assertTrue(Condition.parse("diverged or test loss > 3").holds(LessonState.UNKNOWN.with(Fact.DIVERGED, true)));
        assertFalse(Condition.parse("diverged and test loss > 3").holds(LessonState.UNKNOWN.with(Fact.DIVERGED, true)));
    }

    @ParameterizedTest
    @EnumSource
    void eachQuantityIsComparedByItsName(Quantity quantity) throws UnknownWordsException {
        String number = quantity.unit() == Quantity.Unit.SHARE ? "50 %" : "3";
        double value = quantity.unit() == Quantity.Unit.SHARE ? 0.5 : 3;
        Condition condition = Condition.parse(quantity.phrase() + " >= " + number);
        assertTrue(condition.holds(LessonState.UNKNOWN.with(quantity, value)));
        assertFalse(condition.holds(LessonState.UNKNOWN.with(quantity, value - 0.01)));
        assertFalse(condition.holds(LessonState.UNKNOWN.with(quantity, Double.NaN)));
    }

    @ParameterizedTest
    @EnumSource
    void eachFactHoldsOrNot(Fact fact) throws UnknownWordsException {
        assertTrue(Condition.parse(fact.phrase()).holds(LessonState.UNKNOWN.with(fact, true)));
        assertTrue(Condition.parse("not " + fact.phrase()).holds(LessonState.UNKNOWN.with(fact, false)));
    }

    @ParameterizedTest
    @EnumSource
    void eachSettingIsOneOfItsWords(Setting setting) throws UnknownWordsException {
        for (String word : setting.words()) {
            Condition condition = Condition.parse(setting.phrase() + " is " + word);
            assertTrue(setting.words().stream().allMatch(now -> condition.holds(LessonState.UNKNOWN.with(setting, now)) == now.equals(word)), word);
        }
    }

    /** Every condition of the vocabulary, false and unknown, each said in one plain sentence. */
    @Test
    void everyConditionSaysInASentenceWhatIsSoAndWhatWasAsked() throws Exception {
        List<String> said = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            boolean share = quantity.unit() == Quantity.Unit.SHARE;
            said.add(missing(quantity.phrase() + " = " + (share ? "50 %" : "3"), LessonState.UNKNOWN.with(quantity, share ? 0.25 : 2)));
            said.add(missing(quantity.phrase() + " = " + (share ? "50 %" : "3"), LessonState.UNKNOWN));
        }
        for (Setting setting : Setting.values()) {
            String word = setting.words().get(0);
            said.add(missing(setting.phrase() + " is " + word, LessonState.UNKNOWN.with(setting, setting.words().get(1))));
            said.add(missing(setting.phrase() + " is not " + word, LessonState.UNKNOWN.with(setting, word)));
            said.add(missing(setting.phrase() + " is " + word, LessonState.UNKNOWN));
        }
        for (Fact fact : Fact.values()) {
            said.add(missing(fact.phrase(), LessonState.UNKNOWN.with(fact, false)));
            said.add(missing("not " + fact.phrase(), LessonState.UNKNOWN.with(fact, true)));
            said.add(missing(fact.phrase(), LessonState.UNKNOWN));
        }
        try (InputStream wanted = ConditionTest.class.getResourceAsStream("sentences.txt")) {
            assertEquals(new String(wanted.readAllBytes(), StandardCharsets.UTF_8).strip(), String.join("\n", said));
        }
    }

    private static String missing(String condition, LessonState state) throws UnknownWordsException {
        List<String> sentences = Condition.parse(condition).missing(state);
        assertEquals(1, sentences.size(), condition);
        return sentences.get(0);
    }

    @Test
    void theWordsAreThoseOfTheSettings() {
        assertEquals(labels(Stream.of(Activation.values()).map(Activation::label)), Setting.ACTIVATION.words());
        assertEquals(labels(Stream.of(OptimizerKind.values()).map(OptimizerKind::label)), Setting.OPTIMIZER.words());
        assertEquals(labels(Stream.of(StartValues.values()).map(StartValues::label)), Setting.START_VALUES.words());
        assertEquals(labels(Stream.concat(Stream.of(SweptSetting.values()).map(SweptSetting::label), Stream.of("seed"))), Setting.SWEEP.words());
    }

    private static List<String> labels(Stream<String> labels) {
        return labels.map(label -> label.toLowerCase(Locale.ROOT)).toList();
    }
}
