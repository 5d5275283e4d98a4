package org.digitscope.files.networks;

import java.util.List;
import org.digitscope.network.Parameters;

/**
 * A network from a file.
 *
 * @param notices what was recognized, in sentences
 */
public record ImportedNetwork(Parameters parameters, List<String> notices) {

    public ImportedNetwork {
        notices = List.copyOf(notices);
    }
}
