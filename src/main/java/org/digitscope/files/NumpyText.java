package org.digitscope.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.digitscope.network.Parameters;

/**
 * A tensor as {@code print(array)} shows it in NumPy with its usual options: 8 digits, lines of 75 characters, and of more
 * than 1,000 values only the first and last three in each direction.
 */
public final class NumpyText {

    private static final int THRESHOLD = 1000;
    private static final int EDGE = 3;
    private static final int WIDTH = 75;
    private static final int PRECISION = 8;
    private static final String DOTS = "...";

    private final Parameters.Tensor tensor;
    private final boolean shortened;
    private final Numbers numbers;

    private NumpyText(Parameters.Tensor tensor) {
        this.tensor = tensor;
        shortened = tensor.matrix().getNumElements() > THRESHOLD;
        List<Float> shown = new ArrayList<>();
        for (int row : shown(tensor.matrix().numRows)) {
            for (int column : shown(tensor.matrix().numCols)) {
                if (row >= 0 && column >= 0) {
                    shown.add(tensor.matrix().get(row, column));
                }
            }
        }
        numbers = new Numbers(shown);
    }

    public static String format(Parameters.Tensor tensor) {
        NumpyText text = new NumpyText(tensor);
        return tensor.isVector() ? text.row(0, " ", WIDTH) : text.rows();
    }

    private String rows() {
        StringBuilder text = new StringBuilder("[");
        String gap = "";
        for (int row : shown(tensor.matrix().numRows)) {
            text.append(gap).append(row < 0 ? DOTS : row(row, "  ", WIDTH - 1));
            gap = "\n ";
        }
        return text.append(']').toString();
    }

    private String row(int row, String indent, int width) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (int column : shown(tensor.matrix().numCols)) {
            String word = column < 0 ? DOTS : numbers.format(tensor.matrix().get(row, column));
            if (line.length() + word.length() > width - 1 && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(indent.length());
            }
            line.append(word).append(' ');
        }
        line.setLength(line.length() - 1);
        text.append(line);
        return "[" + text.substring(indent.length()) + "]";
    }

    /** The indices to show of n, with −1 where some are left out. */
    private int[] shown(int n) {
        if (!shortened || n <= 2 * EDGE) {
            return IntStream.range(0, n).toArray();
        }
        return new int[] {0, 1, 2, -1, n - 3, n - 2, n - 1};
    }

    /** One notation for all numbers shown, wide enough for each. */
    private static final class Numbers {

        private final boolean scientific;
        private final int left;
        private final int right;

        Numbers(List<Float> shown) {
            double max = shown.stream().mapToDouble(Math::abs).filter(x -> x > 0).max().orElse(0);
            double min = shown.stream().mapToDouble(Math::abs).filter(x -> x > 0).min().orElse(0);
            scientific = max > 0 && (max >= 1e8 || min < 1e-4 || max / min > 1000);
            int widestLeft = 1;
            int widestRight = 0;
            for (float value : shown) {
                String plain = scientific ? mantissa(value) : positional(value);
                int point = plain.indexOf('.');
                widestLeft = Math.max(widestLeft, point);
                widestRight = Math.max(widestRight, plain.length() - point - 1);
            }
            left = widestLeft;
            right = widestRight;
        }

        String format(float value) {
            String plain = scientific ? mantissa(value) : positional(value);
            int point = plain.indexOf('.');
            String padding = (scientific ? "0" : " ").repeat(right - (plain.length() - point - 1));
            String padded = " ".repeat(left - point) + plain + padding;
            return scientific ? padded + exponent(value) : padded;
        }

        /** The fewest digits that read back to the same float, at most 8 of them after the point. */
        private static String positional(float value) {
            BigDecimal digits = shortest(value);
            if (digits.scale() > PRECISION) {
                digits = new BigDecimal(value).setScale(PRECISION, RoundingMode.HALF_EVEN);
            }
            digits = digits.signum() == 0 ? BigDecimal.ZERO : digits.stripTrailingZeros();
            String text = (value < 0 || 1 / value < 0 ? "-" : "") + digits.abs().toPlainString();
            return text.contains(".") ? text : text + ".";
        }

        private static String mantissa(float value) {
            BigDecimal digits = shortest(value);
            String unscaled = digits.unscaledValue().abs().toString();
            return (value < 0 || 1 / value < 0 ? "-" : "") + unscaled.charAt(0) + "." + unscaled.substring(1);
        }

        private static String exponent(float value) {
            BigDecimal digits = shortest(value);
            int exponent = digits.signum() == 0 ? 0 : digits.precision() - digits.scale() - 1;
            return (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }

        private static BigDecimal shortest(float value) {
            BigDecimal exact = new BigDecimal(value);
            for (int digits = 1; digits < 9; digits++) {
                BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (rounded.floatValue() == value) {
                    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
                }
            }
            return exact.round(new MathContext(9, RoundingMode.HALF_EVEN));
        }
    }
}
