package org.digitscope.app.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.digitscope.training.Snapshot;

/** How fast a run goes: measured over its last seconds, from one snapshot to the next. */
public final class RunStatistics {

    /** Long enough to be steady, short enough to follow a change of speed. */
    private static final double WINDOW_SECONDS = 2;

    /** A speed is told once it was measured over so many steps and seconds, as the first ones are slow, or over the whole window. */
    private static final int LEAST_STEPS = 10;
    private static final double LEAST_SECONDS = 0.5;

    private record Moment(int step, double seconds) {
    }

    private final Deque<Moment> moments = new ArrayDeque<>();

    /** Takes note of a snapshot; one of another run, or of a step before, begins a new measurement. */
    public void add(Snapshot snapshot) {
        if (!moments.isEmpty() && (snapshot.step() <= moments.getLast().step || snapshot.seconds() <= moments.getLast().seconds)) {
            moments.clear();
        }
        moments.addLast(new Moment(snapshot.step(), snapshot.seconds()));
        while (moments.size() > 2 && snapshot.seconds() - moments.getFirst().seconds > WINDOW_SECONDS) {
            moments.removeFirst();
        }
    }

    /** Steps a second of training time; NaN when too little was measured yet. */
    double stepsPerSecond() {
        if (moments.size() < 2) {
            return Double.NaN;
        }
        Moment first = moments.getFirst();
        Moment last = moments.getLast();
        double seconds = last.seconds - first.seconds;
        boolean enough = seconds >= WINDOW_SECONDS || seconds >= LEAST_SECONDS && last.step - first.step >= LEAST_STEPS;
        return enough ? (last.step - first.step) / seconds : Double.NaN;
    }

    /**
     * For example "0.15 s/epoch · 400,000 digits/s · 2 s left".
     *
     * @param pace batches a second that are allowed, see {@link Pace}
     * @param running whether the training is under way: nobody knows how long a pause lasts
     * @return the same in ever fewer words, for less and less room
     */
    public List<String> texts(Snapshot snapshot, double pace, boolean running) {
        double speed = Math.min(pace, stepsPerSecond());
        if (Double.isNaN(speed) || speed <= 0) {
            return List.of();
        }
        double left = running ? (snapshot.totalSteps() - snapshot.step()) / speed : 0;
        String remaining = left > 0 ? " · " + duration(left) + " left" : "";
        String epoch = String.format(Locale.ROOT, "%.2f s/epoch", snapshot.stepsPerEpoch() / speed);
        return List.of(epoch + String.format(Locale.ROOT, " · %,.0f digits/s", speed * snapshot.settings().batchSize()) + remaining,
                epoch + remaining, left > 0 ? duration(left) + " left" : epoch);
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
    }
}
