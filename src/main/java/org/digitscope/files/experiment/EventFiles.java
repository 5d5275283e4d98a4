package org.digitscope.files.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Folders;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Recording;

/**
 * A run as event files for TensorBoard, with the folders and names that Keras's callback of that name uses. In {@code train}:
 * {@code batch_loss} and {@code batch_accuracy}, of which the first batch has step 1, and at the end of each epoch, of which the first
 * has step 0, {@code epoch_loss}, {@code epoch_accuracy}, {@code epoch_learning_rate} and, where that step is kept, a histogram of each
 * tensor such as {@code layer_1/kernel}. In {@code validation}: {@code epoch_loss} and {@code epoch_accuracy}.
 *
 * <p>A batch's figures are its own, or of a very long run the means of a point of its curve; Keras gives the mean of the epoch so far.
 * The files hold no times: the same run gives the same bytes and the same file names, and replaces what it wrote there before.
 * Everything here blocks; none belongs on the FX thread.
 */
public final class EventFiles {

    private static final String FILE = "events.out.tfevents.0.digitscope";
    private static final String UNSAFE = "<>:\"/\\|?*%";

    private EventFiles() {
    }

    /**
     * Writes a run beside others: into {@code folder/runName}, see {@link #folderName}.
     *
     * @throws UnwritableFileException when a folder or file can't be written
     * @throws IllegalArgumentException for a name without letters
     */
    public static void write(Path folder, String runName, LearningCurve curve, int stepsPerEpoch, double firstRate, Recording recording)
            throws UnwritableFileException {
        write(folder.resolve(folderName(runName)), curve, stepsPerEpoch, firstRate, recording);
    }

    /**
     * Writes a run; its folder is made where there is none.
     *
     * @param run the run's own folder, Keras's {@code log_dir}
     * @param curve of which the batches are left out where it knows its epochs alone
     * @param stepsPerEpoch batches of an epoch
     * @param firstRate the learning rate that the run began with
     * @param recording of the same run
     * @throws UnwritableFileException when a folder or file can't be written
     */
    public static void write(Path run, LearningCurve curve, int stepsPerEpoch, double firstRate, Recording recording)
            throws UnwritableFileException {
        Path train = run.resolve("train");
        Path validation = run.resolve("validation");
        Folders.make(train);
        Folders.make(validation);
        AtomicFile.write(train.resolve(FILE), out -> writeTraining(out, curve, stepsPerEpoch, firstRate, recording));
        AtomicFile.write(validation.resolve(FILE), out -> writeValidation(out, curve.epochs()));
    }

    /**
     * A run's name as a folder's: what file systems don't allow is written as % and two hexadecimal digits for each byte, so no two names
     * become the same.
     *
     * @throws IllegalArgumentException for an empty name
     */
    public static String folderName(String runName) {
        if (runName.isEmpty()) {
            throw new IllegalArgumentException("a run needs a name to be written beside others");
        }
        StringBuilder name = new StringBuilder();
        int[] letters = runName.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean isEnd = i == 0 || i == letters.length - 1;
            boolean isUnsafe = UNSAFE.indexOf(letters[i]) >= 0 || Character.isISOControl(letters[i]) || isEnd && (letters[i] == '.' || letters[i] == ' ');
            String letter = Character.toString(letters[i]);
            if (isUnsafe) {
                for (byte part : letter.getBytes(StandardCharsets.UTF_8)) {
                    name.append(String.format(Locale.ROOT, "%%%02X", part));
                }
            } else {
                name.append(letter);
            }
        }
        return name.toString();
    }

    /** Everything in the order in which it happened. */
    private static void writeTraining(OutputStream out, LearningCurve curve, int stepsPerEpoch, double firstRate, Recording recording)
            throws IOException {
        EventLog log = new EventLog(out);
        int point = 0;
        for (int epoch = 0; epoch < curve.epochs().size(); epoch++) {
            int end = (epoch + 1) * stepsPerEpoch;
            point = writeBatches(log, curve, point, end);
            LearningCurve.Epoch figures = curve.epochs().get(epoch);
            log.add(epoch, new EventLog.Summary().scalar("epoch_loss", figures.loss()).scalar("epoch_accuracy", figures.accuracy())
                    .scalar("epoch_learning_rate", curve.rateAfter(end - 1, firstRate)));
            Optional<Parameters> kept = recording.atOrBefore(end).filter(checkpoint -> checkpoint.step() == end).map(Checkpoint::parameters)
                    .filter(Parameters::isFinite);
            if (kept.isPresent()) {
                log.add(epoch, histograms(kept.get()));
            }
        }
        writeBatches(log, curve, point, Integer.MAX_VALUE);
    }

    /** From a point on up to a step; gives the first point that lies after it. */
    private static int writeBatches(EventLog log, LearningCurve curve, int from, int lastStep) throws IOException {
        int point = from;
        while (point < curve.points() && curve.step(point) <= lastStep) {
            log.add(curve.step(point), new EventLog.Summary().scalar("batch_loss", curve.loss(point)).scalar("batch_accuracy", curve.accuracy(point)));
            point++;
        }
        return point;
    }

    private static EventLog.Summary histograms(Parameters parameters) throws IOException {
        EventLog.Summary summary = new EventLog.Summary();
        for (Parameters.Tensor tensor : parameters.tensors()) {
            summary.histogram(tensor.name().replace('.', '/'), tensor.matrix().data);
        }
        return summary;
    }

    private static void writeValidation(OutputStream out, List<LearningCurve.Epoch> epochs) throws IOException {
        EventLog log = new EventLog(out);
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            log.add(epoch, new EventLog.Summary().scalar("epoch_loss", epochs.get(epoch).validationLoss())
                    .scalar("epoch_accuracy", epochs.get(epoch).validationAccuracy()));
        }
    }
}
