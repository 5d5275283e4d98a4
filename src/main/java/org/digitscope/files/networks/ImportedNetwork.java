package org.digitscope.files.networks;

import java.util.List;
import org.digitscope.files.ModelFile;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/**
 * A network from a file.
 *
 * @param model the network and how it came about
 * @param notices what was recognized, in sentences
 */
public record ImportedNetwork(ModelFile.Model model, List<String> notices) {

    public ImportedNetwork {
        notices = List.copyOf(notices);
    }

    /** Of which nobody knows how it came about: it counts as not trained here, with the notebook's settings. */
    ImportedNetwork(Parameters parameters, List<String> notices) {
        this(new ModelFile.Model(parameters, Hyperparameters.NOTEBOOK.withArchitecture(parameters.architecture()), 0, LearningCurve.EMPTY), notices);
    }

    public Parameters parameters() {
        return model.parameters();
    }
}
