package org.digitscope.explain.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitscope.explain.flow.NetworkDrawing.Look;
import org.digitscope.explain.flow.NetworkDrawing.Sheet;
import org.digitscope.plot.Box;
import org.digitscope.plot.ColorMap;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.PlacedText.Anchor;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.SignColours;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.plot.network.Part;

/** The numbers of widths and colours: a row for each scale that the picture of a network has. */
final class NetworkLegend {

    private static final double SMALL = 0.85;
    /** Widths that are shown, as shares of the largest; where there is little room the first one has to do. */
    private static final double[] WIDTHS = {1, 0.5, 0.1};
    /** Rows besides those of widths: what a width means, the tiles and that each has its own scale, the pixels, and missing ink. */
    private static final int OTHER_ROWS = 5;
    /** The length of a line, and the height of a scale of colours, in letters. */
    private static final double LINE = 1.6;
    private static final double HIGH = 0.7;
    private static final List<String> SCALE = IntStream.rangeClosed(-10, 10)
            .mapToObj(tenth -> String.format(Locale.ROOT, "#%06x", ColorMap.SIGNED.argb(tenth, 10) & 0xFFFFFF)).toList();

    private final NetworkContent content;
    private final Look look;
    private final NetworkPicture curves;

    NetworkLegend(NetworkContent content, Look look, NetworkPicture curves) {
        this.content = content;
        this.look = look;
        this.curves = curves;
    }

    void draw(Sheet sheet, Box box, String widthMeans) {
        int widths = box.height() / (WIDTHS.length + OTHER_ROWS) >= look.letter() * SMALL ? WIDTHS.length : 1;
        double row = box.height() / (widths + OTHER_ROWS);
        if (!curves.strokes().isEmpty()) {
            write(sheet, widthMeans, box.x(), new Box(box.x(), box.y(), box.width(), row));
            for (int i = 0; i < widths; i++) {
                double value = curves.limit() * WIDTHS[i];
                line(sheet, value, new Box(box.x(), box.y() + (i + 1) * row, box.width(), row));
            }
        }
        List<String> scales = scales();
        double y = box.y() + (widths + 1) * row;
        if (haveOwnScales()) {
            write(sheet, "each tile has its own scale:", box.x(), new Box(box.x(), y, box.width(), row));
            y += row;
        }
        for (int i = 0; i < scales.size(); i++) {
            scale(sheet, scales.get(i), new Box(box.x(), y + i * row, box.width(), row));
        }
    }

    private void line(Sheet sheet, double value, Box row) {
        double length = look.letter() * LINE;
        double middle = row.y() + row.height() / 2;
        double thick = curves.width(value);
        sheet.fill(new Box(row.x(), middle - thick / 2, length, thick), SignColours.hex(-1));
        sheet.fill(new Box(row.x() + length + 2, middle - thick / 2, length, thick), SignColours.hex(1));
        write(sheet, rounded("−", value) + " and " + rounded("+", value), row.x() + 2 * length + look.letter(), row);
    }

    private void scale(Sheet sheet, String text, Box row) {
        double length = 2 * look.letter() * LINE + 2;
        double high = Math.min(row.height() - 1, Math.round(HIGH * look.letter()));
        double y = Math.round(row.y() + (row.height() - high) / 2);
        for (int i = 0; i < SCALE.size(); i++) {
            double from = Math.round(i * length / SCALE.size());
            sheet.fill(new Box(row.x() + from, y, Math.round((i + 1) * length / SCALE.size()) - from, high), SCALE.get(i));
        }
        write(sheet, text, row.x() + length + look.letter() - 2, row);
    }

    /** What the ends of each scale of colours stand for. */
    List<String> scales() {
        List<String> scales = new ArrayList<>();
        scales.add(tiles());
        content.overlay().ifPresent(parts -> scales.add("pixels " + range(NetworkDrawing.limit(parts))));
        content.missing().ifPresent(parts -> scales.add("missing ink " + range(NetworkDrawing.limit(parts))));
        return scales;
    }

    /** Each tile has a scale of its own: that of the chosen one, or of all the widest. */
    private String tiles() {
        Optional<Part.Unit> chosen = chosenTile();
        if (chosen.isPresent()) {
            return content.tilesMean() + " " + range(Heatmap.limit(content.tiles().layer(chosen.get().layer()).kernel(), chosen.get().index()));
        }
        double widest = Arrays.stream(limits()).max().orElse(0);
        return content.tilesMean() + " " + (haveOwnScales() ? "up to " + rounded("±", widest) : range(widest));
    }

    /** Whether no single scale can be told. */
    boolean haveOwnScales() {
        return chosenTile().isEmpty() && Arrays.stream(limits()).mapToObj(NetworkLegend::range).distinct().count() > 1;
    }

    private Optional<Part.Unit> chosenTile() {
        return look.chosen().filter(Part.Unit.class::isInstance).map(Part.Unit.class::cast).filter(unit -> unit.layer() <= lastOfTiles());
    }

    private int lastOfTiles() {
        return Math.max(1, content.tiles().depth() - 1);
    }

    private double[] limits() {
        return IntStream.rangeClosed(1, lastOfTiles()).mapToObj(layer -> Heatmap.limits(content.tiles().layer(layer).kernel())).flatMapToDouble(Arrays::stream).toArray();
    }

    private static String range(double limit) {
        return limit == 0 ? "0" : rounded("−", limit) + " … " + rounded("+", limit);
    }

    /** A number above 0 with a sign before it. */
    private static String rounded(String sign, double value) {
        return (value == 0 ? "" : sign) + RoundedText.of("%.2g", value);
    }

    /** Smaller where it is too long. */
    private void write(Sheet sheet, String text, double x, Box row) {
        double size = look.letter() * SMALL;
        double room = Math.max(1, row.right() - x);
        sheet.write(text, x, row.y() + row.height() / 2, Anchor.START, size * Math.min(1, room / look.measure().of(text, size, false)), false,
                look.palette().mutedText());
    }
}
