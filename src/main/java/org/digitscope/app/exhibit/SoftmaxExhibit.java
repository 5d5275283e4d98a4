package org.digitscope.app.exhibit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.SignedBars.Bar;
import org.digitscope.app.control.SignedBars;
import org.digitscope.data.Dataset;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.network.Softmax;
import org.digitscope.plot.RoundedText;

/** Ten logits to drag, and the probabilities that softmax makes of them. */
final class SoftmaxExhibit extends MovingExhibit {

    private static final double MORE = 5;
    private static final double TIMES = 10;
    /** Logits beyond this would be no numbers after a few more tenfold. */
    private static final double LARGEST = 1e9;

    private final ExhibitParts parts;
    private final NumberChoice digit;
    private final SignedBars logits;
    private final ProbabilityBars bars;
    private final Label words = ExhibitParts.words();
    /** What a person made of the digit's logits. */
    private Optional<float[]> changed = Optional.empty();

    SoftmaxExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        digit = parts.digit().choice();
        parts.digit().addListener(() -> changed = Optional.empty());
        logits = parts.painted(new SignedBars("Ten logits", "%+.2f"));
        bars = parts.painted(new ProbabilityBars());
        logits.setOnChanged((bar, value) -> {
            float[] now = shown();
            now[bar] = (float) Math.max(-LARGEST, Math.min(LARGEST, value));
            change(now);
        });
        setRows(digit, ExhibitParts.pictures(ExhibitParts.headed("logits: drag them", logits), ExhibitParts.headed("softmax", bars)),
                ExhibitParts.choices(ExhibitParts.button("+5 to all", () -> changeAll(logit -> logit + MORE)),
                        ExhibitParts.button("× 10", () -> changeAll(logit -> logit * TIMES)),
                        ExhibitParts.button("÷ 10", () -> changeAll(logit -> logit / TIMES)),
                        ExhibitParts.button("The network's logits", () -> {
                            changed = Optional.empty();
                            refresh();
                        })), words);
    }

    private void changeAll(DoubleUnaryOperator change) {
        float[] now = shown();
        for (int i = 0; i < now.length; i++) {
            now[i] = (float) Math.max(-LARGEST, Math.min(LARGEST, change.applyAsDouble(now[i])));
        }
        change(now);
    }

    private void change(float[] now) {
        changed = Optional.of(now);
        refresh();
    }

    /** A fresh array. */
    private float[] shown() {
        return changed.map(float[]::clone).orElseGet(() -> {
            ForwardTrace trace = ForwardTrace.of(parts.digit().pixels(), network());
            float[] own = new float[Dataset.CLASSES];
            IntStream.range(0, own.length).forEach(each -> own[each] = trace.logit(each));
            return own;
        });
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        float[] now = shown();
        float[] probabilities = new float[now.length];
        Softmax.probabilities(now, probabilities, 0, now.length, 0);
        logits.barsProperty().set(IntStream.range(0, now.length).mapToObj(each -> new Bar(parts.name(each), now[each])).toList());
        bars.classesProperty().set(parts.model().classes());
        bars.probabilitiesProperty().set(probabilities);
        int best = Softmax.argMax(now, 0, now.length);
        int second = IntStream.range(0, now.length).filter(each -> each != best).reduce((a, b) -> now[b] > now[a] ? b : a).orElseThrow();
        double ahead = now[best] - now[second];
        words.setText((changed.isEmpty() ? "The logits that the network gives this digit. " : "Logits changed by hand. ")
                + (Double.isNaN(ahead) ? Softmax.NO_ANSWER : String.format(Locale.ROOT, "%s is ahead of %s by %s, so it is e^%s = %s times as likely.", parts.name(best),
                parts.name(second), RoundedText.of("%.2f", ahead), RoundedText.of("%.2f", ahead), RoundedText.of("%.3g", Math.exp(ahead)))));
    }
}
