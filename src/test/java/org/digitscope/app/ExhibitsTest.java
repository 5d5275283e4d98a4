package org.digitscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.digitscope.app.control.AnswerMap;
import org.digitscope.app.control.ConnectionsView;
import org.digitscope.app.control.CurveChart;
import org.digitscope.app.control.HeatmapGrid;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.control.PixelPad;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.control.ProbabilityBars;
import org.digitscope.app.control.SignedBars.Bar;
import org.digitscope.app.control.SignedBars;
import org.digitscope.app.control.Waterfall;
import org.digitscope.app.exhibit.MovingExhibit;
import org.digitscope.app.exhibit.MovingExhibits;
import org.digitscope.app.view.View;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Inputs;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.evaluation.ScalarParameter;
import org.digitscope.explain.ForwardTrace;
import org.digitscope.explain.exhibit.LinearTwin;
import org.digitscope.explain.exhibit.LossCurve;
import org.digitscope.explain.exhibit.Reliability;
import org.digitscope.explain.exhibit.Shifts;
import org.digitscope.explain.exhibit.TwoSteps;
import org.digitscope.network.Activation;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Neuron;
import org.digitscope.network.Parameters;
import org.digitscope.plot.RoundedText;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** That the notebook's exhibits show the numbers of the network they are given, and do what keys, drags and buttons say. */
class ExhibitsTest extends OpenWindow {

    private static final Parameters CLASSIC = Examples.parameters(20, 3);
    private static final byte[] DIGIT = DIGITS.validation().image(0);

    private MovingExhibits exhibits;
    private Node node;

    @Start
    private void start(Stage stage) {
        open(stage);
        exhibits = new MovingExhibits(model, appearance);
    }

    @Test
    @Tag("soak")
    void everyExhibitShowsEveryKindOfNetworkInWordsAndToThoseWhoCantSeeIt(FxRobot robot) {
        List<Parameters> networks = List.of(CLASSIC, Examples.parameters(Architecture.relu(), 4), Examples.parameters(Architecture.relu(64, 32), 5),
                Examples.parameters(Architecture.relu(2), 6), Examples.parameters(new Architecture(List.of(7), Activation.TANH, Inputs.GREY), 7), CLASSIC);
        for (String name : MovingExhibits.names()) {
            for (Parameters network : networks) {
                show(robot, name, network);
                assertFalse(texts().isEmpty(), name);
                assertTrue(node.lookupAll("*").stream().filter(PaintedRegion.class::isInstance).allMatch(each -> each.getAccessibleText() != null),
                        name + " has a picture without words");
                assertTrue(texts().stream().noneMatch(text -> text.contains("NaN") || text.contains("null")), name + ": " + texts());
            }
        }
    }

    @Test
    @Tag("soak")
    void everyExhibitFollowsOtherPicturesWithOtherNames(FxRobot robot) {
        for (String name : MovingExhibits.names()) {
            show(robot, name, CLASSIC);
            buttonsOf(node, "The next test digit").forEach(next -> robot.interact(next::fire));
        }
        ClassNames other = ClassNames.values()[ClassNames.values().length - 1];
        robot.interact(() -> model.digitsLoaded(new DigitSets(DIGITS.training(), DIGITS.validation().head(1), other)));
        for (String name : MovingExhibits.names()) {
            show(robot, name, CLASSIC);
            node.lookupAll(".probability-bars").forEach(bars -> assertEquals(other, ((ProbabilityBars) bars).classesProperty().get(), name));
        }
    }

