package org.digitscope.app.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.evaluation.ScalarParameter.Tensor;
import org.digitscope.network.Parameters;
import org.digitscope.training.NextStep;

/** What is known of each parameter of the shown network: the columns of a table of them, on screen and as CSV. */
public enum ParameterColumn {
    LAYER("layer", false, (parameter, of) -> parameter.isInLayer1() ? 1 : 2),
    FROM("from", false, (parameter, of) -> parameter.isBias() ? Double.NaN : parameter.input()),
    ROW("row", false, (parameter, of) -> isPixel(parameter) ? parameter.input() / Dataset.COLUMNS : Double.NaN),
    COLUMN("column", false, (parameter, of) -> isPixel(parameter) ? parameter.input() % Dataset.COLUMNS : Double.NaN),
    TO("to", false, (parameter, of) -> parameter.output()),
    /** With the person's changes. */
    VALUE("value", true, (parameter, of) -> parameter.get(of.network.parameters())),
    /** When its training began. */
    START("start", true, (parameter, of) -> of.network.start().map(parameter::get).orElse(Float.NaN)),
    CHANGE("change", true, (parameter, of) -> of.network.start()
            .map(start -> parameter.get(of.network.parameters()) - parameter.get(start)).orElse(Float.NaN)),
    /** Of the next batch, for the network as it was learnt. */
    GRADIENT("gradient", true, (parameter, of) -> of.next.map(NextStep::gradient).map(parameter::get).orElse(Float.NaN)),
    /** What the optimizer remembers before the next step: m of Adam, the velocity of SGD. */
    M("m", true, (parameter, of) -> of.moment(parameter, 0)),
    /** What Adam remembers besides. */
    V("v", true, (parameter, of) -> of.moment(parameter, 1));

    /**
     * Where all columns come from: one network, and what the next step of its training makes of it.
     *
     * @param next empty where there is no such step, or it isn't computed yet
     */
    public record Source(ShownNetwork network, Optional<NextStep> next) {

        private float moment(ScalarParameter parameter, int which) {
            return next.map(NextStep::momentsBefore).filter(moments -> which < moments.size()).map(moments -> moments.get(which))
                    .map(parameter::get).orElse(Float.NaN);
        }

        /** A line for each parameter; what isn't known is left empty. */
        public String csv() {
            List<ParameterColumn> columns = Stream.of(FROM, TO, VALUE, START, CHANGE, GRADIENT, M, V).toList();
            StringBuilder text = new StringBuilder("tensor,")
                    .append(columns.stream().map(ParameterColumn::title).collect(Collectors.joining(","))).append('\n');
            ParameterRows rows = ParameterRows.of(network.parameters());
            List<Parameters.Tensor> tensors = network.parameters().tensors();
            for (int row = 0; row < rows.size(); row++) {
                ScalarParameter parameter = rows.at(row);
                text.append(tensors.get(parameter.tensor().ordinal()).name());
                columns.forEach(column -> text.append(',').append(column.text(parameter, this)));
                text.append('\n');
            }
            return text.toString();
        }
    }

    private interface Reading {
        double of(ScalarParameter parameter, Source source);
    }

    private final String title;
    private final boolean exact;
    private final Reading reading;

    ParameterColumn(String title, boolean exact, Reading reading) {
        this.title = title;
        this.exact = exact;
        this.reading = reading;
    }

    public String title() {
        return title;
    }

    /** Whether it holds float32 numbers, to be written with all the digits that they need, and not whole ones. */
    public boolean isExact() {
        return exact;
    }

    /** Not a number where it isn't known. */
    public double of(ScalarParameter parameter, Source source) {
        return reading.of(parameter, source);
    }

    private String text(ScalarParameter parameter, Source source) {
        double number = of(parameter, source);
        return Double.isNaN(number) ? "" : exact ? String.valueOf((float) number) : String.valueOf((int) number);
    }

    private static boolean isPixel(ScalarParameter parameter) {
        return parameter.tensor() == Tensor.LAYER_1_KERNEL;
    }
}
