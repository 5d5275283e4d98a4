package org.digitscope.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.digitscope.plot.XmlText;

/** An SVG document within an HTML page. It stays a document of its own, so that names in one picture are none in another. */
public final class EmbeddedSvg {

    private EmbeddedSvg() {
    }

    /** @param alternative what the picture shows, for those who can't see it */
    public static String of(String alternative, String svg) {
        return "<img alt=\"" + XmlText.of(alternative) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)) + "\">\n";
    }
}
