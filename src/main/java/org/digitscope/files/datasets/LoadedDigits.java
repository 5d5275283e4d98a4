package org.digitscope.files.datasets;

import java.util.List;
import org.digitscope.data.DigitSets;

/**
 * A data set that was read.
 *
 * @param sets to train with and to check with
 * @param notices what was found out about the file and done to it, in sentences
 */
public record LoadedDigits(DigitSets sets, List<String> notices) {

    public LoadedDigits {
        notices = List.copyOf(notices);
    }
}
