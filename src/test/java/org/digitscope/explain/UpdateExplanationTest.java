package org.digitscope.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShownNumbers;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.NextStep;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class UpdateExplanationTest {

    private static final Dataset TRAINING = Examples.pictures(300, 1);
    private static final Dataset VALIDATION = Examples.pictures(20, 2);

    @Test
    void foretellsTheBitsOfTheNextStepAndLeavesTheRunAsItWas() {
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            for (int batchSize : new int[] {1, 32, 299}) {
                Hyperparameters settings = Hyperparameters.NOTEBOOK.withOptimizer(optimizer).withBatchSize(batchSize);
                Trainer asked = new Trainer(TRAINING, VALIDATION, settings);
                Trainer silent = new Trainer(TRAINING, VALIDATION, settings);
                // the last of them is the first step of an epoch with another shuffle
                for (int step = 0; step <= asked.stepsPerEpoch(); step++) {
                    NextStep next = next(asked);
                    to(asked, step + 1);
                    to(silent, step + 1);
                    assertSame(next.after(), asked.snapshot().parameters());
                    assertSame(silent.snapshot().parameters(), asked.snapshot().parameters());
                    assertSame(next.momentsAfter().get(0), asked.checkpoint().moments().get(0));
                }
            }
        }
    }

    @Test
    void withAPenaltyThePushesAndItsGradientAddUpAndTheTextNamesBoth() {
        Penalty penalty = new Penalty(0.001, 0.01);
        Trainer trainer = new Trainer(TRAINING, VALIDATION, Hyperparameters.NOTEBOOK.withPenalty(penalty));
        to(trainer, 5);
        for (ScalarParameter parameter : new ScalarParameter[] {ScalarParameter.weight(1, 406, 3), ScalarParameter.weight(2, 7, 1)}) {
            UpdateExplanation explanation = UpdateExplanation.of(next(trainer), TRAINING, parameter);
            double own = penalty.gradient(explanation.before());
            assertEquals(explanation.gradient(), explanation.sum() + own, 1e-7);
            assertTrue(explanation.text().contains(" + " + ShownNumbers.operand(own) + " of the penalty (0.001·sign(w) + 2·0.01·w)"), explanation.text());
        }
        UpdateExplanation bias = UpdateExplanation.of(next(trainer), TRAINING, ScalarParameter.bias(1, 3));
        assertEquals(bias.gradient(), bias.sum(), 1e-7);
        assertFalse(bias.text().contains("penalty"), bias.text());
    }

    @Test
    void thePushesAddUpToTheGradient() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, Hyperparameters.NOTEBOOK);
        to(trainer, 5);
        NextStep next = next(trainer);
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            ScalarParameter parameter = switch (round % 4) {
                case 0 -> ScalarParameter.weight(1, random.nextInt(784), random.nextInt(20));
                case 1 -> ScalarParameter.bias(1, random.nextInt(20));
                case 2 -> ScalarParameter.weight(2, random.nextInt(20), random.nextInt(10));
                default -> ScalarParameter.bias(2, random.nextInt(10));
            };
            UpdateExplanation explanation = UpdateExplanation.of(next, TRAINING, parameter);
            assertEquals(32, explanation.pushes().size());
            assertEquals(explanation.gradient(), explanation.sum(), 1e-7);
            assertEquals(parameter.get(next.after()), explanation.after());
            for (int i = 1; i < 32; i++) {
                assertTrue(Math.abs(explanation.pushes().get(i - 1).gradient()) >= Math.abs(explanation.pushes().get(i).gradient()));
            }
        }
    }

    @Test
    void theEquationsHaveTheNumbersThatTheyNeed() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, Hyperparameters.NOTEBOOK);
        to(trainer, 3);
        ScalarParameter bias = ScalarParameter.bias(2, 7);
        UpdateExplanation explanation = UpdateExplanation.of(next(trainer), TRAINING, bias);
        String text = explanation.text();
        float m = bias.get(explanation.next().momentsAfter().get(0));
        assertTrue(text.contains("Σ of 32 pushes"), text);
        assertTrue(text.contains("·(g − ") && text.contains(" = " + m), text);
        assertTrue(text.contains("step t = 4: 0.001·√(1 − 0.999^t)/(1 − 0.9^t)"), text);
        assertTrue(text.endsWith(" = " + explanation.after()), text);
    }

    @Test
    void eachOptimizerHasItsOwnEquations() {
        Trainer trainer = new Trainer(TRAINING, VALIDATION, Hyperparameters.NOTEBOOK.withOptimizer(OptimizerKind.SGD));
        to(trainer, 3);
        ScalarParameter bias = ScalarParameter.bias(2, 7);
        UpdateExplanation explanation = UpdateExplanation.of(next(trainer), TRAINING, bias);
        float before = bias.get(explanation.next().momentsBefore().get(0));
        float after = bias.get(explanation.next().momentsAfter().get(0));
        assertTrue(explanation.text().endsWith(String.format("u = 0.9·%s − 0.001·g = %s%nw = %s + u = %s", ShownNumbers.operand(before), after,
                explanation.before(), explanation.after())), explanation.text());
    }

    @Test
    void negativeNumbersBehindAnOperatorStandInBrackets() {
        int negative = 0;
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            Trainer trainer = new Trainer(TRAINING, VALIDATION, Hyperparameters.NOTEBOOK.withOptimizer(optimizer).withPenalty(new Penalty(0.001, 0)));
            for (int step = 0; step < 3; step++) {
                to(trainer, step);
                NextStep next = next(trainer);
                for (int digit = 0; digit < 10; digit++) {
                    for (ScalarParameter parameter : new ScalarParameter[] {ScalarParameter.weight(2, 4, digit), ScalarParameter.weight(1, 0, digit)}) {
                        String text = UpdateExplanation.of(next, TRAINING, parameter).text();
                        // operators are typographic here and signs ASCII
                        assertFalse(Pattern.compile("[·−+/√] *-").matcher(text).find(), text);
                        negative += text.contains("(-") ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(negative > 20, "of " + negative);
    }

    private static NextStep next(Trainer trainer) {
        return NextStep.of(TRAINING, trainer.settings(), trainer.checkpoint(), trainer.learningRate());
    }

    private static void to(Trainer trainer, int step) {
        trainer.run(() -> trainer.step() >= step, snapshot -> { });
        assertEquals(step, trainer.step());
    }

    private static void assertSame(Parameters expected, Parameters actual) {
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expected.arrays()[i], actual.arrays()[i]);
        }
    }
}
