package org.digitscope.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The kept steps of a run. Memory is bounded by a budget in bytes: at first every step is kept; whenever the budget is
 * full, the distance between kept steps doubles and those that no longer fit the grid go, the ends of epochs last
 * of all. The start, the last kept step and the end of the best epoch stay in any case.
 *
 * <p>The trainer writes, any thread may read at any time.
 */
public final class Recording {

    /** The classic network's checkpoint, Adam's moments included, takes 190,920 bytes; this holds 351 of them. */
    public static final long DEFAULT_BUDGET = 64L << 20;

    private volatile long budget;
    private final NavigableMap<Integer, Checkpoint> kept = new ConcurrentSkipListMap<>();
    private volatile int stride = 1;
    private volatile int epochStride = 1;
    /** The end of the best epoch; the start where there is none. */
    private volatile int best;

    /** @param budget the largest number of bytes for parameters and moments; at least three checkpoints are kept */
    public Recording(long budget) {
        this.budget = budget;
    }

    /**
     * A recording that was written down; it goes on keeping steps as it would have.
     *
     * @param stride distance of the kept steps, 1 or more
     * @param epochStride of how many epochs the end of one is kept, 1 or more
     * @param checkpoints the kept ones
     */
    public static Recording of(long budget, int stride, int epochStride, List<Checkpoint> checkpoints) {
        Recording recording = new Recording(budget);
        recording.stride = Math.max(1, stride);
        recording.epochStride = Math.max(1, epochStride);
        checkpoints.forEach(checkpoint -> recording.kept.put(checkpoint.step(), checkpoint));
        return recording;
    }

    /** The same up to a step, to go on from there in another way. */
    Recording until(int step) {
        return of(budget, stride, epochStride, List.copyOf(kept.headMap(step, true).values()));
    }

    /** The distance of the kept steps. */
    public int stride() {
        return stride;
    }

    /** Of how many epochs the end of one is kept. */
    public int epochStride() {
        return epochStride;
    }

    /** The kept steps, ascending; a copy. */
    public List<Integer> steps() {
        return new ArrayList<>(kept.keySet());
    }

    /** The last kept step at or before {@code step}, if there is any. */
    public Optional<Checkpoint> atOrBefore(int step) {
        return Optional.ofNullable(kept.floorEntry(step)).map(Map.Entry::getValue);
    }

    /** The same, passing over those that aren't finite, which projects of older versions may hold. */
    Optional<Checkpoint> finiteAtOrBefore(int step) {
        return kept.headMap(step, true).descendingMap().values().stream().filter(Checkpoint::isFinite).findFirst();
    }

    /** Bytes that the kept steps take: each as many, as they are of one network. */
    public long bytes() {
        Map.Entry<Integer, Checkpoint> last = kept.lastEntry();
        return last == null ? 0 : kept.size() * last.getValue().bytes();
    }

    /** From now on keeps at most so many steps, at least two, the start and the last one among them; not while the trainer writes. */
    public void shrink(int steps, int stepsPerEpoch) {
        Checkpoint last = kept.lastEntry().getValue();
        budget = Math.min(budget, steps * last.bytes());
        add(last, stepsPerEpoch);
    }

    /** Whether the trainer should hand over the state after this step. */
    boolean wants(int step, int stepsPerEpoch) {
        return step % stride == 0 || step == best || isKeptEpoch(step, stepsPerEpoch);
    }

    /** Which step stays whatever goes, if it is kept or will be: the end of the best epoch so far; the one before it need not any longer. */
    void setBest(int step) {
        best = step;
    }

    void add(Checkpoint checkpoint, int stepsPerEpoch) {
        kept.put(checkpoint.step(), checkpoint);
        int capacity = (int) Math.max(3, budget / checkpoint.bytes());
        while (kept.size() > capacity) {
            thin(stepsPerEpoch, capacity, kept.lastKey());
        }
    }

    /** Forgets all steps after this one, as when a run goes on from there in another way. */
    void truncate(int step) {
        kept.tailMap(step, false).clear();
    }

    private void thin(int stepsPerEpoch, int capacity, int last) {
        stride *= 2;
        if (last / stepsPerEpoch / epochStride >= capacity / 2) {
            epochStride *= 2;
        }
        kept.keySet().removeIf(step -> step != last && step != 0 && !wants(step, stepsPerEpoch));
    }

    private boolean isKeptEpoch(int step, int stepsPerEpoch) {
        return step % stepsPerEpoch == 0 && step / stepsPerEpoch % epochStride == 0;
    }
}
