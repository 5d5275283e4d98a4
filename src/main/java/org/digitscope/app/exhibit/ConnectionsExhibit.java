package org.digitscope.app.exhibit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitscope.app.control.ConnectionsView.Lit;
import org.digitscope.app.control.ConnectionsView;
import org.digitscope.app.control.NumberTable;
import org.digitscope.data.Counts;
import org.digitscope.network.Layer;

/** The summary table, whose connections light up as one points. */
final class ConnectionsExhibit extends MovingExhibit {

    private final ExhibitParts parts;
    private final NumberTable table = new NumberTable();
    private final ConnectionsView view;
    private final Label words = ExhibitParts.words();

    ConnectionsExhibit(ExhibitParts parts) {
        super(parts);
        this.parts = parts;
        view = parts.painted(new ConnectionsView());
        parts.appearance().applyTo(table);
        table.addTextColumn("the layer", row -> "layer_" + (row + 1));
        table.addColumn("outputs", "%,.0f", row -> layer(row).outputs());
        table.addTextColumn("activation", row -> network().activationOf(row + 1));
        table.addColumn("weights", "%,.0f", row -> layer(row).kernel().getNumElements());
        table.addColumn("biases", "%,.0f", row -> layer(row).bias().getNumElements());
        table.setAccessibleText("The layers and how many weights and biases they have");
        table.getStyleClass().add("exhibit-summary");
        HBox.setHgrow(table, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, after) -> {
            if (after != null && view.litProperty().get().layer() != after + 1) {
                view.litProperty().set(new Lit(after + 1, Optional.empty()));
            }
        });
        view.litProperty().addListener((observable, before, after) -> tell());
        setRows(ExhibitParts.pictures(view, table), words);
    }

    private Layer layer(int row) {
        return network().layer(row + 1);
    }

    @Override
    void refresh() {
        List<Integer> sizes = network().architecture().sizes();
        view.sizesProperty().set(sizes);
        table.showRows(network().depth());
        tell();
    }

    private void tell() {
        Lit lit = view.litProperty().get();
        if (network() == null || lit.layer() > network().depth()) {
            return;
        }
        if (table.getSelectionModel().getSelectedIndex() != lit.layer() - 1) {
            table.getSelectionModel().clearAndSelect(lit.layer() - 1);
        }
        Layer layer = network().layer(lit.layer());
        boolean isLast = lit.layer() == network().depth();
        String sources = lit.layer() == 1 ? "pixels" : "neurons of layer_" + (lit.layer() - 1);
        if (lit.output().isPresent()) {
            int output = lit.output().get();
            words.setText(String.format(Locale.ROOT, "%s of layer_%d: a weight for each of the %,d %s, and one bias: %,d numbers.%s", isLast ? "Output " + parts.name(output)
                    : "Neuron " + output, lit.layer(), layer.inputs(), sources, layer.inputs() + 1, drawn(layer.inputs())));
        } else {
            words.setText(String.format(Locale.ROOT, "layer_%d: %,d %s × %s = %,d weights, and %s: %,d of the network's %,d numbers.%s", lit.layer(), layer.inputs(), sources,
                    Counts.of(layer.outputs(), isLast ? "output" : "neuron"), layer.kernel().getNumElements(), Counts.of(layer.outputs(), "bias", "biases"), layer.count(), network().count(),
                    drawn(layer.kernel().getNumElements())));
        }
    }

    private static String drawn(long connections) {
        int every = ConnectionsView.every(connections);
        return every == 1 ? "" : " One connection in " + every + " is drawn.";
    }
}
