package org.digitscope.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Marker;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.PlacedText.Anchor;
import org.digitscope.plot.Scale.Tick;

/**
 * Where everything of a chart lies, for the screen and for files alike: all texts are measured, lie within the picture and keep clear of
 * each other and of the curves. From top to bottom: heading and legend, the words of the markers, the axes, the numbers of the x axis and
 * its title. What a small picture has no room for is left out: the title of the x axis first, then the markers' words, then the legend.
 */
public final class ChartLayout {

    /** From the picture's edge to a text. */
    static final double MARGIN = 4;
    /** From the axes to the numbers beside them. */
    private static final double LABEL_GAP = 5;
    /** Right of the axes, at least: half a dot lies there. */
    private static final double LEAST_RIGHT = 12;
    /** The height of a line of text, in sizes of letters. */
    private static final double LINE = 1.4;
    /** Left of the axes at least, in sizes of letters: numbers such as "10,000", so that the axes stay where they are while numbers change. */
    private static final double USUAL_LEFT = 5;
    /** From one number beside an axis to the next, in sizes of letters; upwards in lines. */
    private static final double TICK_GAP = 2;
    private static final double ROW_SPACE = 2;
    /** From one marker's word to the next, in sizes of letters. */
    private static final double MARKER_GAP = 0.7;
    /** Of the picture's width that numbers beside the y axis may take. */
    private static final double MOST_LEFT = 0.6;
    /** Of the picture's height: axes that are lower than this get the room of titles and words. */
    private static final double LEAST_PLOT = 0.4;

    /** A series in the legend: its mark's place and its name. */
    public record Entry(Series series, Box mark, PlacedText name) {
    }

    private final ChartModel chart;
    private final double width;
    private final double height;
    private final double font;
    private final double line;
    private final TextWidth measure;
    private ChartHeader header;
    private final List<PlacedText> markers = new ArrayList<>();
    private Optional<PlacedText> xTitle = Optional.empty();
    private List<Tick> xTicks = List.of();
    private List<Tick> yTicks = List.of();
    private Box plot = new Box(0, 0, 0, 0);

