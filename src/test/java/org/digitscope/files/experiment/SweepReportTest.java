package org.digitscope.files.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.LearningCurve.Epoch;
import org.junit.jupiter.api.Test;

class SweepReportTest {

    private static final Axis LAYERS = new Axis(SweptSetting.LAYERS, List.of("5", "10", "64-32"));
    private static final Axis RATES = new Axis(SweptSetting.RATE, List.of("0.001", "0.01"));
    private static final Axis BATCHES = new Axis(SweptSetting.BATCH, List.of("32", "64"));

    /** Run 0 answers 90.00 % rightly, run 1 90.10 % and so on, after an epoch in which it was 5 % less. */
    private static Map<Trial, RunResult> results(Sweep sweep) {
        Map<Trial, RunResult> results = new LinkedHashMap<>();
        for (Trial trial : sweep.trials()) {
            double accuracy = 0.9 + 0.001 * trial.number();
            LearningCurve curve = LearningCurve.ofEpochs(List.of(new Epoch(0.5, 1, accuracy - 0.05, 0.9), new Epoch(0.6, 0.5, accuracy, 0.8)));
            results.put(trial, new RunResult(trial.settings(), "data", false, curve, "f".repeat(64), 1));
        }
        return results;
    }

    private static Sweep sweep(Axis... axes) {
        return new Sweep(Hyperparameters.NOTEBOOK, List.of(axes), List.of(0L, 1L));
    }

    private static List<String> pictures(String html) {
        return Pattern.compile("base64,([^\"]+)\"").matcher(html).results()
                .map(found -> new String(Base64.getDecoder().decode(found.group(1)), StandardCharsets.UTF_8)).toList();
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aSweepOverOneSettingShowsEverySeedAgainstItsValue() {
        Sweep sweep = sweep(LAYERS);
        String html = SweepReport.of(sweep, results(sweep));
        List<String> pictures = pictures(html);
        assertEquals(3, pictures.size());
        assertEquals(6 + 1, count(pictures.get(0), "<circle"), "a dot for each run and one in the legend");
        assertTrue(pictures.get(0).contains(">64-32<") && pictures.get(0).contains(">layers<"), pictures.get(0));
        assertTrue(pictures.get(1).contains(">layers 64-32<"), "the curves are named by their combination");
        assertTrue(html.contains("<td>layers 10</td><td>2</td><td>90.25</td><td>0.07</td><td>90.20</td><td>90.30</td>"), html);
        assertTrue(html.contains("<h1>A sweep over layers, seeds</h1>") && html.contains("6 runs of 6."), html);
    }

    @Test
    void aSweepOverTwoSettingsIsATableOfMeans() {
        Sweep sweep = sweep(LAYERS, RATES);
        String grid = pictures(SweepReport.of(sweep, results(sweep))).get(0);
        assertTrue(grid.contains(">90.05<") && grid.contains(">90.00 to 90.10, 2 seeds<") && grid.contains(">91.05<"), grid);
        assertTrue(grid.contains(">layers<") && grid.contains(">rate<") && grid.contains(">0.01<"), grid);
    }

    @Test
    void ofMoreSettingsAllButTheLastAreRows() {
        Sweep sweep = sweep(LAYERS, RATES, BATCHES);
        String grid = pictures(SweepReport.of(sweep, results(sweep))).get(0);
        assertTrue(grid.contains(">64-32, 0.01<") && grid.contains(">layers, rate<") && grid.contains(">batch<"), grid);
    }

    @Test
    void seedsAloneAndNoRunsYetHaveTheirPageToo() {
        Sweep seeds = sweep();
        assertTrue(pictures(SweepReport.of(seeds, results(seeds))).get(0).contains(">all seeds<"));
        for (Sweep sweep : List.of(sweep(), sweep(LAYERS), sweep(LAYERS, RATES))) {
            String html = SweepReport.of(sweep, Map.of());
            assertTrue(html.contains("0 runs of "), html);
            pictures(html).forEach(picture -> assertFalse(picture.contains("NaN") || picture.contains("Infinity"), picture));
        }
    }

    @Test
    void aRunThatFinishedNoEpochIsInTheTableAndHasNoFigure() {
        Sweep sweep = sweep(RATES);
        Map<Trial, RunResult> results = results(sweep);
        results.replaceAll((trial, result) -> trial.values().get("rate").equals("0.01")
                ? new RunResult(trial.settings(), "data", true, LearningCurve.EMPTY, "0".repeat(64), 1) : result);
        String html = SweepReport.of(sweep, results);
        assertTrue(html.contains("<td>rate 0.01</td><td>0</td><td></td>"), html);
        assertEquals(2 + 1, count(pictures(html).get(0), "<circle"));
        assertTrue(html.contains("<td>true</td>"), html);
    }
}
