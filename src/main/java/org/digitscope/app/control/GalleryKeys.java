package org.digitscope.app.control;

import impl.org.controlsfx.skin.GridViewSkin;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.GridView;

/** Lets the arrow keys, Home and End move the choice in a gallery of {@link DigitCell}s; the focus and what is in sight follow. */
public final class GalleryKeys {

    private final GridView<Integer> gallery;
    private final ObservableValue<Optional<Integer>> chosen;
    private final IntConsumer choose;

    /**
     * @param chosen the number of the digit that is chosen, if any
     * @param choose called with the number of the digit that a key leads to
     */
    public GalleryKeys(GridView<Integer> gallery, ObservableValue<Optional<Integer>> chosen, IntConsumer choose) {
        this.gallery = gallery;
        this.chosen = chosen;
        this.choose = choose;
        gallery.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Whether it is a gallery or a digit in one. */
    public static boolean isIn(Node node) {
        return node instanceof GridView<?> || node != null && node.getParent() instanceof DigitCell;
    }

    private void press(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        if (plain && (code.isArrowKey() || code == KeyCode.HOME || code == KeyCode.END) && !gallery.getItems().isEmpty()) {
            int to = target(code, start());
            if (to >= 0 && to < gallery.getItems().size()) {
                choose.accept(gallery.getItems().get(to));
                show(to);
            }
            event.consume();
        }
    }

    private int target(KeyCode code, int from) {
        int last = gallery.getItems().size() - 1;
        if (code == KeyCode.END) {
            return last;
        }
        if (code == KeyCode.HOME || from < 0) {
            return 0;
        }
        return switch (code) {
            case LEFT -> from - 1;
            case RIGHT -> from + 1;
            case UP -> from - columns();
            // the last row may be shorter
            default -> from / columns() < last / columns() ? Math.min(last, from + columns()) : from;
        };
    }

    /** The place of the digit with the focus, or else of the chosen one; -1 where neither is in the gallery. */
    private int start() {
        Node focused = gallery.getScene().getFocusOwner();
        Optional<Integer> from = focused.getParent() instanceof DigitCell cell ? Optional.of(cell.getItem()) : chosen.getValue();
        return from.map(gallery.getItems()::indexOf).orElse(-1);
    }

    private void show(int place) {
        VirtualFlow<?> rows = (VirtualFlow<?>) gallery.lookup("#virtual-flow");
        rows.scrollTo(place / columns());
        gallery.layout();
        // a row that wasn't there before may be cut off
        rows.scrollTo(place / columns());
        gallery.layout();
        gallery.lookupAll(".grid-cell").stream().map(DigitCell.class::cast)
                .filter(cell -> gallery.getItems().get(place).equals(cell.getItem())).findFirst().ifPresent(DigitCell::focus);
    }

    private int columns() {
        return ((GridViewSkin<?>) gallery.getSkin()).computeMaxCellsInRow();
    }
}
