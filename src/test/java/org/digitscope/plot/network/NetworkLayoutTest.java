package org.digitscope.plot.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.network.Architecture;
import org.digitscope.plot.Box;
import org.digitscope.plot.network.NetworkLayout.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkLayoutTest {

    /** Width and height of the view and size of letters, of windows from 800×560 to 4K, presented or not. */
    private static final double[][] ROOMS = {{940, 510, 13}, {700, 430, 13}, {560, 380, 13}, {338, 312, 13}, {420, 384, 16}, {1900, 1000, 21}, {940, 460, 20}, {2900, 1700, 35}};
    private static final List<Architecture> NETWORKS = List.of(Architecture.CLASSIC, Architecture.relu(), Architecture.relu(1), Architecture.relu(10),
            Architecture.relu(32), Architecture.relu(64), Architecture.relu(128), Architecture.relu(512), Architecture.relu(32, 16),
            Architecture.relu(64, 32, 16), Architecture.relu(512, 512), Architecture.relu(20, 20, 20, 20), Architecture.relu(512, 1, 512, 3));

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (double[] room : ROOMS) {
            NETWORKS.forEach(network -> all.add(Arguments.of(network, room[0], room[1], room[2])));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everythingLiesWithinAndNothingOverAnything(Architecture network, double width, double height, double letter) {
        NetworkLayout layout = new NetworkLayout(network, width, height, letter);
        // what lies on the edge of a saved picture would be mixed with what is beside it
        Box whole = new Box(3, 0, width - 6, height - 3);
        List<Box> boxes = new ArrayList<>(List.of(layout.input(), layout.legend()));
        for (int layer = 1; layer <= layout.depth(); layer++) {
            assertEquals(network.sizes().get(layer), layout.layer(layer).size());
            for (Unit unit : layout.layer(layer)) {
                boxes.add(unit.tile());
                boxes.add(unit.name());
                boxes.add(unit.bar());
                boxes.add(unit.number());
            }
        }
        boxes.forEach(box -> assertTrue(box.isWithin(whole), box + " in " + whole));
        // too many for each with each: neighbours are enough
        List<Box> some = boxes.size() > 200 ? boxes.subList(0, 200) : boxes;
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean isEmpty = some.get(i).width() == 0 || some.get(j).width() == 0;
                assertFalse(!isEmpty && some.get(i).overlaps(some.get(j)), some.get(i) + " over " + some.get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void columnsFollowEachOtherWithRoomForCurvesBetween(Architecture network, double width, double height, double letter) {
        NetworkLayout layout = new NetworkLayout(network, width, height, letter);
        double right = layout.input().right();
        for (int layer = 1; layer <= layout.depth(); layer++) {
            Unit any = layout.unit(layer, 0);
            assertTrue(any.left() - right >= 0.7 * letter, "layer " + layer + " begins at " + any.left() + ", " + right + " is taken");
            assertTrue(any.left() <= any.end() && any.end() <= any.tile().x() && any.start() <= any.right(), any.toString());
            right = any.right();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyUnitIsFoundWhereItIsDrawn(Architecture network, double width, double height, double letter) {
        NetworkLayout layout = new NetworkLayout(network, width, height, letter);
        NetworkPicture picture = new NetworkPicture(layout, network, ONES, Optional.empty(), letter);
        for (int layer = 1; layer <= layout.depth(); layer++) {
            for (int index = 0; index < layout.layer(layer).size(); index++) {
                Box tile = layout.unit(layer, index).mark();
                assertEquals(Optional.of(new Part.Unit(layer, index)), picture.at(tile.x() + tile.width() / 2, tile.y() + tile.height() / 2, 3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void neuronsHaveTilesAndDigitsOnlyWhereThereAreNoNeurons(Architecture network, double width, double height, double letter) {
        NetworkLayout layout = new NetworkLayout(network, width, height, letter);
        for (int layer = 1; layer <= layout.depth(); layer++) {
            boolean isTiled = layer == 1 || layer < layout.depth();
            assertTrue(layout.layer(layer).stream().allMatch(unit -> isTiled ? unit.tile().width() >= 1 : unit.tile().width() == 0), "layer " + layer);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPixelIsFoundWhereItIsDrawn(Architecture network, double width, double height, double letter) {
        NetworkLayout layout = new NetworkLayout(network, width, height, letter);
        for (int pixel = 0; pixel < 784; pixel++) {
            Box box = layout.pixel(pixel);
            assertEquals(Optional.of(pixel), layout.pixelAt(box.x() + box.width() / 2, box.y() + box.height() / 2));
        }
        assertEquals(Optional.of(783), layout.pixelAt(layout.input().right(), layout.input().bottom()));
        assertEquals(Optional.empty(), layout.pixelAt(layout.input().right() + 1, layout.input().y()));
    }

    private static final NetworkValues ONES = new NetworkValues() {
        @Override
        public boolean hasBands() {
            return true;
        }

        @Override
        public double band(int neuron) {
            return 1;
        }

        @Override
        public double connection(int layer, int from, int to) {
            return 1;
        }
    };
}
