package org.digitscope.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** What a person can't see whole: words that are shortened, and whatever reaches beyond the place where it could be scrolled to. */
final class CutOff {

    /** Half a pixel is lost where sizes are rounded. */
    private static final double TOLERANCE = 1.5;
    /** What is laid out may choose other words, which are laid out again; the toolkit does so as often before it paints. */
    private static final int PASSES = 3;

    private final List<String> found = new ArrayList<>();

    private CutOff() {
    }

    /** A line for each fault of what the scene shows now; to be called on the FX thread. */
    static List<String> cutOff(Scene scene) {
        CutOff cutOff = new CutOff();
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        // what is put into a list or a table by the first pass is placed by the second
        scene.getRoot().layout();
        cutOff.look(scene.getRoot(), place(scene.getRoot()));
        return cutOff.found;
    }

    /** @param frame what of the scene can be seen, perhaps after scrolling */
    private void look(Node node, Bounds frame) {
        if (!node.isVisible() || isEmptyCell(node)) {
            return;
        }
        Bounds place = place(node);
        if (node instanceof Labeled labeled) {
            lookAtText(labeled);
        }
        if (node.isManaged() && isSeen(node) && !isWithin(place, frame)) {
            found.add(name(node) + " at " + text(place) + " is not within " + text(frame));
            return;
        }
        if (node instanceof VirtualFlow<?> flow) {
            // its cells come into sight by scrolling
            flow.lookupAll(".cell").stream().filter(Labeled.class::isInstance).filter(CutOff::isShown).map(Labeled.class::cast)
                    .forEach(this::lookAtText);
        } else if (node instanceof ScrollPane pane && pane.getContent() != null) {
            lookForBar(pane);
            look(pane.getContent(), place(pane.getContent()));
        } else if (node instanceof Parent parent && !node.getStyleClass().contains("column-header-background")
                && !node.getStyleClass().contains("text-input")) {
            // what a row has no room for would lie over what is beside it
            Bounds inner = node instanceof HBox ? place : frame;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inner));
        } else if (node instanceof Parent parent) {
            parent.lookupAll(".label").stream().filter(CutOff::isShown).filter(Labeled.class::isInstance).map(Labeled.class::cast)
                    .forEach(this::lookAtText);
        }
    }

    /** What has no room can be scrolled to, and one sees that it can. */
    private void lookForBar(ScrollPane pane) {
        double higher = pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        boolean hasBar = pane.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getParent() == pane && bar.getOrientation() == Orientation.VERTICAL && bar.isVisible());
        if (higher > TOLERANCE && !hasBar && pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER) {
            found.add(name(pane) + " has no scroll bar for " + higher);
        }
    }

    private void lookAtText(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank()) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.isVisible()) {
                boolean shortened = text.getText().endsWith(labeled.getEllipsisString()) && !whole.endsWith(labeled.getEllipsisString());
                Bounds shown = text.getBoundsInParent();
                // a space at the end of a wrapped line reaches beyond it
                boolean outside = !labeled.isWrapText() && shown.getWidth() > labeled.getWidth() + TOLERANCE
                        || shown.getHeight() > labeled.getHeight() + TOLERANCE;
                if (shortened || outside || text.getText().isEmpty()) {
                    found.add(name(labeled) + " shows '" + text.getText() + "' at " + text(place(labeled)));
                }
            }
        }
    }

    private static boolean isEmptyCell(Node node) {
        return node instanceof IndexedCell<?> cell && cell.isEmpty();
    }

    /** Whether there is anything to see of it. */
    private static boolean isSeen(Node node) {
        return node.getLayoutBounds().getWidth() > 0 && node.getLayoutBounds().getHeight() > 0;
    }

    private static boolean isShown(Node node) {
        return OpenWindow.isShown(node) && !isEmptyCell(node);
    }

    /** By its layout, in the scene: what a shadow or a focus ring adds may be cut. */
    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean isWithin(Bounds inner, Bounds outer) {
        Rectangle2D room = new Rectangle2D(outer.getMinX() - TOLERANCE, outer.getMinY() - TOLERANCE,
                Math.max(0, outer.getWidth() + 2 * TOLERANCE), Math.max(0, outer.getHeight() + 2 * TOLERANCE));
        return room.contains(new Rectangle2D(inner.getMinX(), inner.getMinY(), inner.getWidth(), inner.getHeight()));
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled && labeled.getText() != null ? " '" + labeled.getText() + "'" : "";
        String id = node.getId() == null ? "" : "#" + node.getId();
        Parent around = node.getParent();
        return node.getClass().getSimpleName() + id + String.join(".", node.getStyleClass()) + words
                + (around == null ? "" : " in " + around.getClass().getSimpleName() + around.getStyleClass());
    }

    private static String text(Bounds bounds) {
        return String.format("%.0f,%.0f %.0f×%.0f", bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}
