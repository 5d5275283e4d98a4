package org.digitscope.app.control;

import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.digitscope.data.ClassNames;
import org.digitscope.network.Softmax;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.PercentText;

/** Ten bars, one for the probability of each digit; the longest is the answer. */
public final class ProbabilityBars extends PaintedRegion {

    private static final double LABEL = 18;
    private static final double GAP = 8;
    /** Of the width, for the longest name; longer ones are written smaller. */
    private static final double MOST_NAME = 0.4;
    private static final double FONT = 13;
    /** In a row that is high enough. */
    private static final double LEAST_FONT = 10;
    /** The least length of a whole bar. */
    private static final double LEAST_BAR = 40;
    /** The longest name that all have the width for, in sizes of letters. */
    private static final double MOST_LETTERS = 6;

    private final ObjectProperty<float[]> probabilities = new SimpleObjectProperty<>(this, "probabilities", new float[0]);
    private final ObjectProperty<ClassNames> classes = new SimpleObjectProperty<>(this, "classes", ClassNames.DIGITS);

    public ProbabilityBars() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("probability-bars");
        probabilities.addListener((observable, before, after) -> changed());
        classes.addListener((observable, before, after) -> changed());
        classes.addListener((observable, before, after) -> requestLayout());
        typeScaleProperty().addListener((observable, before, after) -> requestLayout());
    }

    /** Ten numbers from 0 to 1; none where nothing was asked, and all NaN where a sum of the network is no number. */
    public ObjectProperty<float[]> probabilitiesProperty() {
        return probabilities;
    }

    /** What stands before the bars. */
    public ObjectProperty<ClassNames> classesProperty() {
        return classes;
    }

    private void changed() {
        setAccessibleText(text(probabilities.get()));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        float[] values = probabilities.get();
        boolean numbers = isNumbers(values);
        double scale = typeScaleProperty().get();
        double row = height / 10;
        double bar = Math.max(4, row - 6 * scale);
        double size = Math.min(width < leastWidth(FONT) ? LEAST_FONT : FONT, row * 0.7 / scale);
        double letters = size * scale;
        double shrunk = Math.min(1, MOST_NAME * width / longestName(letters));
        double label = Math.max(LABEL * scale, longestName(letters) * shrunk + GAP * scale);
        double length = Math.max(0, width - label - measure().of(percent(1), letters, true) - GAP * scale);
        int best = numbers ? best(values) : -1;
        graphics.setTextBaseline(VPos.CENTER);
        for (int digit = 0; digit < 10; digit++) {
            double middle = (digit + 0.5) * row;
            boolean answer = digit == best;
            graphics.setFont(font(size * shrunk, answer ? FontWeight.BOLD : FontWeight.NORMAL));
            graphics.setFill(Color.web(palette().text()));
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(classes.get().of(digit), 2, middle);
            if (numbers || values.length == 0) {
                graphics.setFill(Color.web(palette().grid()));
                graphics.fillRoundRect(label, middle - bar / 2, length, bar, 4, 4);
            }
            if (numbers) {
                graphics.setFont(font(size, answer ? FontWeight.BOLD : FontWeight.NORMAL));
                graphics.setFill(Color.web(palette().of(answer ? Role.VALIDATION : Role.TRAINING)));
                graphics.fillRoundRect(label, middle - bar / 2, Math.max(1, length * values[digit]), bar, 4, 4);
                graphics.setFill(Color.web(answer ? palette().text() : palette().mutedText()));
                graphics.setTextAlign(TextAlignment.RIGHT);
                graphics.fillText(percent(values[digit]), width - 2, middle);
            }
        }
        if (values.length > 0 && !numbers) {
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setFont(font(size, FontWeight.NORMAL));
            graphics.setFill(Color.web(palette().text()));
            graphics.fillText(Softmax.NO_ANSWER.replace(", ", ",\n"), label, height / 2, width - label);
        }
    }

    /** Enough for names, bars and percentages side by side. */
    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(leastWidth(LEAST_FONT)) + snappedLeftInset() + snappedRightInset();
    }

    private double leastWidth(double size) {
        double scale = typeScaleProperty().get();
        double name = Math.min(MOST_LETTERS * size * scale, longestName(size * scale)) + GAP * scale;
        return Math.max(LABEL * scale, name) + LEAST_BAR * scale + GAP * scale + measure().of(percent(1), size * scale, true);
    }

    private double longestName(double letters) {
        return IntStream.range(0, 10).mapToDouble(digit -> measure().of(classes.get().of(digit), letters, true)).max().orElse(0);
    }

    private static boolean isNumbers(float[] values) {
        return values.length > 0 && !Float.isNaN(values[0]);
    }

    private static int best(float[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            best = best < 0 || values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static String percent(float value) {
        return PercentText.of(value);
    }

    private String text(float[] values) {
        if (!isNumbers(values)) {
            return values.length == 0 ? "No answer" : Softmax.NO_ANSWER;
        }
        StringBuilder text = new StringBuilder("Probabilities:");
        for (int digit = 0; digit < values.length; digit++) {
            text.append(' ').append(classes.get().of(digit)).append(": ").append(percent(values[digit])).append(';');
        }
        return text.toString();
    }
}
