package org.digitscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.FittedDigit;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.datasets.SetChoices;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.TaughtDigitsFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the pictures come from. */
final class DataOption {

    private static final String OTHER_HANDS = "--other-hands";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "PATH",
            description = "Another data set of 28x28 pictures: NumPy arrays such as Keras's mnist.npz, a table of numbers as Kaggle has it, "
                    + "IDX files in a folder or a zip, pictures in folders 0 to 9 or with names that begin with their digit, or drawings "
                    + "that the window saved (default: MNIST, which is built in).")
    private Path path;

    @Option(names = "--transposed", negatable = true, description = "Exchanges rows and columns of the pictures, as EMNIST's files need "
            + "it, or not (default: where the digits look like that).")
    private Boolean transposed;

    @Option(names = "--classes", paramLabel = "KIND", description = "What the ten labels stand for: ${COMPLETION-CANDIDATES} (default: "
            + "fashion where the files look like Fashion-MNIST, else digits).")
    private ClassNames classes;

    @Option(names = "--validation-split", paramLabel = "SHARE", description = "Of a data set that is in one piece, the share that is kept "
            + "to check with (default: 1/7).")
    private Double share;

    @Option(names = "--split-seed", paramLabel = "SEED", description = "Decides which pictures these are (default: 42).")
    private Long splitSeed;

    @Option(names = "--drawings", paramLabel = "FILE", description = "Labelled drawings that the window saved (my-digits.json); they are "
            + "learnt from together with the pictures.")
    private Path drawings;

    @Option(names = OTHER_HANDS, paramLabel = "SHARE", arity = "0..1", defaultValue = "off", fallbackValue = "100%", description = "Adds digits of "
            + "the data set that are changed to how other people write them, such as 9 with a hooked tail, and draws them as the pad does: "
            + "all of the usual 5,250, or a share of them such as 50%%.")
    private String handsShare;

    @Option(names = "--hands-seed", paramLabel = "SEED", defaultValue = "42", description = "Decides which digits are changed and how (default: "
            + "${DEFAULT-VALUE}).")
    private long handsSeed;

    @Option(names = "--deskew", description = "Straightens all digits first, those of the training and those to predict alike; "
            + "a network that was trained with it needs it ever after.")
    private boolean deskew;

    DigitSets load() throws IOException {
        DigitSets loaded = path == null ? Mnist.load() : read();
        OtherHands changed = hands();
        if (!changed.isNone() && loaded.classes() != ClassNames.DIGITS) {
            throw new ParameterException(spec.commandLine(), OTHER_HANDS + " changes digits, and these pictures are " + loaded.classes().title());
        }
        return new Recipe(loaded, changed, drawings(), deskew).make();
    }

    private OtherHands hands() {
        try {
            return new OtherHands(0, handsSeed).withShare(handsShare);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage());
        }
    }

    /** Those that were given with --drawings. */
    TaughtDigits drawings() throws IOException {
        return drawings == null ? TaughtDigits.NONE : TaughtDigitsFile.read(drawings);
    }

    private DigitSets read() throws IOException {
        LoadedDigits loaded = DigitFiles.read(DigitFiles.whole(path), Progress.NONE);
        loaded.notices().forEach(spec.commandLine().getErr()::println);
        SetChoices suits = loaded.suggested();
        try {
            SetChoices chosen = new SetChoices(transposed == null ? suits.transposed() : transposed,
                    classes == null ? suits.classes() : classes, share == null ? suits.share() : share,
                    splitSeed == null ? suits.seed() : splitSeed);
            if (chosen.transposed()) {
                spec.commandLine().getErr().println("Rows and columns are turned back; --no-transposed leaves them.");
            }
            return loaded.sets(chosen);
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage());
        }
    }

    /**
     * The same for a project, which may have been made with straightened digits or other hands.
     *
     * @throws UnreadableFileException when it was trained with other pictures than these
     */
    DigitSets load(Path file, Project project) throws IOException {
        deskew |= project.deskew();
        OtherHands trained = OtherHands.namedIn(project.data().name());
        handsShare = trained.shareText();
        handsSeed = trained.seed();
        DigitSets sets = load();
        if (!project.data().equals(Project.Data.of(sets))) {
            throw new UnreadableFileException(file, "was trained with other pictures (" + project.data().name() + "); expected "
                    + sets.training().name() + ", or --data with those");
        }
        return sets;
    }

    boolean isDeskewed() {
        return deskew;
    }

    /** The same for a digit from elsewhere. */
    FittedDigit prepare(FittedDigit digit) {
        return deskew ? digit.deskewed() : digit;
    }
}
