package org.digitscope.app.exhibit;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import org.digitscope.app.control.AnswerMap;
import org.digitscope.app.control.PixelView;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.data.Dataset;
import org.digitscope.explain.exhibit.Shifts;
import org.digitscope.network.Parameters;

/** A digit to push about, and the answers at all places that it can be pushed to. */
final class ShiftExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final LatestQuestion asking;
    private final NumberChoice digit;
    private final PixelView picture;
    private final AnswerMap map;
    private final Label words = ExhibitParts.words();
    /** Where the pointer took hold of the digit, less what it was pushed by then, in pixels of the picture. */
    private double heldX;
    private double heldY;

    ShiftExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        asking = new LatestQuestion(parts.model().background());
        digit = parts.digit().choice();
        map = parts.painted(new AnswerMap());
        picture = parts.painted(new PixelView());
        picture.getStyleClass().add("exhibit-picture");
        picture.setOnMousePressed(event -> {
            map.requestFocus();
            heldX = event.getX() / cell() - map.rightProperty().get();
            heldY = event.getY() / cell() - map.downProperty().get();
        });
        picture.setOnMouseDragged(event -> map.choose((int) Math.round(event.getY() / cell() - heldY), (int) Math.round(event.getX() / cell() - heldX)));
        map.downProperty().addListener((observable, before, after) -> push());
        map.rightProperty().addListener((observable, before, after) -> push());
        setRows(ExhibitParts.choices(digit, ExhibitParts.button("Back to the middle", () -> map.choose(0, 0))),
                ExhibitParts.pictures(ExhibitParts.headed("push it with the pointer", picture),
                        ExhibitParts.headed("the answer at each place; orange is wrong", map)), words);
    }

    private double cell() {
        return Math.min(picture.getWidth(), picture.getHeight()) / Dataset.COLUMNS;
    }

    @Override
    void refresh() {
        parts.digit().offer(digit);
        Parameters asked = network();
        byte[] pixels = parts.digit().pixels();
        int truth = parts.digit().truth();
        asking.askAgain(() -> Shifts.of(pixels, truth, asked), found -> {
            map.shiftsProperty().set(Optional.of(found));
            push();
        });
        push();
    }

    private void push() {
        int down = map.downProperty().get();
        int right = map.rightProperty().get();
        byte[] pushed = Shifts.pushed(parts.digit().pixels(), down, right);
        picture.pictureProperty().set(pushed);
        picture.setAccessibleText("The digit, pushed down by " + down + " and right by " + right);
        map.shiftsProperty().get().ifPresent(found -> words.setText(String.format(Locale.ROOT, "Pushed %s and %s: %s with %.2f %%, %s. Of the %d places the network is right at %d.",
                word(down, "down", "up"), word(right, "right", "left"), parts.name(found.answer(down, right)), 100 * found.probability(down, right),
                found.isRight(down, right) ? "right" : "wrong", Shifts.SIDE * Shifts.SIDE, found.right())));
    }

    private static String word(int pixels, String positive, String negative) {
        return Math.abs(pixels) + " " + (pixels < 0 ? negative : positive);
    }
}
