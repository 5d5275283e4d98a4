package org.digitscope.app.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A row of small pictures of digits, each with a line of text below. */
public final class Thumbnails extends HBox {

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
    }

    public void show(List<Entry> entries) {
        getChildren().setAll(entries.stream().map(Thumbnails::box).toList());
    }

    /** One picture with its text, to be placed in another way than in a row. */
    public static VBox box(Entry entry) {
        PixelView view = new PixelView();
        view.pictureProperty().set(entry.pixels());
        view.setAccessibleText(entry.text());
        Label text = new Label(entry.text());
        text.getStyleClass().add("text-muted");
        VBox box = new VBox(view, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("thumbnail");
        return box;
    }
}
