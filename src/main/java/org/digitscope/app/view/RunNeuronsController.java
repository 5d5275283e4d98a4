package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.study.ChosenRuns;
import org.digitscope.app.study.ChosenRuns.Pair;
import org.digitscope.app.study.RunComparison;
import org.digitscope.app.study.RunComparison.Compared;
import org.digitscope.data.Counts;
import org.digitscope.experiment.NeuronMatching;
import org.digitscope.plot.RoundedText;

/** The neurons of two runs' first layers, matched one to one, each pair with the picture of its difference. */
public final class RunNeuronsController {

    /** A pair with its caption, in letters. */
    private static final double CELL_WIDTH = 16;
    private static final double CELL_HEIGHT = 6.8;

    private final Appearance appearance;
    private final ChosenRuns chosen;
    private final RunComparison<Optional<NeuronMatching>> comparison;

    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private Label explanation;
    @FXML
    private GridView<NeuronMatching.Pair> pairs;
    @FXML
    private Label unmatched;

    public RunNeuronsController(AppModel model, Appearance appearance, ChosenRuns chosen) {
        this.appearance = appearance;
        this.chosen = chosen;
        comparison = new RunComparison<>(model, chosen, (first, second) -> first.network().depth() > 1 && second.network().depth() > 1
                ? Optional.of(NeuronMatching.of(first.network(), second.network())) : Optional.empty());
    }

    @FXML
    private void initialize() {
        pairs.cellWidthProperty().bind(appearance.letter().multiply(CELL_WIDTH));
        pairs.cellHeightProperty().bind(appearance.letter().multiply(CELL_HEIGHT));
        pairs.setCellFactory(same -> new NeuronPairCell(appearance, comparison.comparedProperty()));
        unmatched.managedProperty().bind(unmatched.textProperty().isNotEmpty());
        comparison.watch(root.visibleProperty());
        comparison.comparedProperty().addListener((observable, before, after) -> show());
        chosen.pairProperty().addListener((observable, before, after) -> show());
        show();
    }

    private void show() {
        Optional<Pair> pair = chosen.pairProperty().get();
        title.setText(pair.map(two -> RunAnswersController.name(two.first()) + " and " + RunAnswersController.name(two.second()))
                .orElse(RunAnswersController.CHOOSE));
        Optional<Compared<Optional<NeuronMatching>>> compared = comparison.comparedProperty().get()
                .filter(each -> pair.filter(each.pair()::equals).isPresent());
        Optional<NeuronMatching> matching = compared.flatMap(Compared::found);
        pairs.setItems(FXCollections.observableArrayList(matching.map(NeuronMatching::pairs).orElse(List.of())));
        explanation.setText(pair.isEmpty() ? "" : matching.map(found -> "Neurons that look for the same have other numbers in another run: matched so that the sum of the "
                + "correlations r of their weight pictures is as large as can be. Mean r = " + RoundedText.of("%.2f", mean(found)) + ".").orElse(reason(pair.get(), compared)));
        unmatched.setText(matching.map(found -> rest(pair.get().first(), found.unmatchedFirst()) + rest(pair.get().second(), found.unmatchedSecond())).orElse(""));
    }

    private static String reason(Pair pair, Optional<Compared<Optional<NeuronMatching>>> compared) {
        boolean hasNetworks = RunAnswersController.hasNetwork(pair.first()) && RunAnswersController.hasNetwork(pair.second());
        return !hasNetworks ? "Of one of these runs only the figures are known, so there are no neurons to match."
                : compared.isPresent() ? "One of these networks has no hidden neurons to match." : "Matching neurons…";
    }

    private static double mean(NeuronMatching matching) {
        return matching.pairs().stream().mapToDouble(NeuronMatching.Pair::correlation).average().orElse(0);
    }

    private static String rest(KeptRun run, List<Integer> neurons) {
        return neurons.isEmpty() ? "" : Counts.of(neurons.size(), "neuron") + " of " + RunAnswersController.name(run) + " without a counterpart: "
                + neurons.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".";
    }
}
