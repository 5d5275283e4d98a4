package org.digitscope.app.exhibit;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import org.digitscope.app.control.PixelPad;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.Scribble;
import org.digitscope.network.Parameters;

/** Meaningless lines, one of which the network is very sure of; they can be painted on. */
final class ScribbleExhibit extends MovingExhibit {

    private static final double CERTAINTY = 0.99;
    private static final int MOST = 5000;

    /** What a search found, if it did. */
    private record Found(Optional<Scribble> scribble) {
    }

    private final ExhibitParts parts;
    private final OwnRun run;
    private final NumberChoice wanted = new NumberChoice("digit to be taken for");
    private final PixelPad pad;
    private final ProbabilityBars bars;
    private final Label words = ExhibitParts.words();
    private final Label answer = ExhibitParts.words();
    private long seed;

    ScribbleExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        pad = parts.painted(new PixelPad(true));
        bars = parts.painted(new ProbabilityBars());
        pad.pictureProperty().addListener((observable, before, after) -> refreshInScene());
        words.setText("Lines between random points mean nothing. Will the network be 99 % sure of one?");
        setRows(ExhibitParts.choices(run.button("Scribble", this::start), wanted), ExhibitParts.pictures(pad, bars), words, answer);
    }

    private void start() {
        Parameters asked = network();
        OptionalInt digit = wanted.value() == 0 ? OptionalInt.empty() : OptionalInt.of(wanted.value() - 1);
        long number = seed++;
        run.<Found>start((stop, show) -> show.accept(new Found(Scribble.find(asked, digit, CERTAINTY, MOST, number, stop))), found -> tell(found.scribble()));
    }

    private void tell(Optional<Scribble> found) {
        found.ifPresent(scribble -> pad.pictureProperty().set(scribble.pixels()));
        words.setText(found.map(scribble -> String.format(Locale.ROOT, "Scribble %,d was enough: %s with %.2f %% when it was drawn. The ten probabilities add up to 1 "
                + "whatever the picture: there is none for \"no digit\".", scribble.tried(), parts.name(scribble.answer()), 100 * scribble.probability()))
                .orElse(String.format(Locale.ROOT, "None of %,d scribbles was taken for that with %.0f %% or more.", MOST, 100 * CERTAINTY)));
    }

    @Override
    void refresh() {
        wanted.offer(Dataset.CLASSES + 1, each -> each == 0 ? "taken for anything" : "taken for " + parts.name(each - 1));
        ForwardTrace trace = ForwardTrace.of(pad.pictureProperty().get(), network());
        parts.show(bars, trace);
        answer.setText("The network answers " + parts.answer(trace) + ". Paint on it, or in black with the right button.");
    }
}
