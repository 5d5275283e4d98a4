package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgChartTest {

    private static final double[] X = {0, 1, 2, 3};
    private static final double[] Y = {4, 2, Double.NaN, 1};
    private static final ChartModel CHART = new ChartModel("Loss <of> \"A & B\" \u0001", "epoch", "loss (nats)",
            new Scale.Linear(0, 4), new Scale.Linear(0, 4),
            List.of(new Series("range", Role.TRAINING, Kind.BAND, X, Y, new double[] {3, 1, Double.NaN, 0.5},
                    new double[] {4, 3, Double.NaN, 2}), Series.of("batches", Role.TRAINING, Kind.LINE, X, Y),
                    Series.of("validation", Role.VALIDATION, Kind.DOTS, X, Y),
                    Series.of("nothing", Role.PREVIOUS, Kind.LINE, new double[0], new double[0])),
            List.of(new Marker(2, "rate 0.01")));

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void isTheSameXmlInEveryLocale(String tag) throws Exception {
        Locale usual = Locale.getDefault();
        String expected = SvgChart.of(CHART, Palette.LIGHT);
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertEquals(expected, SvgChart.of(CHART, Palette.LIGHT));
            assertEquals("svg", parsed(SvgChart.of(CHART, Palette.DARK)).getDocumentElement().getLocalName());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void textIsTextAndEscaped() throws Exception {
        Document svg = parsed(SvgChart.of(CHART, Palette.LIGHT));
        List<String> texts = elements(svg, "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.containsAll(List.of("Loss <of> \"A & B\" \uFFFD", "epoch", "loss (nats)", "range", "batches",
                "validation", "rate 0.01", "0", "1", "2", "3", "4")), texts.toString());
        assertFalse(texts.contains("nothing"));
        assertEquals("Loss <of> \"A & B\" \uFFFD", elements(svg, "title").get(0).getTextContent());
        assertEquals("loss (nats) against epoch: range, batches, validation",
                elements(svg, "desc").get(0).getTextContent());
    }

    @Test
    void seriesAreDrawnWhereTheyBelongAndANaNIsAGap() throws Exception {
        Document svg = parsed(SvgChart.of(CHART, Palette.LIGHT));
        List<Element> paths = elements(svg, "path");
        assertEquals(2, paths.size());
        // 640 pixels wide from 64, 316 pixels high up from 356
        assertEquals("M64.00 40.00L224.00 119.00L224.00 277.00L64.00 119.00ZM544.00 198.00L544.00 316.50Z",
                paths.get(0).getAttribute("d"));
        assertEquals("M64.00 40.00L224.00 198.00M544.00 277.00", paths.get(1).getAttribute("d"));
        assertEquals("#0072b2", paths.get(1).getAttribute("stroke"));
        List<Element> dots = elements(svg, "circle");
        assertEquals(3 + 1, dots.size(), "three points and one in the legend");
        assertEquals("224.00", dots.get(1).getAttribute("cx"));
        assertEquals("198.00", dots.get(1).getAttribute("cy"));
    }

    @Test
    void aMarkerIsADashedLineAtItsPlace() throws Exception {
        List<Element> dashed = elements(parsed(SvgChart.of(CHART, Palette.LIGHT)), "line").stream()
                .filter(line -> line.hasAttribute("stroke-dasharray")).toList();
        assertEquals(1, dashed.size());
        assertEquals("384.00", dashed.get(0).getAttribute("x1"));
    }

    @Test
    void theLegendStaysInsideHoweverManySeriesThereAre() throws Exception {
        List<Series> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(Series.of("series " + i, Role.TRAINING, Kind.LINE, X, Y));
        }
        ChartModel chart = new ChartModel("", "", "", CHART.x(), CHART.y(), many, List.of());
        Element svg = parsed(SvgChart.of(chart, Palette.DARK)).getDocumentElement();
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));
        for (Element text : elements(svg.getOwnerDocument(), "text")) {
            if (text.getTextContent().startsWith("series")) {
                assertTrue(Double.parseDouble(text.getAttribute("x")) < width - 100);
                assertTrue(Double.parseDouble(text.getAttribute("y")) < height);
            }
        }
    }

    @Test
    void valuesOutsideOfEveryMeasureStillGiveNumbers() throws Exception {
        double[] wild = {1e300, Double.POSITIVE_INFINITY, -1e300, 0};
        Series line = Series.of("wild", Role.TRAINING, Kind.LINE, X, wild);
        Series band = new Series("band", Role.TRAINING, Kind.BAND, X, wild, new double[4], wild);
        ChartModel chart = new ChartModel("", "", "", CHART.x(), new Scale.Log(0.1, 1), List.of(line, band), List.of());
        String svg = SvgChart.of(chart, Palette.LIGHT);
        parsed(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    }
}
