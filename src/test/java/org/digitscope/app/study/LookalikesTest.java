package org.digitscope.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.digitscope.app.LateExecutor;
import org.digitscope.app.LateExecutor.Order;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Backdrop;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.OnPattern;
import org.digitscope.explain.PatternIndex;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class LookalikesTest {

    private static final List<DigitSets> SETS = List.of(new DigitSets(Examples.pictures(40, 1), Examples.pictures(12, 2)),
            new DigitSets(Examples.pictures(50, 3), Examples.pictures(15, 4)));

    private final TestThread fx = new TestThread();
    private LateExecutor pool;
    private AppModel model;
    private PadModel drawing;
    private Lookalikes lookalikes;

    private void start(Order order, long seed) {
        pool = new LateExecutor(order, seed);
        model = new AppModel(pool, fx);
        drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        lookalikes = new Lookalikes(model, drawing);
        model.digitsLoaded(SETS.get(0));
        pool.runAll(fx);
    }

    private void draw(int picture) {
        drawing.load(Backdrop.ofDigit(SETS.get(0).validation().image(picture)));
    }

    private void assertFound() {
        DigitSets digits = model.digitsProperty().get();
        byte[] pixels = drawing.digitProperty().get().orElseThrow().main();
        assertEquals(NearestDigits.of(digits.training()).to(pixels, Lookalikes.COUNT),
                lookalikes.foundProperty().get().orElseThrow().neighbours());
    }

    @Test
    void whatIsFoundBelongsToThePicturesAndInTheEndToTheDrawing() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            start(Order.values()[seed % 3], seed);
            for (int action = 0; action < 40; action++) {
                switch (random.nextInt(7)) {
                    case 0, 1 -> draw(random.nextInt(12));
                    case 2 -> drawing.clear();
                    case 3 -> model.digitsLoaded(SETS.get(random.nextInt(2)));
                    case 4 -> pool.refuse(LateExecutor.refusals().get(random.nextInt(3)));
                    case 5 -> pool.runOne();
                    default -> fx.runNext();
                }
                lookalikes.foundProperty().get().ifPresent(found -> found.neighbours().forEach(each ->
                        assertEquals(model.digitsProperty().get().training().label(each.picture()), each.label())));
                if (drawing.digitProperty().get().isEmpty()) {
                    assertEquals(Optional.empty(), lookalikes.foundProperty().get());
                }
            }
            pool.refuseNothing();
            pool.runAll(fx);
            draw(random.nextInt(12));
            pool.runAll(fx);
            assertFound();
            drawing.clear();
            pool.runAll(fx);
            assertEquals(Optional.empty(), lookalikes.foundProperty().get());
        }
    }

    @Test
    void thePatternOfTheLastQuestionIsToldAndNoneThatIsNotWantedAnyMore() {
        start(Order.RANDOM, 2);
        List<String> told = new ArrayList<>();
        Parameters[] networks = {Examples.parameters(3, 1), Examples.parameters(4, 2)};
        byte[] pixels = SETS.get(0).training().image(5);
        for (Parameters network : networks) {
            ForwardTrace trace = ForwardTrace.of(pixels, network);
            lookalikes.samePattern(trace, pictures -> told.add(network.layer(1).outputs() + " " + pictures));
        }
        pool.runAll(fx);
        ForwardTrace last = ForwardTrace.of(pixels, networks[1]);
        List<Integer> expected = PatternIndex.of(networks[1], SETS.get(0).training()).pictures(OnPattern.of(last));
        assertTrue(expected.contains(5));
        assertEquals(List.of("4 " + expected), told);
        lookalikes.samePattern(last, pictures -> told.add("forgotten"));
        lookalikes.forgetPattern();
        lookalikes.samePattern(last, pictures -> told.add("of other pictures"));
        model.digitsLoaded(SETS.get(1));
        pool.runAll(fx);
        pool.refuse(LateExecutor.outOfMemory());
        lookalikes.samePattern(last, pictures -> told.add("refused"));
        pool.runAll(fx);
        lookalikes.samePattern(last, pictures -> told.add("others " + pictures));
        pool.runAll(fx);
        List<Integer> others = PatternIndex.of(networks[1], SETS.get(1).training()).pictures(OnPattern.of(last));
        assertEquals(List.of("4 " + expected, "others " + others), told);
    }
}
