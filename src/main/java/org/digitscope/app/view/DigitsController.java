package org.digitscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.DigitCell;
import org.digitscope.app.control.GalleryKeys;
import org.digitscope.app.control.MatrixView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.AnswerLists;
import org.digitscope.app.study.AnswerLists.Answered;
import org.digitscope.app.study.AnswerLists.Asked;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.ClassNames;
import org.digitscope.data.Dataset;
import org.digitscope.drawing.Backdrop;
import org.digitscope.evaluation.AnsweredDigits;
import org.digitscope.evaluation.AnsweredDigits.Order;
import org.digitscope.evaluation.DigitFilter;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.plot.RoundedText;

/** How the shown network answers every digit: the confusion matrix, and the digits behind each of its numbers. */
public final class DigitsController {

    /** A digit with its caption, in letters. */
    private static final double CELL_WIDTH = 4.8;
    private static final double CELL_HEIGHT = 5.9;

    private final AppModel model;
    private final Appearance appearance;
    private final PadModel drawing;
    private final Navigation navigation;
    private final AnswerLists answers;

    @FXML
    private VBox root;
    @FXML
    private ComboBox<Asked> set;
    @FXML
    private Label score;
    @FXML
    private CheckBox percent;
    @FXML
    private MatrixView confusion;
    @FXML
    private NumberTable perDigit;
    @FXML
    private TextField filter;
    @FXML
    private Label problem;
    @FXML
    private ComboBox<Order> order;
    @FXML
    private Label count;
    @FXML
    private GridView<Integer> gallery;
    @FXML
    private Label detail;
    @FXML
    private Button toPad;
    @FXML
    private Button why;

    private Optional<Answered> answered = Optional.empty();
    private final ObjectProperty<Optional<Integer>> selected;

    public DigitsController(AppModel model, Appearance appearance, PadModel drawing, Navigation navigation, AnswerLists answers) {
        this.model = model;
        this.appearance = appearance;
        this.drawing = drawing;
        this.navigation = navigation;
        this.answers = answers;
        selected = answers.chosenProperty();
    }

    @FXML
    private void initialize() {
        appearance.applyTo(confusion);
        appearance.applyTo(perDigit);
        // not by the stylesheet: a change of theme resets the sizes that it sets, which the grid doesn't bear
        gallery.cellWidthProperty().bind(appearance.letter().multiply(CELL_WIDTH));
        gallery.cellHeightProperty().bind(appearance.letter().multiply(CELL_HEIGHT));
        offerSets();
        model.digitsProperty().addListener((observable, before, after) -> offerSets());
        set.valueProperty().bindBidirectional(answers.askedProperty());
        order.getItems().setAll(Order.values());
        order.setValue(Order.LARGEST_LOSS);
        order.valueProperty().addListener((observable, before, after) -> showGallery());
        percent.selectedProperty().addListener((observable, before, after) -> showMatrix());
        filter.textProperty().addListener((observable, before, after) -> {
            // what is typed speaks of another cell, or of none
            if (!words(confusion.chosenProperty().get()).equals(after)) {
                confusion.chosenProperty().set(Optional.empty());
            }
            showGallery();
        });
        confusion.chosenProperty().addListener((observable, before, after) -> {
            if (after.isPresent() || words(before).equals(filter.getText())) {
                filter.setText(words(after));
            }
        });
        gallery.setCellFactory(view -> new DigitCell(this::picture, this::caption, this::isRight, selected, this::select));
        new GalleryKeys(gallery, selected, this::select);
        perDigit.addTextColumn("class", row -> classes().numbered(row));
        perDigit.addColumn("count", "%.0f", row -> evaluation().truthCount(row));
        perDigit.addColumn("precision", "%.2f", row -> 100 * evaluation().precision(row));
        perDigit.addColumn("recall", "%.2f", row -> 100 * evaluation().recall(row));
        perDigit.addColumn("F1", "%.2f", row -> 100 * evaluation().f1(row));
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        answers.watch(root.visibleProperty());
        answers.answeredProperty().addListener((observable, before, after) -> show(after));
        filter.textProperty().bindBidirectional(navigation.filterProperty());
        show(answers.answeredProperty().get());
    }

