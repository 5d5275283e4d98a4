package org.digitscope.app.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** With a toolkit, which a menu needs. */
@ExtendWith(ApplicationExtension.class)
class HelpDialogsTest {

    @Test
    void theKeysOfThePictureOfTheNetworkAreListed() {
        String keys = HelpDialogs.shortcuts(new MenuBar()).stream().filter(entry -> entry.text().contains("etwork")).map(HelpDialogs.Entry::what)
                .collect(Collectors.joining(", "));
        for (String key : List.of("Arrows", "Enter", "M", "Escape", "0 to 9")) {
            assertTrue(keys.matches(".*\\b" + key + "\\b.*"), key + " in " + keys);
        }
    }

    @Test
    void everyLibraryHasItsVersionAndLicence() {
        assertTrue(HelpDialogs.libraries().size() >= 9);
        for (HelpDialogs.Entry library : HelpDialogs.libraries()) {
            assertTrue(library.text().matches("[^$]+[,;] .+"), library.what() + ": " + library.text());
        }
        assertTrue(HelpDialogs.libraries().stream().anyMatch(library -> library.what().equals("EJML")
                && library.text().matches("\\d+\\.\\d+.*, Apache 2.0")));
    }
}
