package org.digitscope.app.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.Arrays;
import java.util.Map;
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
import javafx.scene.control.Tooltip;
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
import org.digitscope.explain.flow.FlowText;
import org.digitscope.explain.flow.NetworkContent;
import org.digitscope.explain.flow.Shown;
import org.digitscope.explain.flow.Walk;
import org.digitscope.explain.flow.WalkText;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.network.Part;
import org.digitscope.training.NextStep;

/** The picture of the network: whose flow it shows, what its curves show, and what is said of what is pointed at. */
public final class NetworkController {

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
    private FlowSource source;

    @FXML
    private VBox root;
    @FXML
    private SegmentedButton sources;
    @FXML
    private Node number;
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
    /** Keeps the room of a long one, so that nothing below moves. */
    @FXML
    private Label longestFormula;
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
        source = new FlowSource(model, flows, sources, number, flowDigit, meaning, meant, flowProblem, root);
        // both in one place, so that nothing below moves
        flowName.visibleProperty().bind(flowProblem.textProperty().isEmpty());
        longestFormula.setText(NetworkFormula.LONGEST);
        KeptPartKeys.install(root, network);
        addShown();
        flows.watch(root.visibleProperty());
        flows.seenProperty().addListener((observable, before, after) -> showWhatCame(before, after));
        for (Observable each : List.of(network.pointedProperty(), network.pixelProperty(), network.pinnedProperty(), missing.selectedProperty())) {
            each.addListener(observable -> show());
        }
        // why nothing is seen changes without anything coming
        for (Observable each : List.of(model.shownProperty(), model.stateProperty(), flows.sourceProperty())) {
            each.addListener(observable -> empty.setText(source.absence()));
        }
        network.placeProperty().bind(walkController.placeProperty());
        walkController.placeProperty().addListener(observable -> goOn());
        network.pinnedProperty().bindBidirectional(flows.pinnedProperty());
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
            button.setTooltip(new Tooltip(each.purpose()));
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
        empty.setText(source.absence());
        flows.withStepProperty().set(showns() == Shown.ERROR);
        walkController.show(seen.map(each -> each.flow().network()), showns() == Shown.ERROR, seen.flatMap(Seen::step).isPresent(), walks());
        network.classesProperty().set(model.classes());
        network.contentProperty().set(seen.map(this::content));
        flowName.setText(seen.map(Seen::name).orElse(""));
        flowFormula.setText(seen.map(each -> new NetworkFormula(each, model.classes(), network, showns(), muted()).text()).orElse(""));
        sayPlace();
        seen.ifPresent(each -> network.setAccessibleText("The network as a picture, for " + each.name() + ". " + new FlowText(each.flow(), model.classes()).strongestPaths()));
    }

    private Shown showns() {
        int chosen = IntStream.range(0, showns.getButtons().size()).filter(i -> showns.getButtons().get(i).isSelected()).findFirst().orElse(0);
        return Shown.values()[chosen];
    }

    private NetworkContent content(Seen seen) {
        boolean isBackward = showns() == Shown.ERROR;
        Optional<double[]> perInput = isBackward ? errorPerInput(seen) : network.chosen().flatMap(part -> NetworkFormula.perInput(seen, part));
        Optional<double[]> overlay = isBackward ? gradientOfPixels(seen) : perInput.map(slopes -> {
            double[] parts = slopes.clone();
            for (int pixel = 0; pixel < parts.length; pixel++) {
                parts[pixel] *= seen.flow().input(pixel);
            }
            return parts;
        });
        Tiles tiles = tiles(seen);
        return new NetworkContent(seen.flow(), seen.error(), seen.isBlank() ? Shown.WEIGHTS : showns(), walkController.walk(), tiles.numbers, tiles.mean,
                overlay, missing.isSelected() ? perInput : Optional.empty(), seen.batch(), muted().keySet(), seen.isBlank());
    }

    /** What each muted neuron gives instead. */
    private Map<Neuron, Float> muted() {
        return model.shownProperty().get().edits().stream().filter(Edit.Mute.class::isInstance).map(Edit.Mute.class::cast)
                .collect(Collectors.toMap(Edit.Mute::neuron, Edit.Mute::activation, (before, after) -> after));
    }

    /** Numbers that tiles show, and what one of them is. */
    private record Tiles(Parameters numbers, String mean) {
    }

    /** Going back, the tiles turn into the gradient, then into the changes, then into what the weights are after them. */
    private Tiles tiles(Seen seen) {
        Walk walk = walkController.walk();
        double place = walkController.placeProperty().get();
        if (showns() == Shown.ERROR && seen.error().isPresent()) {
            if (seen.step().isPresent() && walk.done(Walk.Kind.AFTER, Walk.EVERYWHERE, place) > 0) {
                return new Tiles(seen.step().get().after(), "weight after");
            }
            if (seen.step().isPresent() && walk.done(Walk.Kind.UPDATE, Walk.EVERYWHERE, place) > 0) {
                return new Tiles(seen.step().get().change(), "change");
            }
            if (walk.done(Walk.Kind.GRADIENT, Walk.EVERYWHERE, place) > 0) {
                return new Tiles(seen.step().map(NextStep::gradient).orElse(seen.error().get().gradient()), "gradient");
            }
        }
        return new Tiles(seen.flow().network(), "weight");
    }

    /** The neuron of layer_1 that is brought out, whose weights the error changes. */
    private Optional<Integer> learning() {
        return network.chosen().filter(part -> part instanceof Part.Unit unit && unit.layer() == 1 && !muted().containsKey(new Neuron(1, unit.index())))
                .map(part -> ((Part.Unit) part).index());
    }

    private Optional<double[]> gradientOfPixels(Seen seen) {
        return seen.error().flatMap(error -> learning().map(error::pixelsOf));
    }

    /** Ink in all pictures would have each weight's gradient grow by the neuron's mean error. */
    private Optional<double[]> errorPerInput(Seen seen) {
        return seen.error().flatMap(error -> learning().map(neuron -> {
            double[] same = new double[Dataset.PIXELS];
            Arrays.fill(same, error.error(1, neuron));
            return same;
        }));
    }

    private void goOn() {
        sayPlace();
        // the tiles change on the way back
        if (showns() == Shown.ERROR) {
            network.contentProperty().set(flows.seenProperty().get().map(this::content));
        }
    }

    /** Whether there is a picture to walk with and, back, an error. */
    private boolean walks() {
        return flows.seenProperty().get().filter(seen -> !seen.isBlank() && (showns() != Shown.ERROR || seen.error().isPresent())).isPresent();
    }

    private void sayPlace() {
        if (!walks()) {
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
