package org.digitscope.app.view;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Selection;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Backdrop;
import org.digitscope.explain.lesson.Command;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.network.Architecture;
import org.digitscope.network.Neuron;
import org.digitscope.training.Hyperparameters;

/** What the buttons of chapters do, by the names under which lessons ask for it. */
final class ChapterCommands {

    private final AppModel model;
    private final PadModel drawing;
    private final Navigation navigation;
    private final Supplier<byte[]> firstDigit;
    private final Map<String, Runnable> commands;
    private final Map<String, Consumer<Command>> open;

    /** @param firstDigit grey values of test digit 0 */
    ChapterCommands(AppModel model, PadModel drawing, Navigation navigation, Supplier<byte[]> firstDigit) {
        this.model = model;
        this.drawing = drawing;
        this.navigation = navigation;
        this.firstDigit = firstDigit;
        commands = Map.ofEntries(
                Map.entry("pad", this::toPad),
                // as a drawing and not as a digit of MNIST's, so that the pad's stages can be tried on it
                Map.entry("moved", () -> drawing.load(Backdrop.restored(Backdrop.ofDigit(LessonNumbers.moved(firstDigit.get())).ink(), false))),
                Map.entry("train", model::playOrPause),
                Map.entry("two", () -> startWith(now -> Architecture.relu(2).hidden(), UnaryOperator.identity())),
                Map.entry("undivided", () -> startWith(Architecture::hidden, inputs -> Inputs.GREY)),
                Map.entry("divided", () -> startWith(Architecture::hidden, inputs -> Inputs.SCALED)),
                Map.entry("live", () -> goTo(View.LIVE)),
                Map.entry("network", () -> goTo(View.NETWORK)),
                Map.entry("neurons", () -> navigation.goTo(WeightsPart.NEURONS)),
                Map.entry("matrix", () -> navigation.goTo(WeightsPart.MATRICES)),
                Map.entry("numbers", () -> navigation.goTo(WeightsPart.ALL_NUMBERS)),
                Map.entry("weight406", this::goToExampleWeight),
                Map.entry("whatif", () -> navigation.goTo(WeightsPart.WHAT_IF)),
                Map.entry("matters", () -> navigation.goTo(WeightsPart.WHO_MATTERS)),
                Map.entry("moves", () -> navigation.goTo(WeightsPart.WHY_IT_MOVES)),
                Map.entry("why", this::explain),
                Map.entry("digits", () -> goTo(View.TEST_DIGITS)),
                Map.entry("mistakes", () -> navigation.goToDigits("wrong")),
                Map.entry("runs", () -> navigation.goTo(RunsPart.CURVES)),
                Map.entry("sweep", () -> navigation.goTo(RunsPart.SWEEP)));
        open = Map.of(
                "filter", command -> navigation.goToDigits(command.argument()),
                "digit", command -> toPad(command.number()),
                "step", command -> model.inspection().showStep(command.number()),
                "neuron", command -> goToNeuron(command.number()));
    }

    /** @param text one of {@link org.digitscope.explain.lesson.LessonWords#commands} */
    void run(String text) {
        Command command = Command.of(text);
        if (open.containsKey(command.name())) {
            open.get(command.name()).accept(command);
        } else {
            commands.get(text).run();
        }
    }

    /** The last one where there are fewer. */
    private void toPad(int number) {
        Dataset test = model.digitsProperty().get().validation();
        drawing.load(Backdrop.ofDigit(test.image(Math.min(number, test.size() - 1))));
    }

    /** The last one where there are fewer. */
    private void goToNeuron(int number) {
        int neurons = model.shownProperty().get().parameters().layer(1).outputs();
        model.inspection().selection().choose(new Neuron(1, Math.min(number, neurons - 1)));
        navigation.goTo(WeightsPart.NEURONS);
    }

    private void toPad() {
        drawing.load(Backdrop.ofDigit(firstDigit.get()));
    }

    private void explain() {
        toPad();
        goTo(View.WHY);
    }

    private void goTo(View view) {
        navigation.viewProperty().set(view);
    }

    private void goToExampleWeight() {
        Selection selection = model.inspection().selection();
        selection.pin(LessonNumbers.exampleWeight(model.shownProperty().get().parameters()));
        navigation.goTo(WeightsPart.ALL_NUMBERS);
    }

    private void startWith(Function<Architecture, List<Integer>> hidden, UnaryOperator<Inputs> inputs) {
        Hyperparameters now = model.settingsProperty().get();
        Architecture before = now.architecture();
        model.startWith(now.withArchitecture(new Architecture(hidden.apply(before), before.activation(), inputs.apply(before.inputs()))));
    }
}
