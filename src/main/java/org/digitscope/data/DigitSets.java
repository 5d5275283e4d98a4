package org.digitscope.data;

/**
 * What a run needs: pictures to learn from and others to check with.
 *
 * @param training for MNIST the 60,000 training images
 * @param validation for MNIST the 10,000 test images, which the classic notebook uses for validation
 */
public record DigitSets(Dataset training, Dataset validation) {
}
