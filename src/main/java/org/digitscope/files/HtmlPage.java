package org.digitscope.files;

import java.util.List;
import org.digitscope.plot.XmlText;

/** A self-contained HTML page that is written part by part; texts that are given to it are escaped. */
public final class HtmlPage {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#24292f;"
            + "background:#fff}table{border-collapse:collapse;margin:.5rem 0;display:block;overflow-x:auto}td,th{border:1px solid #d8dee4;padding:.2rem .6rem;"
            + "text-align:right}img{max-width:100%}";

    private final StringBuilder html = new StringBuilder();

    public HtmlPage(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(XmlText.of(title)).append("</title><style>")
                .append(STYLE).append("</style></head><body>\n<h1>").append(XmlText.of(title)).append("</h1>\n");
    }

    public void heading(String text) {
        html.append("<h2>").append(XmlText.of(text)).append("</h2>\n");
    }

    public void paragraph(String text) {
        html.append("<p>").append(XmlText.of(text)).append("</p>\n");
    }

    /** @param alternative what it shows, for those who can't see it */
    public void picture(String alternative, String svg) {
        html.append(EmbeddedSvg.of(alternative, svg));
    }

    public void table(List<String> head, List<List<String>> rows) {
        html.append("<table>");
        row("th", head);
        rows.forEach(cells -> row("td", cells));
        html.append("</table>\n");
    }

    private void row(String tag, List<String> cells) {
        html.append("<tr>");
        cells.forEach(cell -> html.append('<').append(tag).append('>').append(XmlText.of(cell)).append("</").append(tag).append('>'));
        html.append("</tr>\n");
    }

    /** The whole page. */
    public String end() {
        return html + "</body></html>\n";
    }
}
