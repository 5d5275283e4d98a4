package org.digitscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.plot.ChartLayout.Entry;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.PlacedText.Anchor;

/** Heading and legend of a chart: in one line where it holds both, otherwise the legend below in as many lines as it needs. */
final class ChartHeader {

    /** The mark before a name in the legend, and the gap behind the name, in sizes of letters. */
    private static final double MARK = 1.5;
    private static final double ENTRY_GAP = 0.75;
    /** Of the picture's height. */
    private static final double MOST_HEIGHT = 0.5;
    private static final double TOP = 1;

    private final double font;
    private final double line;
    private final TextWidth measure;
    private final Optional<PlacedText> heading;
    private final List<Entry> legend;

    /**
     * Without what a small picture has no room for: the legend, or the heading too.
     *
     * @param font size of letters, in pixels
     * @param line height of a line of text
     */
    ChartHeader(String title, List<Series> named, double width, double height, double font, double line, TextWidth measure) {
        this.font = font;
        this.line = line;
        this.measure = measure;
        double wide = measure.of(title, font + 1, true);
        boolean titled = ChartLayout.MARGIN + wide <= width && TOP + line <= MOST_HEIGHT * height;
        heading = titled ? Optional.of(new PlacedText(title, new Box(ChartLayout.MARGIN, TOP, wide, line), Anchor.START)) : Optional.empty();
        double behind = ChartLayout.MARGIN + wide + 2 * ENTRY_GAP * font;
        double end = width + ENTRY_GAP * font;
        boolean oneLine = behind + named.stream().mapToDouble(this::space).sum() <= end;
        legend = titled ? place(named, oneLine ? behind : end, end, MOST_HEIGHT * height) : List.of();
    }

    private ChartHeader(ChartHeader whole) {
        font = whole.font;
        line = whole.line;
        measure = whole.measure;
        heading = whole.heading;
        legend = List.of();
    }

    ChartHeader withoutLegend() {
        return new ChartHeader(this);
    }

    Optional<PlacedText> heading() {
        return heading;
    }

    List<Entry> legend() {
        return legend;
    }

    /** The row where it ends. */
    double bottom() {
        return legend.isEmpty() ? heading.map(text -> text.box().bottom()).orElse(0.0) : legend.get(legend.size() - 1).mark().bottom();
    }

    /** The entries, from a column on; none where not all of them have room. */
    private List<Entry> place(List<Series> named, double from, double end, double lowest) {
        List<Entry> entries = new ArrayList<>();
        double at = from;
        double row = TOP;
        for (Series series : named) {
            double space = space(series);
            if (at + space > end) {
                at = ChartLayout.MARGIN;
                row += line;
            }
            if (row + line > lowest || at + space > end) {
                return List.of();
            }
            Box name = new Box(at + MARK * font, row, space - (MARK + ENTRY_GAP) * font, line);
            entries.add(new Entry(series, new Box(at, row, MARK * font, line), new PlacedText(series.name(), name, Anchor.START)));
            at += space;
        }
        return entries;
    }

    private double space(Series series) {
        return (MARK + ENTRY_GAP) * font + measure.of(series.name(), font, false);
    }
}
