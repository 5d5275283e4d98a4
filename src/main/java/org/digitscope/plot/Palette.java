package org.digitscope.plot;

import java.util.List;
import org.digitscope.plot.ChartModel.Role;

/**
 * Colours of charts, as #rrggbb, for a light or a dark background. The series of one run have the blues and oranges of Okabe and
 * Ito (2008), which all kinds of colour vision tell apart, and a grey. The colours of many runs begin with the same blue; the others
 * were chosen so that the smallest distance of any two in CIELAB, as any kind of colour vision sees them, is as large as can be. Each
 * has a contrast of at least 3:1 (WCAG 2.2, 1.4.11).
 */
public enum Palette {
    LIGHT("#ffffff", "#24292f", "#57606a", "#d8dee4", "#0072b2", "#d55e00", "#8c959f",
            List.of("#0072b2", "#cf7f12", "#064929", "#d2005c", "#51075f", "#635401", "#0000e4", "#958ea2")),
    DARK("#0d1117", "#e6edf3", "#9198a1", "#30363d", "#56b4e9", "#e69f00", "#6e7681",
            List.of("#56b4e9", "#ffe000", "#05732c", "#ff8f88", "#d8128d", "#89a015", "#ab00db", "#cff1f5"));

    private final String background;
    private final String text;
    private final String mutedText;
    private final String grid;
    private final String training;
    private final String validation;
    private final String previous;
    private final List<String> runs;

    Palette(String background, String text, String mutedText, String grid, String training, String validation,
            String previous, List<String> runs) {
        this.background = background;
        this.text = text;
        this.mutedText = mutedText;
        this.grid = grid;
        this.training = training;
        this.validation = validation;
        this.previous = previous;
        this.runs = runs;
    }

    public String background() {
        return background;
    }

    public String text() {
        return text;
    }

    public String mutedText() {
        return mutedText;
    }

    public String grid() {
        return grid;
    }

    public String of(SeriesColour colour) {
        return colour instanceof RunColour run ? runs.get(Math.floorMod(run.number(), RunColour.COUNT)) : ofRole((Role) colour);
    }

    private String ofRole(Role role) {
        return switch (role) {
            case TRAINING -> training;
            case VALIDATION -> validation;
            case PREVIOUS -> previous;
        };
    }
}
