package org.digitscope.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.LearningCurve;
import org.digitscope.training.Snapshot;
import org.digitscope.training.TrainingEnd;

/**
 * The lines that training writes, in the manner of Keras: in a terminal a bar that moves, and a line for each epoch. Where
 * the output goes to a file or a pipe, only whole lines.
 */
final class ProgressReport {

    private static final int BAR = 20;

    private final PrintWriter out;
    private final boolean live;
    private final String done;
    private final String open;
    private int epochsShown;
    private double secondsShown;

    ProgressReport(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
        boolean lines = Charset.defaultCharset().newEncoder().canEncode("━─");
        done = lines ? "━" : "=";
        open = lines ? "─" : ".";
    }

    /** Whether a person watches: input and output are a terminal. */
    static boolean isTerminal() {
        return System.console() != null;
    }

    void show(Snapshot snapshot) {
        List<LearningCurve.Epoch> epochs = snapshot.curve().epochs();
        double seconds = (snapshot.seconds() - secondsShown) / Math.max(1, epochs.size() - epochsShown);
        while (epochsShown < epochs.size()) {
            showEpoch(snapshot, epochs.get(epochsShown), seconds);
            epochsShown++;
            secondsShown = snapshot.seconds();
        }
        if (live && snapshot.stepInEpoch() < snapshot.stepsPerEpoch()) {
            out.printf(Locale.ROOT, "\r%s", line(snapshot, snapshot.stepInEpoch(), snapshot.seconds() - secondsShown,
                    snapshot.accuracy(), snapshot.loss()));
            out.flush();
        }
    }

    /** The closing lines. */
    void finish(Snapshot last, TrainingEnd end) {
        show(last);
        if (live && last.stepInEpoch() < last.stepsPerEpoch()) {
            out.println();
        }
        if (end instanceof TrainingEnd.Diverged diverged) {
            out.printf(Locale.ROOT, "Diverged. %s The network of step %,d is kept.%n", diverged.advice(), last.step());
        } else if (end instanceof TrainingEnd.Stopped) {
            out.printf(Locale.ROOT, "Stopped at step %,d of %,d; what was learned is kept.%n", last.step(),
                    last.totalSteps());
        } else if (end instanceof TrainingEnd.Finished finished) {
            finished.outcome().ifPresent(out::println);
            finished.advice().ifPresent(out::println);
        }
        if (!last.curve().epochs().isEmpty()) {
            int count = last.curve().epochs().size();
            int given = end instanceof TrainingEnd.Finished ? last.settings().earlyStopping().resultOf(last.curve().epochs()) : count;
            out.printf(Locale.ROOT, "seed %d, %d epoch%s in %.1f s%s: %s%n", last.settings().seed(), count, count == 1 ? "" : "s",
                    last.seconds(), given == count ? "" : ", epoch " + given, figures(last.curve().epochs().get(given - 1)));
        }
        out.flush();
    }

    private void showEpoch(Snapshot snapshot, LearningCurve.Epoch epoch, double seconds) {
        String line = line(snapshot, snapshot.stepsPerEpoch(), seconds, epoch.accuracy(), epoch.loss());
        out.printf(Locale.ROOT, "%sEpoch %d/%d%n%s - val_accuracy: %.4f - val_loss: %s%n", live ? "\r\u001B[K" : "",
                epochsShown + 1, snapshot.settings().epochs(), line, epoch.validationAccuracy(), loss(epoch.validationLoss()));
        out.flush();
    }

    private String line(Snapshot snapshot, int step, double seconds, double accuracy, double loss) {
        int width = String.valueOf(snapshot.stepsPerEpoch()).length();
        int filled = BAR * step / snapshot.stepsPerEpoch();
        return String.format(Locale.ROOT, "%" + width + "d/%d %s%s %.2fs %.3fms/step - accuracy: %.4f - loss: %s", step,
                snapshot.stepsPerEpoch(), done.repeat(filled), open.repeat(BAR - filled), seconds,
                1000 * seconds / Math.max(1, step), accuracy, loss(loss));
    }

    private static String figures(LearningCurve.Epoch epoch) {
        return String.format(Locale.ROOT, "accuracy: %.4f - loss: %s - val_accuracy: %.4f - val_loss: %s",
                epoch.accuracy(), loss(epoch.loss()), epoch.validationAccuracy(), loss(epoch.validationLoss()));
    }

    private static String loss(double loss) {
        return RoundedText.ascii("%.4f", loss);
    }
}
