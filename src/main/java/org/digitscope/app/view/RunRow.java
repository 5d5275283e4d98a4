package org.digitscope.app.view;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunList;

/** A row of the list of runs: that on screen stands out, and so do hidden ones. */
final class RunRow extends TableRow<KeptRun> {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("left-out");

    private final RunList runs;
    /** Rows come and go while the table is scrolled, so the model must not hold them. */
    private final ChangeListener<Object> follow = (observable, before, after) -> mark();

    RunRow(RunList runs) {
        this.runs = runs;
        runs.currentProperty().addListener(new WeakChangeListener<>(follow));
        itemProperty().flatMap(KeptRun::hiddenProperty).addListener(follow);
        itemProperty().addListener(follow);
    }

    private void mark() {
        KeptRun run = getItem();
        pseudoClassStateChanged(CURRENT, run != null && runs.isCurrent(run));
        pseudoClassStateChanged(HIDDEN, run != null && run.hiddenProperty().get());
    }
}
