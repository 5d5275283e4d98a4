package org.digitscope.app.exhibit;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.explain.exhibit.TwoSteps;
import org.digitscope.network.Layer;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** One step by SGD and one by Adam, side by side, on the same gradient: how the weights of one neuron move, and what becomes of the loss. */
final class StepExhibit extends MovingExhibit {

    private static final double LEAST_POWER = -4;
    private static final double USUAL_POWER = -3;
    private static final int FIRST_PIXEL = 406;

    private final ExhibitParts parts;
    private final LatestQuestion asking;
    private final NumberChoice neuron = new NumberChoice("neuron");
    private final HeatmapGrid gradient;
    private final HeatmapGrid sgd;
    private final HeatmapGrid adam;
    private final Slider power = ExhibitParts.slider("Learning rate, from 0.0001 to 1", LEAST_POWER, 0, USUAL_POWER);
    private final Label rate = new Label();
    private final Label losses = ExhibitParts.words();
    private final Label words = ExhibitParts.words();
    private Optional<TwoSteps> steps = Optional.empty();
    private int pixel = FIRST_PIXEL;

    StepExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        asking = new LatestQuestion(parts.model().background());
        gradient = picture("The gradient of a neuron's weights");
        sgd = picture("How SGD moves a neuron's weights");
        adam = picture("How Adam moves a neuron's weights");
        rate.setMinWidth(Label.USE_PREF_SIZE);
        neuron.valueProperty().addListener((observable, before, after) -> steps.ifPresent(this::draw));
        power.valueProperty().addListener((observable, before, after) -> refreshInScene());
        setRows(neuron, ExhibitParts.pictures(ExhibitParts.headed("gradient", gradient), ExhibitParts.headed("a step by SGD", sgd),
                ExhibitParts.headed("a step by Adam", adam)), ExhibitParts.tools(rate, power), words, losses);
    }

    private HeatmapGrid picture(String what) {
        HeatmapGrid grid = parts.painted(new HeatmapGrid());
        grid.labelledProperty().set(false);
        grid.getStyleClass().add("exhibit-tile");
        grid.setAccessibleText(what + ", a picture of 28 by 28 pixels. Arrow keys move from weight to weight.");
        grid.pointedProperty().addListener((observable, before, after) -> after.ifPresent(weight -> {
            pixel = weight.pixel();
            steps.ifPresent(this::tell);
        }));
        return grid;
    }

    @Override
    void refresh() {
        boolean isHidden = network().depth() > 1;
        neuron.offer(network().layer(1).outputs(), each -> "the 784 weights of " + (isHidden ? "neuron " + each : "output " + parts.name(each)));
        double learningRate = Math.pow(10, power.getValue());
        rate.setText(String.format(Locale.ROOT, "learning rate %.5f", learningRate));
        Parameters asked = network();
        Dataset batch = parts.batch();
        asking.askAgain(() -> TwoSteps.of(asked, batch, learningRate), this::draw);
    }

    private void draw(TwoSteps found) {
        steps = Optional.of(found);
        int column = Math.min(neuron.value(), found.gradient().layer(1).outputs() - 1);
        gradient.kernelProperty().set(column(found.gradient(), column));
        sgd.kernelProperty().set(column(found.sgd().change(), column));
        adam.kernelProperty().set(column(found.adam().change(), column));
        tell(found);
    }

    private static FMatrixRMaj column(Parameters all, int column) {
        Layer first = all.layer(1);
        return CommonOps_FDRM.extractColumn(first.kernel(), column, new FMatrixRMaj(first.inputs(), 1));
    }

    private void tell(TwoSteps found) {
        double slope = gradient.kernelProperty().get().get(pixel, 0);
        words.setText(String.format(Locale.ROOT, "The weight from pixel %d has the gradient %s. SGD moves it by %s, minus the rate times the gradient; Adam by %s.", pixel, RoundedText.of("%.6f", slope), RoundedText.of("%+.7f", sgd.kernelProperty().get().get(pixel, 0)),
                RoundedText.of("%+.7f", adam.kernelProperty().get().get(pixel, 0))));
        losses.setText(String.format(Locale.ROOT, "The loss of %s: %s, after SGD's step %s, after Adam's %s. The largest change of all weights and biases: SGD %s, Adam %s.", Counts.of(parts.batch().size(), "training picture"), RoundedText.of("%.5f", found.lossBefore()),
                RoundedText.of("%.5f", found.lossAfterSgd()), RoundedText.of("%.5f", found.lossAfterAdam()),
                RoundedText.of("%.6f", TwoSteps.largest(found.sgd().change())), RoundedText.of("%.6f", TwoSteps.largest(found.adam().change()))));
    }
}
