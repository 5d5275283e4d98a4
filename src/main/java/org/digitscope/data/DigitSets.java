package org.digitscope.data;

/**
 * What a run needs: pictures to learn from and others to check with.
 *
 * @param training for MNIST the 60,000 training images
 * @param validation for MNIST the 10,000 test images, which the classic notebook uses for validation
 * @param classes what their labels stand for
 */
public record DigitSets(Dataset training, Dataset validation, ClassNames classes) {

    /** Sets of digits. */
    public DigitSets(Dataset training, Dataset validation) {
        this(training, validation, ClassNames.DIGITS);
    }

    /** The same with other pictures to learn from; these sets themselves where they are the same. */
    public DigitSets withTraining(Dataset others) {
        return others == training ? this : new DigitSets(others, validation, classes);
    }
}
