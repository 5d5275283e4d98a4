package org.digitscope.app.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Parts with places of their own, whose heights depend on the width; with the spacing that the stylesheet gives a column. */
abstract class PlacedParts extends VBox {

    /** Takes a part in, and gives it back. */
    final Region add(Region part) {
        getChildren().add(part);
        return part;
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Places a part on whole pixels. A size that were rounded by itself could reach beyond its neighbour or the edge by a pixel. */
    final void place(Region part, double x, double y, double width, double height) {
        double left = snapPositionX(x);
        double upper = snapPositionY(y);
        part.resizeRelocate(left, upper, snapPositionX(x + width) - left, snapPositionY(y + height) - upper);
    }
}
