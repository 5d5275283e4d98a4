package org.digitscope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.digitscope.app.run.Edits;
import org.digitscope.app.run.Pace;
import org.digitscope.app.run.Preset;
import org.digitscope.app.run.Selection;
import org.digitscope.app.view.View;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Backdrop;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.training.DataVariation;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.OptimizerKind;
import org.digitscope.training.Penalty;

/** Somebody who does anything that the window allows, on the FX thread; what, is in the seed. */
final class RandomPerson {

    /** These open windows of their own, end the program, read what is too large here, or take drawings away that a session needs. */
    private static final Set<String> NOT_FROM_THE_MENU = Set.of("_Quit", "_Full Screen", "_Fingerprint of the Run…", "_Keyboard Shortcuts",
            "_Glossary", "_About Digitscope", "Back to _MNIST", "_Forget My Newest Digit");
    private static final List<KeyCode> KEYS = List.of(KeyCode.SPACE, KeyCode.RIGHT, KeyCode.R, KeyCode.N, KeyCode.L, KeyCode.DELETE, KeyCode.DIGIT0,
            KeyCode.DIGIT3, KeyCode.DIGIT8);

    private final OpenWindow window;
    private final Random random;
    private final List<Path> projects;
    private final List<Path> networks;
    private final List<Path> tables;
    private final List<Path> others;
    private final List<Deed> deeds = new ArrayList<>();

    private record Deed(String name, Runnable deed) {
    }

    /**
     * @param projects where projects are saved and opened
     * @param networks files with networks of several sizes
     * @param tables files with pictures
     * @param others files that anything else is saved to
     */
    RandomPerson(OpenWindow window, Random random, List<Path> projects, List<Path> networks, List<Path> tables, List<Path> others) {
        this.window = window;
        this.random = random;
        this.projects = projects;
        this.networks = networks;
        this.tables = tables;
        this.others = others;
        addTraining();
        addLooking();
        addChanging();
        addFiles();
    }

    /** Does something and tells what. */
    String act() {
        Deed next = any(deeds);
        next.deed.run();
        return next.name;
    }

    /** Presses a key that means something in the window. */
    String pressKey() {
        KeyCode key = any(KEYS);
        press(key);
        return "presses " + key;
    }

    private void addTraining() {
        often(3, "trains or pauses", () -> window.model.playOrPause());
        often(2, "trains a batch", () -> window.model.step());
        often(1, "trains an epoch", () -> window.model.stepEpoch());
        often(1, "stops", () -> window.model.stop());
        often(1, "resets", () -> window.model.reset());
        often(1, "takes a new seed", () -> window.model.newSeed());
        often(3, "starts with another size", () -> window.model.startWith(OpenWindow.SETTINGS.withArchitecture(Architecture.relu(size())).withSeed(random.nextInt(3))));
        often(1, "takes a preset", () -> window.model.startWith(any(Preset.values()).settings().withEpochs(1 + random.nextInt(3))));
        often(3, "changes a setting", () -> window.model.settingsProperty().set(otherSettings(window.model.settingsProperty().get())));
        often(1, "changes the pace", () -> window.model.paceProperty().set(any(List.of(20.0, 200.0, Pace.FULL, Pace.FULL))));
        often(2, "deskews or not, quickly", () -> IntStream.range(0, 1 + random.nextInt(3))
                .forEach(i -> window.model.pictures().deskewProperty().set(!window.model.pictures().deskewProperty().get())));
        often(1, "goes on from the shown step", () -> window.model.goOnFromShown());
    }

