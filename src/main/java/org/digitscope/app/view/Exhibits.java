package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Parameters;

/** The pictures and tables that the notebook's chapters show, of the network on screen. */
public final class Exhibits {

    private final AppModel model;
    private final Appearance appearance;

    public Exhibits(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
    }

    /**
     * Makes an exhibit.
     *
     * @param network the one that the chapter speaks of
     * @throws IllegalArgumentException when there is none of this name
     */
    Node of(String name, Parameters network) {
        return switch (name) {
            case "counts" -> counts();
            case "numbers" -> numbers();
            case "summary" -> summary(network);
            case "bars" -> bars(network);
            case "weights" -> weights(network);
            case "moved" -> moved(network);
            default -> throw new IllegalArgumentException("no exhibit is called " + name);
        };
    }

    byte[] firstTestDigit() {
        return model.digitsProperty().get().validation().image(0);
    }

    private Node counts() {
        int[] training = model.digitsProperty().get().training().labelCounts();
        int[] test = model.digitsProperty().get().validation().labelCounts();
        NumberTable table = new NumberTable();
        table.addTextColumn("class", row -> model.classes().numbered(row));
        table.addColumn("training", "%,.0f", row -> training[row]);
        table.addColumn("test", "%,.0f", row -> test[row]);
        table.setAccessibleText("How often each digit occurs");
        table.setMaxWidth(320);
        table.setPrefHeight(256);
        table.showRows(Dataset.CLASSES);
        return table;
    }

    private Node numbers() {
        byte[] pixels = firstTestDigit();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            text.append(String.format(Locale.ROOT, "%4d", pixels[i] & 0xFF)).append((i + 1) % Dataset.COLUMNS == 0 ? "\n" : "");
        }
        Label label = new Label(text.toString().stripTrailing());
        label.getStyleClass().add("grey-values");
        label.setAccessibleText("The 784 grey values of test digit 0, 28 lines of 28 numbers");
        return label;
    }

    private static Node summary(Parameters network) {
        int first = network.layer1().kernel().getNumElements() + network.hidden();
        int second = network.layer2().kernel().getNumElements() + Dataset.CLASSES;
        Label label = new Label(String.format(Locale.ROOT, "%-10s %-14s %10s%n%-10s %-14s %,10d%n%-10s %-14s %,10d%n%-25s %,10d", "layer",
                "output", "parameters", "layer_1", network.hidden() + ", ReLU", first, "layer_2", "10, softmax", second, "together",
                network.count()));
        label.getStyleClass().add("summary");
        return label;
    }

    private Node bars(Parameters network) {
        ForwardTrace trace = ForwardTrace.of(firstTestDigit(), network);
        float[] probabilities = new float[Dataset.CLASSES];
        IntStream.range(0, probabilities.length).forEach(digit -> probabilities[digit] = trace.probability(digit));
        ProbabilityBars bars = new ProbabilityBars();
        appearance.applyTo(bars);
        bars.classesProperty().set(model.classes());
        bars.probabilitiesProperty().set(probabilities);
        bars.setMaxWidth(360);
        return bars;
    }

    private Node weights(Parameters network) {
        HeatmapGrid grid = new HeatmapGrid();
        appearance.applyTo(grid);
        grid.kernelProperty().set(network.layer1().kernel());
        return grid;
    }

    private Node moved(Parameters network) {
        byte[] digit = firstTestDigit();
        byte[] moved = LessonNumbers.moved(digit);
        Thumbnails thumbnails = new Thumbnails();
        thumbnails.show(List.of(entry(digit, network), entry(moved, network)));
        return thumbnails;
    }

    private Thumbnails.Entry entry(byte[] pixels, Parameters network) {
        ClassNames classes = model.classes();
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        return new Thumbnails.Entry(pixels, String.format(Locale.ROOT, "%s: %.0f %%", classes.of(trace.answer()),
                100 * trace.probability(trace.answer())));
    }
}
