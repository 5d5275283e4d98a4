package org.digitscope.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitscope.data.Counts;
import org.digitscope.drawing.Sheet;
import org.digitscope.experiment.RunResult;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepEstimate;
import org.digitscope.experiment.SweepRunner;
import org.digitscope.files.experiment.SweepFolder.Mark;
import org.digitscope.files.experiment.SweepFolder;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
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
    private final LatestQuestion estimating;
    private final ReadOnlyObjectWrapper<Optional<Estimate>> estimate = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Earlier> earlier = FXCollections.observableArrayList();
    private final ObservableList<Earlier> readableEarlier = FXCollections.unmodifiableObservableList(earlier);
    private Halt halt = new Halt();
    /** Where the last sweep that was begun is kept, as soon as that is known. */
    private Optional<SweepFolder> place = Optional.empty();

    /** @param folders where sweeps are kept until the window ends */
    public SweepWork(AppModel model, SweepFolders folders) {
        this.model = model;
        this.folders = folders;
        estimating = new LatestQuestion(model.background());
    }

    /**
     * How long a sweep is going to take.
     *
     * @param missing runs that aren't in the list yet
     * @param seconds of their training, on one thread
     */
    public record Estimate(Sweep sweep, List<Trial> missing, double seconds) {
    }

    /** Of the sweep that was asked about last, as soon as it is known. */
    public ReadOnlyObjectProperty<Optional<Estimate>> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Finds out how long a sweep would take, by trying each kind of run for a moment. */
    public void estimate(Sweep sweep) {
        TrainingPictures.Prepared pictures = model.prepared();
        List<Trial> missing = pictures == null ? List.of() : missing(sweep, pictures);
        if (pictures != null && estimate.get().filter(last -> last.sweep.equals(sweep) && last.missing.equals(missing)).isEmpty()) {
            estimating.ask(() -> new Estimate(sweep, missing, SweepEstimate.seconds(missing, pictures.sets())), found -> estimate.set(Optional.of(found)));
        }
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

    /**
     * A sweep that the window had before it was closed or crashed.
     *
     * @param done how many of its runs are trained
     * @param isCancelled whether it was ended on purpose
     */
    public record Earlier(SweepFolder folder, Sweep sweep, int done, boolean isCancelled) {

        public boolean isWhole() {
            return done == sweep.trials().size();
        }

        private boolean isInterrupted() {
            return !isWhole() && !isCancelled;
        }
    }

    /** Those that nobody has taken up or deleted yet, interrupted ones first, and of each kind the newest; read-only. */
    public ObservableList<Earlier> earlier() {
        return readableEarlier;
    }

    /**
     * Looks for sweeps of before, and says so where one was interrupted.
     *
     * @param show leads to where they can be gone on with
     */
    public void findEarlier(Runnable show) {
        model.background().ask(this::readEarlier, found -> {
            earlier.setAll(found);
            found.stream().filter(Earlier::isInterrupted).findFirst().ifPresent(sweep -> model.notices().tell(String.format(Locale.ROOT,
                    "A sweep was interrupted: %d of its %s are trained and kept.", sweep.done, Counts.of(sweep.sweep.trials().size(), "run")),
                    new Notices.Action("Show It", () -> {
                        model.notices().close();
                        show.run();
                    })));
        });
    }

    private List<Earlier> readEarlier() throws IOException {
        List<Earlier> found = new ArrayList<>();
        for (SweepFolder folder : folders.left()) {
            Optional<Sweep> plan = folder.has(Mark.DISCARDED) ? Optional.empty() : folder.plan();
            plan.ifPresentOrElse(sweep -> found.add(new Earlier(folder, sweep, folder.finished(sweep), folder.has(Mark.CANCELLED))), () -> folders.remove(folder));
        }
        found.sort(Comparator.comparing(sweep -> !sweep.isInterrupted()));
        return found;
    }

    /** Brings its runs into the list and trains what is missing, unless another one is under way. */
    public void takeUp(Earlier sweep) {
        if (!isUnderWay() && earlier.remove(sweep)) {
            train(sweep.sweep, () -> {
                sweep.folder.mark(Mark.CANCELLED, false);
                return sweep.folder;
            });
        }
    }

    /** Deletes its runs from the disk, at the next start: until then it can be brought back. */
    public void delete(Earlier sweep) {
        int from = earlier.indexOf(sweep);
        if (from >= 0) {
            earlier.remove(from);
            mark(sweep.folder, Mark.DISCARDED, true);
            model.notices().tell("Deleted the sweep of " + Counts.of(sweep.sweep.trials().size(), "run") + ".", new Notices.Action("Bring It Back", () -> {
                model.notices().close();
                mark(sweep.folder, Mark.DISCARDED, false);
                earlier.add(Math.min(from, earlier.size()), sweep);
            }));
        }
    }

    private void mark(SweepFolder folder, Mark mark, boolean isSo) {
        model.background().write("the sweeps", () -> folder.mark(mark, isSo));
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
        place.ifPresent(folder -> mark(folder, Mark.CANCELLED, true));
    }

    /** Ends the threads, for the window's end. All sweeps are there next time. */
    public void close() {
        halt.set(false, true);
    }

    private void become(State state) {
        progress.set(progress.get().map(now -> now.isUnderWay() ? new Progress(now.sweep, now.results, now.all, now.jobs, state) : now));
    }

    private void train(Sweep sweep, Background.Work<SweepFolder> make) {
        Halt mine = new Halt();
        halt = mine;
        place = Optional.empty();
        Map<Hyperparameters, Ready> ready = ready();
        TrainingPictures.Prepared pictures = model.prepared();
        List<Trial> trials = sweep.trials();
        int jobs = Math.min(jobs(), trials.size());
        progress.set(Optional.of(new Progress(sweep, Map.of(), trials.size(), jobs, State.TRAINING)));
        model.background().ask(() -> {
            SweepFolder folder = make.get();
            model.background().show(() -> {
                place = Optional.of(folder);
                if (progress.get().filter(now -> now.state == State.CANCELLED).isPresent()) {
                    mark(folder, Mark.CANCELLED, true);
                }
            });
            Project.Data data = pictures.known();
            List<Trial> missing = new ArrayList<>();
            for (Trial trial : trials) {
                Optional<RunResult> found = folder.find(trial, data.checksum());
                Optional<Ready> same = Optional.ofNullable(ready.get(trial.settings())).filter(run -> run.result.data().equals(data.checksum()));
                if (found.isEmpty() && same.isPresent()) {
                    folder.keepProject(trial, same.get().project(data, pictures));
                    folder.keep(trial, same.get().result);
                    model.background().show(() -> count(trial, same.get().result));
                } else if (found.isPresent()) {
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
            return true;
        }, done -> end(), this::cancel);
    }

    /** A finished run of the list, as it stands now. */
    private record Ready(RunResult result, WholeRun whole, Checkpoint now) {

        Project project(Project.Data data, TrainingPictures.Prepared pictures) {
            return Project.of(whole.trainer(), now, whole.reached().curve(), data, pictures.recipe().straight(), Sheet.BLANK, List.of())
                    .withOwn(pictures.recipe().own());
        }
    }

    /** Runs that need not be trained again, by their settings: the same settings and pictures give the same bits. */
    private Map<Hyperparameters, Ready> ready() {
        Map<Hyperparameters, Ready> ready = new HashMap<>();
        model.runs().runs().forEach(run -> usable(run).ifPresent(whole ->
                ready.put(whole.reached().settings(), new Ready(run.result(), whole, whole.trainer().checkpoint()))));
        return ready;
    }

    private Optional<WholeRun> usable(KeptRun run) {
        return model.runs().atRest(run).filter(whole -> whole.state() == RunState.FINISHED && !run.result().fingerprint().isEmpty())
                .filter(whole -> whole.reached().curve().rateChanges().isEmpty());
    }

    /** The runs of a sweep that no run of the list spares. */
    private List<Trial> missing(Sweep sweep, TrainingPictures.Prepared pictures) {
        Set<Hyperparameters> trained = model.runs().runs().stream().flatMap(run -> usable(run).stream())
                .filter(whole -> whole.pictures().recipe().equals(pictures.recipe())).map(whole -> whole.reached().settings()).collect(Collectors.toSet());
        return sweep.trials().stream().filter(trial -> !trained.contains(trial.settings())).toList();
    }

    private static Project project(Trainer trainer, Project.Data data, TrainingPictures.Prepared pictures) {
        return Project.of(trainer, data, pictures.recipe().straight(), Sheet.BLANK, List.of()).withOwn(pictures.recipe().own());
    }

    private void add(Trial trial, RunResult result, Trainer trainer, TrainingPictures.Prepared pictures) {
        Snapshot reached = trainer.snapshot();
        WholeRun whole = new WholeRun(trainer, reached, pictures, result.hasDiverged() ? RunState.DIVERGED : RunState.FINISHED, List.of(),
                model.sessionProperty().get());
        model.runs().add(trial.title(), KeptRun.Known.of(reached, whole.state(), pictures.sets().validation(), trainer.recording()).with(result), Optional.of(whole));
        count(trial, result);
    }

    private void count(Trial trial, RunResult result) {
        progress.get().ifPresent(now -> {
            Map<Trial, RunResult> results = new LinkedHashMap<>(now.results);
            results.put(trial, result);
            progress.set(Optional.of(new Progress(now.sweep, Collections.unmodifiableMap(results), now.all, now.jobs, now.state)));
        });
    }

    private void end() {
        Progress last = progress.get().orElseThrow();
        if (last.results.size() == last.all) {
            become(State.DONE);
            model.notices().tell("The sweep of " + Counts.of(last.all, "run") + " is trained.");
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