    private void addLooking() {
        often(4, "goes to a view", () -> window.views.navigation().viewProperty().set(any(View.values())));
        often(3, "goes back in time", () -> window.model.inspection().showStep(random.nextInt(window.model.liveProperty().get().step() + 1)));
        often(1, "goes back to the training", () -> window.model.inspection().showLive());
        often(3, "draws", this::draw);
        often(1, "makes the window wider or narrower", () -> window.scene.getWindow().setWidth(850 + random.nextInt(430)));
        often(1, "makes the window higher or lower", () -> window.scene.getWindow().setHeight(580 + random.nextInt(220)));
        often(1, "makes it dark or light", () -> window.appearance.darkProperty().set(random.nextBoolean()));
        often(1, "makes letters large or small", () -> window.appearance.presenterProperty().set(random.nextBoolean()));
        often(20, "uses a part of the view", this::useSomething);
        often(2, "chooses again what is chosen", () -> ((ToggleButton) any(window.shown(".toggle-button")
                .filter(node -> node instanceof ToggleButton button && button.isSelected()).toList())).fire());
        often(3, "presses a key", () -> press(any(KEYS)));
    }

    private void addChanging() {
        often(3, "pins a parameter", () -> selection().pin(parameter()));
        often(1, "chooses a neuron", () -> selection().choose(neuron()));
        often(2, "mutes", () -> muting(neuron -> edits().mute(neuron, random.nextInt(2) * random.nextFloat())));
        often(1, "unmutes", () -> muting(edits()::unmute));
        often(1, "lets one speak alone", () -> muting(neuron -> edits().solo(neuron.layer(), Set.of(neuron.index()))));
        often(3, "drags", this::drag);
        often(1, "sets a value", () -> edits().set(parameter(), any(List.of(0f, -1.5f, 1e30f, Float.MIN_VALUE))));
        often(1, "adds noise", () -> edits().add(new Edit.Noise(random.nextFloat(), random.nextInt(3))));
        often(1, "takes biases away", () -> edits().add(new Edit.WithoutBiases()));
        often(1, "takes a value back", () -> edits().reset(selection().parameterProperty().get()));
        often(1, "takes all changes back", () -> edits().resetAll());
        often(2, "undoes", () -> edits().undo());
        often(2, "redoes", () -> edits().redo());
    }

    private void addFiles() {
        often(2, "saves", () -> saving(projects, () -> window.views.session().save()));
        often(1, "saves as", () -> saving(projects, () -> window.views.session().saveAs()));
        often(1, "waits ten seconds", () -> window.views.session().keepCopy());
        often(2, "opens a project", () -> window.views.session().open(any(projects)));
        often(1, "reopens the last session", () -> window.views.session().reopenLast());
        often(2, "opens a network", () -> window.views.droppedFiles().open(any(networks)));
        often(2, "opens a data set", () -> window.views.droppedFiles().open(any(tables)));
        often(2, "takes or declines a data set", () -> decide((ButtonBase) window.scene
                .lookup(any(List.of("#take", "#take", ".data-set .button")))));
        often(6, "takes something from the menu", this::takeFromMenu);
    }

    private void often(int weight, String name, Runnable deed) {
        for (int i = 0; i < weight; i++) {
            deeds.add(new Deed(name, deed));
        }
    }

    private Hyperparameters otherSettings(Hyperparameters now) {
        return switch (random.nextInt(7)) {
            case 0 -> now.withEpochs(1 + random.nextInt(5));
            case 1 -> now.withLearningRate(any(List.of(0.001, 0.01, 1000.0)));
            case 2 -> now.withBatchSize(1 + random.nextInt(40));
            case 3 -> now.withArchitecture(new Architecture(any(List.of(List.of(), List.of(size()), List.of(size(), size()))),
                    any(Activation.values()), any(Inputs.values())));
            case 4 -> now.withVariation(new DataVariation(random.nextInt(3) * 60, any(List.of(0.0, 0.2))));
            case 5 -> now.withPenalty(new Penalty(0, any(List.of(0.0, 0.001))));
            default -> now.withOptimizer(any(OptimizerKind.values()));
        };
    }

