package org.digitscope.app.exhibit;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.digitscope.data.ShownNumbers;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.SweepCharts;
import org.digitscope.experiment.SweepFigure;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RunsCharts.Figures;
import org.digitscope.plot.Scale;

/** The same training with one hidden layer and with a second one behind it, epoch by epoch. */
final class LayersExhibit extends SweepExhibit {

    private static final int EPOCHS = 5;
    private static final int[][] SIZES = {{20, 20}, {5, 5}, {64, 32}};

    private final NumberChoice sizes = new NumberChoice("pair of networks");

    LayersExhibit(ExhibitParts parts) {
        super(parts);
        sizes.offer(SIZES.length, each -> SIZES[each][0] + " neurons against " + SIZES[each][0] + " and " + SIZES[each][1]);
        lay(new Scale.Linear(0, EPOCHS), "epoch", "Two networks of their own learn, one with a second hidden layer and one without, each three times from other random "
                + "numbers. Which will be ahead?", sizes);
    }

    @Override
    List<String> layers() {
        int[] chosen = SIZES[sizes.value()];
        return List.of(String.valueOf(chosen[0]), chosen[0] + "-" + chosen[1]);
    }

    @Override
    int epochs() {
        return EPOCHS;
    }

    @Override
    ChartModel chart(SweepCharts found) {
        return found.curves(Figures.VALIDATION, false).accuracy();
    }

    @Override
    String words(SweepCharts found) {
        List<List<RunResult>> both = List.copyOf(found.combinations().values());
        String each = both.stream().map(LayersExhibit::words).collect(Collectors.joining(" "));
        return both.size() < 2 ? each : each + ShownNumbers.in(String.format(Locale.ROOT, " The second layer changes that by %+.2f points.",
                statistics(both.get(1)).getAverage() - statistics(both.get(0)).getAverage()));
    }

    private static String words(List<RunResult> runs) {
        Architecture architecture = runs.get(0).settings().orElseThrow().architecture();
        DoubleSummaryStatistics right = statistics(runs);
        String spread = runs.size() == 1 ? "" : String.format(Locale.ROOT, " (%.2f to %.2f)", right.getMin(), right.getMax());
        return String.format(Locale.ROOT, "%s: %,d numbers to learn, %.2f %% right%s.", architecture.hiddenText(), Parameters.zeros(architecture).count(), right.getAverage(), spread);
    }

    private static DoubleSummaryStatistics statistics(List<RunResult> runs) {
        return runs.stream().mapToDouble(SweepFigure.ACCURACY::of).summaryStatistics();
    }
}
