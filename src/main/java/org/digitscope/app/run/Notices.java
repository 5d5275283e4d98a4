package org.digitscope.app.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What the person should know: one thing that was said last, and beside it a remark on what was done, which stays when something else is
 * said. What a sentence names to do stands beside it to be pressed.
 */
public final class Notices {

    /**
     * Something to do about a notice.
     *
     * @param label of its button
     */
    public record Action(String label, Runnable run) {
    }

    private record Said(String sentence, boolean serious, List<Action> actions) {
    }

    private static final Said NOTHING = new Said("", false, List.of());

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper serious = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Action>> actions = new ReadOnlyObjectWrapper<>(List.of());
    private Said said = NOTHING;
    private Said remark = NOTHING;

    /** The sentences; empty when there is nothing to say. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Whether something went wrong. */
    public ReadOnlyBooleanProperty seriousProperty() {
        return serious.getReadOnlyProperty();
    }

    /** What can be done about it. */
    public ReadOnlyObjectProperty<List<Action>> actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** Says what happened. */
    public void tell(String sentence, Action... offered) {
        say(new Said(sentence, false, List.of(offered)));
    }

    /** Says what went wrong. */
    public void warn(String sentence, Action... offered) {
        say(new Said(sentence, true, List.of(offered)));
    }

    /** Says something that stays beside whatever is said next, until it is read or another remark is made. */
    public void remark(String sentence, Action... offered) {
        remark = new Said(sentence, false, List.of(offered));
        show();
    }

    /** What was said no longer holds. */
    public void dismiss() {
        say(NOTHING);
    }

    /** This sentence no longer holds, if it was the last one. */
    public void withdraw(String sentence) {
        if (said.sentence.equals(sentence)) {
            dismiss();
        }
    }

    /** The person has read all, or goes on. */
    public void close() {
        remark = NOTHING;
        dismiss();
    }

    /** Time to read has passed: what only tells of something done goes, and the remark with it; what asks for something stays. */
    public void fade() {
        remark = NOTHING;
        say(said.serious || !said.actions.isEmpty() ? said : NOTHING);
    }

    private void say(Said next) {
        said = next;
        show();
    }

    private void show() {
        serious.set(said.serious);
        actions.set(Stream.of(said, remark).flatMap(each -> each.actions.stream()).toList());
        text.set(Stream.of(said, remark).map(Said::sentence).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" ")));
    }
}
