package org.digitscope.app.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.digitscope.data.Dataset;
import org.digitscope.experiment.RunResult;
import org.digitscope.training.Recording;

/**
 * Every run that learnt something, the one on screen among them. The others rest whole, so that one can go back to them, within a bound
 * of memory: beyond it, the oldest ones first, time machines keep fewer steps, then networks are let go and their figures stay; pinned
 * ones last. For the FX thread.
 */
public final class RunList implements Undoable {

    /** Of the memory that Java may take: the rest is for the pictures, the run on screen and the window. */
    private static final int SHARE = 4;
    /** What a time machine still holds when memory is short: its start, its end, and some between. */
    private static final int FEW_STEPS = 8;
    private static final double MEGABYTE = 1 << 20;

    /** Runs that were deleted together, by where they stood. */
    private record Deleted(Map<Integer, KeptRun> runs) {
    }

    private final Background background;
    private final Notices notices;
    private final long bound;
    private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();
    private final ObservableList<KeptRun> readable = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Optional<KeptRun>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeptRun>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Those that others took the place of, the last one first. */
    private final Deque<KeptRun> left = new ArrayDeque<>();
    /** Runs whose fingerprints nobody has asked for yet, and how they are found. */
    private final Map<KeptRun, Supplier<Background.Work<RunResult>>> unidentified = new HashMap<>();
    private final Deque<Deleted> deleted = new ArrayDeque<>();
    private final Deque<Deleted> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    /** The run on screen, while it doesn't train. */
    private Optional<WholeRun> paused = Optional.empty();
    private Runnable onStep = () -> { };
    private int count;
    /** Of runs that were begun in the window. */
    private int begun;

