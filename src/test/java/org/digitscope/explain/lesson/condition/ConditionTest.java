package org.digitscope.explain.lesson.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            .with(Setting.ACTIVATION, "relu").with(Setting.START_VALUES, "all zero").with(Fact.DIVERGED, true).with(Fact.COSTLIEST_MUTED, false);

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
        "test accuracy > 96.5 % | test accuracy > 96.5 %, now 96.50 %",
        "training accuracy >= 99 % and validation accuracy <= training accuracy - 8.5 points | "
                + "validation accuracy ≤ training accuracy - 8.5 points (99.10 %), now 91.10 %",
        "drawing says 3 | drawing says = 3, now 2", "digit true 4 said 9 margin < 4 points | digit margin < 4 points, now 4.90 %",
        "costliest neuron is muted | costliest neuron is muted", "not diverged | not diverged", "activation is tanh | activation is tanh, now relu",
        "neurons > 128 or epochs > 3 | neurons > 128, now 20 or epochs > 3, now 3", "runs >= 2 | runs ≥ 2, not known yet",
        "not runs >= 2 | not runs >= 2", "learning rate > 0.001 | learning rate > 0.001, now 0.001000"})
    void whatIsMissingIsSaidWithWhatIs(String text, String missing) throws UnknownWordsException {
        assertFalse(Condition.parse(text).holds(STATE), text);
        assertEquals(List.of(missing), Condition.parse(text).missing(STATE));
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
