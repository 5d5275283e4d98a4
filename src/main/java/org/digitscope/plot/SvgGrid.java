package org.digitscope.plot;

import java.util.List;
import java.util.Locale;
import org.digitscope.plot.ValueGrid.Cell;

/** A {@link ValueGrid} as a standalone SVG 1.1 document; numbers are written the same in every locale, text stays text. */
public final class SvgGrid {

    private static final int FONT = 12;
    private static final int SMALL_FONT = 10;
    private static final int LINE = 18;
    private static final int CELL_HEIGHT = 44;
    private static final int MARGIN = 8;
    /** Beside the words of a cell. */
    private static final int PADDING = 12;

    private final ValueGrid grid;
    private final Palette palette;
    private final double names;
    private final double cellWidth;
    private final StringBuilder svg = new StringBuilder();

    private SvgGrid(ValueGrid grid, Palette palette) {
        this.grid = grid;
        this.palette = palette;
        names = 2 * MARGIN + Math.max(wide(grid.rowSetting(), FONT, true), widest(grid.rows(), FONT));
        cellWidth = PADDING + Math.max(widest(grid.columns(), FONT), grid.cells().stream().flatMap(List::stream)
                .mapToDouble(cell -> Math.max(wide(grid.meanText(cell), FONT, true), wide(grid.rangeText(cell), SMALL_FONT, false))).max().orElse(0));
    }

    /** The whole document, to be stored as UTF-8. */
    public static String of(ValueGrid grid, Palette palette) {
        return new SvgGrid(grid, palette).write();
    }

    private String write() {
        double top = MARGIN + 3 * LINE;
        double width = Math.max(names + Math.max(grid.columns().size() * cellWidth, wide(grid.columnSetting(), FONT, true)),
                MARGIN + wide(grid.title(), FONT, true)) + MARGIN;
        double height = top + grid.rows().size() * CELL_HEIGHT + MARGIN;
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" "
                + "role=\"img\" font-family=\"sans-serif\" font-size=\"%d\">\n", Math.ceil(width), height, Math.ceil(width), height, FONT);
        add("<title>%s</title>\n<desc>%s by %s and %s</desc>\n", XmlText.of(grid.title()), XmlText.of(grid.title()), XmlText.of(grid.rowSetting()),
                XmlText.of(grid.columnSetting()));
        add("<rect width=\"%.0f\" height=\"%.0f\" fill=\"%s\"/>\n", Math.ceil(width), height, palette.background());
        text(MARGIN, MARGIN + LINE / 2.0, "start", palette.text(), " font-weight=\"bold\"", grid.title());
        text(names, MARGIN + 1.5 * LINE, "start", palette.text(), "", grid.columnSetting());
        text(names - MARGIN, MARGIN + 2.5 * LINE, "end", palette.text(), "", grid.rowSetting());
        for (int column = 0; column < grid.columns().size(); column++) {
            text(names + (column + 0.5) * cellWidth, MARGIN + 2.5 * LINE, "middle", palette.mutedText(), "", grid.columns().get(column));
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            double y = top + row * CELL_HEIGHT;
            text(names - MARGIN, y + CELL_HEIGHT / 2.0, "end", palette.mutedText(), "", grid.rows().get(row));
            for (int column = 0; column < grid.columns().size(); column++) {
                cell(grid.cells().get(row).get(column), names + column * cellWidth, y);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void cell(Cell cell, double x, double y) {
        String color = String.format("#%06x", cell.textColour());
        add("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%d\" fill=\"#%06x\"/>\n", x, y, cellWidth - 1, CELL_HEIGHT - 1, cell.colour());
        String range = grid.rangeText(cell);
        double middle = y + CELL_HEIGHT / 2.0;
        text(x + cellWidth / 2, range.isEmpty() ? middle : middle - LINE / 2.0, "middle", color, " font-weight=\"bold\"", grid.meanText(cell));
        if (!range.isEmpty()) {
            text(x + cellWidth / 2, middle + LINE / 2.0, "middle", color, " font-size=\"" + SMALL_FONT + "\"", range);
        }
    }

    /** @param middle the row of the middle of its letters */
    private void text(double x, double middle, String anchor, String color, String attributes, String text) {
        add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n", x, middle + SvgChart.FOOT, anchor, color, attributes,
                XmlText.of(text));
    }

    private static double widest(List<String> texts, int font) {
        return texts.stream().mapToDouble(text -> wide(text, font, false)).max().orElse(0);
    }

    private static double wide(String text, int font, boolean isBold) {
        return TextWidth.WIDEST.of(text, font, isBold);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
