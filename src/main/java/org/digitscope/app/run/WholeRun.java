package org.digitscope.app.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.Sheet;
import org.digitscope.evaluation.Edit;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/**
 * A run at rest, whole: its trainer has network, curve and kept steps, so that going back to it changes no bit.
 *
 * @param reached where it stands
 * @param pictures that it was trained with
 * @param state what it was doing
 * @param edits made by hand in its network
 * @param session that it belongs to
 */
record WholeRun(Trainer trainer, Snapshot reached, TrainingPictures.Prepared pictures, RunState state, List<Edit> edits, int session) {

    WholeRun {
        edits = List.copyOf(edits);
    }

    /** Bytes that only this run needs: its kept steps and its curve, six numbers a point. */
    long bytes() {
        return trainer.recording().bytes() + 6L * Float.BYTES * reached.curve().points();
    }

    /** Pictures that were made for it, and are not those that were loaded. */
    List<Dataset> ownPictures() {
        Dataset loaded = pictures.recipe().loaded().training();
        return Stream.of(pictures.sets().training(), trainer.training()).filter(any -> any != loaded).distinct().toList();
    }

    /** What came of it, with the checksum of its pictures and its fingerprint, which take a while. */
    Background.Work<RunResult> result() {
        Checkpoint now = trainer.checkpoint();
        return () -> {
            Project.Data data = pictures.known();
            Project project = Project.of(trainer, now, reached.curve(), data, pictures.recipe().straight(), Sheet.BLANK, List.of());
            return result(reached, state, Optional.of(project));
        };
    }

    /** @param project the same run, where its fingerprint is wanted */
    static RunResult result(Snapshot reached, RunState state, Optional<Project> project) {
        return new RunResult(reached.settings(), project.map(run -> run.data().checksum()).orElse(""), state == RunState.DIVERGED, reached.curve(),
                project.map(run -> Fingerprint.of(run).text()).orElse(""), reached.seconds());
    }
}
