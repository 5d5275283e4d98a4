package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.Notices;
import org.digitscope.app.run.ShownNetwork;
import org.digitscope.data.DigitSets;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.ModelFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.networks.ExportScripts;
import org.digitscope.files.networks.ImportedNetwork;
import org.digitscope.files.networks.InputScaling;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.networks.NetworkFormat;
import org.digitscope.network.Parameters;
import org.digitscope.training.Snapshot;

/** Networks from and for other programs. */
public final class NetworkExchange {

    private static final double HARDLY_BETTER_THAN_GUESSING = 0.2;

    private final AppModel model;
    private final FileDialogs files;
    private final LatestQuestion opening;
    private String said = "";

    public NetworkExchange(AppModel model, FileDialogs files) {
        this.model = model;
        this.files = files;
        opening = new LatestQuestion(model.background(), model.background().files());
        model.shownProperty().addListener((observable, before, after) -> endSentence(after));
    }

    /** What was said of a network from a file holds as long as it is shown. */
    private void endSentence(ShownNetwork shown) {
        if (shown.isOfThisRun()) {
            model.notices().withdraw(said);
        }
    }

    /** A network that was read, with what is to be said about it. */
    private record Opened(Parameters network, String sentence) {
    }

    /** Asks for a network and shows it. */
    public void openNetwork() {
        files.choose("Networks", NetworkFormat.readablePatterns(), this::open);
    }

    /** Shows a network from a file. */
    void open(Path file) {
        DigitSets digits = model.digitsProperty().get();
        if (digits == null) {
            model.notices().tell("The digits are still being read; open the network a moment later.");
            return;
        }
        opening.ask(() -> read(file, digits), opened -> {
            model.inspection().showFile(opened.network);
            model.notices().tell(opened.sentence, new Notices.Action("Show Live (L)", model.inspection()::showLive));
            said = opened.sentence;
        });
    }

    private static Opened read(Path path, DigitSets digits) throws IOException {
        ImportedNetwork read = NetworkFiles.read(path);
        Optional<InputScaling> scaling = InputScaling.of(read.parameters(), digits.validation());
        Parameters network = scaling.map(each -> each.fold(read.parameters())).orElse(read.parameters());
        double accuracy = Evaluation.of(network, digits.validation()).accuracy();
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(Locale.ROOT, "Showing %s: %.2f %% of the test digits right.", path.getFileName(), 100 * accuracy));
        if (accuracy < HARDLY_BETTER_THAN_GUESSING) {
            sentences.add("That is hardly better than guessing, so it was probably made for other pictures.");
        }
        sentences.addAll(read.notices());
        scaling.ifPresent(each -> sentences.add("It was trained with " + each.what() + "; that was folded into its first layer."));
        return new Opened(network, String.join(" ", sentences));
    }

    /** Asks where to save the shown network: the ending decides its kind. */
    public void saveNetwork() {
        ShownNetwork shown = model.shownProperty().get();
        Snapshot live = model.liveProperty().get();
        ModelFile.Model whole = new ModelFile.Model(shown.parameters(), live.settings().withArchitecture(shown.parameters().architecture()),
                Math.max(0, shown.step()), live.curve());
        byte[] example = model.digitsProperty().get().validation().image(0);
        files.save("digitscope.safetensors", NetworkFormat.writablePatterns(), "Networks", file -> write(file, whole, example));
    }

    /** Python programs that check a file for NumPy or Keras come with it; returns what was saved. */
    private static String write(Path file, ModelFile.Model whole, byte[] example) throws UnwritableFileException {
        NetworkFiles.write(file, whole);
        List<Path> scripts = ExportScripts.write(file, whole.parameters(), example);
        return "Saved the network as " + file.getFileName() + "." + (scripts.isEmpty() ? ""
                : " With it come Python programs that check it: "
                + scripts.stream().map(script -> script.getFileName().toString()).collect(Collectors.joining(", ")) + ".");
    }
}
