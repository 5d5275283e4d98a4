package org.digitscope.files;

import java.util.List;
import java.util.stream.Collectors;

/** What shapes of arrays claim, which files can make as large as they like. */
public final class Shapes {

    private Shapes() {
    }

    /** The number of values of a shape: the product of its lengths, which are not negative; the largest long where it is beyond that. */
    public static long count(List<Integer> shape) {
        if (shape.contains(0)) {
            return 0;
        }
        long count = 1;
        for (int length : shape) {
            count = count > Long.MAX_VALUE / length ? Long.MAX_VALUE : count * length;
        }
        return count;
    }

    /** As NumPy shows it, such as "(60000, 28, 28)". */
    public static String text(List<Integer> shape) {
        return "(" + shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + (shape.size() == 1 ? ",)" : ")");
    }
}
