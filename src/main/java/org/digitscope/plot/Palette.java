package org.digitscope.plot;

import org.digitscope.plot.ChartModel.Role;

/**
 * Colours of charts, as #rrggbb, for a light or a dark background. The series have the blues and oranges of Okabe and
 * Ito (2008), which all kinds of colour vision tell apart, and a grey; each has a contrast of at least 3:1
 * (WCAG 2.2, 1.4.11).
 */
public enum Palette {
    LIGHT("#ffffff", "#24292f", "#57606a", "#d8dee4", "#0072b2", "#d55e00", "#8c959f"),
    DARK("#0d1117", "#e6edf3", "#9198a1", "#30363d", "#56b4e9", "#e69f00", "#6e7681");

    private final String background;
    private final String text;
    private final String mutedText;
    private final String grid;
    private final String training;
    private final String validation;
    private final String previous;

    Palette(String background, String text, String mutedText, String grid, String training, String validation,
            String previous) {
        this.background = background;
        this.text = text;
        this.mutedText = mutedText;
        this.grid = grid;
        this.training = training;
        this.validation = validation;
        this.previous = previous;
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

    public String of(Role role) {
        return switch (role) {
            case TRAINING -> training;
            case VALIDATION -> validation;
            case PREVIOUS -> previous;
        };
    }
}
