package org.digitscope.app.control;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** A small picture that switches one step of a treatment on and off, and shows what the step makes. */
public final class StageToggle extends ToggleButton {

    private final PixelView picture = new PixelView();

    /**
     * @param label a few words, read out
     * @param reason what it does, for the tooltip
     */
    public StageToggle(String label, String reason) {
        getStyleClass().add("stage-toggle");
        setGraphic(picture);
        setSelected(true);
        setAccessibleText(label);
        setTooltip(new Tooltip(label + "\n" + reason));
    }

    /** 784 grey values. */
    public void setPicture(byte[] pixels) {
        picture.pictureProperty().set(pixels);
    }
}
