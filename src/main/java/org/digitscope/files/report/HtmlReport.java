package org.digitscope.files.report;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.PlainNumber;
import org.digitscope.drawing.OtherHands;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.explain.flow.Flow;
import org.digitscope.explain.flow.FlowText;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.NetworkDrawing;
import org.digitscope.files.EmbeddedSvg;
import org.digitscope.files.Png;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ColorScale;
import org.digitscope.plot.CurveCharts;
import org.digitscope.plot.Heatmap;
import org.digitscope.plot.Palette;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.SvgChart;
import org.digitscope.plot.TextWidth;
import org.digitscope.plot.XmlText;
import org.digitscope.training.Hyperparameters;

/** A run as one self-contained HTML page: settings, curves, weights, scores, the confusion matrix and the worst mistakes. */
public final class HtmlReport {

    /** Size of letters in the picture of the network, in pixels. */
    private static final double LETTER = 13;
    private static final int MISTAKES = 24;
    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
            + "color:#24292f;background:#fff}table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #d8dee4;"
            + "padding:.2rem .6rem;text-align:right}figure{display:inline-block;margin:.3rem;text-align:center;font-size:.8rem}"
            + "img.digit{width:56px;image-rendering:pixelated}img.weights{width:112px;image-rendering:pixelated}svg{max-width:100%}"
            + "code{word-break:break-all}";

    private final StringBuilder html = new StringBuilder();
    private final Project project;
    private final DigitSets digits;
    private final Evaluation score;

    private HtmlReport(Project project, DigitSets digits) {
        this.project = project;
        this.digits = digits;
        score = Evaluation.of(project.result().parameters(), digits.validation());
    }

    /**
     * The page.
     *
     * @param digits what the project was trained with
     */
    public static String of(Project project, DigitSets digits) {
        return new HtmlReport(project, digits).html();
    }

