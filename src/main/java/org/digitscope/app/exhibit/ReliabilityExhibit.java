package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.explain.exhibit.Reliability.Group;
import org.digitscope.explain.exhibit.Reliability;
import org.digitscope.network.Parameters;
import org.digitscope.plot.ChartModel.Kind;
import org.digitscope.plot.ChartModel.Role;
import org.digitscope.plot.ChartModel.Series;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.RunColour;
import org.digitscope.plot.Scale;

/** How sure the network is of its answers to the test digits, and how often it is right; all logits can be divided to make it less sure. */
final class ReliabilityExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final LatestQuestion asking;
    private final CurveChart chart;
    private final NumberTable table = new NumberTable();
    private final Slider slider = ExhibitParts.slider("What all logits are divided by, from 0.5 to 3", 0.5, 3, 1);
    private final Label divisor = new Label();
    private final Label words = ExhibitParts.words();
    private Optional<Reliability> shown = Optional.empty();

    ReliabilityExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        asking = new LatestQuestion(parts.model().background());
        chart = parts.painted(new CurveChart());
        chart.probeProperty().set(this::probe);
        parts.appearance().applyTo(table);
        table.addTextColumn("sure (%)", row -> range(group(row)));
        table.addColumn("digits", "%,.0f", row -> group(row).count());
        table.addColumn("right (%)", "%.1f", row -> 100 * group(row).accuracy());
        table.setAccessibleText("Test digits by how sure the network is of its answer");
        table.getStyleClass().addAll("ten-rows", "exhibit-table");
        divisor.setMinWidth(Label.USE_PREF_SIZE);
        slider.valueProperty().addListener((observable, before, after) -> refreshInScene());
        setRows(ExhibitParts.pictures(chart, table), ExhibitParts.tools(divisor, slider, ExhibitParts.button("As it is", () -> slider.setValue(1))), words);
    }

    private Group group(int row) {
        return shown.orElseThrow().groups().get(row);
    }

    private static String range(Group group) {
        return String.format(Locale.ROOT, "%.0f–%.0f", 100 * group.from(), 100 * group.to());
    }

    @Override
    void refresh() {
        double by = slider.getValue();
        divisor.setText(String.format(Locale.ROOT, "logits ÷ %.2f", by));
        Parameters asked = by == 1 ? network() : Reliability.divided(network(), by);
        Dataset test = parts.model().digitsProperty().get().validation();
        asking.askAgain(() -> Reliability.of(asked, test), this::draw);
    }

    private void draw(Reliability found) {
        shown = Optional.of(found);
        table.showRows(Reliability.GROUPS);
        List<Group> filled = found.groups().stream().filter(group -> group.count() > 0 && Double.isFinite(group.certainty())).toList();
        double[] sure = filled.stream().mapToDouble(group -> 100 * group.certainty()).toArray();
        double[] right = filled.stream().mapToDouble(group -> 100 * group.accuracy()).toArray();
        Scale axis = new Scale.Linear(0, 100);
        Series even = Series.of("as sure as right", Role.PREVIOUS, Kind.LINE, new double[] {0, 100}, new double[] {0, 100});
        chart.modelProperty().set(new ChartModel("How often right", "how sure (%)", "right (%)", axis, axis, List.of(even,
                Series.of("the network", new RunColour(0), Kind.LINE, sure, right), Series.of("each tenth", new RunColour(0), Kind.DOTS, sure, right)), List.of()));
        int correct = found.groups().stream().mapToInt(Group::right).sum();
        double certainty = filled.stream().mapToDouble(group -> group.count() * group.certainty()).sum() / found.count();
        words.setText(String.format(Locale.ROOT, "%.2f %% of the %,d test digits are answered rightly; on average the network is %.2f %% sure. "
                + "Within a tenth the two differ by %.2f points on average.", 100.0 * correct / found.count(), found.count(), 100 * certainty, 100 * found.gap()));
    }

    private List<String> probe(double sure) {
        int number = Math.max(0, Math.min(Reliability.GROUPS - 1, (int) (sure / 100 * Reliability.GROUPS)));
        return shown.map(found -> found.groups().get(number)).map(group -> List.of(range(group) + " % sure", String.format(Locale.ROOT, "%,d digits", group.count()),
                group.count() == 0 ? "" : String.format(Locale.ROOT, "%.1f %% right", 100 * group.accuracy()))).orElse(List.of());
    }
}
