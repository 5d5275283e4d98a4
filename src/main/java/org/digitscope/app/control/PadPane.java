package org.digitscope.app.control;

import javafx.scene.layout.Region;

/**
 * The drawing pad and what is said to the drawing, one below the other: pad, stages of the fit, answer, bars. Where that is too high the
 * bars stand beside a smaller pad, and the stages last, so that pad, answer and bars are seen at once. What is said changes no place.
 */
public final class PadPane extends PlacedParts {

    /** Of the least height of a pad above the bars, that of one beside them. */
    private static final double LEAST_BESIDE = 0.6;

    private Region pad;
    private Region stages;
    private Region seen;
    private Region caption;
    private Region words;
    private Region bars;

    public Region getPad() {
        return pad;
    }

    /** A square; below its least height there is a smaller one beside the bars. */
    public void setPad(Region drawn) {
        pad = add(drawn);
    }

    public Region getStages() {
        return stages;
    }

    public void setStages(Region row) {
        stages = add(row);
    }

    public Region getSeen() {
        return seen;
    }

    /** A square as well, left of the words. */
    public void setSeen(Region picture) {
        seen = add(picture);
    }

    public Region getCaption() {
        return caption;
    }

    /** Below the picture, where there is room. */
    public void setCaption(Region text) {
        caption = add(text);
    }

    public Region getWords() {
        return words;
    }

    /** Their least height is to be that of all they may say. */
    public void setWords(Region answer) {
        words = add(answer);
    }

    public Region getBars() {
        return bars;
    }

    public void setBars(Region probabilities) {
        bars = add(probabilities);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(leastPad() + getSpacing() + bars.minWidth(-1), seen.minWidth(-1) + getSpacing() + words.minWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return leastPad() + leastAnswer(width) + stages.prefHeight(width) + 2 * getSpacing();
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightBelow(width) + Math.min(width, pad.prefHeight(-1)) - pad.minHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        if (getHeight() < heightBelow(getWidth())) {
            layOutBeside(getWidth(), getHeight());
        } else {
            layOutBelow(getWidth(), getHeight());
        }
    }

    private void layOutBelow(double width, double height) {
        double rest = stages.prefHeight(width) + answer(width) + bars.minHeight(-1) + 3 * getSpacing();
        double side = Math.floor(Math.min(Math.min(width, pad.prefHeight(-1)), height - rest));
        place(pad, 0, 0, width, side);
        double y = side + getSpacing();
        place(stages, 0, y, width, stages.prefHeight(width));
        y += stages.prefHeight(width) + getSpacing();
        placeAnswer(y, width, answer(width));
        y += answer(width) + getSpacing();
        place(bars, 0, y, width, height - y);
    }

    private void layOutBeside(double width, double height) {
        double row = stages.prefHeight(width);
        double room = height - row - 2 * getSpacing();
        double side = Math.floor(Math.max(leastPad(), Math.min(width - getSpacing() - bars.minWidth(-1), room - leastAnswer(width))));
        place(pad, 0, 0, side, side);
        place(bars, side + getSpacing(), 0, width - side - getSpacing(), side);
        double answer = Math.max(leastAnswer(width), Math.min(answer(width), room - side));
        placeAnswer(side + getSpacing(), width, answer);
        place(stages, 0, side + answer + 2 * getSpacing(), width, row);
    }

    private void placeAnswer(double y, double width, double height) {
        boolean large = seen.prefHeight(-1) <= height && words.minHeight(besideSeen(width, seen.prefWidth(-1))) <= height;
        double side = large ? seen.prefWidth(-1) : seen.minWidth(-1);
        boolean named = large && side + caption.prefHeight(-1) <= height;
        caption.setVisible(named);
        place(seen, 0, y, side, side);
        place(caption, 0, y + side, side, caption.prefHeight(-1));
        place(words, side + getSpacing(), y, besideSeen(width, side), height);
    }

    private double besideSeen(double width, double side) {
        return width - side - getSpacing();
    }

    /** The least height with the bars below the pad. */
    private double heightBelow(double width) {
        return pad.minHeight(-1) + stages.prefHeight(width) + answer(width) + bars.minHeight(-1) + 3 * getSpacing();
    }

    private double leastPad() {
        return LEAST_BESIDE * pad.minHeight(-1);
    }

    /** With the picture in full size and its caption. */
    private double answer(double width) {
        return Math.max(seen.prefHeight(-1) + caption.prefHeight(-1), words.minHeight(besideSeen(width, seen.prefWidth(-1))));
    }

    private double leastAnswer(double width) {
        return Math.max(seen.minHeight(-1), words.minHeight(besideSeen(width, seen.minWidth(-1))));
    }
}
