package org.digitscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.networks.NetworkFormat;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    @TempDir
    private static Path folder;

    private static Path model;
    private static String training;

    private final Locale usual = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void trainOneEpoch() {
        model = folder.resolve("model.safetensors");
        StringWriter out = new StringWriter();
        int code = Cli.run(new PrintWriter(out), new PrintWriter(out), "train", "--epochs", "1", "--learning-rate", "0,001",
                "--out", model.toString(), "--csv", folder.resolve("curve.csv").toString());
        training = out.toString();
        assertEquals(0, code, training);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void trainingWritesALineForTheEpochAndItsFiles() throws IOException {
        assertTrue(training.contains("Epoch 1/1"), training);
        assertTrue(training.contains("1875/1875"), training);
        assertTrue(training.matches("(?s).* - accuracy: 0\\.8\\d{3} - loss: 0\\.\\d{4} - val_accuracy: 0\\.9\\d{3} - val_loss: .*"),
                training);
        assertTrue(Files.readString(folder.resolve("curve.csv")).startsWith("epoch,accuracy,loss,val_accuracy,val_loss\n0,0.8"));
    }

    @Test
    void evaluationShowsTheFiguresOfTheTraining() throws IOException {
        assertEquals(0, run("evaluate", "-m", model.toString()), err.toString());
        String[] row = Files.readString(folder.resolve("curve.csv")).split("\n")[1].split(",");
        assertTrue(out.toString().contains(String.format(Locale.ROOT, "accuracy: %.4f", Double.valueOf(row[3]))), out.toString());
        assertTrue(out.toString().contains(String.format(Locale.ROOT, "loss: %.4f", Double.valueOf(row[4]))), out.toString());
        assertTrue(out.toString().contains("confusion matrix") && out.toString().contains("precision"));
    }

    @Test
    void classesThatNoPictureShowsAreNamed() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            table.append(i % 7).append(",9".repeat(784)).append('\n');
        }
        Path csv = Files.writeString(folder.resolve("small-digits.csv"), table);
        assertEquals(0, run("evaluate", "-m", model.toString(), "--data", csv.toString(), "--training", "--validation-split", "0.1"),
                err.toString());
        assertTrue(out.toString().contains("\nno 7, no 8, no 9 among these\n"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, run("evaluate", "-m", model.toString()), err.toString());
        assertFalse(out.toString().contains("among these"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void numbersAreTheSameInEveryLocale(String locale) {
        assertEquals(0, run("evaluate", "-m", model.toString()));
        String expected = out.toString();
        out.getBuffer().setLength(0);
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertEquals(0, run("evaluate", "-m", model.toString()));
        assertEquals(expected, out.toString());
    }

    @Test
    void theFirstTestImageIsASeven() {
        assertEquals(0, run("predict", "--index", "0", "-m", model.toString()), err.toString());
        assertTrue(out.toString().contains("true label: 7"), out.toString());
        assertEquals(10, out.toString().lines().filter(line -> line.matches(" {5}\\d +[01]\\.\\d{6}.*")).count());
    }

    @Test
    void everyCommandTakesEveryKindOfNetworkFile() throws IOException {
        Path npz = folder.resolve("every.npz");
        NetworkFiles.write(npz, NetworkFiles.read(model).parameters());
        assertEquals(0, run("evaluate", "-m", model.toString()), err.toString());
        String expected = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, run("evaluate", "-m", npz.toString()), err.toString());
        assertEquals(expected, out.toString());
        Path png = folder.resolve("heatmaps.png");
        assertEquals(0, run("inspect", "-m", npz.toString(), "--png", png.toString()), err.toString());
        BufferedImage picture = ImageIO.read(png.toFile());
        assertEquals(5 * 180 + 12, picture.getWidth());
        assertEquals(4 * 180 + 12, picture.getHeight());
    }

    @Test
    void drawingsAreLearntFromAndScored() throws IOException {
        Path drawings = folder.resolve("mine.json");
        Sheet one = new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.5, 0.1), new Point(0.5, 0.9)), 0.065)));
        TaughtDigitsFile.write(drawings, new TaughtDigits(List.of(new TaughtDigits.Taught(1, one), new TaughtDigits.Taught(2, one))));
        assertEquals(0, run("evaluate", "-m", model.toString(), "--drawings", drawings.toString()), err.toString());
        assertTrue(out.toString().contains("drawings: 1 of 2 right"), out.toString());
        assertEquals(0, run("train", "--epochs", "1", "--batch-size", "1000", "--drawings", drawings.toString()), err.toString());
        assertTrue(out.toString().contains("MNIST training and 2 drawings: 60,048 pictures"), out.toString());
    }

    @Test
    void aFingerprintIsCheckable() {
        assertEquals(0, run("verify", model.toString()), err.toString());
        for (String kind : List.of("safetensors", "npz", "h5", "weights.h5", "keras")) {
            assertTrue(out.toString().contains("as ." + kind + ": largest difference of a logit 0.00, 0 of 10,000 answers differ"), out.toString());
        }
        String fingerprint = out.toString().replaceAll("(?s)parameters +(\\w+).*", "$1");
        assertEquals(64, fingerprint.length());
        assertEquals(0, run("verify", model.toString(), "--fingerprint", fingerprint), err.toString());
        assertTrue(out.toString().contains("verified"), out.toString());
        assertEquals(4, run("verify", model.toString(), "--fingerprint", fingerprint.replace(fingerprint.charAt(0), 'x')));
    }

    @Test
    void anExplanationAddsUpAndNamesTheTrainingDigitsThatAreAlike() {
        assertEquals(0, run("predict", "--index", "3", "--explain", "-m", model.toString()), err.toString());
        List<String> lines = out.toString().lines().toList();
        int ledger = lines.indexOf(" digit        logit  probability       biases          for      against   rounding");
        for (int digit = 0; digit < 10; digit++) {
            double[] numbers = Arrays.stream(lines.get(ledger + 1 + digit).strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
            assertEquals(digit, numbers[0]);
            assertEquals(numbers[1], numbers[3] + numbers[4] + numbers[5] + numbers[6], 4e-6);
        }
        assertEquals(2 * 28, lines.stream().filter(line -> line.matches("( +-?\\d+){28}")).count());
        int alike = lines.indexOf(" image  label  distance");
        assertTrue(lines.get(alike + 1).matches(" +\\d+ +0 +\\d\\.\\d{3}"), lines.get(alike + 1));
        assertTrue(out.toString().contains("Like the training digits"), out.toString());
        assertTrue(out.toString().contains("training digits turn on the same neurons"), out.toString());
    }

    @Test
    void anOverflowingNetworkAnswersAsFarAsItsNumbersGoAndSaysWhereTheyEnd() throws IOException {
        Path file = folder.resolve("overflowing.safetensors");
        Parameters network = Parameters.zeros(Architecture.relu(1));
        Arrays.fill(network.layer(1).kernel().data, 3e38f);
        Arrays.fill(network.layer(2).kernel().data, -1);
        network.layer(2).kernel().data[7] = 1;
        NetworkFiles.write(file, network);
        assertEquals(0, run("predict", "--index", "0", "--explain", "-m", file.toString()), err.toString());
        assertTrue(out.toString().contains("answer: 7 (100.00 %), true label: 7 (right)"), out.toString());
        assertTrue(out.toString().contains("     3     0.000000"), out.toString());
        assertTrue(out.toString().contains("A logit is larger than any number of 32 bits, so its parts do not add up to it."), out.toString());
        assertEquals(0, run("evaluate", "-m", file.toString()), err.toString());
        assertTrue(out.toString().contains("The loss is no number, as sums of this network are too large for 32 bits with 10,000 of the pictures."),
                out.toString());
        // infinity times 0 is no number
        network.layer(2).kernel().data[7] = 0;
        NetworkFiles.write(file, network);
        out.getBuffer().setLength(0);
        assertEquals(0, run("predict", "--index", "0", "--explain", "-m", file.toString()), err.toString());
        assertEquals("A sum of this network is no number, so there is no answer to this picture.", out.toString().lines().toList().get(1));
        assertFalse(out.toString().contains("answer: "), out.toString());
        assertFalse(out.toString().contains("By neuron"), out.toString());
    }

    @Test
    void aResumedTrainingEndsWithTheBitsOfOneThatNeverStopped() throws IOException {
        String half = folder.resolve("half.digitscope").toString();
        String whole = folder.resolve("whole.safetensors").toString();
        String resumed = folder.resolve("resumed.safetensors").toString();
        assertEquals(0, run("train", "--epochs", "1", "--batch-size", "600", "--save-project", half, "--batch-csv",
                folder.resolve("batches.csv").toString()), err.toString());
        assertEquals(101, Files.readAllLines(folder.resolve("batches.csv")).size());
        String fingerprint = fingerprint();
        assertEquals(0, run("verify", half, "--fingerprint", fingerprint), out.toString());
        assertEquals(0, run("train", "--epochs", "2", "--batch-size", "600", "--out", whole), err.toString());
        assertEquals(0, run("train", "--epochs", "2", "--resume", half, "--out", resumed), err.toString());
        assertArrayEquals(NetworkFiles.read(Path.of(whole)).parameters().arrays()[0],
                NetworkFiles.read(Path.of(resumed)).parameters().arrays()[0]);
        String page = folder.resolve("report.html").toString();
        assertEquals(0, run("report", half, page), err.toString());
        String html = Files.readString(Path.of(page));
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.contains("neuron 19") && html.contains("data:image/svg+xml;base64,"), page);
        Path charts = folder.resolve("charts");
        assertEquals(0, run("report", half, page, "--charts", charts.toString()), err.toString());
        assertEquals(Set.of("loss.svg", "accuracy.svg", "epochs.csv", "batches.csv", "confusion.csv", "heatmaps.png", "layer_1.kernel.csv"),
                Set.of(charts.toFile().list()));
        refused(1, "was trained with other pictures", "train", "--resume", half, "--deskew");
        refused(1, "is no zip file", "train", "--resume", whole);
        refused(2, "of the settings only --epochs, --patience, --monitor, --restore-best-weights may be given with --resume, not --batch-size, --activation, --seed", "train", "--resume", half,
                "--seed", "1", "--epochs", "3", "--batch-size", "600", "--activation", "tanh");
    }

    @Test
    void aTrainingWithOtherHandsHasThemInItsNameAndFingerprintAndResumes() throws IOException {
        String half = folder.resolve("hands.digitscope").toString();
        assertEquals(0, run("train", "--epochs", "1", "--batch-size", "600", "--other-hands", "2%", "--save-project", half), err.toString());
        assertTrue(out.toString().startsWith("MNIST training with other hands 2 % seed 42: 60,315 pictures; "), out.toString());
        String fingerprint = fingerprint();
        assertEquals(0, run("train", "--resume", half, "--epochs", "1"), err.toString());
        assertEquals(fingerprint, fingerprint());
        assertEquals(0, run("train", "--epochs", "1", "--batch-size", "600", "--other-hands", "2%", "--hands-seed", "7"), err.toString());
        assertNotEquals(fingerprint, fingerprint());
        refused(2, "other hands must be a share from 0 to 1, or from 0 % to 100 %, not 2", "train", "--other-hands", "2");
    }

    @Test
    void aConvertedNetworkIsVerifiedAgainstTheOriginal() throws IOException {
        String npz = folder.resolve("model.npz").toString();
        assertEquals(0, run("convert", model.toString(), npz), err.toString());
        String numpy = Files.readString(folder.resolve("model_numpy.py"));
        assertEquals(0, run("convert", npz, folder.resolve("bare.keras").toString(), "--no-script"), err.toString());
        assertTrue(Files.exists(folder.resolve("bare.keras")) && !Files.exists(folder.resolve("bare_keras.py")));
        assertTrue(numpy.contains("\"model.npz\"") && numpy.contains("sums = x @ network[\"layer_1.kernel\"]"), numpy);
        assertTrue(Files.readString(folder.resolve("model_keras.py")).contains("keras.layers.Dense(20, activation=\"relu\""));
        assertTrue(out.toString().contains("784 -> 20 relu -> 10 softmax, accuracy 0."), out.toString());
        assertEquals(0, run("verify", npz, "--against", model.toString()), err.toString());
        assertTrue(out.toString().contains("model.safetensors: largest difference of a logit 0.00, 0 of 10,000 answers differ\nverified"), out.toString());
        String other = folder.resolve("other.npz").toString();
        NetworkFiles.write(Path.of(other), Parameters.glorot(Architecture.relu(20), 1));
        assertEquals(4, run("verify", npz, "--against", other));
        assertTrue(out.toString().contains("DIFFERENT"), out.toString());
        refused(1, "its ending says no kind", "convert", npz, folder.resolve("x.doc").toString());
    }

    @Test
    void aTableWithoutLabelsIsAnsweredAsKaggleWantsIt() throws IOException {
        StringBuilder table = new StringBuilder("pixel,".repeat(783) + "pixel\n");
        DigitSets mnist = Mnist.load();
        for (int i = 0; i < 20; i++) {
            for (int pixel = 0; pixel < 784; pixel++) {
                table.append(mnist.validation().image(i)[pixel] & 0xFF).append(pixel == 783 ? '\n' : ',');
            }
        }
        Path csv = Files.writeString(folder.resolve("test.csv"), table);
        Path answers = folder.resolve("submission.csv");
        assertEquals(0, run("submit", "-m", model.toString(), csv.toString(), answers.toString()), err.toString());
        Evaluation expected = Evaluation.of(NetworkFiles.read(model).parameters(), mnist.validation().head(20));
        List<String> lines = Files.readAllLines(answers);
        assertEquals("ImageId,Label", lines.get(0));
        for (int i = 0; i < 20; i++) {
            assertEquals(i + 1 + "," + expected.answer(i), lines.get(i + 1));
        }
    }

    @Test
    void theHelpNamesEveryKindOfNetworkFile() {
        assertEquals(0, run("convert", "--help"));
        // lines are broken anywhere, even behind a point
        String help = out.toString().replaceAll("\\s+", "");
        for (NetworkFormat format : NetworkFormat.values()) {
            assertTrue(help.contains((format.ending() + " (" + format.label() + ")").replace(" ", "")), help);
        }
    }

    @Test
    void theSummaryCounts15910Parameters() {
        assertEquals(0, run("inspect", "-m", model.toString()), err.toString());
        for (String part : new String[] {"layer_1 (Dense, relu)", "layer_2 (Dense, softmax)", "15,700", "210", "15,910", "62.15 KB", "layer_1.kernel", "(784, 20)"}) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
    }

    @Test
    void aTensorIsPrintedAndWrittenWhole() throws IOException {
        Path csv = folder.resolve("kernel.csv");
        assertEquals(0, run("inspect", "-m", model.toString(), "--tensor", "layer_1.kernel", "--csv", csv.toString()));
        assertTrue(out.toString().startsWith("layer_1.kernel: shape (784, 20), size 15680, float32"), out.toString());
        assertEquals(784, Files.readAllLines(csv).size());
        assertEquals(20, Files.readAllLines(csv).get(0).split(",").length);
    }

    @Test
    void everySettingOfANetworkCanBeChosen() {
        assertEquals(0, run("train", "--epochs", "1", "--hidden", "64, 32", "--activation", "Tanh", "--start-values", "he-uniform", "--l2", "0,001",
                "--optimizer", "rmsprop", "--training-pictures", "320", "--wrong-labels", "20%", "--undivided-inputs"), err.toString());
        assertTrue(out.toString().startsWith("MNIST training: 320 pictures; validation: MNIST test, 10,000 pictures; "
                + "784 -> 64 tanh -> 32 tanh -> 10 softmax, seed 42\ninputs: not divided\nstart values: He uniform\nL2 penalty: 0.001\n"
                + "training pictures: 320\nwrong labels: 20 %\n"), out.toString());
        assertTrue(out.toString().contains("10/10"), out.toString());
        out.getBuffer().setLength(0);
        for (String none : List.of("", "none", " None")) {
            assertEquals(0, run("train", "--epochs", "1", "--training-pictures", "32", "--hidden", none), err.toString());
            assertTrue(out.toString().contains("; 784 -> 10 softmax, seed 42\n"), out.toString());
        }
    }

    @Test
    void earlyStoppingEndsATrainingAndSaysWhyAndItsFilesHoldTheNetworkThatIsRestored() throws IOException {
        String network = folder.resolve("best.safetensors").toString();
        String project = folder.resolve("best.digitscope").toString();
        assertEquals(0, run("train", "--epochs", "40", "--training-pictures", "100", "--learning-rate", "0.01", "--patience", "2",
                "--restore-best-weights", "--out", network, "--save-project", project), err.toString());
        Matcher said = Pattern.compile("Stopped early after epoch (\\d+): val_loss has not improved for 2 epochs; the best is that of epoch (\\d+)\\. "
                + "The network of epoch \\2 is restored\\.\nseed 42, \\1 epochs in [0-9.]+ s, epoch \\2: ").matcher(out.toString());
        assertTrue(said.find(), out.toString());
        int stop = Integer.parseInt(said.group(1));
        int best = Integer.parseInt(said.group(2));
        assertEquals(stop, best + 2);
        assertTrue(out.toString().contains("\npatience: 2\nrestore best weights: yes\n"), out.toString());
        String plain = folder.resolve("plain.safetensors").toString();
        assertEquals(0, run("train", "--epochs", String.valueOf(best), "--training-pictures", "100", "--learning-rate", "0.01", "--out", plain));
        for (String file : List.of(network, project)) {
            assertArrayEquals(NetworkFiles.read(Path.of(plain)).parameters().arrays(), NetworkFiles.read(Path.of(file)).parameters().arrays());
        }

        String longer = folder.resolve("longer.digitscope").toString();
        assertEquals(0, run("train", "--resume", project, "--patience", "4", "--save-project", longer), err.toString());
        String resumed = fingerprint();
        assertEquals(0, run("train", "--epochs", "40", "--training-pictures", "100", "--learning-rate", "0.01", "--patience", "4",
                "--restore-best-weights"), err.toString());
        assertEquals(fingerprint(), resumed);
    }

    private String fingerprint() {
        return out.toString().strip().replaceAll("(?s).* ", "");
    }

    @Test
    void wrongWordsOnTheCommandLineAreSaidInOneSentenceWithCode2() {
        refused(2, "--learning-rate", "train", "--learning-rate", "abc");
        refused(2, "epochs must be from 1 to 1000", "train", "--epochs", "0");
        refused(2, "'lbfgs' is no optimizer; expected Adam, SGD, RMSprop", "train", "--optimizer", "lbfgs");
        refused(2, "hidden layers must be up to 4 numbers from 1 to 512, such as \"20\" or \"64, 32\", or none, not \"64, x\"", "train",
                "--hidden", "64, x");
        refused(2, "'swish' is no activation; expected relu, tanh, sigmoid, linear", "train", "--activation", "swish");
        refused(2, "'ones' is no kind of start values; expected Glorot uniform, He uniform, all zero, normal", "train", "--start-values", "ones");
        refused(2, "deviation of the start values must be above 0", "train", "--start-deviation", "0");
        refused(2, "L1 penalty must be from 0 to 1000, not -1", "train", "--l1", "-1");
        refused(2, "training pictures must be 1 or more", "train", "--training-pictures", "-5");
        refused(2, "wrong labels must be a share from 0 to 1, or from 0 % to 100 %, not 20", "train", "--wrong-labels", "20");
        refused(2, "wrong labels must be a share such as 0.2 or 20 %, not \"some\"", "train", "--wrong-labels", "some");
        refused(2, "patience must be a whole number of epochs, or off, not \"soon\"", "train", "--patience", "soon");
        refused(2, "patience must be from 1 to 1000 epochs, or off, not -1", "train", "--patience", "-1");
        refused(2, "'loss' is no figure to monitor; expected val_loss, val_accuracy", "train", "--patience", "3", "--monitor", "loss");
        refused(2, "--restore-best-weights needs --patience, such as --patience 3", "train", "--restore-best-weights");
        refused(2, "--index must be from 0 to 9999", "predict", "--index", "10000", "-m", model.toString());
        refused(2, "none of layer_1.kernel", "inspect", "-m", model.toString(), "--tensor", "w");
        refused(2, "--csv needs --tensor", "inspect", "-m", model.toString(), "--csv", "x");
        refused(2, "--nonsense", "train", "--nonsense");
    }

    @Test
    void filesThatCannotBeUsedAreSaidInOneSentenceWithCode1() {
        refused(1, "nowhere.safetensors does not exist", "evaluate", "-m", folder.resolve("nowhere.safetensors").toString());
        refused(1, "does not exist", "train", "--data", folder.resolve("nowhere").toString());
        refused(1, "does not exist", "predict", folder.resolve("digit.png").toString(), "-m", model.toString());
        refused(1, "there is no folder", "train", "--epochs", "1", "--out", folder.resolve("no/where").toString());
    }

    @Test
    void divergenceHasItsOwnCode() {
        assertEquals(3, run("train", "--optimizer", "sgd", "--learning-rate", "1e20"));
        assertTrue(out.toString().contains("Diverged.") && out.toString().contains("0.01"), out.toString());
    }

    @Test
    void aTrainingThatKilledAllNeuronsSaysWhatToChange() {
        assertEquals(0, run("train", "--epochs", "1", "--learning-rate", "1000"));
        assertTrue(out.toString().contains("of the 10,000 validation pictures are answered rightly, and always giving the commonest answer would get 11.35 %. "
                + "No hidden neuron is on"), out.toString());
        assertFalse(training.contains("hidden neuron"), training);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "predict", "inspect", "convert", "verify", "report", "submit"})
    void everyCommandHasHelp(String command) {
        assertEquals(0, run(command, "--help"));
        assertTrue(out.toString().startsWith("Usage: digitscope " + command), out.toString());
    }

    private void refused(int code, String part, String... args) {
        err.getBuffer().setLength(0);
        assertEquals(code, run(args), err.toString());
        assertTrue(err.toString().startsWith("digitscope: ") && err.toString().contains(part), err.toString());
        assertTrue(!err.toString().contains("\tat "), err.toString());
    }

    private int run(String... args) {
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int code = Cli.run(outWriter, errWriter, args);
        outWriter.flush();
        errWriter.flush();
        return code;
    }

    @Test
    void filesAreForTheWindowAndAllElseIsACommandLine() throws IOException {
        Path project = Files.writeString(folder.resolve("mine"), "x");
        assertEquals(List.of(project, Path.of("b.png")), Cli.files(project.toString(), "b.png"));
        assertEquals(List.of(Path.of("missing.digitscope")), Cli.files("missing.digitscope"), "the window says that it is missing");
        for (String word : List.of("train", "--help", "-V", "trian")) {
            assertEquals(List.of(), Cli.files(word, "missing.digitscope"), word);
        }
        assertEquals(List.of(), Cli.files());
    }
}
