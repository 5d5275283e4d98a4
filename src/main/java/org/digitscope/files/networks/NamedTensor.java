package org.digitscope.files.networks;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.StrictJson;

/** A tensor of a file, and what its name says. */
record NamedTensor(String name, Tensor tensor) {

    private static final int MOST_LENGTHS = 6;
    private static final String BIAS = "(?i)(b_?\\d*|.*(bias|intercept).*)";
    /** Single numbers that say how a training went; any other may take part in what the network computes. */
    private static final String COUNTERS = "(?i)num_batches_tracked|(global_?)?steps?|epochs?|iterations?|seed|version|"
            + "((best|val|test|train)_?)*(acc|accuracy|loss)|lr|learning_rate";
    private static final String NUMBERS = "_?\\d+";
    private static final Pattern PIECES = Pattern.compile("\\d{1,9}|\\D+");

    List<Integer> shape() {
        return tensor.shape();
    }

    float[] values() {
        return tensor.values();
    }

    boolean isMatrix() {
        return shape().size() == 2;
    }

    /** Whether it can be a bias: a vector, or a row or column of a matrix. */
    boolean isVector() {
        return shape().size() == 1 || isMatrix() && shape().contains(1);
    }

    /** Its name without the last part: "0" of "0.weight", "layers/dense/vars" of "layers/dense/vars/1". */
    String layer() {
        return name.replaceFirst("[./_]?[^./_]*$", "");
    }

    boolean isNamedBias() {
        return part(name).matches(BIAS);
    }

    boolean isNamedCounter() {
        return isCounter(name);
    }

    static boolean isCounter(String name) {
        return part(name).matches(COUNTERS);
    }

    private static String part(String name) {
        return name.replaceFirst("^.*[./]", "");
    }

    /** In the order of their numbers where names differ in nothing else, as dense, dense_1, dense_10 do; else as they come. */
    static List<NamedTensor> byNumbers(List<NamedTensor> tensors) {
        boolean alike = tensors.stream().map(each -> each.name.replaceAll(NUMBERS, "")).distinct().count() == 1;
        return alike ? tensors.stream().sorted(Comparator.comparing(NamedTensor::name, NamedTensor::compareNumbers)).toList() : tensors;
    }

    private static int compareNumbers(String one, String other) {
        List<String> pieces = pieces(one);
        List<String> others = pieces(other);
        for (int i = 0; i < Math.min(pieces.size(), others.size()); i++) {
            boolean numbers = Character.isDigit(pieces.get(i).charAt(0)) && Character.isDigit(others.get(i).charAt(0));
            int order = numbers ? Integer.compare(Integer.parseInt(pieces.get(i)), Integer.parseInt(others.get(i)))
                    : pieces.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(pieces.size(), others.size());
    }

    private static List<String> pieces(String name) {
        return PIECES.matcher(name).results().map(MatchResult::group).toList();
    }

    /** Name and shape for a sentence. */
    @Override
    public String toString() {
        return StrictJson.quote(name) + " " + text(shape());
    }

    /** A shape for a sentence. */
    static String text(List<? extends Number> shape) {
        return shape.size() <= MOST_LENGTHS ? shape.toString() : "of " + shape.size() + " dimensions";
    }
}
