package org.digitscope.app.exhibit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.run.AppModel;

/** The exhibits by name. Each is made when it is first asked for, and then stays as a person left it. */
public final class MovingExhibits {

    private static final Map<String, Function<ExhibitParts, MovingExhibit>> MAKERS = Map.ofEntries(
            Map.entry("pixels", PixelsExhibit::new),
            Map.entry("softmax", SoftmaxExhibit::new),
            Map.entry("terms", TermsExhibit::new),
            Map.entry("contributions", ContributionsExhibit::new),
            Map.entry("biases", BiasesExhibit::new),
            Map.entry("scale", ScaleExhibit::new),
            Map.entry("gradient", GradientExhibit::new),
            Map.entry("step", StepExhibit::new),
            Map.entry("shift", ShiftExhibit::new),
            Map.entry("reliability", ReliabilityExhibit::new),
            Map.entry("connections", ConnectionsExhibit::new),
            Map.entry("threeways", ThreeWaysExhibit::new),
            Map.entry("relu", ReluExhibit::new),
            Map.entry("alike", AlikeExhibit::new),
            Map.entry("overfit", OverfitExhibit::new),
            Map.entry("neurons", NeuronsExhibit::new),
            Map.entry("layers", LayersExhibit::new),
            Map.entry("scribble", ScribbleExhibit::new),
            Map.entry("mistakes", MistakesExhibit::new));

    private final ExhibitParts parts;
    private final Map<String, MovingExhibit> made = new HashMap<>();

    public MovingExhibits(AppModel model, Appearance appearance) {
        parts = new ExhibitParts(model, appearance);
    }

    /** All names. */
    public static Set<String> names() {
        return MAKERS.keySet();
    }

    /** Empty when there is none of this name. */
    public Optional<MovingExhibit> of(String name) {
        return Optional.ofNullable(MAKERS.get(name)).map(maker -> made.computeIfAbsent(name, any -> maker.apply(parts)));
    }
}