    private String html() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Digitscope report</title><style>")
                .append(STYLE).append("</style></head><body>\n<h1>A network that learnt ").append(digits.classes() == ClassNames.DIGITS ? "to read digits"
                        : digits.classes().title()).append("</h1>\n");
        html.append(String.format(Locale.ROOT, "<p>After %s it answers <strong>%.2f %%</strong> of the %s of %s rightly "
                + "(%,d of them); their mean loss is %s.</p>%n", Counts.of(project.result().step(), "step"), 100 * score.accuracy(), Counts.of(score.size(), "picture"),
                XmlText.of(digits.validation().name()), score.correct(), RoundedText.of("%.4f", score.loss())));
        addSettings();
        addCurves();
        addNetwork();
        addWeights();
        addConfusion();
        addMistakes();
        return html.append("</body></html>\n").toString();
    }

    private void addSettings() {
        Hyperparameters settings = project.settings();
        html.append("<h2>Settings</h2>\n<table>");
        addRow("network", settings.architecture().describe());
        addRow("parameters", String.format(Locale.ROOT, "%,d", project.result().parameters().count()));
        addRow("trained with", Counts.of(settings.variation().size(digits.training().size()), "picture") + " of " + digits.training().name());
        addRow("epochs", String.valueOf(settings.epochs()));
        addRow("batch size", String.valueOf(settings.batchSize()));
        addRow("learning rate", PlainNumber.of(settings.learningRate()));
        addRow("optimizer", settings.optimizer().label());
        settings.unusual().forEach(this::addRow);
        addRow("seed", String.valueOf(settings.seed()));
        addRow("digits straightened", project.deskew() ? "yes" : "no");
        OtherHands hands = OtherHands.namedIn(project.data().name());
        addRow("other hands", hands.shareText() + (hands.isNone() ? "" : ", seed " + hands.seed()));
        addRow("pictures' SHA-256", project.data().checksum());
        addRow("fingerprint of the run", Fingerprint.of(project).text());
        html.append("</table>\n");
    }

    private void addRow(String name, String value) {
        html.append("<tr><th>").append(name).append("</th><td><code>").append(XmlText.of(value)).append("</code></td></tr>\n");
    }

    private void addCurves() {
        CurveCharts charts = ResultFolder.charts(project, digits);
        html.append("<h2>How it learnt</h2>\n").append(EmbeddedSvg.of("Learning curve", SvgChart.of(charts.loss(), Palette.LIGHT)))
                .append(EmbeddedSvg.of("Learning curve", SvgChart.of(charts.accuracy(), Palette.LIGHT)));
    }

    /** For the first test digit. */
    private void addNetwork() {
        Flow flow = Flow.of(project.result().parameters(), digits.validation(), 0);
        String paths = new FlowText(flow, digits.classes()).strongestPaths();
        html.append(String.format(Locale.ROOT, "<h2>How it answers</h2>%n<p>The first test digit, %s, as it goes through the network. A curve is a connection: "
                + "red adds, blue takes away, the wider the more. %s</p>%n", XmlText.of(digits.classes().of(digits.validation().label(0))), XmlText.of(paths)));
        html.append(EmbeddedSvg.of("The network: " + paths, NetworkSvg.of(NetworkContent.of(flow), new NetworkDrawing.Look(Palette.LIGHT, LETTER,
                TextWidth.WIDEST, digits.classes(), Double.MAX_VALUE, Optional.empty(), Optional.empty()))));
    }

    private void addWeights() {
        Parameters network = project.result().parameters();
        double limit = ColorScale.holding(Heatmap.limit(network.layer(1).kernel())).limit().doubleValue();
        String output = network.depth() == 1 ? "digit" : "neuron";
        html.append(String.format(Locale.ROOT, "<h2>What its %1$ss look for</h2>%n<p>Ink on red speaks for a %1$s, ink on blue against "
                + "it; the strongest colours are ±%2$s.</p>%n", output, limit));
        for (int neuron = 0; neuron < network.layer(1).outputs(); neuron++) {
            int[] argb = new int[Dataset.PIXELS];
            Heatmap.paint(network.layer(1).kernel(), neuron, limit, argb, 0, Dataset.COLUMNS);
            figure("weights", argb, output + " " + neuron);
        }
    }

    private void addConfusion() {
        html.append("<h2>Its answers</h2>\n<table><tr><th>true \\ said</th>");
        for (int answer = 0; answer < Dataset.CLASSES; answer++) {
            html.append("<th>").append(answer).append("</th>");
        }
        html.append("<th>precision</th><th>recall</th><th>F1</th></tr>\n");
        for (int truth = 0; truth < Dataset.CLASSES; truth++) {
            html.append("<tr><th>").append(XmlText.of(digits.classes().numbered(truth))).append("</th>");
            for (int answer = 0; answer < Dataset.CLASSES; answer++) {
                html.append("<td>").append(score.count(truth, answer)).append("</td>");
            }
            html.append(String.format(Locale.ROOT, "<td>%.2f %%</td><td>%.2f %%</td><td>%.2f %%</td></tr>%n", 100 * score.precision(truth),
                    100 * score.recall(truth), 100 * score.f1(truth)));
        }
        html.append("</table>\n");
    }

    private void addMistakes() {
        List<Evaluation.Mistake> mistakes = score.mistakes();
        html.append("<h2>Its worst mistakes</h2>\n");
        for (Evaluation.Mistake mistake : mistakes.subList(0, Math.min(MISTAKES, mistakes.size()))) {
            int[] argb = new int[Dataset.PIXELS];
            byte[] pixels = digits.validation().image(mistake.image());
            for (int i = 0; i < argb.length; i++) {
                argb[i] = 0xFF000000 | (pixels[i] & 0xFF) * 0x010101;
            }
            figure("digit", argb, String.format(Locale.ROOT, "%s, said %s", digits.classes().of(mistake.truth()),
                    digits.classes().of(mistake.answer())));
        }
    }

    private void figure(String style, int[] argb, String caption) {
        html.append("<figure><img class=\"").append(style).append("\" alt=\"").append(caption).append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(Png.bytes(argb, Dataset.COLUMNS))).append("\"><figcaption>").append(caption)
                .append("</figcaption></figure>\n");
    }

    /** As a picture of its own, so that the names inside of it can't meet those of the other one. */
}
