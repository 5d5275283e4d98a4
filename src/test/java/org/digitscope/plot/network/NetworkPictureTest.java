package org.digitscope.plot.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.digitscope.network.Architecture;
import org.digitscope.plot.network.NetworkPicture.Stroke;
import org.junit.jupiter.api.Test;

class NetworkPictureTest {

    private static final double LETTER = 13;
    /** Bands up to 19, connections from −2.4 to 2.1. */
    private static final NetworkValues VALUES = new NetworkValues() {
        @Override
        public boolean hasBands() {
            return true;
        }

        @Override
        public double band(int neuron) {
            return neuron;
        }

        @Override
        public double connection(int layer, int from, int to) {
            return from % 2 == 0 ? 0 : (to - 5) * from * 0.025;
        }
    };

    private final NetworkLayout layout = new NetworkLayout(Architecture.CLASSIC, 940, 510, LETTER);

    @Test
    void widthsAreOnOneScaleThatEndsAtARoundNumber() {
        NetworkPicture picture = picture(Optional.empty());
        assertEquals(20, picture.limit());
        Stroke widest = picture.strokes().stream().filter(each -> each.isBand() && each.connection().to() == 19).findFirst().orElseThrow();
        Stroke link = stroke(picture, 19, 0);
        assertEquals(-2.375, link.connection().value(), 1e-12);
        assertEquals(19 / 2.375, widest.ribbon().width() / link.ribbon().width(), 1e-9);
        assertEquals(0.9 * LETTER, picture.width(20), 1e-9);
        assertTrue(picture.width(0) > 0 && picture.width(0) < 0.5);
    }

    @Test
    void everyConnectionOfTheClassicNetworkIsDrawnTheStrongestOnTop() {
        List<Stroke> strokes = picture(Optional.empty()).strokes();
        assertEquals(20 + 200, strokes.size());
        List<Stroke> links = strokes.stream().filter(each -> !each.isBand()).toList();
        for (int i = 1; i < links.size(); i++) {
            assertTrue(Math.abs(links.get(i).connection().value()) >= Math.abs(links.get(i - 1).connection().value()));
        }
        assertTrue(strokes.stream().allMatch(each -> each.opacity() == 0.8));
    }

    @Test
    void whatIsPointedAtComesForwardAndTheRestStepsBack() {
        NetworkPicture picture = picture(Optional.of(new Part.Unit(2, 3)));
        for (Stroke stroke : picture.strokes()) {
            boolean leads = !stroke.isBand() && stroke.connection().to() == 3;
            assertEquals(leads ? 0.95 : 0.1, stroke.opacity(), stroke.toString());
        }
        NetworkPicture neuron = picture(Optional.of(new Part.Unit(1, 7)));
        assertEquals(1 + 10, neuron.strokes().stream().filter(each -> each.opacity() == 0.95).count());
        NetworkPicture link = picture(Optional.of(new Part.Link(2, 7, 3)));
        assertEquals(List.of(new Connection(2, 7, 3, VALUES.connection(2, 7, 3))), link.strokes().stream().filter(each -> each.opacity() == 0.95)
                .map(Stroke::connection).toList());
    }

    @Test
    void ofTooManyConnectionsTheStrongestAreDrawnAndAllOfWhatIsPointedAt() {
        Architecture wide = Architecture.relu(512);
        NetworkLayout room = new NetworkLayout(wide, 940, 510, LETTER);
        NetworkPicture all = new NetworkPicture(room, wide, VALUES, Optional.empty(), LETTER);
        assertEquals(NetworkPicture.MOST_DRAWN, all.strokes().stream().filter(each -> !each.isBand()).count());
        assertEquals(511, all.strokes().stream().filter(Stroke::isBand).mapToInt(each -> each.connection().to()).max().orElse(0));
        assertEquals(64, all.strokes().stream().filter(Stroke::isBand).count());
        NetworkPicture one = new NetworkPicture(room, wide, VALUES, Optional.of(new Part.Unit(2, 9)), LETTER);
        List<Stroke> links = one.strokes().stream().filter(each -> !each.isBand()).toList();
        assertTrue(links.stream().allMatch(each -> each.connection().to() == 9));
        assertEquals(512 - links.size(), one.into(2).othersCount(9));
        assertEquals(512, one.into(2).othersCount(8));
        for (int digit = 0; digit < 10; digit++) {
            assertEquals(all.limit(), new NetworkPicture(room, wide, VALUES, Optional.of(new Part.Unit(2, digit)), LETTER).limit(), "one scale while one points");
        }
    }

    @Test
    void aCurveIsFoundWhereItRunsTheUppermostFirst() {
        NetworkPicture picture = picture(Optional.empty());
        Ribbon ribbon = stroke(picture, 19, 0).ribbon();
        double x = ribbon.x0() + 2;
        Part found = picture.at(x, ribbon.y(x), 3).orElseThrow();
        assertEquals(new Part.Link(2, 19, 0), found);
        assertEquals(Optional.empty(), picture.at(layout.input().right() + 5, 505, 3));
    }

    @Test
    void whatIsNoNumberIsDrawnAndSpoilsNoOther() {
        NetworkValues broken = new NetworkValues() {
            @Override
            public boolean hasBands() {
                return true;
            }

            @Override
            public double band(int neuron) {
                return neuron == 0 ? Double.NaN : neuron == 1 ? Double.POSITIVE_INFINITY : 2;
            }

            @Override
            public double connection(int layer, int from, int to) {
                return from == 0 ? Double.NaN : 1;
            }
        };
        NetworkPicture picture = new NetworkPicture(layout, Architecture.CLASSIC, broken, Optional.empty(), LETTER);
        assertEquals(2, picture.limit());
        assertTrue(picture.strokes().stream().allMatch(each -> each.ribbon().width() > 0 && each.ribbon().width() <= 0.9 * LETTER));
    }

    private NetworkPicture picture(Optional<Part> pointed) {
        return new NetworkPicture(layout, Architecture.CLASSIC, VALUES, pointed, LETTER);
    }

    private static Stroke stroke(NetworkPicture picture, int from, int to) {
        return picture.strokes().stream().filter(each -> !each.isBand() && each.connection().from() == from && each.connection().to() == to).findFirst()
                .orElseThrow();
    }
}
