package org.digitscope.app.run;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.project.Project;

/**
 * The pictures to train with: those that were loaded, with digits of other hands, a person's own drawings and straightened where that is
 * wanted. Prepared in the background.
 */
public final class TrainingPictures {

    /** Pictures to train with, what they are made of, and which ones they are: a checksum, computed once, in the background. */
    record Prepared(Recipe recipe, DigitSets sets, FutureTask<Project.Data> data) {

        Prepared(Recipe recipe, DigitSets sets) {
            this(recipe, sets, new FutureTask<>(() -> Project.Data.of(sets)));
        }

        /** Blocks until it is computed, by this thread where nobody has begun. */
        Project.Data known() {
            data.run();
            try {
                return data.get();
            } catch (InterruptedException | ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final String MAKING = "Digits of other hands are being made from the training digits, which takes some seconds…";

    private final Background background;
    private final Notices notices;
    private final LatestQuestion preparation;
    private final Consumer<Prepared> ready;
    private final BooleanProperty deskew = new SimpleBooleanProperty();
    private final ObjectProperty<OtherHands> hands = new SimpleObjectProperty<>(OtherHands.NONE);
    private Optional<DigitSets> loaded = Optional.empty();
    private TaughtDigits own = TaughtDigits.NONE;
    private Optional<Recipe> made = Optional.empty();
    private boolean adopting;

    /** @param ready gets the pictures whenever others are to be trained with */
    TrainingPictures(Background background, Notices notices, Consumer<Prepared> ready) {
        this.background = background;
        this.notices = notices;
        this.ready = ready;
        preparation = new LatestQuestion(background);
        deskew.addListener((observable, before, after) -> changed());
        hands.addListener((observable, before, after) -> changed());
    }

    /** Whether all digits, of training, test and drawing, are straightened; another choice starts anew. */
    public BooleanProperty deskewProperty() {
        return deskew;
    }

    /** Digits that are changed and trained with besides; others start anew. */
    public ObjectProperty<OtherHands> handsProperty() {
        return hands;
    }

    /** As they were loaded; empty while they are being read. */
    public Optional<DigitSets> loaded() {
        return loaded;
    }

    /** Trains with these drawings besides, from the next start on. */
    public void setOwn(TaughtDigits digits) {
        own = digits;
    }

    /** Starts anew with these drawings besides. */
    public void trainWith(TaughtDigits digits) {
        own = digits;
        prepareIfStale();
    }

    /** What the pictures that were prepared last are made of; empty before the first ones. */
    public Optional<Recipe> made() {
        return made;
    }

    void load(DigitSets sets) {
        loaded = Optional.of(sets);
        prepare(ready);
    }

    /** Whether others are wanted than those that were prepared last. */
    boolean isStale() {
        return !wanted().equals(made);
    }

    /**
     * Makes what is wanted.
     *
     * @param use gets it, unless something else is wanted meanwhile
     */
    void prepare(Consumer<Prepared> use) {
        wanted().ifPresent(recipe -> {
            if (recipe.isAsLoaded()) {
                forget();
                offer(recipe, recipe.loaded(), use);
            } else {
                if (!recipe.hands().isNone()) {
                    notices.tell(MAKING);
                }
                preparation.ask(recipe::make, sets -> offer(recipe, sets, use));
            }
        });
    }

    /** Takes over what a saved session was trained with. */
    void adopt(Recipe recipe) {
        forget();
        loaded = Optional.of(recipe.loaded());
        made = Optional.of(recipe);
        // drawings that are to be trained with besides wait for the next start
        adopting = true;
        deskew.set(recipe.straight());
        hands.set(recipe.hands());
        adopting = false;
    }

    private void changed() {
        if (!adopting) {
            prepareIfStale();
        }
    }

    private void prepareIfStale() {
        if (isStale()) {
            prepare(ready);
        } else {
            forget();
        }
    }

    private void forget() {
        preparation.forget();
        notices.withdraw(MAKING);
    }

    private Optional<Recipe> wanted() {
        return loaded.map(sets -> new Recipe(sets, hands.get(), own, deskew.get()));
    }

    private void offer(Recipe recipe, DigitSets sets, Consumer<Prepared> use) {
        made = Optional.of(recipe);
        notices.withdraw(MAKING);
        Prepared prepared = new Prepared(recipe, sets);
        use.accept(prepared);
        background.ask(prepared::known, known -> { });
    }
}
