package org.digitscope.files.report;

import java.util.Base64;
import java.util.Locale;
import org.digitscope.explain.flow.FlowText;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.NetworkDrawing;
import org.digitscope.explain.flow.NetworkDrawing.Look;
import org.digitscope.files.Png;
import org.digitscope.plot.Box;
import org.digitscope.plot.PlacedText.Anchor;
import org.digitscope.plot.SignColours;
import org.digitscope.plot.XmlText;
import org.digitscope.plot.network.NetworkLayout;
import org.digitscope.plot.network.Ribbon;
import org.digitscope.plot.network.RibbonRaster;
import org.digitscope.plot.network.Tiles;

/**
 * The picture of a network as a standalone SVG 1.1 document: curves are paths and words are text, and the pictures of weights, whose points
 * are as many as their numbers, lie in it as one PNG.
 */
public final class NetworkSvg implements NetworkDrawing.Sheet {

    private static final int WIDTH = 940;
    private static final int HEIGHT = 520;
    private static final int MARGIN = 12;
    /** Points of the pictures for each pixel of the document. */
    private static final int DENSITY = 2;
    /** From the middle of a line of text down to the foot of its letters, in sizes. */
    private static final double FOOT = 0.35;

    private final RibbonRaster raster = new RibbonRaster(DENSITY * WIDTH, DENSITY * HEIGHT);
    private final StringBuilder svg = new StringBuilder();

    private NetworkSvg() {
    }

    /**
     * The whole document, to be stored as UTF-8.
     *
     * @param look its letters decide how large the parts are in a picture of 940×520
     */
    public static String of(NetworkContent content, Look look) {
        NetworkSvg sheet = new NetworkSvg();
        sheet.write(content, look);
        return sheet.svg.toString();
    }

    private void write(NetworkContent content, Look look) {
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%d\" height=\"%d\" "
                + "viewBox=\"%d %d %d %d\" role=\"img\" font-family=\"sans-serif\">\n", WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN, -MARGIN, -MARGIN,
                WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN);
        add("<title>The network %s</title>\n<desc>%s</desc>\n", XmlText.of(content.flow().network().architecture().describe()),
                XmlText.of(new FlowText(content.flow(), look.classes()).strongestPaths()));
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", -MARGIN, -MARGIN, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN, look.palette().background());
        NetworkLayout layout = new NetworkLayout(content.flow().network().architecture(), WIDTH, HEIGHT, look.letter());
        new NetworkDrawing(content, look, layout, WIDTH).on(this);
        add("</svg>\n");
    }

    /** Of a part of its way only what lies there is seen. */
    @Override
    public void ribbon(Ribbon ribbon, double value, double opacity, double from, double to) {
        double third = (ribbon.x1() - ribbon.x0()) / 3;
        double way = ribbon.to() - ribbon.from();
        String shown = from == 0 && to == 1 ? "" : String.format(Locale.ROOT, " stroke-dasharray=\"0 %.1f %.1f %.1f\" pathLength=\"%.1f\"", from * way,
                (to - from) * way, way, way);
        add("<path d=\"M%.1f %.1fH%.1fC%.1f %.1f %.1f %.1f %.1f %.1fH%.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\" stroke-opacity=\"%.2f\"%s/>\n",
                ribbon.from(), ribbon.y0(), ribbon.x0(), ribbon.x0() + third, ribbon.y0(), ribbon.x1() - third, ribbon.y1(), ribbon.x1(), ribbon.y1(),
                ribbon.to(), SignColours.hex(value), ribbon.width(), opacity, shown);
    }

    @Override
    public Tiles tiles() {
        return new Tiles(raster, DENSITY);
    }

    @Override
    public void pixelsDone() {
        add("<image width=\"%d\" height=\"%d\" xlink:href=\"data:image/png;base64,%s\"/>\n", WIDTH, HEIGHT,
                Base64.getEncoder().encodeToString(Png.bytes(raster.straight(), raster.width())));
    }

    @Override
    public void fill(Box box, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.2f\" fill=\"%s\"/>\n", box.x(), box.y(), box.width(), box.height(), colour);
    }

    @Override
    public void frame(Box box, double line, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>\n", box.x(), box.y(), box.width(),
                box.height(), colour, line);
    }

    @Override
    public void write(String text, double x, double middle, Anchor anchor, double size, boolean bold, String colour) {
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n", x, middle + FOOT * size, size,
                anchor.name().toLowerCase(Locale.ROOT), colour, bold ? " font-weight=\"bold\"" : "", XmlText.of(text));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
