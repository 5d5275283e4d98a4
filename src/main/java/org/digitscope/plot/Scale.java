package org.digitscope.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Maps values to a share of an axis, from 0 at its start to 1 at its end, and says where ticks go. */
public sealed interface Scale permits Scale.Linear, Scale.Log, Scale.Names {

    /** A tick at a value with the text beside it. */
    record Tick(double value, String label) {
    }

    double min();

    double max();

    /** 0 for {@link #min}, 1 for {@link #max}, beyond them outside; NaN where the scale has no place for the value. */
    double share(double value);

    /** The value at a share; the inverse of {@link #share}. */
    double value(double share);

    /**
     * Ticks at round values within the axis, ascending, each with another label.
     *
     * @param most how many there may be; at least 1 is allowed
     */
    List<Tick> ticks(int most);

    /** Equal distances for equal differences. */
    record Linear(double min, double max) implements Scale {

        private static final double FARTHEST = 1e300;
        /** Ranges that are relatively narrower than this can't be told apart in double precision. */
        private static final double NARROWEST = 1e-9;
        /** Steps from here on are written without an exponent, as long as values stay below {@link #LARGE}. */
        private static final double SMALL_STEP = 1e-4;
        private static final double LARGE = 1e7;

        /** A range without extent, or that isn't finite, is replaced by one that can be drawn. */
        public Linear {
            if (!Double.isFinite(min) || !Double.isFinite(max)) {
                min = 0;
                max = 1;
            }
            min = Math.max(-FARTHEST, Math.min(FARTHEST, min));
            max = Math.max(-FARTHEST, Math.min(FARTHEST, max));
            double size = Math.max(Math.abs(min), Math.abs(max));
            if (!(max - min > Math.max(NARROWEST * size, 1 / FARTHEST))) {
                double half = Math.max(Math.abs(min) / 2, 0.5);
                max = min + half;
                min = min - half;
            }
        }

        @Override
        public double share(double value) {
            return (value - min) / (max - min);
        }

        @Override
        public double value(double share) {
            return min + share * (max - min);
        }

        @Override
        public List<Tick> ticks(int most) {
            NiceStep step = NiceStep.finest(min, max, Math.max(1, most));
            boolean plain = step.times(1).doubleValue() >= SMALL_STEP && Math.max(-min, max) < LARGE;
            List<Tick> ticks = new ArrayList<>();
            for (long i = step.first(min); i <= step.last(max); i++) {
                BigDecimal value = step.times(i);
                ticks.add(new Tick(value.doubleValue(),
                        plain ? TickLabel.plain(value, -step.power()) : TickLabel.scientific(value)));
            }
            return ticks;
        }
    }

    /** Equal distances for equal ratios. */
    record Log(double min, double max) implements Scale {

        private static final double SMALLEST = 1e-100;
        private static final double LARGEST = 1e100;
        /** Decades shown below the largest value if the smallest has no logarithm. */
        private static final double DECADES = 1e3;
        private static final int[] DENSE = {1, 2, 5};
        private static final int[] DECADES_ONLY = {1};
        private static final double TOLERANCE = 1e-9;

        /** A range that isn't positive and finite, or without extent, is replaced by one that can be drawn. */
        public Log {
            boolean hasMin = min > 0 && Double.isFinite(min);
            boolean hasMax = max > 0 && Double.isFinite(max);
            if (!hasMax) {
                max = hasMin ? 10 * min : 1;
            }
            if (!hasMin) {
                min = max / DECADES;
            }
            min = Math.max(SMALLEST, Math.min(LARGEST, min));
            max = Math.max(SMALLEST, Math.min(LARGEST, max));
            if (!(max > min * (1 + TOLERANCE))) {
                max = min * 2;
                min = min / 2;
            }
        }

        @Override
        public double share(double value) {
            return value > 0 ? (Math.log(value) - Math.log(min)) / extent() : Double.NaN;
        }

        @Override
        public double value(double share) {
            return min * Math.exp(share * extent());
        }

        /** Ticks at decades, and at 2 and 5 times them if there is room; linear ones where that is too little. */
        @Override
        public List<Tick> ticks(int most) {
            int room = Math.max(1, most);
            List<Tick> ticks = ticks(DENSE, 1);
            for (int every = 1; ticks.size() > room; every++) {
                ticks = ticks(DECADES_ONLY, every);
            }
            return ticks.size() < 3 && max < 10 * min ? new Linear(min, max).ticks(most) : ticks;
        }

        private List<Tick> ticks(int[] digits, int every) {
            List<Tick> ticks = new ArrayList<>();
            for (int power = (int) Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
                for (int digit : digits) {
                    BigDecimal exact = BigDecimal.valueOf(digit, -power);
                    double value = exact.doubleValue();
                    boolean inside = value >= min * (1 - TOLERANCE) && value <= max * (1 + TOLERANCE);
                    if (inside && Math.floorMod(power, every) == 0) {
                        ticks.add(new Tick(value, TickLabel.of(exact)));
                    }
                }
            }
            return ticks;
        }

        private double extent() {
            return Math.log(max) - Math.log(min);
        }
    }

    /**
     * Equal distances from one name to the next: the first lies at 0, the second at 1.
     *
     * @param names each once
     */
    record Names(List<String> names) implements Scale {

        /** Each name has half a step of room on both sides. */
        private static final double HALF = 0.5;

        public Names {
            names = List.copyOf(names);
        }

        @Override
        public double min() {
            return -HALF;
        }

        @Override
        public double max() {
            return Math.max(1, names.size()) - HALF;
        }

        @Override
        public double share(double value) {
            return (value - min()) / (max() - min());
        }

        @Override
        public double value(double share) {
            return min() + share * (max() - min());
        }

        /** All names, or every second, third … one of them. */
        @Override
        public List<Tick> ticks(int most) {
            int room = Math.max(1, most);
            int every = (names.size() + room - 1) / room;
            List<Tick> ticks = new ArrayList<>();
            for (int i = 0; i < names.size(); i += every) {
                ticks.add(new Tick(i, names.get(i)));
            }
            return ticks;
        }
    }
}
