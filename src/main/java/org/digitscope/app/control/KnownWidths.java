package org.digitscope.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitscope.plot.TextWidth;

/** Remembers how wide the texts of late were, as measuring one takes longer than writing it. */
final class KnownWidths implements TextWidth {

    private static final int MOST = 500;

    private record Written(String text, double size, boolean bold) {
    }

    private final TextWidth measure;
    private final Map<Written, Double> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Double> eldest) {
            return size() > MOST;
        }
    };

    /** @param measure asked of what isn't known */
    KnownWidths(TextWidth measure) {
        this.measure = measure;
    }

    @Override
    public double of(String text, double size, boolean bold) {
        return known.computeIfAbsent(new Written(text, size, bold), each -> measure.of(text, size, bold));
    }
}
