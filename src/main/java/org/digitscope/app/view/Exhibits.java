package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.exhibit.MovingExhibits;
import org.digitscope.app.run.AppModel;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;

/** The pictures and tables that the notebook's chapters show, of the network on screen. */
public final class Exhibits {

    private final AppModel model;
    private final Appearance appearance;
    private final MovingExhibits moving;

    public Exhibits(AppModel model, Appearance appearance) {
        this.model = model;
        this.appearance = appearance;
        moving = new MovingExhibits(model, appearance);
    }

    /**
     * What is shown with a chapter. It is made once and then follows the network, so that what a person did to it stays.
     *
     * @param show takes the network that the chapter speaks of
     */
    record Exhibit(Node node, Consumer<Parameters> show) {
    }

    /** @throws IllegalArgumentException when there is none of this name */
    Exhibit of(String name) {
        return switch (name) {
            case "counts" -> counts();
            case "numbers" -> numbers();
            case "summary" -> summary();
            case "bars" -> bars();
            case "weights" -> weights();
            case "moved" -> moved();
            default -> moving.of(name).map(found -> new Exhibit(found.node(), found::show))
                    .orElseThrow(() -> new IllegalArgumentException("no exhibit is called " + name));
        };
    }

    byte[] firstTestDigit() {
        return model.digitsProperty().get().validation().image(0);
    }

    private Exhibit counts() {
        int[][] counts = new int[2][Dataset.CLASSES];
        NumberTable table = new NumberTable();
        table.addTextColumn("class", row -> model.classes().numbered(row));
        table.addColumn("training", "%,.0f", row -> counts[0][row]);
        table.addColumn("test", "%,.0f", row -> counts[1][row]);
        table.setAccessibleText("How often each digit occurs");
        appearance.applyTo(table);
        table.getStyleClass().addAll("ten-rows", "exhibit");
        return new Exhibit(table, network -> {
            counts[0] = model.digitsProperty().get().training().labelCounts();
            counts[1] = model.digitsProperty().get().validation().labelCounts();
            table.showRows(Dataset.CLASSES);
        });
    }

    private Exhibit numbers() {
        Label label = new Label();
        label.getStyleClass().add("grey-values");
        label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        label.setAccessibleText("The 784 grey values of test digit 0, 28 lines of 28 numbers");
        return new Exhibit(label, network -> label.setText(greyValues()));
    }

    private String greyValues() {
        byte[] pixels = firstTestDigit();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            text.append(String.format(Locale.ROOT, "%4d", pixels[i] & 0xFF)).append((i + 1) % Dataset.COLUMNS == 0 ? "\n" : "");
        }
        return text.toString().stripTrailing();
    }

    private static Exhibit summary() {
        Label label = new Label();
        label.getStyleClass().add("summary");
        return new Exhibit(label, network -> {
            StringBuilder table = new StringBuilder(String.format("%-10s %-14s %10s%n", "layer", "output", "parameters"));
            for (int number = 1; number <= network.depth(); number++) {
                Layer layer = network.layer(number);
                table.append(String.format(Locale.ROOT, "%-10s %-14s %,10d%n", "layer_" + number,
                        layer.outputs() + ", " + network.activationOf(number), layer.count()));
            }
            label.setText(table.append(String.format(Locale.ROOT, "%-25s %,10d", "together", network.count())).toString());
        });
    }

    private Exhibit bars() {
        ProbabilityBars bars = new ProbabilityBars();
        appearance.applyTo(bars);
        bars.getStyleClass().add("exhibit");
        return new Exhibit(bars, network -> {
            ForwardTrace trace = ForwardTrace.of(firstTestDigit(), network);
            float[] probabilities = new float[Dataset.CLASSES];
            IntStream.range(0, probabilities.length).forEach(digit -> probabilities[digit] = trace.probability(digit));
            bars.classesProperty().set(model.classes());
            bars.probabilitiesProperty().set(probabilities);
        });
    }

    private Exhibit weights() {
        HeatmapGrid grid = new HeatmapGrid();
        appearance.applyTo(grid);
        return new Exhibit(grid, network -> grid.kernelProperty().set(network.layer(1).kernel()));
    }

    private Exhibit moved() {
        Thumbnails thumbnails = new Thumbnails();
        return new Exhibit(thumbnails, network -> {
            byte[] digit = firstTestDigit();
            thumbnails.show(List.of(entry(digit, network), entry(LessonNumbers.moved(digit), network)));
        });
    }

    private Thumbnails.Entry entry(byte[] pixels, Parameters network) {
        ClassNames classes = model.classes();
        ForwardTrace trace = ForwardTrace.of(pixels, network);
        return new Thumbnails.Entry(pixels, String.format(Locale.ROOT, "%s: %.0f %%", classes.of(trace.answer()),
                100 * trace.probability(trace.answer())));
    }
}
