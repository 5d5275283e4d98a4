package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.plot.ValueGrid.Cell;
import org.digitscope.plot.ValueGrid.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ValueGridTest {

    private static final ValueGrid GRID = ValueGrid.of("Accuracy (%)", "layers", "rate", "%.2f", List.of(new Point("64-32", "0.01", 96),
            new Point("64-32", "0.001", 90), new Point("20 <&>", "0.001", 92), new Point("20 <&>", "0.001", 95), new Point("20 <&>", "0.01", Double.NaN)));

    @Test
    void aCellHasTheMeanTheLowestAndTheHighestOfItsRuns() {
        assertEquals(List.of("64-32", "20 <&>"), GRID.rows(), "words in the order in which they came");
        assertEquals(List.of("0.001", "0.01"), GRID.columns(), "numbers ascending");
        Cell two = GRID.cells().get(1).get(0);
        assertEquals(2, two.runs());
        assertEquals(93.5, two.mean());
        assertEquals(92, two.lowest());
        assertEquals(95, two.highest());
        assertEquals("93.50", GRID.meanText(two));
        assertEquals("92.00 to 95.00, 2 seeds", GRID.rangeText(two));
        assertEquals("1 seed", GRID.rangeText(GRID.cells().get(0).get(1)));
        Cell none = GRID.cells().get(1).get(1);
        assertEquals(0, none.runs());
        assertTrue(Double.isNaN(none.mean()));
        assertEquals("–", GRID.meanText(none));
        assertEquals("", GRID.rangeText(none));
    }

    @Test
    void theLargerTheMeanTheDarkerTheCell() {
        double[] lightness = {CieLab.of(GRID.cells().get(0).get(0).colour()).l(), CieLab.of(GRID.cells().get(1).get(0).colour()).l(),
            CieLab.of(GRID.cells().get(0).get(1).colour()).l()};
        assertTrue(lightness[0] > lightness[1] && lightness[1] > lightness[2]);
        assertEquals(0xF7F7F7, GRID.cells().get(0).get(0).colour());
    }

    @Test
    void textReadsOnEveryCell() {
        List<Point> points = new ArrayList<>(IntStream.range(0, 400).mapToObj(i -> new Point("a", "value " + i, i)).toList());
        points.add(new Point("b", "value 0", Double.NaN));
        ValueGrid.of("", "", "", "%.0f", points).cells().stream().flatMap(List::stream).forEach(cell -> {
            double contrast = ColorVision.contrast(cell.colour(), cell.textColour());
            assertTrue(contrast >= 4.5, cell + " has a contrast of " + contrast);
        });
    }

    @Test
    void itsPictureIsTheSameXmlInEveryLocaleWithAllTextsInsideOfIt() throws Exception {
        String svg = SvgGrid.of(GRID, Palette.LIGHT);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(svg, SvgGrid.of(GRID, Palette.LIGHT));
        } finally {
            Locale.setDefault(usual);
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("text");
        double width = Double.parseDouble(document.getDocumentElement().getAttribute("width"));
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
            double x = Double.parseDouble(nodes.item(i).getAttributes().getNamedItem("x").getNodeValue());
            String anchor = nodes.item(i).getAttributes().getNamedItem("text-anchor").getNodeValue();
            double wide = TextWidth.WIDEST.of(texts.get(i), 10, false) * (anchor.equals("middle") ? 0.5 : 1);
            assertTrue(anchor.equals("start") ? x >= 0 && x + wide <= width : x - wide >= 0 && x <= width, texts.get(i) + " at " + x + " of " + width);
        }
        assertTrue(texts.containsAll(List.of("Accuracy (%)", "layers", "rate", "64-32", "20 <&>", "0.001", "93.50", "92.00 to 95.00, 2 seeds", "–")),
                texts.toString());
        assertTrue(svg.contains("fill=\"#f7f7f7\""), svg);
    }
}
