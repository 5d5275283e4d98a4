package org.digitscope.app.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.plot.ChartModel;
import org.digitscope.plot.CurveCharts.Window;
import org.digitscope.plot.Palette;

/** Two charts over the same epochs, loss and accuracy, with one crosshair and one zoom. */
final class ChartPair {

    private final CurveChart loss;
    private final CurveChart accuracy;
    private final FileDialogs files;

    /**
     * @param zoomOut the button that shows all again
     * @param zoomed called when another part of the epochs is to be shown
     */
    ChartPair(CurveChart loss, CurveChart accuracy, Button zoomOut, Appearance appearance, FileDialogs files, Runnable zoomed) {
        this.loss = loss;
        this.accuracy = accuracy;
        this.files = files;
        for (CurveChart chart : List.of(loss, accuracy)) {
            appearance.applyTo(chart);
        }
        loss.crosshairProperty().bindBidirectional(accuracy.crosshairProperty());
        loss.zoomProperty().bindBidirectional(accuracy.zoomProperty());
        loss.zoomProperty().addListener((observable, before, after) -> zoomed.run());
        zoomOut.disableProperty().bind(loss.zoomProperty().isNull());
    }

    void showAll() {
        loss.zoomProperty().set(null);
    }

    /** The part that a person chose of all epochs. */
    Window window(Window whole) {
        return Optional.ofNullable(loss.zoomProperty().get()).map(chosen -> chosen.within(whole)).orElse(whole);
    }

    void show(ChartModel ofLoss, ChartModel ofAccuracy) {
        loss.modelProperty().set(ofLoss);
        accuracy.modelProperty().set(ofAccuracy);
    }

    /** @param name of the file, without its ending */
    void savePng(Palette colours, String name) {
        files.savePicture(loss.getParent(), colours, name + ".png");
    }

    void saveLossSvg(Palette colours, String name) {
        loss.svg(colours).ifPresent(document -> saveSvg(document, name));
    }

    void saveAccuracySvg(Palette colours, String name) {
        accuracy.svg(colours).ifPresent(document -> saveSvg(document, name));
    }

    private void saveSvg(Supplier<String> document, String name) {
        files.saveSvg(document, name + ".svg");
    }
}
