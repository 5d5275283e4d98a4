package org.digitscope.files.datasets;

import static org.digitscope.files.StrictJson.fields;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.digitscope.data.ClassNames;
import org.digitscope.data.DigitSets;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Deskew;
import org.digitscope.drawing.OtherHands;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Fields;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.StrictJson;

/**
 * Where the data sets lie that were trained with lately, so that a session finds its pictures again. Kept in a file of the program's
 * own and not in projects: a project from somebody else must not make the program open files.
 */
public final class UsedDataSets {

    private static final int MOST = 8;
    private static final int MAX_BYTES = 1 << 20;
    private static final String EXPECTED = "a list of data sets that Digitscope saved";

    private final Path file;

    /**
     * A data set and how it was used.
     *
     * @param path of its file or folder
     * @param name of its training pictures, as projects have it
     */
    public record Used(Path path, SetChoices choices, String name) {

        /** Reads it again; blocks. */
        public DigitSets read() throws IOException {
            return DigitFiles.read(path, Progress.NONE).sets(choices);
        }
    }

    public UsedDataSets(Path file) {
        this.file = file;
    }

    /** The newest whose pictures a project with this name of data may have been trained with. */
    public Optional<Used> of(String name) {
        return all().stream().filter(used -> isMadeOf(used.name, name)).findFirst();
    }

    /**
     * Whether pictures with the second name may be those with the first, as they are, with other hands or drawings added or straightened: the
     * names that {@link OtherHands#addedTo}, {@link TaughtDigits#addedTo} and {@link Deskew#of(DigitSets)} give.
     */
    public static boolean isMadeOf(String original, String prepared) {
        return prepared.startsWith(original) && prepared.substring(original.length()).matches("( with other hands [\\d.]+ % seed -?\\d+)?( and \\d+ drawings)?(, straightened)?");
    }

    /** Remembers one; of the same kind only the newest is kept. */
    public void add(Used newest) throws IOException {
        List<Used> all = new ArrayList<>(List.of(newest));
        all().stream().filter(used -> !used.name.equals(newest.name)).limit(MOST - 1).forEach(all::add);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.writeText(file, StrictJson.writeReadable(fields("data_sets", all.stream().map(used -> fields("path", used.path.toString(),
                "name", used.name, "transposed", used.choices.transposed(), "classes", used.choices.classes().name(), "share",
                used.choices.share(), "seed", Long.toString(used.choices.seed()))).toList())));
    }

    /** Those that are remembered, the newest first; none where the file is missing or damaged, as then nothing is lost but comfort. */
    private List<Used> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = new String(ReadableFile.bytes(file, EXPECTED, MAX_BYTES), StandardCharsets.UTF_8);
            Fields json = new Fields(file.getFileName().toString(), "", StrictJson.parse(text)
                    .orElseThrow(() -> new UnreadableFileException(file, "is no JSON; expected " + EXPECTED)));
            return json.list("data_sets", each -> {
                SetChoices choices = new SetChoices(each.flag("transposed"), ClassNames.valueOf(each.text("classes")), each.number("share"),
                        each.longInteger("seed"));
                return new Used(Path.of(each.text("path")), choices, each.text("name"));
            });
        } catch (IOException | IllegalArgumentException damaged) {
            return List.of();
        }
    }
}