    @Test
    void pixelsArePaintedWithKeysAndReadWithWhatTheNetworkAnswers(FxRobot robot) {
        show(robot, "pixels", CLASSIC);
        PixelPad pad = find(PixelPad.class);
        assertArrayEquals(DIGIT, pad.pictureProperty().get());
        focus(robot, pad);
        robot.interact(() -> pad.pixelProperty().set(5 * 28 + 6));
        press(robot, KeyCode.DELETE);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.ENTER);
        byte[] painted = DIGIT.clone();
        painted[5 * 28 + 6] = 0;
        painted[5 * 28 + 7] = (byte) 255;
        assertArrayEquals(painted, pad.pictureProperty().get());
        press(robot, KeyCode.MINUS);
        painted[5 * 28 + 7] = (byte) (255 - 16);
        ForwardTrace trace = ForwardTrace.of(painted, CLASSIC);
        assertEquals("Row 5, column 7 is pixel 147: grey value 239, so 0.9373 goes into the network. It answers " + answer(trace) + ".", words());
        assertEquals(trace.probability(3), find(ProbabilityBars.class).probabilitiesProperty().get()[3]);
        robot.interact(() -> exhibits.of("pixels").orElseThrow().show(Examples.parameters(20, 9)));
        assertArrayEquals(painted, pad.pictureProperty().get(), "what was painted stays while the network changes");
        fire(robot, "The digit again");
        assertArrayEquals(DIGIT, pad.pictureProperty().get());
        fire(robot, "Black");
        drag(robot, pad, MouseButton.PRIMARY, 2.5 / 28, 0.5 / 28, 12.5 / 28, 0.5 / 28);
        byte[] row = pad.pictureProperty().get();
        assertEquals(11, IntStream.range(0, 784).filter(i -> row[i] == (byte) 255).filter(i -> i >= 2 && i <= 12).count(), "a stroke has no gaps");
    }

    @Test
    void softmaxFollowsTheLogitsThatAPersonMakes(FxRobot robot) {
        show(robot, "softmax", CLASSIC);
        ForwardTrace trace = ForwardTrace.of(DIGIT, CLASSIC);
        SignedBars bars = find(SignedBars.class);
        ProbabilityBars softmax = find(ProbabilityBars.class);
        float[] own = softmax.probabilitiesProperty().get();
        assertEquals(trace.logit(4), bars.barsProperty().get().get(4).value());
        assertEquals(trace.probability(4), own[4], 1e-6);
        fire(robot, "+5 to all");
        assertEquals(trace.logit(4) + 5, bars.barsProperty().get().get(4).value(), 1e-5);
        assertArrayEquals(own, softmax.probabilitiesProperty().get(), 1e-5f);
        fire(robot, "× 10");
        double[] tenfold = IntStream.range(0, 10).mapToDouble(each -> Math.exp(10 * (trace.logit(each) - trace.logit(trace.answer())))).toArray();
        double sum = IntStream.range(0, 10).mapToDouble(each -> tenfold[each]).sum();
        assertEquals(tenfold[4] / sum, softmax.probabilitiesProperty().get()[4], 1e-4);
        fire(robot, "The network's logits");
        assertEquals(trace.logit(4), bars.barsProperty().get().get(4).value());
        focus(robot, bars);
        robot.interact(() -> bars.chosenProperty().set(6));
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.HOME);
        assertEquals(0, bars.barsProperty().get().get(7).value());
        press(robot, KeyCode.RIGHT);
        assertTrue(bars.barsProperty().get().get(7).value() > 0);
        drag(robot, bars, MouseButton.PRIMARY, 0.5, 2.5 / 10, 0.99, 2.5 / 10);
        assertEquals(2, argMax(softmax.probabilitiesProperty().get()), "the logit that was dragged to the end is the largest");
    }

    @Test
    void termsAddUpToTheSumOfTheNeuron(FxRobot robot) {
        show(robot, "terms", CLASSIC);
        Waterfall waterfall = find(Waterfall.class);
        ForwardTrace trace = ForwardTrace.of(DIGIT, CLASSIC);
        int terms = trace.sumOf(new Neuron(1, 0)).terms().size();
        assertEquals(terms + 1, waterfall.addedProperty().get(), "all are added at first");
        assertTrue(words().contains(String.format(Locale.ROOT, " make %.4f;", trace.sum(new Neuron(1, 0))).replace('-', '−')), words());
        focus(robot, waterfall);
        press(robot, KeyCode.HOME);
        press(robot, KeyCode.RIGHT);
        int first = trace.sumOf(new Neuron(1, 0)).terms().get(0).index();
        assertTrue(words().contains("Term 1 of the other " + terms + ": pixel " + first + " "), words());
        assertEquals(first, find(PixelPad.class).pixelProperty().get());
        int third = trace.sumOf(new Neuron(1, 0)).terms().get(2).index();
        robot.interact(() -> find(PixelPad.class).pixelProperty().set(third));
        assertEquals(3, waterfall.addedProperty().get());
        buttonsOf(node, "The next neuron").forEach(next -> robot.interact(next::fire));
        press(robot, KeyCode.END);
        assertTrue(words().contains(String.format(Locale.ROOT, " make %.4f;", trace.sum(new Neuron(1, 1))).replace('-', '−')), words());
        fire(robot, "Add one after the other");
        await(() -> words().contains("Term 5 of"));
        fire(robot, "Stop");
    }

    @Test
    void contributionsAddUpToTheLogit(FxRobot robot) {
        show(robot, "contributions", CLASSIC);
        ForwardTrace trace = ForwardTrace.of(DIGIT, CLASSIC);
        String answer = String.valueOf(trace.answer());
        assertTrue(words().endsWith(String.format(Locale.ROOT, "make the logit of %s: %.4f.", answer, trace.logit(trace.answer()))), words());
        buttonsOf(node, "The next output").forEach(next -> robot.interact(next::fire));
        int next = (trace.answer() + 1) % 10;
        assertTrue(words().endsWith(String.format(Locale.ROOT, "make the logit of %d: %.4f.", next, trace.logit(next)).replace('-', '−')), words());
        focus(robot, find(Waterfall.class));
        press(robot, KeyCode.LEFT);
        assertTrue(words().startsWith("Part "), words());
    }

    @Test
    void aBiasThatIsDraggedShiftsTheSumAndTheAnswer(FxRobot robot) {
        show(robot, "biases", CLASSIC);
        SignedBars biases = find(SignedBars.class);
        await(() -> texts().stream().anyMatch(text -> text.equals(accuracy(CLASSIC))));
        focus(robot, biases);
        press(robot, KeyCode.HOME);
        Parameters first = CLASSIC.copy();
        first.layer(1).bias().set(0, 0, 0);
        assertEquals(first.layer(1).bias().get(0, 0), biases.barsProperty().get().get(0).value());
        assertEquals(ForwardTrace.of(DIGIT, first).probability(5), find(ProbabilityBars.class).probabilitiesProperty().get()[5]);
        fire(robot, "All biases 0");
        Parameters none = CLASSIC.copy();
        none.layers().forEach(layer -> layer.bias().zero());
        assertEquals(ForwardTrace.of(DIGIT, none).probability(5), find(ProbabilityBars.class).probabilitiesProperty().get()[5]);
        await(() -> texts().stream().anyMatch(text -> text.startsWith(accuracy(none)) && text.contains("as learnt")));
        fire(robot, "As learnt");
        for (Bar bar : biases.barsProperty().get()) {
            assertEquals(bar.other().orElseThrow(), bar.value());
        }
    }

    @Test
    void theInputScaleMultipliesTheSumsAndIsMeasuredOnTheTestDigits(FxRobot robot) {
        show(robot, "scale", CLASSIC);
        SignedBars logits = find(SignedBars.class);
        assertEquals(ForwardTrace.of(DIGIT, CLASSIC).logit(2), logits.barsProperty().get().get(2).value());
        fire(robot, "1");
        Parameters grey = new Parameters(CLASSIC.layers(), Inputs.GREY);
        assertEquals(ForwardTrace.of(DIGIT, grey).logit(2), logits.barsProperty().get().get(2).value(), 1e-2);
        Evaluation score = Evaluation.of(grey, DIGITS.validation());
        await(() -> words().contains(String.format(Locale.ROOT, "255 becomes 255.0. ")) && words().contains(String.format(Locale.ROOT, "%.2f %% are right, it is %.2f %% sure",
                100 * score.accuracy(), 100 * score.certainty())));
        robot.interact(() -> exhibits.of("scale").orElseThrow().show(CLASSIC));
        assertEquals(ForwardTrace.of(DIGIT, grey).logit(2), logits.barsProperty().get().get(2).value(), 1e-2, "a new network doesn't move the slider");
    }

    @Test
    void theGradientIsTheSlopeWhereTheWeightWasWiggledTo(FxRobot robot) {
        show(robot, "gradient", CLASSIC);
        Dataset batch = DIGITS.training().head(32);
        ScalarParameter weight = LossCurve.steepest(CLASSIC, batch, 1).get(0);
        await(() -> words().startsWith("At the weight " + shown("%.4f", weight.get(CLASSIC))));
        Slider slider = find(Slider.class);
        focus(robot, slider);
        press(robot, KeyCode.RIGHT);
        double value = weight.get(CLASSIC) + slider.getValue();
        assertTrue(slider.getValue() > 0);
        LossCurve.Point point = LossCurve.at(CLASSIC, weight, batch, value);
        await(() -> words().startsWith("At the weight " + shown("%.4f", point.weight()) + " the loss is " + shown("%.5f", point.loss()) + " and the gradient "
                + shown("%.5f", point.slope())));
        double before = slider.getValue();
        fire(robot, "A step downhill");
        assertEquals(before - 5 * point.slope(), slider.getValue(), 1e-6);
        fire(robot, "As learnt");
        assertEquals(0, slider.getValue());
        buttonsOf(node, "The next weight").forEach(next -> robot.interact(next::fire));
        ScalarParameter second = LossCurve.steepest(CLASSIC, batch, 2).get(1);
        await(() -> texts().contains("weight of layer_1 from pixel " + second.input() + " to neuron " + second.output()));
    }

    @Test
    void bothOptimizersStepFromTheSameGradient(FxRobot robot) {
        show(robot, "step", CLASSIC);
        TwoSteps steps = TwoSteps.of(CLASSIC, DIGITS.training().head(32), 0.001);
        String losses = "The loss of 32 training pictures: " + shown("%.5f", steps.lossBefore()) + ", after SGD's step " + shown("%.5f", steps.lossAfterSgd())
                + ", after Adam's " + shown("%.5f", steps.lossAfterAdam());
        await(() -> texts().stream().anyMatch(text -> text.startsWith(losses)));
        HeatmapGrid sgd = (HeatmapGrid) node.lookupAll(".heatmap-grid").stream().skip(1).findFirst().orElseThrow();
        assertEquals(steps.sgd().change().layer(1).kernel().get(300, 0), sgd.kernelProperty().get().get(300, 0));
        focus(robot, sgd);
        press(robot, KeyCode.RIGHT);
        int pixel = sgd.pointedProperty().get().orElseThrow().pixel();
        assertTrue(words().startsWith("The weight from pixel " + pixel + " has the gradient " + shown("%.6f", steps.gradient().layer(1).kernel().get(pixel, 0))), words());
        buttonsOf(node, "The next neuron").forEach(next -> robot.interact(next::fire));
        assertEquals(steps.sgd().change().layer(1).kernel().get(300, 1), sgd.kernelProperty().get().get(300, 0));
    }

    @Test
    void aDigitIsPushedWithKeysAndWithThePointer(FxRobot robot) {
        sizeAsUsual(robot);
        show(robot, "shift", CLASSIC);
        AnswerMap map = find(AnswerMap.class);
        PixelView picture = find(PixelView.class);
        await(() -> map.shiftsProperty().get().isPresent());
        focus(robot, map);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.LEFT);
        byte[] pushed = Shifts.pushed(DIGIT, 2, -1);
        assertArrayEquals(pushed, picture.pictureProperty().get());
        assertTrue(words().startsWith("Pushed 2 down and 1 left: " + answer(ForwardTrace.of(pushed, CLASSIC))), words());
        drag(robot, picture, MouseButton.PRIMARY, 0.3, 0.3, 0.3 + 3.0 / 28, 0.3 - 4.0 / 28);
        assertEquals(-2, map.downProperty().get());
        assertEquals(2, map.rightProperty().get());
        fire(robot, "Back to the middle");
        assertArrayEquals(DIGIT, picture.pictureProperty().get());
    }

    @Test
    void theReliabilityIsCountedOnTheTestDigits(FxRobot robot) {
        show(robot, "reliability", CLASSIC);
        Reliability expected = Reliability.of(CLASSIC, DIGITS.validation());
        await(() -> words().contains(shown("%.2f points", 100 * expected.gap())));
        NumberTable table = find(NumberTable.class);
        assertEquals(10, table.getItems().size());
        assertEquals(shown("%.0f", expected.groups().get(1).count()), table.getColumns().get(1).getCellData(1).toString().replace(".0", ""));
        Slider slider = find(Slider.class);
        focus(robot, slider);
        press(robot, KeyCode.HOME);
        double gap = Reliability.of(Reliability.divided(CLASSIC, slider.getValue()), DIGITS.validation()).gap();
        await(() -> words().contains(shown("%.2f points", 100 * gap)));
        fire(robot, "As it is");
        await(() -> words().contains(shown("%.2f points", 100 * expected.gap())));
    }

    @Test
    void theSummaryTableAndTheConnectionsPointAtEachOther(FxRobot robot) {
        show(robot, "connections", CLASSIC);
        ConnectionsView view = find(ConnectionsView.class);
        NumberTable table = find(NumberTable.class);
        assertTrue(words().startsWith("layer_1: 784 pixels × 20 neurons = 15,680 weights, and 20 biases: 15,700 of the network's 15,910 numbers."), words());
        robot.interact(() -> table.getSelectionModel().select(1));
        assertEquals(2, view.litProperty().get().layer());
        assertTrue(words().startsWith("layer_2: 20 neurons of layer_1 × 10 outputs = 200 weights, and 10 biases: 210 of"), words());
        focus(robot, view);
        press(robot, KeyCode.LEFT);
        assertEquals(0, table.getSelectionModel().getSelectedItem());
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.DOWN);
        assertTrue(words().startsWith("Neuron 1 of layer_1: a weight for each of the 784 pixels, and one bias: 785 numbers."), words());
        robot.interact(() -> exhibits.of("connections").orElseThrow().show(Examples.parameters(Architecture.relu(), 1)));
        assertTrue(words().startsWith("Output 1 of layer_1: "), words());
    }

    @Test
    void linearNeuronsPassOnWhatReluStops(FxRobot robot) {
        show(robot, "relu", CLASSIC);
        SignedBars bars = find(SignedBars.class);
        ForwardTrace trace = ForwardTrace.of(DIGIT, CLASSIC);
        int stopped = IntStream.range(0, 20).filter(neuron -> trace.sum(new Neuron(1, neuron)) < 0).findFirst().orElseThrow();
        assertEquals(0, bars.barsProperty().get().get(stopped).value());
        assertEquals(trace.sum(new Neuron(1, stopped)), bars.barsProperty().get().get(stopped).other().orElseThrow(), 1e-6);
        focus(robot, find(CheckBox.class));
        robot.interact(() -> find(CheckBox.class).fire());
        assertEquals(trace.sum(new Neuron(1, stopped)), bars.barsProperty().get().get(stopped).value(), 1e-6);
        Parameters twin = LinearTwin.of(CLASSIC);
        assertEquals(ForwardTrace.of(DIGIT, twin).probability(6), find(ProbabilityBars.class).probabilitiesProperty().get()[6]);
        await(() -> texts().stream().anyMatch(text -> text.startsWith(shown("Right on the test digits: %.2f %% with relu, ", 100 * Evaluation.of(CLASSIC, DIGITS.validation()).accuracy())
                + shown("%.2f %% when linear", 100 * Evaluation.of(twin, DIGITS.validation()).accuracy()))));
    }

    @Test
    void neuronsThatBeginAlikeStayAlike(FxRobot robot) {
        show(robot, "alike", CLASSIC);
        fire(robot, "Start with zeros");
        await(() -> words().startsWith("Begun with zeros, step 52 of 52: All 8 neurons are the same to the last bit"));
        fire(robot, "Start with random numbers");
        await(() -> words().startsWith("Begun with random numbers, step 52 of 52: 8 of the 8 neurons differ."));
    }

    @Test
    void fewPicturesAreLearntByHeart(FxRobot robot) {
        show(robot, "overfit", CLASSIC);
        buttonsOf(node, "The number of pictures before").forEach(before -> robot.interact(before::fire));
        fire(robot, "Train");
        await(() -> words().startsWith("After epoch 60 it is right for 100.0 % of the 100 pictures that it learns and for "));
        CurveChart chart = find(CurveChart.class);
        assertEquals(60, chart.modelProperty().get().series().get(1).y().length);
        focus(robot, chart);
        press(robot, KeyCode.RIGHT);
        assertTrue(chart.getAccessibleText().contains("test digits"), chart.getAccessibleText());
    }

    @Test
    void networksOfTwoToAHundredAndTwentyEightNeuronsAreTrainedAndAddedAsTheyCome(FxRobot robot) {
        show(robot, "neurons", CLASSIC);
        CurveChart chart = find(CurveChart.class);
        assertEquals(List.of(), chart.modelProperty().get().series());
        fire(robot, "Train");
        await(() -> words().endsWith("21 of 21 runs done, each 2 epochs of 400 pictures."));
        assertEquals(21, chart.modelProperty().get().series().get(1).y().length, "each run is a dot");
        double[] neurons = Arrays.stream(chart.modelProperty().get().series().get(0).x()).toArray();
        assertArrayEquals(new double[] {2, 4, 8, 16, 32, 64, 128}, neurons);
        double[] means = chart.modelProperty().get().series().get(0).y();
        double mean = LongStream.range(0, 3).mapToDouble(seed -> lastAccuracy(Architecture.relu(2), 2, seed)).average().orElseThrow();
        assertEquals(mean, means[0], 1e-9);
        assertTrue(words().startsWith(String.format(Locale.ROOT, "Right of the test digits on average: 2: %.1f %%, 4: %.1f %%, ", means[0], means[1])), words());
    }

    @Test
    void theSameTrainingIsComparedWithASecondLayerAndWithout(FxRobot robot) {
        show(robot, "layers", CLASSIC);
        buttonsOf(node, "The next pair of networks").forEach(next -> robot.interact(next::fire));
        fire(robot, "Train");
        await(() -> words().endsWith("6 of 6 runs done, each 5 epochs of 400 pictures."));
        double[] one = LongStream.range(0, 3).mapToDouble(seed -> lastAccuracy(Architecture.relu(5), 5, seed)).toArray();
        double[] two = LongStream.range(0, 3).mapToDouble(seed -> lastAccuracy(Architecture.relu(5, 5), 5, seed)).toArray();
        double difference = Arrays.stream(two).average().orElseThrow() - Arrays.stream(one).average().orElseThrow();
        assertTrue(words().startsWith(String.format(Locale.ROOT, "5: 3,985 numbers to learn, %.2f %% right (%.2f to %.2f). 5, 5: 4,015 numbers to learn, ", Arrays.stream(one).average()
                .orElseThrow(), Arrays.stream(one).min().orElseThrow(), Arrays.stream(one).max().orElseThrow())), words());
        assertTrue(words().contains(shown(" The second layer changes that by %+.2f points.", difference)), words());
        buttonsOf(node, "The next pair of networks").forEach(next -> robot.interact(next::fire));
        assertEquals(List.of(), find(CurveChart.class).modelProperty().get().series(), "other networks begin with an empty chart");
    }

    @Test
    void trainingOfAnExhibitEndsWhenItsChapterIsLeft(FxRobot robot) {
        for (String name : List.of("neurons", "layers")) {
            show(robot, name, CLASSIC);
            fire(robot, "Train");
            show(robot, "pixels", CLASSIC);
            await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("sweep")));
            show(robot, name, CLASSIC);
            fire(robot, "Train");
            await(() -> words().contains(" of 400 pictures."));
        }
    }

    private static double lastAccuracy(Architecture architecture, int epochs, long seed) {
        Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), Hyperparameters.NOTEBOOK.withEpochs(epochs).withArchitecture(architecture).withSeed(seed));
        trainer.run(() -> false, snapshot -> { });
        return 100 * trainer.snapshot().curve().epochs().get(epochs - 1).validationAccuracy();
    }

    @Test
    void anEpochIsMeasuredThreeWays(FxRobot robot) {
        show(robot, "threeways", CLASSIC);
        fire(robot, "Train");
        await(() -> words().startsWith("After 2.00 epochs: "));
        assertEquals(3, find(CurveChart.class).modelProperty().get().series().size());
    }

    @Test
    void aScribbleIsFoundThatTheNetworkIsSureOf(FxRobot robot) {
        Parameters sure = Reliability.divided(CLASSIC, 0.02);
        show(robot, "scribble", sure);
        fire(robot, "Scribble");
        await(() -> words().startsWith("Scribble "));
        byte[] first = find(PixelPad.class).pictureProperty().get();
        ForwardTrace trace = ForwardTrace.of(first, sure);
        assertTrue(trace.probability(trace.answer()) >= 0.99f);
        assertTrue(words().contains("was enough: " + answer(trace)), words());
        fire(robot, "Scribble");
        await(() -> !Arrays.equals(first, find(PixelPad.class).pictureProperty().get()));
    }

    @Test
    void mistakesAreSortedAndShown(FxRobot robot) {
        show(robot, "mistakes", CLASSIC);
        fire(robot, "Sort the mistakes");
        int mistakes = Evaluation.of(CLASSIC, DIGITS.validation()).mistakes().size();
        await(60, () -> words().contains("of the " + mistakes + " mistakes are \"unlike training\": "));
        NumberTable table = find(NumberTable.class);
        int sum = IntStream.range(0, 4).map(row -> (int) Double.parseDouble(table.getColumns().get(1).getCellData(row).toString())).sum();
        assertEquals(mistakes, sum);
        robot.interact(() -> table.getSelectionModel().select(1));
        assertTrue(words().contains("are \"ambiguous\": "), words());
    }

    private static String shown(String format, double number) {
        return RoundedText.of(format, number);
    }

    private static String accuracy(Parameters network) {
        return String.format(Locale.ROOT, "right on the test digits: %.2f %%", 100 * Evaluation.of(network, DIGITS.validation()).accuracy());
    }

    private static String answer(ForwardTrace trace) {
        return String.format(Locale.ROOT, "%d with %.2f %%", trace.answer(), 100 * trace.probability(trace.answer()));
    }

    private static int argMax(float[] values) {
        return IntStream.range(0, values.length).reduce((a, b) -> values[b] > values[a] ? b : a).orElseThrow();
    }

    /** Puts an exhibit into the notebook's page. */
    private void show(FxRobot robot, String name, Parameters network) {
        if (views.navigation().viewProperty().get() != View.NOTEBOOK) {
            goTo(robot, View.NOTEBOOK);
        }
        MovingExhibit exhibit = exhibits.of(name).orElseThrow();
        node = exhibit.node();
        robot.interact(() -> {
            ((Pane) scene.lookup("#exhibit")).getChildren().setAll(node);
            exhibit.show(network);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focus(FxRobot robot, Node wanted) {
        robot.interact(wanted::requestFocus);
    }

    private void drag(FxRobot robot, Node on, MouseButton button, double x0, double y0, double x1, double y1) {
        var bounds = on.localToScreen(on.getBoundsInLocal());
        robot.moveTo(bounds.getMinX() + x0 * bounds.getWidth(), bounds.getMinY() + y0 * bounds.getHeight()).press(button)
                .moveTo(bounds.getMinX() + x1 * bounds.getWidth(), bounds.getMinY() + y1 * bounds.getHeight()).release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T extends Node> T find(Class<T> kind) {
        return node.lookupAll("*").stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private void fire(FxRobot robot, String text) {
        Button button = node.lookupAll(".button").stream().map(Button.class::cast).filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<Button> buttonsOf(Node exhibit, String accessibleText) {
        return exhibit.lookupAll(".button").stream().map(Button.class::cast).filter(each -> accessibleText.equals(each.getAccessibleText())).toList();
    }

    private String words() {
        return ((Label) node.lookup(".exhibit-words")).getText();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        node.lookupAll(".label").stream().map(Labeled.class::cast).map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).forEach(texts::add);
        return texts;
    }
}
