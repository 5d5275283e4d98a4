package org.digitscope.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.ShareText;
import org.digitscope.network.SplitMix64;

/**
 * Digits of a training set in the {@linkplain Habit habits} of people that it hardly holds: some are traced to lines, the lines are
 * changed, and each is drawn in three proportions, with pens, slants and turns by chance, by the very fit that drawings on the pad
 * get. Which digits, and all chance, is decided by the seed: the same bits on every machine.
 *
 * @param share how many of the usual number of digits are changed, from 0 for none to 1
 * @param seed decides which ones and how
 */
public record OtherHands(double share, long seed) {

    public static final OtherHands NONE = new OtherHands(0, 42);
    public static final OtherHands USUAL = new OtherHands(1, 42);

    private static final String SETTING = "other hands";
    /** How often a changed digit is drawn. */
    private static final int POSES = 3;
    /** Pixels to which the 20 of a digit are brought before thinning: finer lines take twice as long and teach no more. */
    private static final int TRACED_SIDE = 50;
    private static final double WIDEST = 1.5;
    private static final double MOST_SLANT = 0.1;
    /** In radians. */
    private static final double MOST_TURN = 0.1;
    private static final double THINNEST_PEN = 1.5;
    private static final double THICKEST_PEN = 3;

    private static final Pattern ADDED = Pattern.compile(" with other hands ([\\d.]{1,24} %) seed (-?\\d{1,19})(?= and |, |$)");

    /** @throws IllegalArgumentException for a share out of range, with a sentence */
    public OtherHands {
        ShareText.check(SETTING, share);
    }

    /**
     * With a share as people write it, such as "50 %", or "off".
     *
     * @throws IllegalArgumentException for anything else, with a sentence
     */
    public OtherHands withShare(String text) {
        return new OtherHands(text.strip().equalsIgnoreCase("off") ? 0 : ShareText.parse(SETTING, text), seed);
    }

    public boolean isNone() {
        return share == 0;
    }

    /** The share as {@link #withShare} reads it. */
    public String shareText() {
        return isNone() ? "off" : ShareText.of(share);
    }

    /** A training set with these digits behind its own; takes seconds. */
    public Dataset addedTo(Dataset training) {
        if (isNone()) {
            return training;
        }
        // files know the pictures by this name
        Dataset.Builder all = Dataset.builder(training.name() + " with " + SETTING + " " + shareText() + " seed " + seed, training.size() + 1);
        for (int picture = 0; picture < training.size(); picture++) {
            all.add(training.image(picture), training.label(picture));
        }
        return add(training, all);
    }

    /** These digits alone; takes seconds. */
    public Dataset pictures(Dataset training) {
        return add(training, Dataset.builder(SETTING, training.size()));
    }

    /** What a training set with this name has behind its own pictures, see {@link #addedTo}; none where its name doesn't tell of any. */
    public static OtherHands namedIn(String training) {
        Matcher added = ADDED.matcher(training);
        try {
            return added.find() ? new OtherHands(0, Long.parseLong(added.group(2))).withShare(added.group(1)) : NONE;
        } catch (IllegalArgumentException outOfRange) {
            return NONE;
        }
    }

    private Dataset add(Dataset training, Dataset.Builder to) {
        for (Habit habit : Habit.values()) {
            // in parallel, as each digit has its own chance
            List<List<byte[]>> written = Arrays.stream(chosen(training, habit)).parallel()
                    .mapToObj(picture -> written(training.image(picture), habit, chance(habit, picture))).toList();
            written.forEach(digit -> digit.forEach(pixels -> to.add(pixels, habit.digit())));
        }
        return to.build();
    }

    /** Nothing where there is no ink. */
    private static List<byte[]> written(byte[] pixels, Habit habit, SplitMix64 random) {
        PenLines lines = Skeleton.of(Backdrop.ofDigit(pixels).ink(), TRACED_SIDE);
        List<byte[]> written = new ArrayList<>();
        if (!lines.isEmpty()) {
            PenLines changed = habit.change(new TracedDigit(lines), random).lines();
            for (int i = 0; i < POSES; i++) {
                written.add(MnistFit.written(changed, pose(random)));
            }
        }
        return written;
    }

    private static Pose pose(SplitMix64 random) {
        double proportion = StrictMath.exp(random.between(-1, 1) * StrictMath.log(WIDEST));
        return new Pose(proportion, random.between(-MOST_SLANT, MOST_SLANT), random.between(-MOST_TURN, MOST_TURN),
                random.between(THINNEST_PEN, THICKEST_PEN));
    }

    private int[] chosen(Dataset training, Habit habit) {
        int[] digits = IntStream.range(0, training.size()).filter(picture -> training.label(picture) == habit.digit()).toArray();
        int count = (int) Math.min(digits.length, Math.round(share * habit.count()));
        SplitMix64 random = chance(habit, -1);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(digits.length - i);
            int moved = digits[i];
            digits[i] = digits[other];
            digits[other] = moved;
        }
        return Arrays.copyOf(digits, count);
    }

    /** @param picture of the training set; -1 for the choice among them */
    private SplitMix64 chance(Habit habit, int picture) {
        return SplitMix64.of(seed, (long) habit.ordinal() << Integer.SIZE | picture & 0xFFFFFFFFL);
    }
}
