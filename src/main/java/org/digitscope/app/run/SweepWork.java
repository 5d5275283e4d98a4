package org.digitscope.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.data.Counts;
import org.digitscope.drawing.Sheet;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepRunner;
import org.digitscope.files.experiment.SweepFolder;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.training.Snapshot;
import org.digitscope.training.Trainer;

/**
 * A sweep that is trained in the background, run by run, while the window goes on. Each finished run is kept in a folder before it
 * counts, so that after a crash only what is missing is trained, and joins the list of runs. For the FX thread.
 */
public final class SweepWork {

    /** What a sweep is doing. */
    public enum State {
        TRAINING, PAUSED, DONE, CANCELLED
    }

    /**
     * How far a sweep has come.
     *
     * @param results of the runs that are done, in the order of the sweep
     * @param all how many there are to be
     * @param jobs how many are trained at a time
     */
    public record Progress(Sweep sweep, Map<Trial, RunResult> results, int all, int jobs, State state) {

        public boolean isUnderWay() {
            return state == State.TRAINING || state == State.PAUSED;
        }

        /** Seconds of training that are left, by what the runs so far took; NaN as long as none is done. */
        public double secondsLeft() {
            double mean = results.values().stream().mapToDouble(RunResult::seconds).average().orElse(Double.NaN);
            return mean * Math.ceil((double) (all - results.size()) / jobs);
        }
    }

    private final AppModel model;
    private final SweepFolders folders;
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Of sweeps that need not be gone on with. */
    private final List<SweepFolder> ended = new CopyOnWriteArrayList<>();
    private Halt halt = new Halt();

    /** @param folders where sweeps are kept until the window ends */
    public SweepWork(AppModel model, SweepFolders folders) {
        this.model = model;
        this.folders = folders;
    }

    /** The last sweep that was begun. */
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public boolean isUnderWay() {
        return progress.get().filter(Progress::isUnderWay).isPresent();
    }

    /** How many runs are trained at a time: one core is left to the window and to the run on screen. */
    public static int jobs() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Begins a sweep with the pictures of now, unless one is under way. */
    public void start(Sweep sweep) {
        if (!isUnderWay()) {
            train(sweep, () -> {
                SweepFolder folder = folders.create();
                folder.keepPlan(sweep);
                return folder;
            });
        }
    }

    /** Says so where a sweep was interrupted, by a crash or by the end of the window. */
    public void offerInterrupted() {
        model.background().ask(folders::interrupted, found -> found.ifPresent(folder -> model.background().ask(folder::plan,
                plan -> plan.ifPresentOrElse(sweep -> offer(sweep, folder), () -> ended.add(folder)), () -> ended.add(folder))));
    }

    private void offer(Sweep sweep, SweepFolder folder) {
        model.notices().tell("A sweep of " + Counts.of(sweep.trials().size(), "run") + " was interrupted; what it has trained is kept.",
                new Notices.Action("Go On with It", () -> {
                    model.notices().close();
                    if (!isUnderWay()) {
                        train(sweep, () -> folder);
                    }
                }), new Notices.Action("Let It Go", () -> {
                    model.notices().close();
                    ended.add(folder);
                }));
    }

    /** Holds the training at its next batch. */
    public void pause() {
        become(State.PAUSED);
        halt.set(true, false);
    }

    public void goOn() {
        become(State.TRAINING);
        halt.set(false, false);
    }

    /** Ends it; the finished runs stay in the list. */
    public void cancel() {
        become(State.CANCELLED);
        halt.set(false, true);
    }

    /** Ends the threads, for the window's end. A sweep that is under way can be gone on with next time. */
    public void close() {
        halt.set(false, true);
        ended.forEach(folders::remove);
    }

    private void become(State state) {
        progress.set(progress.get().map(now -> now.isUnderWay() ? new Progress(now.sweep, now.results, now.all, now.jobs, state) : now));
    }

    private void train(Sweep sweep, Background.Work<SweepFolder> place) {
        Halt mine = new Halt();
        halt = mine;
        TrainingPictures.Prepared pictures = model.prepared();
        List<Trial> trials = sweep.trials();
        int jobs = Math.min(jobs(), trials.size());
        progress.set(Optional.of(new Progress(sweep, Map.of(), trials.size(), jobs, State.TRAINING)));
        model.background().ask(() -> {
            SweepFolder folder = place.get();
            Project.Data data = pictures.known();
            List<Trial> missing = new ArrayList<>();
            for (Trial trial : trials) {
                Optional<RunResult> found = folder.find(trial, data.checksum());
                if (found.isPresent()) {
                    Trainer trainer = folder.project(trial).trainer(pictures.sets());
                    model.background().show(() -> add(trial, found.get(), trainer, pictures));
                } else {
                    missing.add(trial);
                }
            }
            SweepRunner runner = new SweepRunner(pictures.sets(), data.checksum(), trainer -> Fingerprint.of(project(trainer, data, pictures)).text());
            runner.run(missing, jobs, mine::isRequested, run -> {
                folder.keepProject(run.trial(), project(run.trainer(), data, pictures));
                folder.keep(run.trial(), run.result());
                model.background().show(() -> add(run.trial(), run.result(), run.trainer(), pictures));
            });
            return folder;
        }, this::end, this::cancel);
    }

    private static Project project(Trainer trainer, Project.Data data, TrainingPictures.Prepared pictures) {
        return Project.of(trainer, data, pictures.recipe().straight(), Sheet.BLANK, List.of()).withOwn(pictures.recipe().own());
    }

    private void add(Trial trial, RunResult result, Trainer trainer, TrainingPictures.Prepared pictures) {
        Snapshot reached = trainer.snapshot();
        WholeRun whole = new WholeRun(trainer, reached, pictures, result.hasDiverged() ? RunState.DIVERGED : RunState.FINISHED, List.of(),
                model.sessionProperty().get());
        model.runs().add(trial.title(), KeptRun.Known.of(reached, whole.state(), pictures.sets().validation(), trainer.recording()).with(result), Optional.of(whole));
        progress.get().ifPresent(now -> {
            Map<Trial, RunResult> results = new LinkedHashMap<>(now.results);
            results.put(trial, result);
            progress.set(Optional.of(new Progress(now.sweep, Collections.unmodifiableMap(results), now.all, now.jobs, now.state)));
        });
    }

    private void end(SweepFolder folder) {
        Progress last = progress.get().orElseThrow();
        if (last.results.size() == last.all) {
            become(State.DONE);
            model.notices().tell("The sweep of " + Counts.of(last.all, "run") + " is trained.");
        }
        if (!isUnderWay()) {
            ended.add(folder);
        }
    }

    /** Asked before each step on the threads that train, which wait here while they are to pause. */
    private static final class Halt {

        private boolean paused;
        private boolean ended;

        synchronized void set(boolean pause, boolean end) {
            paused = pause;
            ended = ended || end;
            notifyAll();
        }

        synchronized boolean isRequested() {
            try {
                while (paused && !ended) {
                    wait();
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return true;
            }
            return ended;
        }
    }
}
