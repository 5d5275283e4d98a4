package org.digitscope.plot.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    @ParameterizedTest
    @CsvSource({"20, 10, 240", "512, 10, 240", "64, 32, 100", "1, 10, 3", "512, 512, 240"})
    void thoseDrawnAndTheOthersMakeTheWhole(int inputs, int outputs, int most) {
        double[][] values = values(inputs, outputs);
        Connections connections = Connections.strongest(3, inputs, outputs, most, (from, to) -> values[from][to], (from, to) -> true);
        assertEquals(Math.min(most, inputs * outputs), connections.drawn().size());
        for (int to = 0; to < outputs; to++) {
            int target = to;
            double all = 0;
            for (double[] row : values) {
                all += row[to];
            }
            List<Connection> drawn = connections.drawn().stream().filter(each -> each.to() == target).toList();
            assertEquals(inputs, drawn.size() + connections.othersCount(to));
            assertEquals(all, drawn.stream().mapToDouble(Connection::value).sum() + connections.othersSum(to), 1e-9);
        }
    }

    @Test
    void theStrongestAreDrawnAndTheStrongestOfThemLast() {
        double[][] values = values(64, 32);
        Connections connections = Connections.strongest(2, 64, 32, 50, (from, to) -> values[from][to], (from, to) -> true);
        double weakest = Math.abs(connections.drawn().get(0).value());
        int stronger = 0;
        for (int from = 0; from < 64; from++) {
            for (int to = 0; to < 32; to++) {
                stronger += Math.abs(values[from][to]) > weakest ? 1 : 0;
            }
        }
        assertEquals(49, stronger);
        for (int i = 1; i < 50; i++) {
            assertTrue(Math.abs(connections.drawn().get(i).value()) >= Math.abs(connections.drawn().get(i - 1).value()));
        }
        assertEquals(Math.abs(connections.drawn().get(49).value()), connections.largest());
    }

    @Test
    void whatMayNotBeDrawnIsAmongTheOthers() {
        Connections connections = Connections.strongest(2, 3, 2, 10, (from, to) -> from + 1, (from, to) -> to == 1);
        assertEquals(List.of(0, 1, 2), connections.drawn().stream().map(Connection::from).toList());
        assertEquals(3, connections.othersCount(0));
        assertEquals(6, connections.othersSum(0));
        assertEquals(0, connections.othersCount(1));
    }

    private static double[][] values(int inputs, int outputs) {
        Random random = new Random(4);
        double[][] values = new double[inputs][outputs];
        for (double[] row : values) {
            for (int to = 0; to < outputs; to++) {
                row[to] = random.nextInt(5) == 0 ? 0 : random.nextGaussian();
            }
        }
        return values;
    }
}
