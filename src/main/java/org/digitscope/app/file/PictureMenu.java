package org.digitscope.app.file;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.control.PaintedRegion;
import org.digitscope.app.control.SvgPicture;
import org.digitscope.plot.Palette;

/**
 * The menu behind the right button (or the menu key) on every picture of the window: it saves the picture as PNG, and a chart
 * or a network as SVG too, from the dark theme also in the colours of the light one, as for paper. On the drawing pad the right button erases.
 */
public final class PictureMenu {

    private final FileDialogs files;
    private final Appearance appearance;
    private final ContextMenu menu = new ContextMenu();

    public PictureMenu(FileDialogs files, Appearance appearance) {
        this.files = files;
        this.appearance = appearance;
    }

    public void install(Scene scene) {
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Node target = event.isKeyboardTrigger() ? scene.getFocusOwner() : (Node) event.getTarget();
            menu.hide();
            picture(target).ifPresent(picture -> {
                show(picture, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        });
    }

    private static Optional<PaintedRegion> picture(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof PaintedRegion picture) {
                return node instanceof DrawingPad ? Optional.empty() : Optional.of(picture);
            }
        }
        return Optional.empty();
    }

    private void show(PaintedRegion picture, double x, double y) {
        String name = picture.getId() == null ? "picture" : picture.getId();
        menu.getItems().clear();
        addItems(picture, name, "", appearance.palette());
        if (appearance.palette() != Palette.LIGHT) {
            addItems(picture, name, " in Light Colours", Palette.LIGHT);
        }
        menu.show(picture, x, y);
    }

    private void addItems(PaintedRegion picture, String name, String colours, Palette palette) {
        menu.getItems().add(item("Save as PNG" + colours + "…", () -> files.savePicture(picture, palette, name + ".png")));
        if (picture instanceof SvgPicture drawn) {
            drawn.svg(palette).ifPresent(document -> menu.getItems().add(item("Save as SVG" + colours + "…", () -> files.saveSvg(document, name + ".svg"))));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
