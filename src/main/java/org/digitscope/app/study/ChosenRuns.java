package org.digitscope.app.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.digitscope.app.run.KeptRun;
import org.digitscope.app.run.RunList;

/** Which runs of the list a person has chosen, and which two of all are compared. */
public final class ChosenRuns {

    /** Two runs that are compared, each of whatever list of networks it is. */
    public record Pair(KeptRun first, KeptRun second) {
    }

    private final RunList list;
    private final ReadOnlyObjectWrapper<List<KeptRun>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ChosenRuns(RunList list) {
        this.list = list;
        list.runs().addListener((ListChangeListener<KeptRun>) change -> pairUp());
        list.beforeProperty().addListener((observable, before, after) -> pairUp());
        list.currentProperty().addListener((observable, before, after) -> pairUp());
        pairUp();
    }

    /** In the order of the list. */
    public ReadOnlyObjectProperty<List<KeptRun>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(List<KeptRun> runs) {
        List<KeptRun> wanted = list.runs().stream().filter(runs::contains).toList();
        if (!wanted.equals(chosen.get())) {
            chosen.set(wanted);
            pairUp();
        }
    }

    /**
     * The first two of the chosen runs; where one is chosen, it and the one on screen; where none is, the run before and the one on screen.
     * The older one comes first.
     */
    public ReadOnlyObjectProperty<Optional<Pair>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    private void pairUp() {
        List<KeptRun> two = Stream.of(chosen.get().stream().filter(list.runs()::contains), list.runs().stream().filter(list::isCurrent),
                list.beforeProperty().get().stream(), list.runs().stream()).flatMap(some -> some).distinct().limit(2)
                .sorted((one, other) -> Integer.compare(one.number(), other.number())).toList();
        pair.set(two.size() < 2 ? Optional.empty() : Optional.of(new Pair(two.get(0), two.get(1))));
    }
}
