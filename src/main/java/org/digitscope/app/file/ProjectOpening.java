package org.digitscope.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.Recipe;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.training.Trainer;

/**
 * Reads projects and finds the pictures that they were trained with, on any thread: all that it needs was asked for before.
 *
 * @param loaded the pictures at hand
 * @param drawings those that are kept; the first of them may have been trained with besides
 * @param used where other pictures may lie
 * @param say tells the person what takes its time
 */
record ProjectOpening(Optional<DigitSets> loaded, TaughtDigits drawings, UsedDataSets used, Consumer<String> say) {

    /** A project of so many bytes takes long enough to wonder. */
    private static final long LARGE = 4_000_000;

    /**
     * A project ready to go on with.
     *
     * @param path its file; that of a session that was never saved is none
     * @param saved whether that file holds all of it, which it may not for the copy of a session
     * @param recipe what its pictures are made of
     * @param sets those pictures
     * @param trainer one that stands where the project stood
     */
    record Opened(Optional<Path> path, boolean saved, Project project, Recipe recipe, DigitSets sets, Trainer trainer) {
    }

    /**
     * Goes on with a copy of a session, which is nobody's file.
     *
     * @param when it was kept, for sentences
     */
    Opened openCopy(Path copy, String when) throws IOException {
        try {
            Opened found = open(copy, "the last session");
            return new Opened(ProjectFile.original(copy), false, found.project, found.recipe, found.sets, found.trainer);
        } catch (UnreadableFileException unusable) {
            String sentence = unusable.getMessage();
            String file = copy.getFileName() + " ";
            throw sentence.startsWith(file) ? new UnreadableFileException("The last session, " + when + ",", sentence.substring(file.length())) : unusable;
        }
    }

    /** @param folder in which the file itself has to lie */
    Opened openIn(Path folder, Path path) throws IOException {
        if (Files.exists(path) && !path.toRealPath().getParent().equals(folder.toRealPath())) {
            throw new UnreadableFileException(path, "lies in another folder; expected a project beside the lesson");
        }
        return open(path);
    }

    /** @throws UnreadableFileException when it is no project, or its pictures aren't to be found */
    Opened open(Path path) throws IOException {
        return open(path, String.valueOf(path.getFileName()));
    }

    private Opened open(Path path, String name) throws IOException {
        if (path.toFile().length() > LARGE) {
            say.accept("Opening " + name + "…");
        }
        Project project = ProjectFile.read(path);
        DigitSets atHand = loaded.orElseThrow(() -> new UnreadableFileException(path,
                "can't be opened yet: the digits are still being read; expected to be opened a moment later"));
        Optional<Opened> opened = with(atHand, path, project);
        return opened.isPresent() ? opened.get()
                : with(elsewhere(path, project), path, project).orElseThrow(() -> otherPictures(path, project));
    }

    private Optional<Opened> with(DigitSets original, Path path, Project project) {
        for (TaughtDigits own : new LinkedHashSet<>(List.of(project.own(), drawings.namedIn(project.data().name()), TaughtDigits.NONE))) {
            Recipe recipe = new Recipe(original, OtherHands.namedIn(project.data().name()), own, project.deskew());
            DigitSets sets = recipe.make();
            if (Project.Data.of(sets).equals(project.data())) {
                return Optional.of(new Opened(Optional.of(path), true, project, recipe, sets, project.trainer(sets)));
            }
        }
        return Optional.empty();
    }

    /** The pictures of another data set that the project may have been trained with. */
    private DigitSets elsewhere(Path path, Project project) throws IOException {
        String name = project.data().name();
        if (UsedDataSets.isMadeOf(Mnist.TRAINING, name)) {
            return Mnist.load();
        }
        UsedDataSets.Used source = used.of(name).orElseThrow(() -> otherPictures(path, project));
        say.accept("Reading " + source.path().getFileName() + ", which it was trained with…");
        return source.read();
    }

    private static UnreadableFileException otherPictures(Path path, Project project) {
        return new UnreadableFileException(path, "was trained with other pictures, " + project.data().name()
                + "; expected that data set to be open");
    }
}
