package org.digitscope.plot;

/** Text as it stands in XML and HTML. */
public final class XmlText {

    private XmlText() {
    }

    /** What XML 1.0 doesn't allow at all, control characters above all, becomes a replacement character. */
    public static String of(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point < 0xD800
                || point >= 0xE000 && point < 0xFFFE || point >= 0x10000;
    }
}
