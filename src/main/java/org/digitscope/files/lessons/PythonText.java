package org.digitscope.files.lessons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.digitscope.files.NumpyText;
import org.digitscope.network.Parameters.Tensor;
import org.ejml.data.FMatrixRMaj;

/** Numbers as Python prints them. */
final class PythonText {

    private PythonText() {
    }

    /** What {@code print(round(number, digits))} shows of a float. */
    static String rounded(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double rounded = new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
        return BigDecimal.valueOf(rounded).toPlainString();
    }

    /** An array of whole numbers that fits in one line. */
    static String array(int[] numbers) {
        int width = Arrays.stream(numbers).map(number -> String.valueOf(number).length()).max().orElse(0);
        return Arrays.stream(numbers).mapToObj(number -> " ".repeat(width - String.valueOf(number).length()) + number).collect(Collectors.joining(" ", "[", "]"));
    }

    /** A row of float32. */
    static String vector(float... numbers) {
        return text(new Tensor("one.bias", new FMatrixRMaj(1, numbers.length, true, numbers)));
    }

    /** The same of a matrix with a single row. */
    static String row(float... numbers) {
        return matrix(new FMatrixRMaj(1, numbers.length, true, numbers));
    }

    static String matrix(FMatrixRMaj numbers) {
        return text(new Tensor("one.kernel", numbers));
    }

    /** Where a number was changed by hand until sums overflow, there are none to print. */
    private static String text(Tensor tensor) {
        for (float value : tensor.matrix().data) {
            if (!Float.isFinite(value)) {
                return "not finite";
            }
        }
        return NumpyText.format(tensor);
    }
}
