package org.digitscope.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.Dataset;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.network.Parameters;
import org.digitscope.training.NextStep;
import org.digitscope.training.OptimizerKind;

/**
 * Something that is known of each parameter of the shown network: a column of a table of them, on screen and as CSV.
 *
 * @param title above it
 * @param place whether it says which parameter it is, in whole numbers; the others are float32
 * @param reading its number for a parameter; not a number where it isn't known
 */
public record ParameterColumn(String title, boolean place, Reading reading) {

    /** Takes a column's number from where all of them come from. */
    public interface Reading {
        double of(ScalarParameter parameter, Source source);
    }

    private static final List<ParameterColumn> ALWAYS = List.of(
            place("layer", ScalarParameter::layer),
            place("from", parameter -> parameter.isBias() ? Double.NaN : parameter.input()),
            place("row", parameter -> isPixel(parameter) ? parameter.input() / Dataset.COLUMNS : Double.NaN),
            place("column", parameter -> isPixel(parameter) ? parameter.input() % Dataset.COLUMNS : Double.NaN),
            place("to", ScalarParameter::output),
            number("value", (parameter, source) -> parameter.get(source.network.parameters())),
            number("start", (parameter, source) -> source.network.start().map(parameter::get).orElse(Float.NaN)),
            number("change", (parameter, source) -> source.network.start()
                    .map(start -> parameter.get(source.network.parameters()) - parameter.get(start)).orElse(Float.NaN)),
            number("gradient", (parameter, source) -> source.next.map(NextStep::gradient).map(parameter::get).orElse(Float.NaN)));

    /**
     * Where all columns come from: one network, and what the next step of its training makes of it as it was learnt.
     *
     * @param next empty where there is no such step, or it isn't computed yet
     */
    public record Source(ShownNetwork network, Optional<NextStep> next) {
    }

    /** What is known where this optimizer trains: also what it remembers before the next step. */
    public static List<ParameterColumn> of(OptimizerKind optimizer) {
        List<ParameterColumn> columns = new ArrayList<>(ALWAYS);
        for (int moment = 0; moment < optimizer.moments().size(); moment++) {
            int which = moment;
            columns.add(number(optimizer.moments().get(which), (parameter, source) -> source.next
                    .filter(step -> step.optimizer() == optimizer).map(step -> parameter.get(step.momentsBefore().get(which)))
                    .orElse(Float.NaN)));
        }
        return List.copyOf(columns);
    }

    /** A line for each parameter, with these of the columns that hold float32 numbers; what isn't known is left empty. */
    public static String csv(List<ParameterColumn> columns, Source source) {
        List<ParameterColumn> numbers = columns.stream().filter(column -> !column.place).toList();
        StringBuilder text = new StringBuilder("tensor,from,to");
        numbers.forEach(column -> text.append(',').append(column.title));
        text.append('\n');
        ParameterRows rows = ParameterRows.of(source.network.parameters());
        List<Parameters.Tensor> tensors = source.network.parameters().tensors();
        for (int row = 0; row < rows.size(); row++) {
            ScalarParameter parameter = rows.at(row);
            text.append(tensors.get(parameter.tensor()).name()).append(',')
                    .append(parameter.isBias() ? "" : parameter.input()).append(',').append(parameter.output());
            numbers.forEach(column -> text.append(',').append(text((float) column.reading.of(parameter, source))));
            text.append('\n');
        }
        return text.toString();
    }

    private static ParameterColumn place(String title, ToDoubleFunction<ScalarParameter> reading) {
        return new ParameterColumn(title, true, (parameter, source) -> reading.applyAsDouble(parameter));
    }

    private static ParameterColumn number(String title, Reading reading) {
        return new ParameterColumn(title, false, reading);
    }

    private static String text(float number) {
        return Float.isNaN(number) ? "" : String.valueOf(number);
    }

    private static boolean isPixel(ScalarParameter parameter) {
        return parameter.layer() == 1 && !parameter.isBias();
    }
}
