package org.digitscope.app.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitscope.data.Dataset;

/** Small pictures of digits, each with a line of text below, in a row or where that is too narrow in several. */
public final class Thumbnails extends FlowPane {

    /**
     * One picture.
     *
     * @param pixels 784 grey values
     * @param text stands below
     */
    public record Entry(byte[] pixels, String text) {
    }

    public Thumbnails() {
        getStyleClass().add("thumbnails");
        show(List.of());
    }

    public void show(List<Entry> entries) {
        getChildren().setAll(entries.stream().map(Thumbnails::box).toList());
        if (entries.isEmpty()) {
            // keeps the place of those to come
            VBox place = box(new Entry(new byte[Dataset.PIXELS], ""));
            place.setVisible(false);
            getChildren().add(place);
        }
    }

    /** One picture with its text, to be placed in another way than in a row. */
    public static VBox box(Entry entry) {
        PixelView view = new PixelView();
        view.pictureProperty().set(entry.pixels());
        view.setAccessibleText(entry.text());
        Label text = new Label(entry.text());
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.getStyleClass().add("text-muted");
        VBox box = new VBox(view, text);
        box.setAlignment(Pos.CENTER);
        box.setFillWidth(false);
        box.getStyleClass().add("thumbnail");
        return box;
    }
}