    /**
     * @param named the series of the legend, whether or not they have points; of very many the first ones
     * @param width of the picture, in pixels
     * @param height of the picture
     * @param font size of letters
     */
    public ChartLayout(ChartModel chart, List<Series> named, double width, double height, double font, TextWidth measure) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.font = font;
        this.measure = measure;
        line = LINE * font;
        header = new ChartHeader(chart.yTitle(), named, width, height, font, line, measure);
        double room = LEAST_PLOT * height;
        boolean titled = height - header.bottom() - line - numbersBelow() - line >= room;
        double words = height - header.bottom() - line - numbersBelow() >= room ? line : line / 2;
        if (height - header.bottom() - words - numbersBelow() < room) {
            header = header.withoutLegend();
        }
        double top = header.bottom() + words;
        placeAxes(top, Math.max(1, height - top - numbersBelow() - (titled ? line : 0)));
        if (titled) {
            placeTitle();
        }
        if (words == line) {
            placeMarkers();
        }
    }

    /** What a legend on screen names: each line, and the dots and dashes that are no part of another series. */
    public static List<Series> usualLegend(ChartModel chart) {
        List<Series> named = eachNameOnce(chart.series().stream().filter(series -> series.kind() == Kind.LINE
                || series.role() != Role.PREVIOUS && (series.kind() == Kind.DOTS || series.kind() == Kind.DASHES))).stream()
                .sorted(Comparator.comparing(Series::emphasis).thenComparing(series -> series.role() instanceof Role role ? role.ordinal() : 0)).toList();
        return named.size() > 1 ? named : List.of();
    }

    /** Of series with the same name and colour, as the line and the dots of one run, the line or what is most like one. */
    static List<Series> eachNameOnce(Stream<Series> series) {
        Map<List<Object>, Series> named = new LinkedHashMap<>();
        series.forEach(each -> named.merge(List.of(each.name(), each.role() instanceof RunColour run ? run : ""), each, BinaryOperator.minBy(Comparator.comparing(Series::kind))));
        return List.copyOf(named.values());
    }

    /** The chart's heading; empty where there is no room. */
    public Optional<PlacedText> heading() {
        return header.heading();
    }

    /** Names of series, also of those that have no points yet. */
    public List<Entry> legend() {
        return header.legend();
    }

    /** How many more series there are than the legend has room for, in words; empty where it names all, or none. */
    public Optional<PlacedText> more() {
        return header.more();
    }

    /** The words of markers that lie within the axes; where there are too many the first ones are left out. */
    public List<PlacedText> markers() {
        return markers;
    }

    /** The title of the x axis; empty where there is no room. */
    public Optional<PlacedText> xTitle() {
        return xTitle;
    }

    public List<Tick> xTicks() {
        return xTicks;
    }

    public List<Tick> yTicks() {
        return yTicks;
    }

    /** The rectangle between the axes. */
    public Box plot() {
        return plot;
    }

    /** The number below the x axis. */
    public PlacedText xLabel(Tick xTick) {
        double wide = measure.of(xTick.label(), font, false);
        return new PlacedText(xTick.label(), new Box(x(xTick.value()) - wide / 2, plot.bottom() + line / 2, wide, line), Anchor.MIDDLE);
    }

    /** The number left of the y axis. */
    public PlacedText yLabel(Tick yTick) {
        double wide = measure.of(yTick.label(), font, false);
        return new PlacedText(yTick.label(), new Box(plot.x() - LABEL_GAP - wide, y(yTick.value()) - line / 2, wide, line), Anchor.END);
    }

    /** All texts. */
    public List<PlacedText> labels() {
        return Stream.of(heading().stream(), legend().stream().map(Entry::name), more().stream(), markers.stream(), xTitle.stream(),
                xTicks.stream().map(this::xLabel), yTicks.stream().map(this::yLabel)).flatMap(each -> each).toList();
    }

    /** The column of a value. */
    public double x(double value) {
        return xOfShare(chart.x().share(value));
    }

    /** The column at a share of the x axis. */
    public double xOfShare(double share) {
        return plot.x() + share * plot.width();
    }

    /** The share of the x axis at a column. */
    public double share(double x) {
        return (x - plot.x()) / plot.width();
    }

    /** The row of a value; NaN where the axis has no place for it. */
    public double y(double value) {
        return plot.bottom() - chart.y().share(value) * plot.height();
    }

    /** Whether a point lies between the axes or on them. */
    public boolean shows(double xValue, double yValue) {
        double across = chart.x().share(xValue);
        double up = chart.y().share(yValue);
        return across >= -1e-9 && across <= 1 + 1e-9 && up >= -1e-9 && up <= 1 + 1e-9;
    }

    /**
     * The box of what is read out at a column: between the axes, so that it hides no words, beside the column, and above or below,
     * whichever hides fewer points. Where it has no room beside, it keeps clear of the pointer.
     *
     * @param pointer the pointer's row; NaN where it is elsewhere
     * @param boxWidth at most that of the plot
     * @param boxHeight at most that of the plot
     */
    public Box readOut(double x, double pointer, double boxWidth, double boxHeight) {
        boolean right = x + MARGIN + boxWidth <= plot.right();
        boolean left = x - MARGIN - boxWidth >= plot.x();
        double from = right ? x + MARGIN : left ? x - MARGIN - boxWidth
                : Math.max(plot.x(), Math.min(plot.right() - boxWidth, x - boxWidth / 2));
        Box upper = new Box(from, plot.y(), boxWidth, boxHeight);
        Box lower = new Box(from, plot.bottom() - boxHeight, boxWidth, boxHeight);
        boolean mayHidePointer = !right && !left && !Double.isNaN(pointer);
        boolean below = mayHidePointer ? pointer < plot.y() + plot.height() / 2 : hidden(lower) < hidden(upper);
        return below ? lower : upper;
    }

    /** How many points of lines and dots lie within a box. */
    private long hidden(Box box) {
        return chart.series().stream().filter(series -> series.kind() == Kind.LINE || series.kind() == Kind.DOTS)
                .mapToLong(series -> IntStream.range(0, series.x().length).filter(i -> box.holds(x(series.x()[i]), y(series.y()[i]))).count()).sum();
    }

    /** Half a line for a number beside the axis's lower end, and a line of numbers. */
    private double numbersBelow() {
        return 1.5 * line + 1;
    }

    private void placeAxes(double top, double tall) {
        plot = new Box(0, top, width, tall);
        int usual = (int) Math.max(2, tall / (ROW_SPACE * line));
        for (int most = usual; most > 0 && yTicks.isEmpty(); most--) {
            yTicks = apart(chart.y().ticks(most));
        }
        for (int most = usual + 1; most <= tall / line + 1 && yTicks.size() < 2; most++) {
            List<Tick> denser = apart(chart.y().ticks(most));
            yTicks = denser.size() > 1 ? denser : yTicks;
        }
        double widest = yTicks.stream().mapToDouble(tick -> measure.of(tick.label(), font, false)).max().orElse(0);
        if (widest > MOST_LEFT * width) {
            yTicks = List.of();
            widest = 0;
        }
        double left = Math.max(Math.min(USUAL_LEFT * font, width / 4), MARGIN + widest + LABEL_GAP);
        for (int most = (int) Math.max(2, (width - left) / ((1 + TICK_GAP) * font)); most > 0 && xTicks.isEmpty(); most--) {
            placeXTicks(left, chart.x().ticks(most));
        }
        if (xTicks.isEmpty()) {
            plot = new Box(left, top, Math.max(1, width - left - LEAST_RIGHT), tall);
        }
    }

    /** These ticks of the y axis if their numbers don't touch each other; otherwise none. */
    private List<Tick> apart(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            if (y(ticks.get(i - 1).value()) - y(ticks.get(i).value()) < line) {
                return List.of();
            }
        }
        return ticks;
    }

    /** Takes these ticks if their numbers fit side by side. */
    private void placeXTicks(double left, List<Tick> ticks) {
        double half = ticks.isEmpty() ? 0 : measure.of(ticks.get(ticks.size() - 1).label(), font, false) / 2;
        plot = new Box(left, plot.y(), Math.max(1, width - left - Math.max(LEAST_RIGHT, half + 1)), plot.height());
        double end = -TICK_GAP * font;
        for (Tick tick : ticks) {
            Box box = xLabel(tick).box();
            if (box.x() < end + TICK_GAP * font || box.right() > width) {
                return;
            }
            end = box.right();
        }
        xTicks = ticks;
    }

    private void placeTitle() {
        double wide = measure.of(chart.xTitle(), font, false);
        double left = Math.max(0, Math.min(width - wide, plot.x() + (plot.width() - wide) / 2));
        if (wide <= width) {
            xTitle = Optional.of(new PlacedText(chart.xTitle(), new Box(left, plot.bottom() + 1.5 * line, wide, line), Anchor.MIDDLE));
        }
    }

    /** A word lies above its line, or beside that as far as twice its own width; so many of the last ones as can. */
    private void placeMarkers() {
        List<Marker> inside = chart.markers().stream().filter(marker -> chart.x().share(marker.x()) >= 0 && chart.x().share(marker.x()) <= 1)
                .toList();
        LabelRow row = new LabelRow(plot.x(), width - 1, MARKER_GAP * font);
        for (int first = 0; first < inside.size() && markers.isEmpty(); first++) {
            placeMarkers(row, inside.subList(first, inside.size()).stream().sorted(Comparator.comparingDouble(Marker::x)).toList());
        }
    }

    private void placeMarkers(LabelRow row, List<Marker> words) {
        double[] centers = words.stream().mapToDouble(marker -> x(marker.x())).toArray();
        double[] widths = words.stream().mapToDouble(marker -> measure.of(marker.label(), font, false)).toArray();
        if (!row.holds(widths)) {
            return;
        }
        double[] left = row.place(centers, widths);
        for (int i = 0; i < left.length; i++) {
            if (Math.abs(left[i] + widths[i] / 2 - centers[i]) > 2 * widths[i] && words.size() > 1) {
                markers.clear();
                return;
            }
            markers.add(new PlacedText(words.get(i).label(), new Box(left[i], plot.y() - line, widths[i], line), Anchor.START));
        }
    }
}
