package org.digitscope.app.exhibit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.run.SweepWork;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepCharts;
import org.digitscope.experiment.SweepRunner;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.Scale;
import org.digitscope.training.Hyperparameters;

/** Networks of its own that differ in their hidden layers and their seeds, trained in the background; the chart has each run as soon as it is done. */
abstract class SweepExhibit extends MovingExhibit {

    private static final List<Long> SEEDS = List.of(0L, 1L, 2L);

    private final ExhibitParts parts;
    private final OwnRun run;
    private final CurveChart chart;
    private final Label words = ExhibitParts.words();

    SweepExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        chart = parts.painted(new CurveChart());
    }

    /** A run that is done. */
    private record Done(Trial trial, RunResult result) {
    }

    /** Lays it out, with what is said before anything was trained. */
    final void lay(Scale across, String setting, String before, NumberChoice... choices) {
        ChartModel empty = new ChartModel("validation accuracy (%)", setting, "validation accuracy (%)", across, new Scale.Linear(0, 100), List.of(), List.of());
        forget(empty, before);
        for (NumberChoice choice : choices) {
            choice.valueProperty().addListener((observable, from, to) -> forget(empty, before));
        }
        Node[] tools = new Node[choices.length + 1];
        System.arraycopy(choices, 0, tools, 0, choices.length);
        tools[choices.length] = run.button("Train", this::start);
        setRows(ExhibitParts.choices(tools), ExhibitParts.pictures(chart), words);
    }

    @Override
    void refresh() {
        // it shows networks of its own
    }

    /** The hidden layers to compare, as {@link SweptSetting#LAYERS} writes them. */
    abstract List<String> layers();

    abstract int epochs();

    abstract ChartModel chart(SweepCharts found);

    /** @param found of one run or more */
    abstract String words(SweepCharts found);

    private void forget(ChartModel empty, String before) {
        run.stop();
        chart.modelProperty().set(empty);
        words.setText(before);
    }

    private void start() {
        DigitSets digits = parts.model().digitsProperty().get();
        Sweep sweep = new Sweep(Hyperparameters.NOTEBOOK.withEpochs(epochs()), List.of(new Axis(SweptSetting.LAYERS, layers())), SEEDS);
        // each network once, and then again with other seeds
        List<Trial> trials = sweep.trials().stream().sorted(Comparator.comparing(trial -> trial.settings().seed())).toList();
        Map<Trial, RunResult> results = new LinkedHashMap<>();
        words.setText(said(0, trials.size(), digits));
        run.<Done>start((stop, show) -> new SweepRunner(digits, "", trainer -> "").run(trials, Math.min(SweepWork.jobs(), trials.size()), stop,
                trained -> show.accept(new Done(trained.trial(), trained.result()))), done -> {
                    results.put(done.trial, done.result);
                    SweepCharts found = new SweepCharts(sweep, Map.copyOf(results));
                    chart.modelProperty().set(chart(found));
                    words.setText(words(found) + " " + said(results.size(), trials.size(), digits));
                });
    }

    private String said(int done, int all, DigitSets digits) {
        return String.format(Locale.ROOT, "%d of %s done, each %s of %s.", done, Counts.of(all, "run"), Counts.of(epochs(), "epoch"), Counts.of(digits.training().size(), "picture"));
    }
}
