package org.digitscope.app.exhibit;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.digitscope.app.control.PixelPad;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;

/** A picture whose pixels are painted and read, and what the network makes of it. */
final class PixelsExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final NumberChoice digit;
    private final PixelPad pad;
    private final ProbabilityBars bars;
    private final Label words = ExhibitParts.words();
    /** The picture that a person paints in. */
    private byte[] unpainted = new byte[Dataset.PIXELS];
    private boolean painted;

    PixelsExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        digit = parts.digit().choice();
        pad = parts.painted(new PixelPad(true));
        bars = parts.painted(new ProbabilityBars());
        Slider ink = ExhibitParts.slider("Grey value to paint with", 0, 255, 255);
        Label grey = new Label();
        grey.setMinWidth(Label.USE_PREF_SIZE);
        pad.inkProperty().bind(ink.valueProperty());
        grey.textProperty().bind(pad.inkProperty().asString("paints with %3d"));
        pad.pictureProperty().addListener((observable, before, after) -> {
            painted |= after != unpainted;
            tell();
        });
        pad.pixelProperty().addListener((observable, before, after) -> tell());
        setRows(digit, ExhibitParts.pictures(pad, bars), ExhibitParts.tools(grey, ink, ExhibitParts.button("Black", () -> pad.pictureProperty()
                .set(new byte[Dataset.PIXELS])), ExhibitParts.button("The digit again", this::startAgain)), words);
    }

    private void startAgain() {
        painted = false;
        refresh();
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        byte[] pixels = parts.digit().pixels();
        if (!painted || !Arrays.equals(pixels, unpainted)) {
            unpainted = pixels;
            painted = false;
            pad.pictureProperty().set(pixels);
        }
        tell();
    }

    private void tell() {
        if (network() == null) {
            return;
        }
        ForwardTrace trace = ForwardTrace.of(pad.pictureProperty().get(), network());
        parts.show(bars, trace);
        int pixel = pad.pixelProperty().get();
        words.setText(String.format(Locale.ROOT, "Row %d, column %d is pixel %d: grey value %d, so %s goes into the network. It answers %s.",
                pixel / Dataset.COLUMNS, pixel % Dataset.COLUMNS, pixel, pad.grey(), number(trace.input(pixel)), parts.answer(trace)));
    }

    private static String number(float input) {
        return input == (int) input ? String.valueOf((int) input) : String.format(Locale.ROOT, "%.4f", input);
    }
}
