package org.digitscope.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.digitscope.app.file.ShownScene;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.NetworkFlows.Source;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.explain.lesson.scene.StageScene.Drawing;
import org.digitscope.explain.lesson.scene.StageScene.Input;
import org.digitscope.explain.lesson.scene.StageScene.Place;
import org.digitscope.explain.lesson.scene.StageScene.Step;
import org.digitscope.explain.lesson.scene.StageScene.Unit;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.network.Part;

/** Takes what is on screen as a scene, and shows scenes. */
public final class SceneOnScreen implements ShownScene {

    private final AppModel model;
    private final PadModel drawing;
    private final Navigation navigation;
    private final NetworkFlows flows;
    private final Explanations explanations;

    public SceneOnScreen(AppModel model, PadModel drawing, Navigation navigation, NetworkFlows flows, Explanations explanations) {
        this.model = model;
        this.drawing = drawing;
        this.navigation = navigation;
        this.flows = flows;
        this.explanations = explanations;
    }

    @Override
    public StageScene now() {
        Optional<ShownNetwork> shown = Optional.ofNullable(model.shownProperty().get());
        Source source = flows.sourceProperty().get();
        return new StageScene(Optional.of(navigation.place()),
                Optional.of(new Step(shown.filter(each -> each.isOfThisRun() && !each.live()).map(ShownNetwork::step))),
                shown.map(each -> unit(each.parameters())), Optional.empty(),
                Optional.of(new Input(Navigation.words(source), source == Source.TEST_DIGIT ? Optional.of(flows.testDigitProperty().get()) : Optional.empty())),
                Optional.of(navigation.filterProperty().get()).filter(SceneOnScreen::isFilter));
    }

    /** Puts a line for a lesson on the clipboard. */
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString("scene: " + withDrawing().text() + "\n");
        Clipboard.getSystemClipboard().setContent(content);
        model.notices().tell("A line that sets this scene is on the clipboard, to be pasted into a lesson.");
    }

    /** The same with the drawing, as far as a lesson can say it: a test digit, or its lines; another picture is left out. */
    private StageScene withDrawing() {
        Sheet sheet = drawing.sheetProperty().get();
        if (sheet.backdrop().isEmpty()) {
            return now().with(new Drawing.Strokes(sheet.lines()));
        }
        return testDigit(sheet).map(number -> now().with(new Drawing.Digit(number))).orElse(now());
    }

    @Override
    public List<String> show(StageScene scene) {
        List<String> problems = new ArrayList<>();
        scene.step().ifPresent(step -> showStep(step, problems));
        scene.unit().ifPresent(unit -> choose(unit, problems));
        scene.drawing().ifPresent(wanted -> draw(wanted, problems));
        scene.input().ifPresent(input -> showInput(input, problems));
        scene.filter().ifPresent(navigation.filterProperty()::set);
        scene.place().ifPresent(navigation::goTo);
        return problems;
    }

    private Unit unit(Parameters network) {
        Neuron chosen = model.inspection().selection().neuronProperty().get();
        return flows.pinnedProperty().get().filter(part -> part instanceof Part.Unit && part.isIn(network)).map(Part.Unit.class::cast)
                .map(pinned -> new Unit(pinned.layer() == network.depth() ? Optional.empty() : Optional.of(pinned.layer()), pinned.index(), true))
                .orElse(new Unit(Optional.of(chosen.layer()), chosen.index(), false));
    }

    private static boolean isFilter(String text) {
        try {
            DigitFilter.parse(text);
            return true;
        } catch (IllegalArgumentException unfinished) {
            return false;
        }
    }

    private Optional<Integer> testDigit(Sheet sheet) {
        boolean framed = sheet.isFramed() && sheet.lines().isEmpty();
        Dataset test = model.digitsProperty().get().validation();
        GrayImage ink = sheet.backdrop().orElseThrow().ink();
        return framed ? IntStream.range(0, test.size()).filter(each -> Arrays.equals(Backdrop.ofDigit(test.image(each)).ink().values(), ink.values()))
                .boxed().findFirst() : Optional.empty();
    }

    private void showStep(Step step, List<String> problems) {
        if (step.number().isEmpty() || model.liveProperty().get() == null) {
            model.inspection().showLive();
            return;
        }
        int wanted = step.number().get();
        int reached = model.liveProperty().get().step();
        if (wanted > reached) {
            problems.add(String.format(Locale.ROOT, "The run has come to step %,d and not to step %,d", reached, wanted));
        }
        model.inspection().showStep(wanted);
    }

    private void choose(Unit unit, List<String> problems) {
        if (model.shownProperty().get() == null) {
            return;
        }
        Parameters network = model.shownProperty().get().parameters();
        int layer = unit.layer().orElse(network.depth());
        Part.Unit part = new Part.Unit(layer, unit.index());
        Selection selection = model.inspection().selection();
        Neuron neuron = new Neuron(layer, unit.index());
        boolean isOutput = unit.layer().isEmpty();
        if (!isOutput && !selection.has(neuron)) {
            problems.add("The shown network has no neuron " + unit.index() + " in layer_" + layer);
            return;
        }
        if (selection.has(neuron)) {
            selection.choose(neuron);
        }
        if (isOutput) {
            explanations.choose(Optional.of(unit.index()));
        }
        flows.pinnedProperty().set(unit.pinned() ? Optional.of(part) : Optional.empty());
    }

    private void draw(Drawing wanted, List<String> problems) {
        if (wanted instanceof Drawing.Digit digit) {
            if (isTestDigit(digit.number(), problems)) {
                drawing.load(Backdrop.ofDigit(model.digitsProperty().get().validation().image(digit.number())));
            }
        } else {
            drawing.replace(new Sheet(Optional.empty(), ((Drawing.Strokes) wanted).lines()));
        }
    }

    private void showInput(Input input, List<String> problems) {
        if (input.testDigit().isPresent()) {
            if (!isTestDigit(input.testDigit().get(), problems)) {
                return;
            }
            flows.testDigitProperty().set(input.testDigit().get());
        }
        flows.sourceProperty().set(Arrays.stream(Source.values()).filter(each -> Navigation.words(each).equals(input.source())).findFirst().orElseThrow());
    }

    private boolean isTestDigit(int number, List<String> problems) {
        int all = model.digitsProperty().get() == null ? 0 : model.digitsProperty().get().validation().size();
        if (number >= all) {
            problems.add(String.format(Locale.ROOT, "There is no test digit %,d: there are %s", number, Counts.of(all, "test digit")));
        }
        return number < all;
    }
}
