package org.digitscope.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.plot.ChartLayout.Entry;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.PlacedText.Anchor;

/**
 * Heading and legend of a chart: in one line where it holds both, otherwise the legend below in as many lines as it needs. Of many names
 * it has those that fit and says how many more there are.
 */
final class ChartHeader {

    /** The mark before a name in the legend, and the gap behind the name, in sizes of letters. */
    private static final double MARK = 1.5;
    private static final double ENTRY_GAP = 0.75;
    /** Of the picture's height: for the names that belong to a chart of one run, and for those of many runs. */
    private static final double MOST_HEIGHT = 0.5;
    private static final double MOST_HEIGHT_OF_MANY = 0.25;
    /** So many names are all there or none of them. */
    private static final int FEW = 6;
    private static final double TOP = 1;

    private final double font;
    private final double line;
    private final TextWidth measure;
    private final Optional<PlacedText> heading;
    private final List<Entry> legend;
    private final Optional<PlacedText> more;

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
        boolean isFew = named.size() <= FEW;
        double lowest = (isFew ? MOST_HEIGHT : MOST_HEIGHT_OF_MANY) * height;
        List<Entry> placed = titled ? place(named, isOneLine(named, end - behind) ? behind : end, end, lowest) : List.of();
        Optional<PlacedText> rest = Optional.empty();
        while (placed.size() < named.size() && !placed.isEmpty() && rest.isEmpty()) {
            rest = isFew ? rest : rest(placed.get(placed.size() - 1), named.size() - placed.size(), end, lowest);
            placed = rest.isPresent() ? placed : placed.subList(0, isFew ? 0 : placed.size() - 1);
        }
        legend = placed;
        more = rest;
    }

    private ChartHeader(ChartHeader whole) {
        font = whole.font;
        line = whole.line;
        measure = whole.measure;
        heading = whole.heading;
        legend = List.of();
        more = Optional.empty();
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

    Optional<PlacedText> more() {
        return more;
    }

    /** The row where it ends. */
    double bottom() {
        double named = legend.isEmpty() ? heading.map(text -> text.box().bottom()).orElse(0.0) : legend.get(legend.size() - 1).mark().bottom();
        return more.map(text -> text.box().bottom()).orElse(named);
    }

    /** Whether all entries stand side by side within this width. */
    private boolean isOneLine(List<Series> named, double room) {
        double left = room;
        for (int i = 0; i < named.size() && left >= 0; i++) {
            left -= space(named.get(i));
        }
        return left >= 0;
    }

    /** The entries, from a column on, as far as they have room. */
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
                return entries;
            }
            Box name = new Box(at + MARK * font, row, space - (MARK + ENTRY_GAP) * font, line);
            entries.add(new Entry(series, new Box(at, row, MARK * font, line), new PlacedText(series.name(), name, Anchor.START)));
            at += space;
        }
        return entries;
    }

    /** The words for the rest behind the last entry, or below it; empty without room. */
    private Optional<PlacedText> rest(Entry last, int count, double end, double lowest) {
        String text = String.format(Locale.ROOT, "and %,d more", count);
        double wide = measure.of(text, font, false);
        Box name = last.name().box();
        double behind = name.right() + ENTRY_GAP * font;
        if (behind + wide <= end - ENTRY_GAP * font) {
            return Optional.of(new PlacedText(text, new Box(behind, name.y(), wide, line), Anchor.START));
        }
        boolean fits = name.bottom() + line <= lowest && ChartLayout.MARGIN + wide <= end - ENTRY_GAP * font;
        return fits ? Optional.of(new PlacedText(text, new Box(ChartLayout.MARGIN, name.bottom(), wide, line), Anchor.START)) : Optional.empty();
    }

    private double space(Series series) {
        return (MARK + ENTRY_GAP) * font + measure.of(series.name(), font, false);
    }
}
