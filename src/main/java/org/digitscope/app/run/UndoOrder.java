package org.digitscope.app.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Undo belongs to what was last changed: the order of steps in several things that a person changes. */
public final class UndoOrder {

    private final List<Undoable> all;
    private final Deque<Undoable> done = new ArrayDeque<>();
    private final Deque<Undoable> undone = new ArrayDeque<>();
    private final BooleanBinding canUndo;
    private final BooleanBinding canRedo;

    public UndoOrder(Undoable... all) {
        this.all = List.of(all);
        this.all.forEach(each -> each.setOnStep(() -> {
            done.push(each);
            undone.clear();
        }));
        canUndo = Bindings.createBooleanBinding(() -> this.all.stream().anyMatch(each -> each.canUndo().get()),
                this.all.stream().map(Undoable::canUndo).toArray(Observable[]::new));
        canRedo = Bindings.createBooleanBinding(() -> this.all.stream().anyMatch(each -> each.canRedo().get()),
                this.all.stream().map(Undoable::canRedo).toArray(Observable[]::new));
    }

    public BooleanBinding canUndo() {
        return canUndo;
    }

    public BooleanBinding canRedo() {
        return canRedo;
    }

    public void undo() {
        next(done, each -> each.canUndo().get()).ifPresent(last -> {
            last.undo();
            undone.push(last);
        });
    }

    public void redo() {
        next(undone, each -> each.canRedo().get()).ifPresent(last -> {
            last.redo();
            done.push(last);
        });
    }

    /** The last one in this order that still can; steps may be gone with the network that they changed. */
    private Optional<Undoable> next(Deque<Undoable> order, Predicate<Undoable> can) {
        while (!order.isEmpty()) {
            Undoable last = order.pop();
            if (can.test(last)) {
                return Optional.of(last);
            }
        }
        return all.stream().filter(can).findFirst();
    }
}
