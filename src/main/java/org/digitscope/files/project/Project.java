package org.digitscope.files.project;

import java.util.List;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Edit;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.ModelFile;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Recording;
import org.digitscope.training.Trainer;

/**
 * A session, whole.
 *
 * @param settings of the run
 * @param deskew whether all digits are straightened
 * @param data what is trained with
 * @param now where the training stands
 * @param result the network that the run gives: now's, or that of one of the kept steps, see {@link Trainer#result}
 * @param learningRate of the next step
 * @param curve how it came there; it may know later steps, which don't count
 * @param kept the time machine's steps, ascending
 * @param stride distance of the kept steps
 * @param epochStride of how many epochs the end of one is kept
 * @param drawing what is on the pad
 * @param edits what was changed by hand
 * @param own a person's drawings that are trained with besides
 * @param scene what was on screen besides the drawing; no part of the run
 */
public record Project(Hyperparameters settings, boolean deskew, Data data, Checkpoint now, Checkpoint result, double learningRate, LearningCurve curve,
        List<Checkpoint> kept, int stride, int epochStride, Sheet drawing, List<Edit> edits, TaughtDigits own, StageScene scene) {

    /**
     * The pictures, which a project names but doesn't hold.
     *
     * @param name for people
     * @param checksum of the training pictures
     */
    public record Data(String name, String checksum) {

        /** Named, but without a checksum, which takes a tenth of a second. */
        public static Data unchecked(DigitSets sets) {
            return new Data(sets.training().name(), "");
        }

        public static Data of(DigitSets sets) {
            return new Data(sets.training().name(), sets.training().checksum());
        }
    }

    public Project {
        kept = List.copyOf(kept);
        edits = List.copyOf(edits);
    }

    /**
     * The session of a trainer that isn't running.
     *
     * @param data what it trains with
     */
    public static Project of(Trainer trainer, Data data, boolean deskew, Sheet drawing, List<Edit> edits) {
        return of(trainer, trainer.checkpoint(), trainer.snapshot().curve(), data, deskew, drawing, edits);
    }

    /**
     * The session of a trainer that may be running.
     *
     * @param now where it stands, or, while it is running, one of the steps that it keeps
     * @param curve one that reaches this step or goes beyond it
     */
    public static Project of(Trainer trainer, Checkpoint now, LearningCurve curve, Data data, boolean deskew, Sheet drawing,
            List<Edit> edits) {
        Recording recording = trainer.recording();
        List<Checkpoint> kept = recording.steps().stream().filter(step -> step <= now.step())
                .flatMap(step -> recording.atOrBefore(step).stream()).toList();
        int given = trainer.settings().resultStep(now.step(), trainer.stepsPerEpoch(), curve.epochs());
        Checkpoint result = kept.stream().filter(each -> each.step() == given && given < now.step()).findFirst().orElse(now);
        return new Project(trainer.settings(), deskew, data, now, result, trainer.learningRate(), curve, kept, recording.stride(),
                recording.epochStride(), drawing, edits, TaughtDigits.NONE, StageScene.NOTHING);
    }

    /** The same, trained with these pictures. */
    public Project withData(Data with) {
        return new Project(settings, deskew, with, now, result, learningRate, curve, kept, stride, epochStride, drawing, edits, own, scene);
    }

    /** The same, trained with these drawings besides. */
    public Project withOwn(TaughtDigits drawings) {
        return new Project(settings, deskew, data, now, result, learningRate, curve, kept, stride, epochStride, drawing, edits, drawings, scene);
    }

    /** The same with this on screen. */
    public Project withScene(StageScene shown) {
        return new Project(settings, deskew, data, now, result, learningRate, curve, kept, stride, epochStride, drawing, edits, own, shown);
    }

    /** Its network, and how that came about. */
    public ModelFile.Model model() {
        return new ModelFile.Model(result.parameters(), settings, result.step(), curve);
    }

    /**
     * The same with a coarser time machine, for quick saving: every second kept step but that of the result goes until few enough
     * are left.
     */
    public Project thinned(int most) {
        int coarser = stride;
        List<Checkpoint> left = kept;
        while (left.size() > Math.max(2, most)) {
            coarser *= 2;
            int distance = coarser;
            left = left.stream().filter(each -> each.step() % distance == 0 || each.step() == result.step()).toList();
        }
        return new Project(settings, deskew, data, now, result, learningRate, curve, left, coarser, epochStride, drawing, edits, own, scene);
    }

    /**
     * A trainer that goes on as if it had never stopped.
     *
     * @param sets the pictures that the project names
     */
    public Trainer trainer(DigitSets sets) {
        Recording recording = Recording.of(Recording.DEFAULT_BUDGET, stride, epochStride, kept);
        Trainer trainer = new Trainer(sets.training(), sets.validation(), settings, recording);
        trainer.restore(now, curve);
        trainer.setLearningRate(learningRate);
        return trainer;
    }
}
