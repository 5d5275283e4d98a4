package org.digitscope.app.study;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.explain.Familiarity;
import org.digitscope.explain.Familiarity.Judgement;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.NearestDigits.Neighbour;
import org.digitscope.explain.OnPattern;
import org.digitscope.explain.PatternIndex;
import org.digitscope.network.Parameters;

/**
 * The training digits that are like the drawing, found in the background.
 */
public final class Lookalikes {

    /** As many are found of each kind. */
    public static final int COUNT = 7;
    /** Measuring what is usual takes 4 ms for each. */
    private static final int SAMPLE = 200;

    /**
     * What was found for a drawing.
     *
     * @param judgement of how familiar it is
     * @param neighbours the nearest first
     */
    public record Found(Judgement judgement, List<Neighbour> neighbours) {
    }

    /** The pictures of one data set, ready to be searched. */
    private record Searchable(DigitSets digits, NearestDigits nearest, Familiarity familiarity) {

        static Searchable of(DigitSets digits) {
            NearestDigits nearest = NearestDigits.of(digits.training());
            return new Searchable(digits, nearest, Familiarity.measure(nearest, digits.validation(), SAMPLE));
        }

        Found find(byte[] pixels) {
            List<Neighbour> neighbours = nearest.to(pixels, COUNT);
            return new Found(familiarity.judge(neighbours.get(0)), neighbours);
        }
    }

    private final AppModel model;
    private final PadModel drawing;
    private final LatestQuestion nearestSearch;
    private final LatestQuestion patternSearch;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Searchable searchable;
    private PatternIndex patterns;
    private Parameters patternsOf;

    /** @param background runs what it is given on another thread */
    public Lookalikes(AppModel model, PadModel drawing, Executor background, Executor fxThread) {
        this.model = model;
        this.drawing = drawing;
        nearestSearch = new LatestQuestion(background, fxThread);
        patternSearch = new LatestQuestion(background, fxThread);
        drawing.digitProperty().addListener((observable, before, after) -> search(after));
        model.digitsProperty().addListener((observable, before, after) -> search(drawing.digitProperty().get()));
    }

    /** Empty when there is no drawing, and until the first search has ended. */
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /**
     * Looks for the training digits that turn on the same neurons. For all of a network's patterns this takes some tens of
     * milliseconds, so it isn't for a network that changes all the time.
     *
     * @param use gets their positions, on the FX thread
     */
    public void samePattern(ForwardTrace trace, Consumer<List<Integer>> use) {
        DigitSets digits = model.digitsProperty().get();
        PatternIndex known = patternsOf == trace.parameters() ? patterns : null;
        patternSearch.ask(() -> known != null ? known : PatternIndex.of(trace.parameters(), digits.training()), index -> {
            patterns = index;
            patternsOf = trace.parameters();
            use.accept(index.pictures(OnPattern.of(trace)));
        });
    }

    private void search(Optional<FittedDigit> digit) {
        DigitSets digits = model.digitsProperty().get();
        if (digit.isEmpty() || digits == null) {
            found.set(Optional.empty());
            return;
        }
        byte[] pixels = digit.get().main();
        if (searchable == null || searchable.digits != digits) {
            nearestSearch.ask(() -> Searchable.of(digits), ready -> {
                searchable = ready;
                search(drawing.digitProperty().get());
            });
        } else {
            Searchable ready = searchable;
            nearestSearch.ask(() -> ready.find(pixels), result -> found.set(drawing.digitProperty().get().map(now -> result)));
        }
    }
}
