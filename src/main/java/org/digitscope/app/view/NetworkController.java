package org.digitscope.app.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.fxml.FXML;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.Choice;
import org.digitscope.app.control.NetworkView;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Selection;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.NetworkFlows.Seen;
import org.digitscope.app.study.NetworkFlows.Source;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.Edit;
import org.digitscope.plot.network.NetworkPicture;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.Ledger;
import org.digitscope.explain.flow.FlowText;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.Shown;
import org.digitscope.explain.flow.Walk;
import org.digitscope.explain.flow.WalkText;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.digitscope.plot.network.Connections;
import org.digitscope.plot.network.Part;
import org.digitscope.training.NextStep;

/** The picture of the network: whose flow it shows, what its curves show, and what is said of what is pointed at. */
public final class NetworkController {

    private static final String HINT = "A curve is a connection: red adds, blue takes away. Point at one, a neuron or a digit; a click keeps it, a double "
            + "click mutes a neuron.";
    private static final String BACK_HINT = "A curve is weight · error: what of the error goes back. Point at one, a neuron or a digit.";
    private static final String NO_LABEL = "Say what the drawing was meant to be, above or by the digit's key: without that there is no error.";
    private static final String BUSY = "Pause the training to see the batch of its next step.";
    private static final String NO_BATCH = "A network that was changed by hand or comes from a file has no next batch.";

    /** Of the time, while the training runs and changes the picture all the time: one part in so many. */
    private static final int SHARE_WHILE_TRAINING = 20;

    private final AppModel model;
    private final Appearance appearance;
    private final NetworkFlows flows;
    private final Explanations explanations;
    private final Selection selection;

    /** When the picture was last shown anew, and how long it then stays, in nanoseconds. */
    private long paceStart;
    private long pace;

    @FXML
    private VBox root;
    @FXML
    private SegmentedButton sources;
    @FXML
    private TextField flowDigit;
    @FXML
    private Node meaning;
    @FXML
    private ComboBox<String> meant;
    @FXML
    private Label flowProblem;
    @FXML
    private SegmentedButton showns;
    @FXML
    private CheckBox missing;
    @FXML
    private NetworkView network;
    @FXML
    private Label empty;
    @FXML
    private Label flowName;
    @FXML
    private Label flowFormula;
    @FXML
    private WalkController walkController;

    public NetworkController(AppModel model, Appearance appearance, NetworkFlows flows, Explanations explanations) {
        this.model = model;
        this.appearance = appearance;
        this.flows = flows;
        this.explanations = explanations;
        selection = model.inspection().selection();
    }

    @FXML
    private void initialize() {
        appearance.applyTo(network);
        new FlowSource(model, flows, sources, flowDigit, meaning, meant, flowProblem, root);
        addShown();
        flows.watch(root.visibleProperty());
        flows.seenProperty().addListener((observable, before, after) -> showWhatCame(before, after));
        for (Observable each : List.of(network.pointedProperty(), network.pinnedProperty(), missing.selectedProperty())) {
            each.addListener(observable -> show());
        }
        network.placeProperty().bind(walkController.placeProperty());
        walkController.placeProperty().addListener(observable -> goOn());
        network.setOnPinned(this::pin);
        network.setOnDoubleClicked(this::mute);
        root.sceneProperty().addListener((observable, before, scene) -> scene.addEventHandler(KeyEvent.KEY_TYPED, this::meanDigit));
        selection.neuronProperty().addListener((observable, before, after) -> follow(after));
        show();
    }

    /** A digit key says what the drawing is meant to be. */
    private void meanDigit(KeyEvent event) {
        int digit = event.getCharacter().length() == 1 ? Character.digit(event.getCharacter().charAt(0), 10) : -1;
        boolean isTyping = event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isControlDown() || event.isAltDown();
        if (digit >= 0 && !isTyping && root.isVisible() && flows.sourceProperty().get() == Source.DRAWING && flows.seenProperty().get().filter(seen -> !seen.isBlank()).isPresent()) {
            flows.labelProperty().set(Optional.of(digit));
            event.consume();
        }
    }

    private void addShown() {
        Choice.keepOne(showns);
        for (Shown each : Shown.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.selectedProperty().addListener(observable -> show());
            showns.getButtons().add(button);
        }
        showns.getButtons().get(0).setSelected(true);
    }

