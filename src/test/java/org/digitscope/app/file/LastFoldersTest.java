package org.digitscope.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import org.digitscope.app.TestThread;
import org.digitscope.app.run.AppModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void aDialogBeginsWhereFilesOfItsKindWereChosenLastAsLongAsThatIsThere() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        List<File> begun = new ArrayList<>();
        Path[] chosen = {tables.resolve("a.csv")};
        AppModel model = new AppModel(Runnable::run, new TestThread());
        FileDialogs files = new FileDialogs(model.background(), new FileDialogs.Chooser() {
            @Override
            public Optional<File> save(FileChooser dialog) {
                begun.add(dialog.getInitialDirectory());
                return Optional.of(chosen[0].toFile());
            }

            @Override
            public Optional<File> open(FileChooser dialog) {
                return save(dialog);
            }

            @Override
            public FileDialogs.Decision saveBeforeClosing(String fileName) {
                throw new AssertionError();
            }

            @Override
            public FileDialogs.Decision saveBeforeOpening(Optional<String> fileName) {
                throw new AssertionError();
            }
        });
        files.choose("Tables", List.of("*.csv"), path -> { });
        chosen[0] = pictures.resolve("a.png");
        files.save("a.png", "Pictures", path -> { });
        files.choose("Tables", List.of("*.csv"), path -> { });
        files.choose("Projects", List.of("*.digitscope"), path -> { });
        assertEquals(4, begun.size());
        assertEquals(null, begun.get(0));
        assertEquals(tables.toFile(), begun.get(1), "another kind begins where anything was chosen last");
        assertEquals(tables.toFile(), begun.get(2));
        assertEquals(pictures.toFile(), begun.get(3));

        LastFolders next = new LastFolders();
        next.addAll(files.folders().all());
        assertEquals(Optional.of(pictures), next.of("Pictures"));
        Files.delete(pictures);
        assertEquals(Optional.empty(), next.of("Pictures"));
    }
}