    /** Of clothes there are no other hands. */
    private void offerSets() {
        if (classes() == ClassNames.DIGITS) {
            set.getItems().setAll(Asked.values());
        } else {
            set.getItems().setAll(Asked.TEST, Asked.TRAINING);
        }
    }

    @FXML
    private void sendToPad() {
        selected.get().ifPresent(picture -> drawing.load(Backdrop.ofDigit(digits().data().image(picture))));
    }

    @FXML
    private void explain() {
        sendToPad();
        navigation.viewProperty().set(View.WHY);
    }

    private void show(Optional<Answered> after) {
        boolean sameSet = answered.map(each -> each.digits().data()).equals(after.map(each -> each.digits().data()));
        answered = after;
        selected.set(sameSet ? selected.get() : Optional.empty());
        score.setText(after.map(found -> String.format(Locale.ROOT, "%s: accuracy %.2f %% (%,d of %,d), loss %s", found.network().place(),
                100 * evaluation().accuracy(), evaluation().correct(), evaluation().size(), RoundedText.of("%.4f", evaluation().loss()))).orElse("scoring…"));
        perDigit.showRows(after.isPresent() ? Dataset.CLASSES : 0);
        if (after.isPresent()) {
            showMatrix();
            showGallery();
        } else {
            confusion.contentProperty().set(null);
            gallery.setItems(FXCollections.observableArrayList());
            count.setText("");
        }
        showDetail();
    }

    /** The filter for a cell; without one for all mistakes. */
    private static String words(Optional<MatrixView.Cell> cell) {
        return cell.map(each -> "true:" + each.row() + " said:" + each.column()).orElse("wrong");
    }

    private void showMatrix() {
        if (answered.isEmpty()) {
            return;
        }
        confusion.contentProperty().set(ConfusionContent.of(evaluation().score().confusion(), percent.isSelected()));
    }

    private void showGallery() {
        if (answered.isEmpty()) {
            return;
        }
        try {
            DigitFilter wanted = DigitFilter.parse(filter.getText());
            problem.setText("");
            List<Integer> pictures = digits().list(wanted.on(digits()),
                    order.getValue());
            gallery.setItems(FXCollections.observableArrayList(pictures));
            count.setText(String.format(Locale.ROOT, "%,d of %,d", pictures.size(), digits().data().size()));
        } catch (IllegalArgumentException unknown) {
            problem.setText(unknown.getMessage());
            // what was found before isn't what is asked for now
            gallery.setItems(FXCollections.observableArrayList());
            count.setText("");
        }
    }

    private void select(int picture) {
        selected.set(Optional.of(picture));
        showDetail();
    }

    private void showDetail() {
        boolean nothing = answered.isEmpty() || selected.get().isEmpty();
        toPad.setDisable(nothing);
        why.setDisable(nothing);
        detail.setText(nothing ? "Choose a digit to read what the network says to it." : text(selected.get().orElseThrow(), ""));
        if (!nothing) {
            int picture = selected.get().orElseThrow();
            answers.rightSince(digits(), picture, since -> detail.setText(text(picture, since)));
        }
    }

    private String text(int picture, String since) {
        return String.format(Locale.ROOT, "index %d: true %s, said %s with %.2f %%, margin %s %%, loss %s. %s", picture,
                classes().numbered(digits().truth(picture)), classes().numbered(digits().answer(picture)), 100 * digits().probability(picture),
                RoundedText.of("%.2f", 100 * digits().margin(picture)), RoundedText.of("%.4f", digits().loss(picture)), since);
    }

    private byte[] picture(int index) {
        return digits().data().image(index);
    }

    private String caption(int index) {
        return digits().truth(index) + (isRight(index) ? "" : " → " + digits().answer(index));
    }

    private boolean isRight(int index) {
        return digits().isRight(index);
    }

    private ClassNames classes() {
        return model.classes();
    }

    private AnsweredDigits digits() {
        return answered.orElseThrow().digits();
    }

    private Evaluation evaluation() {
        return digits().evaluation();
    }
}
