package org.digitscope.app.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.data.ClassNames;
import org.digitscope.drawing.OtherHands;
import org.digitscope.explain.Familiarity.Level;

/** Offers a network that was shown more ways to write beside a drawing that is unlike all that this one was shown. */
final class OtherHandsOffer {

    private OtherHandsOffer() {
    }

    static void show(Hyperlink link, AppModel model, Lookalikes lookalikes) {
        link.setOnAction(event -> {
            link.setVisited(false);
            model.pictures().handsProperty().set(new OtherHands(OtherHands.USUAL.share(), model.pictures().handsProperty().get().seed()));
        });
        link.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.classes() == ClassNames.DIGITS
                && model.pictures().handsProperty().get().isNone()
                && lookalikes.foundProperty().get().map(found -> found.judgement().level() == Level.UNLIKE_ANYTHING).orElse(false),
                model.digitsProperty(), model.pictures().handsProperty(), lookalikes.foundProperty()));
    }
}
