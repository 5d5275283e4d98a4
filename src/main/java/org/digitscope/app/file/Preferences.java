package org.digitscope.app.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import javafx.geometry.Point2D;
import org.digitscope.drawing.OtherHands;
import org.digitscope.files.Fields;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.training.Hyperparameters;

/**
 * What the program remembers from one start to the next.
 *
 * @param corner where the upper left corner of the window's frame is, in pixels of all screens together; empty before the first end
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param maximized whether the window fills the screen
 * @param dark whether the dark theme is on
 * @param presenter whether type is larger
 * @param logarithmic whether charts of the loss have a logarithmic axis
 * @param runBefore whether charts of a run show the run before too
 * @param moreSettings whether the settings that are seldom changed are shown
 * @param deskew whether all digits are straightened
 * @param hands digits that are changed and trained with besides
 * @param recent project files, the newest first
 * @param folders where files were chosen last, by their kind
 * @param settings of the training
 */
public record Preferences(Optional<Point2D> corner, double width, double height, boolean maximized, boolean dark, boolean presenter,
        boolean logarithmic, boolean runBefore, boolean moreSettings, boolean deskew, OtherHands hands,
        List<Path> recent, Map<String, Path> folders, Hyperparameters settings) {

    static final Preferences DEFAULT = new Preferences(Optional.empty(), 1280, 800, false, false, false, false, true, false, false,
            OtherHands.NONE, List.of(), Map.of(), Hyperparameters.NOTEBOOK);

    private static final String FOLDER = "folder.";
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 560;
    private static final double MOST = 20_000;

    Properties toProperties() {
        Properties text = new Properties();
        corner.ifPresent(at -> {
            text.setProperty("x", String.valueOf(at.getX()));
            text.setProperty("y", String.valueOf(at.getY()));
        });
        text.setProperty("width", String.valueOf(width));
        text.setProperty("height", String.valueOf(height));
        text.setProperty("maximized", String.valueOf(maximized));
        text.setProperty("dark", String.valueOf(dark));
        text.setProperty("presenter", String.valueOf(presenter));
        text.setProperty("logarithmic", String.valueOf(logarithmic));
        text.setProperty("runBefore", String.valueOf(runBefore));
        text.setProperty("moreSettings", String.valueOf(moreSettings));
        text.setProperty("deskew", String.valueOf(deskew));
        text.setProperty("otherHands", hands.shareText());
        text.setProperty("handsSeed", String.valueOf(hands.seed()));
        for (int i = 0; i < recent.size(); i++) {
            text.setProperty("recent." + i, recent.get(i).toString());
        }
        folders.forEach((kind, folder) -> text.setProperty(FOLDER + kind, folder.toString()));
        text.setProperty("settings", StrictJson.write(RunJson.settings(settings)));
        text.setProperty("seed", String.valueOf(settings.seed()));
        return text;
    }

    /** Whatever is missing or out of range is as in {@link #DEFAULT}. */
    static Preferences of(Properties text) {
        return new Preferences(
                corner(text.getProperty("x"), text.getProperty("y")),
                size(text.getProperty("width"), LEAST_WIDTH, DEFAULT.width),
                size(text.getProperty("height"), LEAST_HEIGHT, DEFAULT.height),
                Boolean.parseBoolean(text.getProperty("maximized")),
                Boolean.parseBoolean(text.getProperty("dark")),
                Boolean.parseBoolean(text.getProperty("presenter")),
                Boolean.parseBoolean(text.getProperty("logarithmic")),
                !"false".equalsIgnoreCase(text.getProperty("runBefore")),
                Boolean.parseBoolean(text.getProperty("moreSettings")),
                Boolean.parseBoolean(text.getProperty("deskew")),
                hands(text.getProperty("otherHands"), text.getProperty("handsSeed")),
                recent(text), folders(text), settings(text));
    }

    private static OtherHands hands(String share, String seed) {
        try {
            return new OtherHands(0, Long.parseLong(String.valueOf(seed))).withShare(String.valueOf(share));
        } catch (IllegalArgumentException damaged) {
            return DEFAULT.hands;
        }
    }

    private static List<Path> recent(Properties text) {
        List<Path> recent = new ArrayList<>();
        for (String path = text.getProperty("recent.0"); path != null; path = text.getProperty("recent." + recent.size())) {
            try {
                recent.add(Path.of(path));
            } catch (InvalidPathException damaged) {
                return recent;
            }
        }
        return recent;
    }

    private static Map<String, Path> folders(Properties text) {
        Map<String, Path> folders = new TreeMap<>();
        for (String name : text.stringPropertyNames()) {
            try {
                if (name.startsWith(FOLDER)) {
                    folders.put(name.substring(FOLDER.length()), Path.of(text.getProperty(name)));
                }
            } catch (InvalidPathException damaged) {
                // that kind of files begins anywhere
            }
        }
        return folders;
    }

    private static Optional<Point2D> corner(String x, String y) {
        double left = size(x, -MOST, Double.NaN);
        double top = size(y, -MOST, Double.NaN);
        return Double.isNaN(left + top) ? Optional.empty() : Optional.of(new Point2D(left, top));
    }

    private static double size(String text, double least, double otherwise) {
        try {
            double size = Double.parseDouble(String.valueOf(text));
            return size >= least && size <= MOST ? size : otherwise;
        } catch (NumberFormatException damaged) {
            return otherwise;
        }
    }

    private static Hyperparameters settings(Properties text) {
        try {
            JsonNode json = StrictJson.parse(text.getProperty("settings", "")).orElseThrow(IllegalArgumentException::new);
            return RunJson.settings(new Fields("preferences", "", json), Long.parseLong(text.getProperty("seed")));
        } catch (IOException | IllegalArgumentException damaged) {
            return Hyperparameters.NOTEBOOK;
        }
    }
}
