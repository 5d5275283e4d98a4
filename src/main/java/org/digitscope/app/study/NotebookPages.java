package org.digitscope.app.study;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.app.study.TestScores.Scored;
import org.digitscope.data.DigitSets;
import org.digitscope.explain.lesson.Chapter;
import org.digitscope.explain.lesson.Lesson;
import org.digitscope.explain.lesson.LessonNumbers;
import org.digitscope.files.lessons.PrintedNumbers;
import org.digitscope.training.Snapshot;

/**
 * The notebook's chapters with the numbers of the shown network, filled in in the background while somebody looks whenever the network
 * was scored anew; while it trains that is once an epoch.
 */
public final class NotebookPages {

    /** All chapters of a lesson, of one network. */
    public record Pages(Lesson lesson, ShownNetwork network, List<Chapter> chapters) {
    }

    private final AppModel model;
    private final TestScores scores;
    private final LatestQuestion filling;
    private final OpenLesson lesson;
    private final ReadOnlyObjectWrapper<Optional<Pages>> pages = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Attention attention = new Attention(this::fill);

    public NotebookPages(AppModel model, TestScores scores, OpenLesson lesson) {
        this.model = model;
        this.lesson = lesson;
        this.scores = scores;
        filling = new LatestQuestion(model.background());
        scores.scoredProperty().addListener((observable, before, after) -> fill());
        lesson.lessonProperty().addListener((observable, before, after) -> fill());
    }

    /** Empty until the shown network was scored for the first time; for a moment they may speak of the network before. */
    public ReadOnlyObjectProperty<Optional<Pages>> pagesProperty() {
        return pages.getReadOnlyProperty();
    }

    /** Pages are wanted while this holds. */
    public void watch(ObservableValue<Boolean> visible) {
        scores.watch(visible);
        attention.watch(visible);
    }

    private void fill() {
        Optional<Scored> scored = scores.scoredProperty().get();
        if (!attention.isPaid() || scored.isEmpty()) {
            return;
        }
        Scored score = scored.get();
        ShownNetwork network = score.network();
        DigitSets digits = model.digitsProperty().get();
        Snapshot run = model.liveProperty().get();
        Lesson open = lesson.lessonProperty().get();
        filling.ask(() -> new Pages(open, network, open.chapters(PrintedNumbers.with(LessonNumbers.of(network.parameters(), network.step(),
                score.edited(), digits, run), network.parameters(), score.edited(), digits))), filled -> pages.set(Optional.of(filled)));
    }
}
