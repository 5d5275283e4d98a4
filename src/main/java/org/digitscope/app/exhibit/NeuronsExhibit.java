package org.digitscope.app.exhibit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepCharts;
import org.digitscope.experiment.SweepFigure;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.Scale;
import org.digitscope.training.LearningCurve;

/** Accuracy against the number of neurons: networks with one hidden layer of 2 to 128. */
final class NeuronsExhibit extends SweepExhibit {

    private static final int FEWEST = 2;
    private static final int MOST = 128;
    private static final double MARGIN = 1.3;
    private static final String SETTING = "neurons of the hidden layer";

    NeuronsExhibit(ExhibitParts parts) {
        super(parts);
        lay(new Scale.Log(FEWEST / MARGIN, MOST * MARGIN), SETTING, "Networks of their own with 2, 4, 8 … 128 neurons learn, each three times from other random numbers. "
                + "From where on do more neurons hardly help?");
    }

    @Override
    List<String> layers() {
        return IntStream.iterate(FEWEST, count -> count <= MOST, count -> 2 * count).mapToObj(String::valueOf).toList();
    }

    @Override
    int epochs() {
        return 2;
    }

    /** All numbers of neurons have their place on the axis from the first run on. */
    @Override
    ChartModel chart(SweepCharts found) {
        Map<Trial, RunResult> all = new HashMap<>(found.results());
        found.sweep().trials().forEach(trial -> all.putIfAbsent(trial, RunResult.of(LearningCurve.EMPTY)));
        ChartModel chart = new SweepCharts(found.sweep(), all).byValue(SweepFigure.ACCURACY);
        return new ChartModel(chart.title(), SETTING, chart.yTitle(), chart.x(), chart.y(), chart.series(), chart.markers());
    }

    @Override
    String words(SweepCharts found) {
        return found.combinations().values().stream().map(runs -> String.format(Locale.ROOT, "%s: %.1f %%", runs.get(0).settings().orElseThrow().architecture().hiddenText(),
                runs.stream().mapToDouble(SweepFigure.ACCURACY::of).average().orElseThrow())).collect(Collectors.joining(", ", "Right of the test digits on average: ", "."));
    }
}
