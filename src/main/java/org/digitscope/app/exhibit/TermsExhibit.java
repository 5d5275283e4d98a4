package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.digitscope.app.control.PixelPad;
import org.digitscope.app.control.Waterfall;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.WeightedSum.Term;
import org.digitscope.explain.WeightedSum;
import org.digitscope.explain.exhibit.RunningSum;
import org.digitscope.network.Neuron;
import org.digitscope.plot.RoundedText;

/** The 784 terms of a neuron of layer_1, which add up one after the other; those of black pixels add nothing. */
final class TermsExhibit extends MovingExhibit {

    private static final Duration PACE = Duration.millis(40);

    private final ExhibitParts parts;
    private final NumberChoice digit;
    private final NumberChoice neuron = new NumberChoice("neuron");
    private final PixelPad picture;
    private final Waterfall waterfall;
    private final Button play = ExhibitParts.button("Add one after the other", this::playOrStop);
    private final Label words = ExhibitParts.words();
    private final Timeline adding;
    private WeightedSum sum = new WeightedSum(List.of(), 0, 0);

    TermsExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        digit = parts.digit().choice();
        picture = parts.painted(new PixelPad(false));
        waterfall = parts.painted(new Waterfall("The terms of a sum"));
        adding = new Timeline(new KeyFrame(PACE, event -> addOne()));
        adding.setCycleCount(Timeline.INDEFINITE);
        adding.statusProperty().addListener((observable, before, after) -> play.setText(isPlaying() ? "Stop" : "Add one after the other"));
        neuron.valueProperty().addListener((observable, before, after) -> refreshInScene());
        waterfall.addedProperty().addListener((observable, before, after) -> tell());
        picture.pixelProperty().addListener((observable, before, after) -> addUpTo(after.intValue()));
        setRows(ExhibitParts.choices(digit, neuron), ExhibitParts.pictures(ExhibitParts.headed("the digit", picture),
                ExhibitParts.headed("the sum so far, by pixel", waterfall)), ExhibitParts.choices(play,
                ExhibitParts.button("One more", this::addOne), ExhibitParts.button("All", () -> waterfall.addedProperty().set(sum.terms().size() + 1))), words);
    }

    private boolean isPlaying() {
        return adding.getStatus() == Timeline.Status.RUNNING;
    }

    private void playOrStop() {
        if (isPlaying()) {
            adding.stop();
        } else {
            waterfall.addedProperty().set(0);
            adding.play();
        }
    }

    private void addOne() {
        if (waterfall.addedProperty().get() > sum.terms().size() || waterfall.getScene() == null) {
            adding.stop();
        } else {
            waterfall.addedProperty().set(waterfall.addedProperty().get() + 1);
        }
    }

    /** A pixel that is pointed at and not black is the last one that is added. */
    private void addUpTo(int pixel) {
        for (int i = 0; i < sum.terms().size(); i++) {
            if (sum.terms().get(i).index() == pixel && !isPlaying()) {
                waterfall.addedProperty().set(i + 1);
            }
        }
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        boolean isHidden = network().depth() > 1;
        neuron.offer(network().layer(1).outputs(), each -> isHidden ? "neuron " + each : "output " + parts.name(each));
        byte[] pixels = parts.digit().pixels();
        sum = ForwardTrace.of(pixels, network()).sumOf(new Neuron(1, neuron.value()));
        picture.pictureProperty().set(pixels);
        waterfall.namesProperty().set(ExhibitParts.names(sum));
        waterfall.sumProperty().set(Optional.of(RunningSum.of(sum)));
        tell();
    }

    private void tell() {
        int added = waterfall.addedProperty().get();
        RunningSum running = RunningSum.of(sum);
        String soFar = added > running.size() ? "" : RoundedText.of("%.4f", running.after(added));
        int terms = sum.terms().size();
        String black = Counts.of(Dataset.PIXELS - terms, "pixel is", "pixels are") + " black and " + (Dataset.PIXELS - terms == 1 ? "adds" : "add") + " 0. ";
        if (added == 0) {
            words.setText(black + "Nothing of the " + Counts.of(terms, "other term", "other terms") + " is added yet.");
        } else if (added <= terms) {
            Term term = sum.terms().get(added - 1);
            picture.pixelProperty().set(term.index());
            words.setText(black + String.format(Locale.ROOT, "Term %d of the other %d: pixel %d (row %d, column %d), %s. Sum so far: %s.", added, terms,
                    term.index(), term.index() / Dataset.COLUMNS, term.index() % Dataset.COLUMNS, product(term), soFar));
        } else {
            words.setText(black + "The other " + Counts.of(terms, "term and", "terms and") + " the bias " + RoundedText.of("%.4f", sum.bias()) + " make "
                    + soFar + passed() + ".");
        }
    }

    private static String product(Term term) {
        return RoundedText.of("%.4g", term.input()) + " × " + RoundedText.of("%.4f", term.weight()) + " = " + RoundedText.of("%.4f", term.product());
    }

    private String passed() {
        return network().depth() == 1 ? ", the logit of " + parts.name(neuron.value()) : "; " + network().activationOf(1) + " passes on "
                + RoundedText.of("%.4f", network().layer(1).activation().of(sum.result()));
    }
}
