package org.digitscope.app.run;

import java.util.List;
import org.digitscope.evaluation.Edit;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/**
 * A run that another one took the place of, whole: its trainer rests with network, curve and kept steps, so that going back to it
 * changes no bit.
 *
 * @param reached where it stands
 * @param pictures that it was trained with
 * @param state what it was doing
 * @param edits made by hand in its network
 * @param session that it belongs to
 */
record PreviousRun(Trainer trainer, Snapshot reached, TrainingPictures.Prepared pictures, RunState state, List<Edit> edits, int session) {

    PreviousRun {
        edits = List.copyOf(edits);
    }
}
