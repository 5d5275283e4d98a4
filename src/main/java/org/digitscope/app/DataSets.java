package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.digitscope.data.Dataset;
import org.digitscope.data.Mnist;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;

/** Other pictures to train with, read in the background. Belongs to the FX thread. */
public final class DataSets {

    private final AppModel model;
    private final FileDialogs files;
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public DataSets(AppModel model, FileDialogs files, Executor background, Executor fxThread) {
        this.model = model;
        this.files = files;
        this.background = background;
        this.fxThread = fxThread;
    }

    /** Whether a data set is being read; then it can be cancelled. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Asks for a file: a table, an .npz, or any one file of a folder of IDX files or of pictures in class folders. */
    public void open() {
        files.choose("Data sets", List.of("*.npz", "*.csv", "*.tsv", "*.gz", "*-ubyte", "*.png", "*.jpg"), this::read);
    }

    /** Back to the digits that the program brings. */
    public void openMnist() {
        start("MNIST", () -> new LoadedDigits(Mnist.load(), List.of()));
    }

    public void cancel() {
        cancelled.set(true);
    }

    /** Reads a data set, and starts anew with it. */
    void read(Path chosen) {
        Path path = whole(chosen);
        String name = String.valueOf(path.getFileName());
        start(name, () -> DigitFiles.read(path, false, share -> {
            fxThread.execute(() -> {
                if (reading.get()) {
                    model.tell(String.format(Locale.ROOT, "Reading %s: %.0f %% (File, Stop Reading ends it)", name, 100 * share));
                }
            });
            return !cancelled.get();
        }));
    }

    private interface Source {
        LoadedDigits read() throws IOException;
    }

    private void start(String name, Source source) {
        if (reading.get()) {
            model.tell("Another data set is being read; stop that first.");
            return;
        }
        reading.set(true);
        cancelled.set(false);
        model.tell("Reading " + name + "…");
        background.execute(() -> {
            try {
                LoadedDigits loaded = source.read();
                fxThread.execute(() -> done(name, loaded));
            } catch (IOException problem) {
                fxThread.execute(() -> {
                    reading.set(false);
                    model.tell(problem.getMessage());
                });
            }
        });
    }

    private void done(String name, LoadedDigits loaded) {
        reading.set(false);
        model.digitsLoaded(loaded.sets());
        Dataset training = loaded.sets().training();
        int[] counts = new int[Dataset.CLASSES];
        for (int picture = 0; picture < training.size(); picture++) {
            counts[training.label(picture)]++;
        }
        StringBuilder histogram = new StringBuilder();
        for (int digit = 0; digit < counts.length; digit++) {
            histogram.append(String.format(Locale.ROOT, " %d: %,d", digit, counts[digit])).append(digit < 9 ? "," : ".");
        }
        model.tell(String.format(Locale.ROOT, "%s: %,d pictures to learn from, %,d to check with. Digits%s %s", name, training.size(),
                loaded.sets().validation().size(), histogram, String.join(" ", loaded.notices())).strip());
    }

    /** Some data sets are folders, of which a person can choose one file only. */
    private static Path whole(Path chosen) {
        Path parent = chosen.toAbsolutePath().getParent();
        String name = chosen.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(chosen) || parent == null) {
            return chosen;
        } else if (name.matches(".*idx[13][.-]ubyte.*")) {
            return parent;
        }
        boolean inClassFolder = name.matches(".*\\.(png|jpe?g|gif|bmp)") && parent.getFileName() != null
                && parent.getFileName().toString().matches("\\d");
        return inClassFolder ? parent.getParent() : chosen;
    }
}