    /** While the training runs, the picture takes a small share of the time only: another step follows, and the last one is shown as it rests. */
    private void showWhatCame(Optional<Seen> before, Optional<Seen> after) {
        boolean isNextStep = model.isShownTraining() && before.isPresent() && after.isPresent() && before.get().flow().network() != after.get().flow().network();
        if (!isNextStep || System.nanoTime() - paceStart >= pace) {
            paceStart = System.nanoTime();
            show();
            pace = SHARE_WHILE_TRAINING * (System.nanoTime() - paceStart);
        }
    }

    private void show() {
        Optional<Seen> seen = flows.seenProperty().get();
        seen.ifPresent(each -> network.letGoOfWhatIsNotIn(each.flow().network()));
        network.setVisible(seen.isPresent());
        empty.setVisible(seen.isEmpty());
        empty.setText(flows.sourceProperty().get() != Source.BATCH ? "There is no network yet." : model.isShownTraining() ? BUSY : NO_BATCH);
        flows.withStepProperty().set(showns() == Shown.ERROR);
        walkController.show(seen.map(each -> each.flow().network()), showns() == Shown.ERROR, seen.flatMap(Seen::step).isPresent());
        network.classesProperty().set(model.classes());
        network.contentProperty().set(seen.map(this::content));
        flowName.setText(seen.map(Seen::name).orElse(""));
        flowFormula.setText(seen.map(this::formula).orElse(""));
        sayPlace();
        seen.ifPresent(each -> network.setAccessibleText("The network as a picture, for " + each.name() + ". " + new FlowText(each.flow(), model.classes()).strongestPaths()));
    }

    private Shown showns() {
        int chosen = IntStream.range(0, showns.getButtons().size()).filter(i -> showns.getButtons().get(i).isSelected()).findFirst().orElse(0);
        return Shown.values()[chosen];
    }

    private NetworkContent content(Seen seen) {
        Optional<double[]> perInput = showns() == Shown.ERROR ? errorPerInput(seen) : network.chosen().flatMap(part -> perInput(seen, part));
        Optional<double[]> overlay = perInput.map(slopes -> {
            double[] parts = slopes.clone();
            for (int pixel = 0; pixel < parts.length; pixel++) {
                parts[pixel] *= seen.flow().input(pixel);
            }
            return parts;
        });
        return new NetworkContent(seen.flow(), seen.error(), seen.isBlank() ? Shown.WEIGHTS : showns(), walkController.walk(), tiles(seen), overlay,
                missing.isSelected() ? perInput : Optional.empty(), seen.batch(), muted(), seen.isBlank());
    }

    private Set<Neuron> muted() {
        return model.shownProperty().get().edits().stream().filter(Edit.Mute.class::isInstance).map(edit -> ((Edit.Mute) edit).neuron())
                .collect(Collectors.toSet());
    }

    /** Going back, the tiles turn into the gradient, then into the changes, then into what the weights are after them. */
    private Parameters tiles(Seen seen) {
        Walk walk = walkController.walk();
        double place = walkController.placeProperty().get();
        if (showns() != Shown.ERROR || seen.error().isEmpty() || walk.done(Walk.Kind.GRADIENT, Walk.EVERYWHERE, place) == 0) {
            return seen.flow().network();
        }
        if (walk.done(Walk.Kind.AFTER, Walk.EVERYWHERE, place) > 0) {
            return seen.step().map(NextStep::after).orElse(seen.flow().network());
        }
        Parameters gradient = seen.step().map(NextStep::gradient).orElse(seen.error().get().gradient());
        return walk.done(Walk.Kind.UPDATE, Walk.EVERYWHERE, place) > 0 ? seen.step().map(NextStep::change).orElse(gradient) : gradient;
    }

    /** The gradient of each weight of a neuron of layer_1 is its pixel times the neuron's error. */
    private Optional<double[]> errorPerInput(Seen seen) {
        return seen.error().flatMap(error -> network.chosen().filter(part -> part instanceof Part.Unit && part.layer() == 1).map(part -> {
            double[] same = new double[Dataset.PIXELS];
            Arrays.fill(same, error.error(1, ((Part.Unit) part).index()));
            return same;
        }));
    }

    /** What ink adds to what is pointed at; empty where that depends on other ink, as with a bent activation or on average. */
    private static Optional<double[]> perInput(Seen seen, Part part) {
        Part.Unit unit = part instanceof Part.Link link ? new Part.Unit(link.layer() - 1, link.from()) : (Part.Unit) part;
        if (unit.layer() == 1) {
            return Optional.of(column(seen.flow().network(), unit.index()));
        }
        Parameters network = seen.flow().network();
        return seen.picture().filter(picture -> Ledger.obstacle(network).isEmpty())
                .map(picture -> Ledger.perInput(ForwardTrace.of(picture, network), unit.layer(), unit.index()));
    }

