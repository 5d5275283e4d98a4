package org.digitscope.app.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores.Scored;
import org.digitscope.evaluation.Ablation;
import org.digitscope.evaluation.AblationCost;
import org.digitscope.evaluation.Edit;
import org.digitscope.evaluation.WhatIf;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.ChapterResult;
import org.digitscope.explain.lesson.Task;
import org.digitscope.explain.lesson.condition.Fact;
import org.digitscope.explain.lesson.condition.LessonState;
import org.digitscope.explain.lesson.condition.Quantity;
import org.digitscope.explain.lesson.condition.Term;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;

/**
 * Whether the task of the open chapter is done. It is checked whenever the program's state changes, wherever in the window the person is;
 * what takes time is found out in the background, and only where the task asks for it.
 */
public final class LessonTasks {

    private static final Set<Term> SCORES = Set.of(Quantity.TEST_ACCURACY, Quantity.UNCHANGED_ACCURACY, Quantity.TEST_LOSS, Fact.COSTLIEST_MUTED);

    private final AppModel model;
    private final TestScores scores;
    private final LessonStates states;
    private final OpenLesson lesson;
    private final LatestQuestion ranking;
    private final ObjectProperty<Optional<Chapter>> chapter = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LessonState> state = new ReadOnlyObjectWrapper<>(LessonState.UNKNOWN);
    private final BooleanProperty needsScores = new SimpleBooleanProperty();
    /** The network without what was changed by hand, and its neuron that costs most. */
    private Parameters ranked;
    private Optional<Neuron> costliest = Optional.empty();

    public LessonTasks(AppModel model, TestScores scores, LessonStates states, OpenLesson lesson) {
        this.model = model;
        this.scores = scores;
        this.states = states;
        this.lesson = lesson;
        ranking = new LatestQuestion(model.background());
        scores.watch(needsScores);
        states.sources().forEach(source -> source.addListener(observable -> check()));
        scores.scoredProperty().addListener((observable, before, after) -> check());
        lesson.lessonProperty().addListener((observable, before, after) -> chapter.set(Optional.empty()));
        lesson.resultProperty().addListener((observable, before, after) -> check());
        chapter.addListener((observable, before, after) -> check());
    }

    /** The open chapter. */
    public ObjectProperty<Optional<Chapter>> chapterProperty() {
        return chapter;
    }

    /** The program's state as far as it was needed for the open task, the newest one. */
    public ReadOnlyObjectProperty<LessonState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Everything that a task asks for. */
    public static Set<Term> terms(Task task) {
        Set<Term> all = new HashSet<>();
        if (task instanceof Task.Reach reach) {
            all.addAll(reach.when().terms());
        } else if (task instanceof Task.Predict predict) {
            predict.when().ifPresent(when -> all.addAll(when.terms()));
            predict.choices().forEach(choice -> all.addAll(choice.when().terms()));
        }
        return all;
    }

    private void check() {
        Optional<Task> open = chapter.get().filter(now -> !lesson.resultProperty().get().isDone(now.name())).flatMap(Chapter::task)
                .filter(task -> !(task instanceof Task.Question));
        Set<Term> terms = open.map(LessonTasks::terms).orElse(Set.of());
        needsScores.set(terms.stream().anyMatch(SCORES::contains));
        if (open.isEmpty()) {
            return;
        }
        states.now().ifPresent(now -> {
            state.set(scored(now, terms));
            settle(chapter.get().orElseThrow(), open.get());
        });
    }

    private void settle(Chapter open, Task task) {
        String typed = lesson.resultProperty().get().of(open.name()).map(ChapterResult::typed).orElse("");
        boolean done = task instanceof Task.Reach reach ? reach.when().holds(state.get())
                : task instanceof Task.Predict predict && predict.isRevealed(state.get())
                && predict.choices().get(predict.right(state.get()).orElseThrow()).text().equals(typed);
        if (done) {
            lesson.record(new ChapterResult(open.name(), true, typed));
        }
    }

    private LessonState scored(LessonState now, Set<Term> terms) {
        LessonState all = now;
        ShownNetwork shown = model.shownProperty().get();
        Optional<Scored> score = scores.scoredProperty().get().filter(each -> each.network().parameters() == shown.parameters()
                || model.isShownTraining() && each.network().isOfSameTraining(shown) && !shown.isEdited());
        if (score.isPresent()) {
            all = all.with(Quantity.TEST_ACCURACY, score.get().edited().accuracy()).with(Quantity.TEST_LOSS, score.get().edited().loss())
                    .with(Quantity.UNCHANGED_ACCURACY, score.get().base().accuracy());
        }
        return terms.contains(Fact.COSTLIEST_MUTED) ? ranked(all, shown) : all;
    }

    /** Of a network without hidden layers nothing can be muted. */
    private LessonState ranked(LessonState now, ShownNetwork shown) {
        boolean isMuted = now.numbers().get(Quantity.MUTED_NEURONS) > 0;
        if (isMuted && ranked != shown.base()) {
            scores.whatIf().ifPresent(questions -> rank(questions, shown.base()));
        }
        boolean isKnown = !isMuted || ranked == shown.base();
        return isKnown ? now.with(Fact.COSTLIEST_MUTED, isMuted && costliest.filter(shown::isMuted).isPresent()).with(Fact.COSTLIEST_MUTED, muted(shown)) : now;
    }

    private static String muted(ShownNetwork shown) {
        List<String> all = shown.edits().stream().filter(Edit.Mute.class::isInstance).map(edit -> ((Edit.Mute) edit).neuron())
                .map(neuron -> neuron.index() + (shown.parameters().depth() > 2 ? " of layer_" + neuron.layer() : "")).toList();
        return all.isEmpty() ? "no neuron is muted" : all.size() == 1 ? "neuron " + all.get(0) + " is muted" : "neurons " + String.join(", ", all) + " are muted";
    }

    private void rank(WhatIf questions, Parameters base) {
        ranking.ask(() -> costliest(questions, base), found -> {
            ranked = base;
            costliest = found;
            check();
        });
    }

    private static Optional<Neuron> costliest(WhatIf questions, Parameters base) {
        Neuron most = null;
        AblationCost cost = null;
        for (int layer = 1; layer < base.depth(); layer++) {
            AblationCost next = questions.rankNeurons(layer, Ablation.ZERO, () -> false).map(List::iterator).orElseThrow().next();
            if (cost == null || AblationCost.COSTLIEST_FIRST.compare(next, cost) < 0) {
                cost = next;
                most = new Neuron(layer, next.neurons().get(0));
            }
        }
        return Optional.ofNullable(most);
    }
}
