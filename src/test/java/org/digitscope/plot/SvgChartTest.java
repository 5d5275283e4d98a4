package org.digitscope.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.digitscope.plot.ChartModel.Emphasis;
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
        assertTrue(texts.containsAll(List.of("epoch", "loss (nats)", "range", "batches",
                "validation", "rate 0.01", "0", "1.0", "2.0", "3.0", "4.0")), texts.toString());
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
        Box plot = plot(svg);
        assertEquals(path(plot, "M 0 4 L 1 3 L 1 1 L 0 3 Z M 3 2 L 3 0.5 Z"), paths.get(0).getAttribute("d"));
        assertEquals(path(plot, "M 0 4 L 1 2 M 3 1"), paths.get(1).getAttribute("d"));
        assertEquals("#0072b2", paths.get(1).getAttribute("stroke"));
        List<Element> dots = elements(svg, "circle");
        assertEquals(3 + 1, dots.size(), "three points and one in the legend");
        assertEquals(path(plot, "M 1 2"), "M" + dots.get(1).getAttribute("cx") + " " + dots.get(1).getAttribute("cy"));
    }

    /** Between the axes: where the curves are clipped, without the pixel for half of a line. */
    private static Box plot(Document svg) {
        Element clip = (Element) elements(svg, "clipPath").get(0).getFirstChild();
        return new Box(Double.parseDouble(clip.getAttribute("x")) + 1, Double.parseDouble(clip.getAttribute("y")) + 1,
                Double.parseDouble(clip.getAttribute("width")) - 2, Double.parseDouble(clip.getAttribute("height")) - 2);
    }

    /** Values on axes from 0 to 4 as a path in pixels. */
    private static String path(Box plot, String values) {
        StringBuilder path = new StringBuilder();
        String[] words = values.split(" ");
        for (int i = 0; i < words.length; i++) {
            boolean point = !words[i].equals("Z");
            path.append(words[i]).append(point ? String.format(Locale.ROOT, "%.2f %.2f", plot.x() + Double.parseDouble(words[i + 1]) / 4
                    * plot.width(), plot.bottom() - Double.parseDouble(words[i + 2]) / 4 * plot.height()) : "");
            i += point ? 2 : 0;
        }
        return path.toString();
    }

    @Test
    void aDotOnTheFrameIsDrawnWholeAndOneBeyondItNotAtAll() throws Exception {
        Series dots = Series.of("validation", Role.VALIDATION, Kind.DOTS, new double[] {4, 4.1, 0}, new double[] {1, 1, 4});
        Document svg = parsed(SvgChart.of(new ChartModel("", "epoch", "loss", CHART.x(), CHART.y(), List.of(dots), List.of()), Palette.LIGHT));
        List<Element> drawn = elements(svg, "circle");
        assertEquals(2 + 1, drawn.size());
        for (Element dot : drawn) {
            assertEquals("svg", dot.getParentNode().getLocalName(), "what is clipped at the frame is cut in half there");
            assertTrue(Double.parseDouble(dot.getAttribute("cx")) + 4 < 720);
        }
    }

    @Test
    void aMarkerIsADashedLineAtItsPlace() throws Exception {
        List<Element> dashed = elements(parsed(SvgChart.of(CHART, Palette.LIGHT)), "line").stream()
                .filter(line -> line.hasAttribute("stroke-dasharray")).toList();
        assertEquals(1, dashed.size());
        Box plot = plot(parsed(SvgChart.of(CHART, Palette.LIGHT)));
        assertEquals(String.format(Locale.ROOT, "%.2f", plot.x() + plot.width() / 2), dashed.get(0).getAttribute("x1"));
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
                assertTrue(Double.parseDouble(text.getAttribute("x")) + 60 < width);
                assertTrue(Double.parseDouble(text.getAttribute("y")) < height);
            }
        }
    }

    @Test
    void theLegendOfManyRunsNamesThoseThatFitAndCountsTheOthers() throws Exception {
        List<Series> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(Series.of("run number " + i, new RunColour(i), Kind.LINE, X, Y));
            many.add(Series.of("run number " + i, new RunColour(i), Kind.DOTS, X, Y));
        }
        Document svg = parsed(SvgChart.of(new ChartModel("", "", "loss", CHART.x(), CHART.y(), many, List.of()), Palette.DARK));
        List<String> texts = elements(svg, "text").stream().map(Element::getTextContent).toList();
        List<String> names = texts.stream().filter(text -> text.startsWith("run")).toList();
        assertTrue(names.size() >= 10, names.toString());
        assertEquals(names.size(), names.stream().distinct().count(), "line and dots of a run have one name");
        assertTrue(texts.contains("and " + (200 - names.size()) + " more"), texts.toString());
        assertTrue(plot(svg).height() >= 0.4 * 420, plot(svg).toString());
    }

    @Test
    void whatStandsOutIsThickerAndTheOthersArePale() throws Exception {
        List<Series> series = List.of(Series.of("a", new RunColour(0), Kind.LINE, X, Y).with(Emphasis.PALE),
                Series.of("b", new RunColour(1), Kind.LINE, X, Y).with(Emphasis.STRONG), Series.of("c", new RunColour(2), Kind.DASHES, X, Y));
        List<Element> paths = elements(parsed(SvgChart.of(new ChartModel("", "", "", CHART.x(), CHART.y(), series, List.of()), Palette.LIGHT)), "path");
        assertEquals("0.3", paths.get(0).getAttribute("stroke-opacity"));
        assertEquals("2", paths.get(0).getAttribute("stroke-width"));
        assertEquals("", paths.get(1).getAttribute("stroke-opacity"));
        assertEquals("3.5", paths.get(1).getAttribute("stroke-width"));
        assertEquals(3, paths.get(2).getAttribute("d").chars().filter(letter -> letter == 'M').count(), "a dash at each value");
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