    private static double[] column(Parameters network, int neuron) {
        double[] weights = new double[Dataset.PIXELS];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            weights[pixel] = network.layer(1).kernel().get(pixel, neuron);
        }
        return weights;
    }

    private String formula(Seen seen) {
        FlowText text = new FlowText(seen.flow(), model.classes());
        Optional<Part> chosen = network.chosen();
        if (showns() == Shown.ERROR && !seen.isBlank()) {
            return seen.error().isEmpty() ? NO_LABEL : chosen.map(part -> part instanceof Part.Link link
                    ? text.partBack(seen.error().get(), link.layer(), link.from(), link.to())
                    : text.unitBack(seen.error().get(), part.layer(), ((Part.Unit) part).index())).orElse(BACK_HINT);
        }
        return chosen.map(part -> part instanceof Part.Link link ? text.part(link.layer(), link.from(), link.to())
                : text.unit(part.layer(), ((Part.Unit) part).index()) + others((Part.Unit) part) + noPixels(seen, part)).orElse(HINT + drawn(seen));
    }

    /** Why no pixel lights up. */
    private static String noPixels(Seen seen, Part part) {
        return part.layer() > 1 && !seen.isBlank() && Ledger.obstacle(seen.flow().network()).isPresent()
                ? "; what each pixel adds can't be told with " + seen.flow().network().layer(1).activation() : "";
    }

    /** How many of the connections are drawn, where that isn't all. */
    private String drawn(Seen seen) {
        List<Integer> sizes = seen.flow().network().architecture().sizes();
        return IntStream.range(2, sizes.size()).filter(layer -> sizes.get(layer - 1) * sizes.get(layer) > NetworkPicture.MOST_DRAWN)
                .mapToObj(layer -> String.format(Locale.ROOT, " Drawn: the strongest %d of %,d into layer_%d.", NetworkPicture.MOST_DRAWN,
                        sizes.get(layer - 1) * sizes.get(layer), layer)).collect(Collectors.joining());
    }

    /** What isn't drawn of the connections into a unit. */
    private String others(Part.Unit unit) {
        if (unit.layer() == 1 || network.picture().isEmpty()) {
            return "";
        }
        Connections into = network.picture().get().into(unit.layer());
        int count = into.othersCount(unit.index());
        return count == 0 ? "" : String.format(Locale.ROOT, "; not drawn: %,d more, together %s", count, RoundedText.of("%+.2f", into.othersSum(unit.index())));
    }

    private void goOn() {
        sayPlace();
        // the tiles change on the way back
        if (showns() == Shown.ERROR) {
            network.contentProperty().set(flows.seenProperty().get().map(this::content));
        }
    }

    private void sayPlace() {
        boolean walks = flows.seenProperty().get().filter(seen -> !seen.isBlank() && (showns() != Shown.ERROR || seen.error().isPresent())).isPresent();
        if (!walks) {
            walkController.sayNothing();
            return;
        }
        flows.seenProperty().get().ifPresent(seen -> walkController.say(new WalkText(seen.flow(), seen.error(), model.classes())));
    }

    /** The same selection as in the other views. */
    private void pin(Part part) {
        int depth = model.shownProperty().get().parameters().depth();
        if (part instanceof Part.Link link) {
            selection.pin(ScalarParameter.weight(link.layer(), link.from(), link.to()));
        } else if (part instanceof Part.Unit unit && (unit.layer() < depth || depth == 1)) {
            selection.choose(new Neuron(unit.layer(), unit.index()));
        }
        if (part.layer() == depth) {
            explanations.choose(Optional.of(part instanceof Part.Unit unit ? unit.index() : ((Part.Link) part).to()));
        }
    }

    private void follow(Neuron chosen) {
        boolean isPinned = network.pinnedProperty().get().filter(part -> part instanceof Part.Unit).isPresent();
        if (isPinned) {
            network.pinnedProperty().set(Optional.of(new Part.Unit(chosen.layer(), chosen.index())));
        }
    }

    private void mute(Part part) {
        int depth = model.shownProperty().get().parameters().depth();
        if (part instanceof Part.Unit unit && unit.layer() < depth) {
            Neuron neuron = new Neuron(unit.layer(), unit.index());
            Edits edits = model.inspection().edits();
            if (model.shownProperty().get().isMuted(neuron)) {
                edits.unmute(neuron);
            } else {
                edits.mute(neuron, 0);
            }
        }
    }
}