    private void draw() {
        switch (random.nextInt(5)) {
            case 0 -> window.views.drawing().clear();
            case 1 -> window.views.drawing().undo();
            case 2 -> window.views.drawing().redo();
            case 3 -> window.views.drawing().load(Backdrop.ofDigit(OpenWindow.DIGITS.validation().image(random.nextInt(50))));
            default -> {
                window.views.drawing().penDown(random.nextDouble(), random.nextDouble());
                window.views.drawing().moveTo(random.nextDouble(), random.nextDouble());
                window.views.drawing().up();
            }
        }
    }

    /** Begins at the present value, as the slider does; a drag that isn't ended goes on at the next one. */
    private void drag() {
        ScalarParameter pinned = selection().parameterProperty().get();
        edits().drag(pinned, pinned.get(window.model.shownProperty().get().parameters()));
        for (int moves = random.nextInt(5); moves > 0; moves--) {
            edits().drag(pinned, random.nextFloat() * 4 - 2);
        }
        if (random.nextInt(4) > 0) {
            edits().endDrag();
        }
    }

    /** Whatever is shown and can be used. */
    private void useSomething() {
        List<Node> nodes = window.shown(".toggle-button", ".check-box", ".table-view", ".combo-box", ".slider", ".text-field", ".button")
                .filter(node -> !node.isDisabled()).toList();
        Node node = any(nodes);
        if (node instanceof ButtonBase button) {
            saving(others, button::fire);
        } else if (node instanceof TableView<?> table) {
            chooseOf(table.getSelectionModel(), table.getItems().size());
        } else if (node instanceof ComboBox<?> box) {
            chooseOf(box.getSelectionModel(), box.getItems().size());
        } else if (node instanceof Slider slider) {
            slider.setValue(slider.getMin() + random.nextDouble() * (slider.getMax() - slider.getMin()));
        } else if (node instanceof TextField field && field.isEditable()) {
            field.setText(any(List.of("1", "0,5", "7", "-3", "words", "", "1e40")));
            field.fireEvent(new ActionEvent());
        }
    }

    private void chooseOf(SelectionModel<?> model, int size) {
        if (size > 0) {
            model.select(random.nextInt(size));
        }
    }

    private void decide(ButtonBase button) {
        if (OpenWindow.isShown(button)) {
            button.fire();
        }
    }

    private void takeFromMenu() {
        MenuItem item = any(window.menuItems().filter(each -> each.getText() != null && !each.isDisable() && !(each instanceof Menu)
                && !NOT_FROM_THE_MENU.contains(each.getText())).toList());
        window.openFrom = any(any(List.of(projects, networks, tables, others)));
        saving(item.getText().contains("Project") ? projects : others, () -> OpenWindow.fire(item));
    }

    private void saving(List<Path> targets, Runnable deed) {
        window.saveAs = any(targets);
        deed.run();
    }

    void press(KeyCode key) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(window.scene, new KeyEvent(type, "", key.getName(), key, false, false, false, false));
        }
    }

    private ScalarParameter parameter() {
        Parameters network = network();
        int layer = 1 + random.nextInt(network.depth());
        int output = random.nextInt(network.layer(layer).outputs());
        return random.nextBoolean() ? ScalarParameter.bias(layer, output)
                : ScalarParameter.weight(layer, random.nextInt(network.layer(layer).inputs()), output);
    }

    /** Of any hidden layer; without one, a digit. */
    private Neuron neuron() {
        int layer = 1 + random.nextInt(Math.max(1, network().depth() - 1));
        return new Neuron(layer, random.nextInt(network().layer(layer).outputs()));
    }

    /** Digits can't be muted. */
    private void muting(Consumer<Neuron> deed) {
        if (network().depth() > 1) {
            deed.accept(neuron());
        }
    }

    private Parameters network() {
        return window.model.shownProperty().get().base();
    }

    private int size() {
        return 1 + random.nextInt(25);
    }

    private Selection selection() {
        return window.model.inspection().selection();
    }

    private Edits edits() {
        return window.model.inspection().edits();
    }

    private <T> T any(T[] of) {
        return any(Arrays.asList(of));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
