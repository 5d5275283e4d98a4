package org.digitscope.app.study;

import java.util.List;
import java.util.Optional;
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

        Found find(byte[] pixels, boolean fitted) {
            List<Neighbour> neighbours = nearest.to(pixels, COUNT);
            return new Found(familiarity.judge(pixels, neighbours, fitted), neighbours);
        }
    }

    /** The patterns of a network on the pictures of one data set. */
    private record Patterns(Parameters network, DigitSets digits, PatternIndex index) {
    }

    private final AppModel model;
    private final PadModel drawing;
    private final LatestQuestion nearestSearch;
    private final LatestQuestion patternSearch;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Searchable searchable;
    private Patterns patterns;

    public Lookalikes(AppModel model, PadModel drawing) {
        this.model = model;
        this.drawing = drawing;
        nearestSearch = new LatestQuestion(model.background());
        patternSearch = new LatestQuestion(model.background());
        drawing.digitProperty().addListener((observable, before, after) -> search());
        model.digitsProperty().addListener((observable, before, after) -> searchOthers());
    }

    /** Empty when there is no drawing, and until the first search has ended; for a moment of the drawing a movement before. */
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /**
     * Looks for the training digits that turn on the same neurons. For all of a network's patterns this takes some tens of
     * milliseconds, so it isn't for a network that changes all the time.
     *
     * @param use gets their positions, unless something else was asked meanwhile
     */
    public void samePattern(ForwardTrace trace, Consumer<List<Integer>> use) {
        DigitSets digits = model.digitsProperty().get();
        Patterns known = patterns != null && patterns.network == trace.parameters() && patterns.digits == digits ? patterns : null;
        patternSearch.ask(() -> known != null ? known
                : new Patterns(trace.parameters(), digits, PatternIndex.of(trace.parameters(), digits.training())), all -> {
            patterns = all;
            use.accept(all.index.pictures(OnPattern.of(trace)));
        });
    }

    /** What {@link #samePattern} was asked isn't wanted any more. */
    public void forgetPattern() {
        patternSearch.forget();
    }

    private void searchOthers() {
        nearestSearch.forget();
        patternSearch.forget();
        found.set(Optional.empty());
        search();
    }

    private void search() {
        DigitSets digits = model.digitsProperty().get();
        Optional<FittedDigit> digit = drawing.digitProperty().get();
        if (digit.isEmpty() || digits == null) {
            nearestSearch.forget();
            found.set(Optional.empty());
            return;
        }
        if (searchable == null || searchable.digits != digits) {
            // once, however often the pen moves meanwhile: then the drawing of that time is searched for
            nearestSearch.askAgain(() -> Searchable.of(digits), ready -> {
                searchable = ready;
                search();
            });
            return;
        }
        Searchable ready = searchable;
        byte[] pixels = digit.get().main();
        boolean fitted = !drawing.sheetProperty().get().isFramed();
        nearestSearch.askAgain(() -> ready.find(pixels, fitted), result -> found.set(Optional.of(result)));
    }
}
