package org.digitscope.app.view;

import org.digitscope.app.control.DrawingPad;
import org.digitscope.app.study.PadModel;

/** Leads what a pad's pen does to the drawing. */
record ModelPen(PadModel drawing) implements DrawingPad.Pen {

    @Override
    public void down(double x, double y) {
        drawing.penDown(x, y);
    }

    @Override
    public void eraserDown(double x, double y) {
        drawing.eraserDown(x, y);
    }

    @Override
    public void moveTo(double x, double y) {
        drawing.moveTo(x, y);
    }

    @Override
    public void up() {
        drawing.up();
    }

    @Override
    public double eraserWidth() {
        return drawing.eraserWidth();
    }
}