    RunList(Background background, Notices notices) {
        this(background, notices, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** @param bound bytes that runs at rest may take */
    RunList(Background background, Notices notices, long bound) {
        this.background = background;
        this.notices = notices;
        this.bound = bound;
    }

    /** In the order in which they began; read-only. */
    public ObservableList<KeptRun> runs() {
        return readable;
    }

    /** The one on screen; empty before it has learnt something. */
    public ReadOnlyObjectProperty<Optional<KeptRun>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether it is the one on screen. */
    public boolean isCurrent(KeptRun run) {
        return current.get().filter(run::equals).isPresent();
    }

    /** The one before that on screen, whole. */
    public ReadOnlyObjectProperty<Optional<KeptRun>> beforeProperty() {
        return before.getReadOnlyProperty();
    }

    /** Bytes that runs at rest may take. */
    public long bound() {
        return bound;
    }

    /** Bytes that runs at rest take, deleted ones that may come back included, and the pictures that only they have. */
    public long bytes() {
        List<WholeRun> all = Stream.concat(runs.stream(), deleted.stream().flatMap(each -> each.runs.values().stream())).flatMap(run -> run.whole().stream())
                .toList();
        Set<Dataset> pictures = Collections.newSetFromMap(new IdentityHashMap<>());
        all.forEach(run -> pictures.addAll(run.ownPictures()));
        return all.stream().mapToLong(WholeRun::bytes).sum() + pictures.stream().mapToLong(Dataset::bytes).sum();
    }

    /** Adds one that was trained elsewhere; of the same name as it is. */
    public KeptRun add(String name, KeptRun.Known known) {
        return add(name, known, Optional.empty());
    }

    KeptRun add(String name, KeptRun.Known known, Optional<WholeRun> whole) {
        KeptRun run = new KeptRun(count++, name, known);
        run.setWhole(whole);
        runs.add(run);
        whole.ifPresent(found -> stayWithin(run));
        return run;
    }

    /** Takes runs out of the list, all but the one on screen. */
    public void delete(List<KeptRun> unwanted) {
        Map<Integer, KeptRun> places = new TreeMap<>();
        unwanted.stream().filter(run -> !isCurrent(run) && runs.contains(run)).forEach(run -> places.put(runs.indexOf(run), run));
        if (!places.isEmpty()) {
            deleted.push(new Deleted(places));
            undone.clear();
            takeOut(deleted.peek());
            onStep.run();
        }
    }

    /** Puts back those that were deleted last. */
    @Override
    public void undo() {
        Deleted last = deleted.pop();
        undone.push(last);
        last.runs.forEach((place, run) -> runs.add(Math.min(place, runs.size()), run));
        show();
    }

    @Override
    public void redo() {
        Deleted last = undone.pop();
        deleted.push(last);
        takeOut(last);
    }

    private void takeOut(Deleted some) {
        runs.removeAll(some.runs.values());
        show();
    }

    @Override
    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    @Override
    public void setOnStep(Runnable done) {
        onStep = done;
    }

    /** Another run is on screen. */
    void begin(Optional<KeptRun> comesBack, KeptRun.Known reached) {
        comesBack.ifPresent(run -> {
            left.remove(run);
            run.setWhole(Optional.empty());
        });
        paused = Optional.empty();
        current.set(comesBack);
        follow(reached);
        show();
    }

    /** The run on screen has come further. */
    void follow(KeptRun.Known reached) {
        paused = Optional.empty();
        current.get().ifPresentOrElse(run -> {
            run.setKnown(reached);
            unidentified.remove(run);
        }, () -> {
            if (reached.step() > 0) {
                current.set(Optional.of(add("Run " + ++begun, reached)));
            }
        });
    }

    /** The run on screen doesn't train just now. */
    void pause(WholeRun at) {
        // as it stands now: it may train again before anybody asks
        Background.Work<RunResult> result = at.result();
        current.get().ifPresent(run -> unidentified.put(run, () -> result));
        paused = Optional.of(at);
    }

    /** A run that doesn't train, that on screen included; empty where it trains, or only its figures are known. */
    Optional<WholeRun> atRest(KeptRun run) {
        return isCurrent(run) ? paused : run.whole();
    }

    /** Finds the fingerprints of runs that have come to rest; for whoever looks at the list. */
    public void identify() {
        unidentified.forEach((run, result) -> background.ask(result.get(), run::identify));
        unidentified.clear();
    }

    /** Another run takes the place of the one on screen. */
    void leave(WholeRun whole) {
        KeptRun run = current.get().orElseThrow();
        run.setWhole(Optional.of(whole));
        current.set(Optional.empty());
        left.push(run);
        unidentified.put(run, whole::result);
        stayWithin(run);
        show();
    }

    private void show() {
        before.set(left.stream().filter(run -> run.isWhole() && runs.contains(run)).findFirst());
        canUndo.set(!deleted.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    /** @param newest the last one to be let go of those that aren't pinned */
    private void stayWithin(KeptRun newest) {
        List<String> done = new ArrayList<>();
        while (bytes() > bound && !deleted.isEmpty()) {
            deleted.removeLast();
        }
        Predicate<KeptRun> isLong = run -> run.whole().orElseThrow().trainer().recording().steps().size() > FEW_STEPS;
        for (KeptRun run : oldestFirst(newest)) {
            if (bytes() > bound && isLong.test(run)) {
                Recording recording = run.whole().orElseThrow().trainer().recording();
                recording.shrink(FEW_STEPS, run.known().stepsPerEpoch());
                done.add("the time machine of " + run.nameProperty().get() + " keeps fewer steps");
            }
        }
        for (KeptRun run : oldestFirst(newest)) {
            if (bytes() > bound) {
                run.letNetworkGo();
                done.add("the network of " + run.nameProperty().get() + " is let go, its figures stay");
            }
        }
        if (!done.isEmpty()) {
            notices.tell(String.format(Locale.ROOT, "Runs at rest may take %.0f MB: %s.", bound / MEGABYTE, String.join("; ", done)));
        }
    }

    private List<KeptRun> oldestFirst(KeptRun newest) {
        return Stream.of(runs.stream().filter(run -> run != newest && !run.pinnedProperty().get()), Stream.of(newest),
                runs.stream().filter(run -> run != newest && run.pinnedProperty().get())).flatMap(some -> some).filter(KeptRun::isWhole).toList();
    }
}
