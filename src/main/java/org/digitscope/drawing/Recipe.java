package org.digitscope.drawing;

import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;

/**
 * What the pictures to train with are made of.
 *
 * @param loaded as they were loaded
 * @param hands digits of theirs that are changed and added; none are where the classes are no digits
 * @param own drawings to train with besides
 * @param straight whether all are straightened
 */
public record Recipe(DigitSets loaded, OtherHands hands, TaughtDigits own, boolean straight) {

    public Recipe {
        hands = hands.isNone() || loaded.classes() != ClassNames.DIGITS ? OtherHands.NONE : hands;
    }

    /** Takes up to half a second, and some seconds with other hands. */
    public DigitSets make() {
        if (isAsLoaded()) {
            return loaded;
        }
        Dataset training = own.addedTo(hands.addedTo(loaded.training()));
        DigitSets more = new DigitSets(training, loaded.validation(), loaded.classes());
        return straight ? Deskew.of(more) : more;
    }

    /** Digits of other hands alone, the usual ones where none are added; takes seconds. */
    public Dataset handsAlone() {
        Dataset alone = (hands.isNone() ? OtherHands.USUAL : hands).pictures(loaded.training());
        return straight ? Deskew.of(alone) : alone;
    }

    /** Whether nothing is added or changed. */
    public boolean isAsLoaded() {
        return hands.isNone() && own.isEmpty() && !straight;
    }
}
