package org.digitscope.app.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.RunState;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.run.SweepWork;
import org.digitscope.data.Dataset;
import org.digitscope.data.Inputs;
import org.digitscope.drawing.Prediction;
import org.digitscope.evaluation.Edit;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Setting;
import org.digitscope.explain.lesson.scene.StageScene.Place;
import org.digitscope.network.Parameters;
import org.digitscope.network.Softmax;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Penalty;
import org.digitscope.training.Snapshot;

/** What tasks may ask of the program: everything but what takes time. For the FX thread. */
public final class LessonStates {

    private final AppModel model;
    private final PadModel drawing;
    private final NetworkFlows flows;
    private final AnswerLists answers;
    private final SweepWork sweeps;
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());

    public LessonStates(AppModel model, PadModel drawing, NetworkFlows flows, AnswerLists answers, SweepWork sweeps) {
        this.model = model;
        this.drawing = drawing;
        this.flows = flows;
        this.answers = answers;
        this.sweeps = sweeps;
    }

    /** Where in the window the person is. */
    public ObjectProperty<Optional<Place>> placeProperty() {
        return place;
    }

    /** Whatever changes the state. */
    List<Observable> sources() {
        return List.of(model.shownProperty(), model.liveProperty(), model.stateProperty(), model.runs().runs(), model.runs().beforeProperty(),
                drawing.predictionProperty(), flows.labelProperty(), flows.sourceProperty(), flows.testDigitProperty(), answers.chosenProperty(),
                sweeps.progressProperty(), place);
    }

    /** Empty until there is a network. */
    Optional<LessonState> now() {
        ShownNetwork shown = model.shownProperty().get();
        Snapshot run = model.liveProperty().get();
        if (shown == null || run == null) {
            return Optional.empty();
        }
        return Optional.of(curve(run, shown).with(settings(run, shown)).with(edits(shown)).with(onThePad()).with(digit(shown.parameters()))
                .with(first(shown.parameters()))
                .with(elsewhere()));
    }

    private LessonState curve(Snapshot run, ShownNetwork shown) {
        int step = shown.isOfThisRun() ? shown.step() : run.step();
        List<LearningCurve.Epoch> epochs = run.curve().epochs().subList(0, Math.min(run.curve().epochs().size(), step / run.stepsPerEpoch()));
        LessonState state = LessonState.UNKNOWN.with(Quantity.EPOCHS, epochs.size()).with(Quantity.STEPS, step)
                .with(Fact.TRAINING, model.state() == RunState.RUNNING)
                .with(Fact.FINISHED, model.state() == RunState.FINISHED)
                .with(Fact.DIVERGED, model.state() == RunState.DIVERGED)
                .with(Fact.FROM_FILE, !shown.isOfThisRun())
                .with(Fact.EARLIER_STEP, shown.isOfThisRun() && !shown.live());
        if (!epochs.isEmpty()) {
            LearningCurve.Epoch last = epochs.get(epochs.size() - 1);
            state = state.with(Quantity.TRAINING_ACCURACY, last.accuracy()).with(Quantity.TRAINING_LOSS, last.loss())
                    .with(Quantity.VALIDATION_ACCURACY, last.validationAccuracy()).with(Quantity.VALIDATION_LOSS, last.validationLoss())
                    .with(Quantity.BEST_VALIDATION_ACCURACY, epochs.stream().mapToDouble(LearningCurve.Epoch::validationAccuracy).max().orElseThrow());
        }
        return state.with(Quantity.EARLIER_VALIDATION_ACCURACY, model.runs().beforeProperty().get()
                .flatMap(before -> before.result().resultEpoch()).map(LearningCurve.Epoch::validationAccuracy).orElse(Double.NaN));
    }

    private LessonState settings(Snapshot run, ShownNetwork shown) {
        Hyperparameters settings = run.settings();
        Parameters network = shown.parameters();
        LessonState state = LessonState.UNKNOWN
                .with(Quantity.HIDDEN_LAYERS, network.depth() - 1)
                .with(Quantity.NEURONS, network.architecture().hidden().stream().mapToInt(Integer::intValue).sum())
                .with(Quantity.PARAMETERS, network.count())
                .with(Quantity.LEARNING_RATE, model.settingsProperty().get().learningRate())
                .with(Quantity.BATCH_SIZE, settings.batchSize())
                .with(Quantity.SEED, settings.seed())
                .with(Quantity.TRAINING_PICTURES, model.digitsProperty().get().training().size())
                .with(Quantity.WRONG_LABELS, settings.variation().wrongOf(model.digitsProperty().get().training().size()))
                .with(Setting.OPTIMIZER, lower(settings.optimizer().label()))
                .with(Setting.START_VALUES, lower(settings.initialization().values().label()))
                .with(Fact.INPUTS_UNDIVIDED, network.inputs() == Inputs.GREY)
                .with(Fact.PENALTY, !settings.penalty().equals(Penalty.NONE))
                .with(Fact.EARLY_STOPPING, settings.earlyStopping().isOn());
        return network.depth() == 1 ? state : state.with(Setting.ACTIVATION, network.layer(1).activation().label());
    }

    private static LessonState edits(ShownNetwork shown) {
        return LessonState.UNKNOWN.with(Quantity.MUTED_NEURONS, count(shown, edit -> edit instanceof Edit.Mute))
                .with(Quantity.CHANGED_NUMBERS, count(shown, edit -> edit instanceof Edit.SetValue))
                .with(Fact.NOISE_ADDED, count(shown, edit -> edit instanceof Edit.Noise) > 0)
                .with(Fact.CHANGED, shown.isEdited());
    }

    private static long count(ShownNetwork shown, Predicate<Edit> kind) {
        return shown.edits().stream().filter(kind).count();
    }

    private LessonState onThePad() {
        Optional<Prediction> said = drawing.predictionProperty().get().filter(Prediction::isNumber);
        LessonState state = LessonState.UNKNOWN.with(Fact.DRAWING_BLANK, drawing.blank().get())
                .with(Quantity.DRAWING_MEANT_AS, drawing.blank().get() ? Double.NaN : flows.labelProperty().get().map(Integer::doubleValue).orElse(Double.NaN));
        return said.map(each -> state.with(Quantity.DRAWING_SAYS, each.answer()).with(Quantity.DRAWING_PROBABILITY, each.probability())
                .with(Quantity.DRAWING_MARGIN, each.margin())).orElse(state);
    }

    /** The test digit that the Network view shows while that is open, else the one that is chosen in Test digits. */
    private LessonState digit(Parameters network) {
        boolean inNetwork = flows.sourceProperty().get() == NetworkFlows.Source.TEST_DIGIT
                && place.get().filter(now -> now.view().equals("network")).isPresent();
        Dataset set = inNetwork ? model.digitsProperty().get().validation() : answers.answeredProperty().get().map(each -> each.digits().data())
                .orElse(model.digitsProperty().get().validation());
        Optional<Integer> chosen = (inNetwork ? Optional.of(flows.testDigitProperty().get()) : answers.chosenProperty().get())
                .filter(number -> number >= 0 && number < set.size());
        LessonState state = LessonState.UNKNOWN.with(Fact.DIGIT_CHOSEN, chosen.isPresent());
        return chosen.map(number -> state.with(digit(set, number, network))).orElse(state);
    }

    private LessonState first(Parameters network) {
        Dataset test = model.digitsProperty().get().validation();
        ForwardTrace trace = ForwardTrace.of(test.image(0), network);
        return LessonState.UNKNOWN.with(Quantity.FIRST_TRUE, test.label(0)).with(Quantity.FIRST_SAID, trace.answer())
                .with(Quantity.FIRST_PROBABILITY, trace.probability(trace.answer()));
    }

    private static LessonState digit(Dataset set, int number, Parameters network) {
        ForwardTrace trace = ForwardTrace.of(set.image(number), network);
        float[] others = new float[Dataset.CLASSES];
        for (int digit = 0; digit < others.length; digit++) {
            others[digit] = digit == trace.answer() ? -1 : trace.probability(digit);
        }
        double probability = trace.probability(trace.answer());
        return LessonState.UNKNOWN.with(Quantity.DIGIT_NUMBER, number).with(Quantity.DIGIT_TRUE, set.label(number))
                .with(Quantity.DIGIT_SAID, trace.answer()).with(Quantity.DIGIT_PROBABILITY, probability)
                .with(Quantity.DIGIT_MARGIN, probability - others[Softmax.argMax(others, 0, others.length)]);
    }

    private LessonState elsewhere() {
        LessonState state = LessonState.UNKNOWN.with(Quantity.RUNS, model.runs().runs().size());
        Optional<SweepWork.Progress> sweep = sweeps.progressProperty().get();
        state = state.with(Quantity.SWEPT_RUNS, sweep.map(each -> (double) each.results().size()).orElse(0.0))
                .with(Fact.SWEEP_DONE, sweep.filter(each -> each.state() == SweepWork.State.DONE).isPresent());
        Optional<String> swept = sweep.filter(each -> each.state() == SweepWork.State.DONE)
                .map(each -> each.sweep().axes().stream().findFirst().map(axis -> axis.setting().label()).orElse("seed"));
        if (swept.isPresent()) {
            state = state.with(Setting.SWEEP, swept.get());
        }
        if (place.get().isPresent()) {
            state = state.with(Setting.VIEW, place.get().get().view());
            Optional<String> part = place.get().get().part();
            state = part.isPresent() ? state.with(Setting.PART, part.get()) : state;
        }
        return state;
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
