package org.digitscope.files.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.project.Project;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.plot.CurveCharts;
import org.digitscope.training.DataVariation;
import org.digitscope.training.EarlyStopping;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Monitor;
import org.digitscope.training.Penalty;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(200, 1), Examples.pictures(50, 2));
    private static final Hyperparameters SETTINGS = Hyperparameters.NOTEBOOK.withEpochs(2).withBatchSize(10);

    @Test
    void theClassicNetworkHasNoUnusualSetting() {
        String page = page(SETTINGS);
        assertTrue(page.contains(row("network", "784 → 20 relu → 10 softmax")), page);
        assertTrue(page.contains(row("trained with", "200 pictures of random pictures")), page);
        for (String unusual : List.of("momentum", "inputs", "start values", "L1 penalty", "L2 penalty", "training pictures", "wrong labels")) {
            assertFalse(page.contains("<th>" + unusual + "</th>"), unusual);
        }
    }

    @Test
    void everyLayerAndWhateverIsUnusualIsListed() {
        String page = page(SETTINGS.withArchitecture(new Architecture(List.of(12, 8), Activation.TANH, Inputs.GREY)).withPenalty(new Penalty(0, 0.001))
                .withVariation(new DataVariation(95, 0.2)));
        for (String row : List.of(row("network", "784 → 12 tanh → 8 tanh → 10 softmax"), row("parameters", "9,614"),
                row("trained with", "95 pictures of random pictures"), row("inputs", "not divided"), row("L2 penalty", "0.001"),
                row("training pictures", "95"), row("wrong labels", "20 %"))) {
            assertTrue(page.contains(row), row);
        }
        assertEquals(12, count("alt=\"neuron \\d+\"", page), "the neurons of layer_1");
    }

    @Test
    void aRunThatRestoresItsBestEpochIsReportedByThatEpochsNetworkWithItsWholeCurve() {
        Project project = project(SETTINGS.withEpochs(100).withEarlyStopping(new EarlyStopping(1, Monitor.VAL_LOSS, true)));
        int best = project.model().step();
        assertEquals(best + 20, project.now().step());
        String page = HtmlReport.of(project, DIGITS);
        assertTrue(page.contains("<p>After " + best + " steps it answers <strong>" + String.format(Locale.ROOT, "%.2f",
                100 * Evaluation.of(project.model().parameters(), DIGITS.validation()).accuracy())), page);
        assertTrue(page.contains(row("patience", "1")) && page.contains(row("restore best weights", "yes")), page);
        assertEquals(new CurveCharts.Window(0, best / 20 + 1), ResultFolder.charts(project, DIGITS).window());
    }

    @Test
    void withoutAHiddenLayerTheDigitsHaveTheWeightsThatAreShown() {
        String page = page(SETTINGS.withArchitecture(Architecture.relu()));
        assertTrue(page.contains("<h2>What its digits look for</h2>"), page);
        assertEquals(10, count("alt=\"digit \\d+\"", page));
    }

    @Test
    void theChartsOfAFewPicturesReachAsManyEpochsAsWereTrained() {
        Hyperparameters few = SETTINGS.withVariation(new DataVariation(95, 0));
        assertEquals(new CurveCharts.Window(0, 2), ResultFolder.charts(project(few), DIGITS).window());
    }

    private static String page(Hyperparameters settings) {
        return HtmlReport.of(project(settings), DIGITS);
    }

    private static Project project(Hyperparameters settings) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), settings);
        trainer.run(() -> false, snapshot -> { });
        return Project.of(trainer, Project.Data.of(DIGITS), false, Sheet.BLANK, List.of());
    }

    private static String row(String name, String value) {
        return "<tr><th>" + name + "</th><td><code>" + value + "</code></td></tr>";
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
