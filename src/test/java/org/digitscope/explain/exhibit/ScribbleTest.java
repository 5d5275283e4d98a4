package org.digitscope.explain.exhibit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;

class ScribbleTest {

    /** With logits so large that it is sure of much. */
    private static final Parameters SURE = Reliability.divided(Examples.parameters(12, 8), 0.02);

    @Test
    void aScribbleGetsWhatIsSaidOfIt() {
        Scribble found = Scribble.find(SURE, OptionalInt.empty(), 0.99, 500, 1, () -> false).orElseThrow();
        ForwardTrace trace = ForwardTrace.of(found.pixels(), SURE);
        assertEquals(trace.answer(), found.answer());
        assertEquals(trace.probability(trace.answer()), found.probability());
        assertTrue(found.probability() >= 0.99);
        assertArrayEquals(found.pixels(), Scribble.find(SURE, OptionalInt.empty(), 0.99, 500, 1, () -> false).orElseThrow().pixels(), "a seed decides it");
    }

    @Test
    void itIsTheDigitThatIsWanted() {
        int any = Scribble.find(SURE, OptionalInt.empty(), 0.6, 500, 2, () -> false).orElseThrow().answer();
        Optional<Scribble> other = IntStream.range(0, 10).filter(digit -> digit != any)
                .mapToObj(digit -> Scribble.find(SURE, OptionalInt.of(digit), 0.6, 300, 2, () -> false)).flatMap(Optional::stream).findFirst();
        assertNotEquals(any, other.orElseThrow().answer());
    }

    @Test
    void thereIsNoneWhereNoneIsEnoughOrItIsStopped() {
        Parameters unsure = Reliability.divided(SURE, 1e6);
        assertEquals(Optional.empty(), Scribble.find(unsure, OptionalInt.empty(), 0.99, 20, 1, () -> false));
        assertEquals(Optional.empty(), Scribble.find(SURE, OptionalInt.empty(), 0, 20, 1, () -> true));
    }
}
