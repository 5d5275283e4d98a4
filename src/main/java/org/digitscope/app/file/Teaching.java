package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.Background;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Counts;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.drawing.TaughtDigits.Taught;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Parameters;

/**
 * Drawings that a person labels, keeps and trains with. They are kept in a file, so that they are there again next time.
 */
public final class Teaching {

    private static final String FILE = "my-digits.json";
    private static final String DAMAGED = "my-digits-damaged.json";
    private static final String KIND = "Drawings with their digits";

    private final AppModel model;
    private final PadModel drawing;
    private final FileDialogs files;
    private final Background background;
    private final Path folder;
    private final BooleanProperty labelling = new SimpleBooleanProperty();
    private final BooleanProperty training = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<TaughtDigits> digits = new ReadOnlyObjectWrapper<>(TaughtDigits.NONE);
    /** Whether those of the times before are among them; until then nothing is written over their file. */
    private boolean loaded;
    private boolean loading;

    /** @param folder where the drawings are kept; made when it is needed */
    public Teaching(AppModel model, PadModel drawing, FileDialogs files, Path folder) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
        background = model.background();
        this.folder = folder;
        training.addListener((observable, before, after) -> model.pictures().trainWith(after ? digits.get() : TaughtDigits.NONE));
        load();
    }

    /** Whether digit keys label the drawing. */
    public BooleanProperty labellingProperty() {
        return labelling;
    }

    /** Whether they are trained with, together with the other pictures; another choice starts anew. */
    public BooleanProperty trainingProperty() {
        return training;
    }

    public ReadOnlyObjectProperty<TaughtDigits> digitsProperty() {
        return digits.getReadOnlyProperty();
    }

    /** Keeps the drawing as this digit and clears the pad; false when there is nothing to keep or it isn't wanted. */
    public boolean label(int digit) {
        if (!labelling.get() || drawing.blank().get()) {
            return false;
        }
        if (drawing.sheetProperty().get().isFramed()) {
            // what is drawn over it alone would be another digit than the one on the pad
            model.notices().tell("A finished digit of 28 × 28 pixels has no strokes that could be kept; draw one of your own on an empty pad.",
                    new Notices.Action("Clear the Drawing", drawing::clear));
            return true;
        }
        // of a picture its lines are kept, as strokes
        keep(digits.get().and(new Taught(digit, new Sheet(Optional.empty(), drawing.sheetProperty().get().drawing().lines()))));
        drawing.clear();
        tellKept(digit);
        return true;
    }

    private void tellKept(int digit) {
        String kept = "Kept as a " + digit + "; " + Counts.of(digits.get().digits().size(), "of your drawings is kept",
                "of your drawings are kept");
        if (training.get()) {
            model.notices().tell(kept + " and trained with from the next start on.");
        } else {
            model.notices().tell(kept + ".", new Notices.Action("Train with My Digits", () -> training.set(true)));
        }
    }

    /** Says how the shown network does on them. */
    public void score() {
        int all = digits.get().digits().size();
        if (all == 0 || model.shownProperty().get() == null) {
            model.notices().tell("There are no drawings of yours to score on yet. When digit keys label the drawing, each one keeps it.",
                    new Notices.Action("Digit Keys Label the Drawing", () -> labelling.set(true)));
            return;
        }
        TaughtDigits asked = digits.get();
        Parameters network = model.shownProperty().get().parameters();
        boolean straight = model.pictures().deskewProperty().get();
        background.ask(() -> asked.correct(network, straight), right -> model.notices().tell(String.format(Locale.ROOT,
                "The shown network answers %,d of your %s rightly: %.1f %%.", right, Counts.of(all, "drawing"), 100.0 * right / all)));
    }

    /** Takes the newest labelled drawing back. */
    public void forgetLast() {
        int all = digits.get().digits().size();
        if (all > 0) {
            Taught newest = digits.get().digits().get(all - 1);
            keep(new TaughtDigits(digits.get().digits().subList(0, all - 1)));
            model.notices().tell("Your newest drawing is forgotten; " + Counts.of(all - 1, "is kept.", "are kept."),
                    new Notices.Action("Keep It After All", () -> takeBack(newest)));
        }
    }

    private void takeBack(Taught forgotten) {
        keep(digits.get().and(forgotten));
        model.notices().tell("Your drawing is kept; " + Counts.of(digits.get().digits().size(), "is kept in all.", "are kept in all."));
    }

    /** Asks where to save a copy of them, for another machine or person. */
    public void save() {
        TaughtDigits all = digits.get();
        files.save("your drawings", FILE, KIND, file -> TaughtDigitsFile.write(file, all));
    }

    /** Asks for such a copy and adds its drawings. */
    public void add() {
        files.open(KIND, List.of("*.json"), TaughtDigitsFile::read, more -> {
            keep(digits.get().and(more));
            model.notices().tell(Counts.of(more.digits().size(), "drawing was added; ", "drawings were added; ")
                    + Counts.of(digits.get().digits().size(), "is kept.", "are kept."));
        });
    }

    /** What was kept the times before, and what is to be said about it. */
    private record Kept(TaughtDigits digits, Optional<String> problem) {
    }

    private void load() {
        loading = true;
        background.ask(this::read, this::loaded, () -> loading = false);
    }

    private Kept read() {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Kept(TaughtDigits.NONE, Optional.empty());
        }
        try {
            return new Kept(TaughtDigitsFile.read(file), Optional.empty());
        } catch (IOException unreadable) {
            setAside(file);
            return new Kept(TaughtDigits.NONE, Optional.of(unreadable.getMessage() + "; it was set aside as " + DAMAGED));
        }
    }

    private void loaded(Kept kept) {
        loaded = true;
        kept.problem.ifPresent(model.notices()::warn);
        if (digits.get().isEmpty()) {
            digits.set(kept.digits);
        } else {
            keep(kept.digits.and(digits.get()));
        }
        if (training.get()) {
            // they were to be trained with before they were there
            model.pictures().trainWith(digits.get());
        }
    }

    /** So that the next drawing that is kept doesn't replace what may still be saved of it. */
    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(DAMAGED), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unmovable) {
            System.err.println("The damaged drawings could not be set aside: " + unmovable.getMessage());
        }
    }

    /** From now on these are the drawings, on the disk as well. */
    private void keep(TaughtDigits all) {
        digits.set(all);
        if (training.get()) {
            model.pictures().setOwn(all);
        }
        if (loaded) {
            background.write("your drawings", () -> {
                Files.createDirectories(folder);
                TaughtDigitsFile.write(folder.resolve(FILE), all);
            });
        } else if (!loading) {
            load();
        }
    }
}
