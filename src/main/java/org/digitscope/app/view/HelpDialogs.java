package org.digitscope.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.digitscope.explain.lesson.Glossary;
import org.digitscope.files.project.Fingerprint;

/** What the help menu shows. */
public final class HelpDialogs {

    record Entry(String what, String text) {
    }

    /** Share of the window's height that a long list takes. */
    private static final double ROOM = 0.7;

    private static final List<Entry> WITHOUT_MENU = List.of(
            new Entry("0 to 9", "Label the drawing, when digit keys do; in Network, what it is meant as"),
            new Entry("Arrows", "On the picture of the network: from part to part, from the first layer also into the pixels"),
            new Entry("Enter, M, Escape", "On the picture of the network: keep what is pointed at, mute it, let go"),
            new Entry("Enter, F2, H, P, Delete", "In the list of runs: go back to a run, rename, hide, pin, delete it"),
            new Entry("Right button", "Erase on the drawing pad; save any other picture"),
            new Entry("Tab", "From control to control"),
            new Entry("Arrows, + and −", "On a chart: read values, zoom; Escape shows all"),
            new Entry("Arrows, Home, End", "In the gallery of digits: choose"),
            new Entry("Escape", "In a field for a number: back to what holds; else close the notice"),
            new Entry("Arrows, Shift", "On the heatmaps: from weight to weight, from neuron to neuron"));

    private void showDialog(Window owner, String title, String header, Node content) {
        Alert alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(header);
        alert.getDialogPane().setContent(content);
        // some window managers show a dialog at its smallest size
        alert.getDialogPane().setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.show();
    }

    /** All keys: those of the menus' entries, and those that have no entry. */
    public void showShortcuts(Window owner, MenuBar menus) {
        ScrollPane scroll = new ScrollPane(table(shortcuts(menus)));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        // so that title and button stay on the screen of the window
        scroll.setPrefViewportHeight(ROOM * owner.getHeight());
        showDialog(owner, "Keyboard shortcuts", "Keyboard shortcuts", scroll);
    }

    static List<Entry> shortcuts(MenuBar menus) {
        return Stream.concat(menus.getMenus().stream().flatMap(HelpDialogs::entries), WITHOUT_MENU.stream()).toList();
    }

    private static Stream<Entry> entries(MenuItem item) {
        if (item instanceof Menu menu) {
            return menu.getItems().stream().flatMap(HelpDialogs::entries);
        }
        return Stream.ofNullable(item.getAccelerator())
                .map(keys -> new Entry(keys.getDisplayText(), item.getText().replace("_", "").replace("…", "")));
    }

    /** All words; what is typed, in the field or on the list, narrows the list. */
    public void showGlossary(Window owner) {
        Glossary glossary = Glossary.load();
        TextField search = new TextField();
        search.setPromptText("search");
        ListView<String> words = new ListView<>();
        words.getStyleClass().add("dense");
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getItems().setAll(glossary.entries().keySet());
        Label heading = new Label();
        heading.getStyleClass().add("heading");
        Label text = new Label();
        text.setWrapText(true);
        text.getStyleClass().add("glossary-text");
        search.textProperty().addListener((observable, before, after) -> {
            words.getItems().setAll(glossary.search(after));
            words.getSelectionModel().selectFirst();
        });
        words.setOnKeyTyped(typed -> {
            if (!typed.getCharacter().isBlank() && !typed.isShortcutDown()) {
                search.requestFocus();
                search.appendText(typed.getCharacter());
            }
        });
        words.getSelectionModel().selectedItemProperty().addListener((observable, before, word) -> {
            heading.setText(word == null ? "no word has “" + search.getText().strip() + "”" : word);
            text.setText(word == null ? "" : glossary.explain(word));
        });
        words.getSelectionModel().selectFirst();
        VBox content = new VBox(search, words, heading, text);
        content.getStyleClass().add("glossary");
        showDialog(owner, "Glossary", "Glossary", content);
        // a dialog gives the focus to its button once it is shown
        Platform.runLater(search::requestFocus);
    }

    /** What the run is, to the bit, and a field to compare it with another one's. */
    public void showFingerprint(Window owner, Fingerprint run) {
        TextField found = new TextField(run.text());
        found.setEditable(false);
        found.setAccessibleText("Fingerprint of the run");
        found.setPrefColumnCount(run.text().length());
        TextField other = new TextField();
        other.setPromptText("paste another run's fingerprint to compare");
        Label verdict = new Label();
        verdict.getStyleClass().add("heading");
        other.textProperty().addListener((observable, before, after) -> verdict.setText(after.isBlank() ? ""
                : run.text().equalsIgnoreCase(after.strip()) ? "✓ the same run, to the bit" : "✗ another run"));
        VBox content = new VBox(found, table(List.of(new Entry("training pictures", run.data()),
                new Entry("parameters", run.parameters()), new Entry("settings", run.settings().replace(",\"", ",\n\"")))), other, verdict);
        content.getStyleClass().add("fingerprint");
        showDialog(owner, "Fingerprint of the run", "The same settings, pictures and parameters have the same fingerprint everywhere.",
                content);
    }

    public void showAbout(Window owner) {
        String version = Optional.ofNullable(HelpDialogs.class.getPackage().getImplementationVersion()).orElse("");
        showDialog(owner, "About Digitscope", "Digitscope " + version + "\nLook inside a neural network while it learns. "
                + "Apache License 2.0.", table(libraries()));
    }

    /** Name, version and licence of everything that the program contains or runs on. */
    static List<Entry> libraries() {
        Properties known = new Properties();
        try (InputStream file = HelpDialogs.class.getResourceAsStream("libraries.properties")) {
            known.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own files can always be read", broken);
        }
        List<Entry> entries = new ArrayList<>(known.stringPropertyNames().stream().sorted()
                .map(name -> new Entry(name, known.getProperty(name))).toList());
        entries.add(new Entry("Java", Runtime.version() + ", " + System.getProperty("java.vendor", "")));
        entries.add(new Entry("MNIST", "LeCun, Cortes, Burges; CC BY-SA 3.0"));
        return entries;
    }

    private static GridPane table(List<Entry> entries) {
        GridPane table = new GridPane();
        table.getStyleClass().add("help");
        for (int row = 0; row < entries.size(); row++) {
            Label key = new Label(entries.get(row).what);
            Label text = new Label(entries.get(row).text);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            text.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            table.addRow(row, key, text);
        }
        return table;
    }
}
