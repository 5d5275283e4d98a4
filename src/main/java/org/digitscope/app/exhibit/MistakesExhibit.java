package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.Thumbnails;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.explain.Familiarity;
import org.digitscope.explain.NearestDigits;
import org.digitscope.explain.exhibit.SortedMistakes.Judges;
import org.digitscope.explain.exhibit.SortedMistakes.Kind;
import org.digitscope.explain.exhibit.SortedMistakes;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;

/** The network's mistakes on the test digits, sorted by rules that are told. */
final class MistakesExhibit extends MovingExhibit {

    private static final int NEURONS = 128;
    private static final int EPOCHS = 4;
    /** Measuring what is usual takes 4 ms for each. */
    private static final int SAMPLE = 200;
    private static final int SHOWN = 28;

    /** How far the preparations are; at last the judges. */
    private record Progress(String text, Optional<Judges> judges) {
    }

    /** What all later questions about these pictures are asked with. */
    private record Ready(DigitSets digits, Judges judges) {
    }

    private final ExhibitParts parts;
    private final OwnRun run;
    private final LatestQuestion sorting;
    private final NumberTable table = new NumberTable();
    private final Thumbnails pictures = new Thumbnails();
    private final Label words = ExhibitParts.words();
    private Optional<Ready> ready = Optional.empty();
    private Optional<SortedMistakes> sorted = Optional.empty();

    MistakesExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        run = new OwnRun(parts.model().background(), node());
        sorting = new LatestQuestion(parts.model().background());
        parts.appearance().applyTo(table);
        table.addTextColumn("kind of mistake", row -> Kind.values()[row].label());
        table.addColumn("mistakes", "%,.0f", row -> sorted.map(found -> found.of(Kind.values()[row]).size()).orElse(0));
        table.setAccessibleText("Kinds of mistakes, and how many there are");
        table.reasonProperty().set("not sorted yet");
        table.getStyleClass().add("exhibit-kinds");
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> tell());
        HBox.setHgrow(pictures, Priority.ALWAYS);
        pictures.getStyleClass().add("exhibit-mistakes");
        words.setText("To sort the mistakes, a larger network of " + NEURONS + " neurons is trained for " + EPOCHS
                + " epochs, and each mistake is compared with all training pictures. That takes some seconds.");
        setRows(ExhibitParts.choices(run.button("Sort the mistakes", this::start)), ExhibitParts.pictures(table, pictures), words);
    }

    private void start() {
        DigitSets digits = parts.model().digitsProperty().get();
        run.<Progress>start((stop, show) -> prepare(digits, stop, show), progress -> {
            words.setText(progress.text());
            progress.judges().ifPresent(judges -> {
                ready = Optional.of(new Ready(digits, judges));
                refresh();
            });
        });
    }

    private static void prepare(DigitSets digits, BooleanSupplier stop, Consumer<Progress> show) {
        Hyperparameters settings = Hyperparameters.NOTEBOOK.withEpochs(EPOCHS).withArchitecture(Architecture.relu(NEURONS));
        Trainer trainer = new Trainer(digits.training(), digits.validation(), settings);
        trainer.run(stop, snapshot -> show.accept(new Progress(String.format(Locale.ROOT, "The larger network learns: step %,d of %,d.", snapshot.step(),
                snapshot.totalSteps()), Optional.empty())));
        if (!stop.getAsBoolean()) {
            show.accept(new Progress("The mistakes are compared with the training pictures.", Optional.empty()));
            NearestDigits nearest = NearestDigits.of(digits.training());
            show.accept(new Progress("The mistakes are sorted.", Optional.of(new Judges(nearest, Familiarity.measure(nearest, digits.validation(), SAMPLE),
                    trainer.checkpoint().parameters()))));
        }
    }

    @Override
    void refresh() {
        DigitSets digits = parts.model().digitsProperty().get();
        if (ready.isPresent() && ready.get().digits() != digits) {
            ready = Optional.empty();
            sorted = Optional.empty();
            table.showRows(0);
            tell();
        }
        Parameters asked = network();
        ready.ifPresent(with -> sorting.askAgain(() -> SortedMistakes.of(asked, digits.validation(), with.judges()), found -> {
            sorted = Optional.of(found);
            table.showRows(Kind.values().length);
            tell();
        }));
    }

    private void tell() {
        Kind kind = Kind.values()[Math.max(0, table.getSelectionModel().getSelectedIndex())];
        Dataset test = parts.model().digitsProperty().get().validation();
        pictures.show(sorted.map(found -> found.of(kind).stream().limit(SHOWN).map(mistake -> new Thumbnails.Entry(test.image(mistake.image()),
                parts.name(mistake.truth()) + " → " + parts.name(mistake.answer()))).toList()).orElse(List.of()));
        sorted.ifPresent(found -> words.setText(String.format(Locale.ROOT, "%,d of the %,d mistakes are \"%s\": %s. The rules are asked in the table's order; they are measures, "
                + "not a person's judgement.", found.of(kind).size(), found.count(), kind.label(), kind.rule())));
    }
}
