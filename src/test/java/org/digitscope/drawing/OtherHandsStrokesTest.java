package org.digitscope.drawing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.PenStrokes.Score;
import org.digitscope.drawing.PenStrokes.Written;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What other hands are worth to people whom no network has seen, see {@link PenStrokes}. All that was chosen, was chosen by the even
 * writers. It prints a table.
 */
@Tag("soak")
class OtherHandsStrokesTest {

    @Test
    void aNetworkThatWasShownOtherHandsReadsThem() throws IOException {
        List<Written> digits = PenStrokes.readOrSkip();
        DigitSets plain = Mnist.load();
        long before = System.nanoTime();
        DigitSets hands = new Recipe(plain, OtherHands.USUAL, TaughtDigits.NONE, false).make();
        System.out.printf(Locale.ROOT, "other hands: %,d pictures more, made in %.1f s%n", hands.training().size() - plain.training().size(),
                (System.nanoTime() - before) / 1e9);
        List<Sheet> sheets = digits.stream().map(PenStrokes.large(new Random(1))).toList();
        List<Sheet> pictures = PenStrokes.pictures(sheets);
        for (int neurons : new int[] {20, 128}) {
            Score without = measure(plain, plain, neurons, digits, sheets, pictures);
            Score with = measure(hands, plain, neurons, digits, sheets, pictures);
            assertTrue(without.all() >= 92, without.toString());
            assertTrue(with.all() >= 94.5 && with.even() >= without.even() + 1 && with.odd() >= without.odd(), with.toString());
        }
    }

    private static Score measure(DigitSets trained, DigitSets mnist, int neurons, List<Written> digits, List<Sheet> sheets, List<Sheet> pictures) {
        long before = System.nanoTime();
        List<Parameters> networks = PenStrokes.networks(trained, Architecture.relu(neurons));
        double seconds = (System.nanoTime() - before) / 1e9;
        String name = (trained == mnist ? "plain" : "other hands") + ", " + neurons + " neurons";
        Score score = PenStrokes.score(networks, digits, sheets, FitStage.all());
        PenStrokes.print(name, score);
        PenStrokes.print(name + ", as pictures", PenStrokes.score(networks, digits, pictures, FitStage.all()));
        double test = PenStrokes.testAccuracy(networks, mnist);
        System.out.printf(Locale.ROOT, "%-48s %6.2f %% of the test digits, trained in %.1f s%n", name, test, seconds / networks.size());
        return score;
    }
}
