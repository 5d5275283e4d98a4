package org.digitscope.app.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HelpDialogsTest {

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
