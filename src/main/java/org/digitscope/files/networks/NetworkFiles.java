package org.digitscope.files.networks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.CodeFiles;
import org.digitscope.files.FileKind;
import org.digitscope.files.ModelFile;
import org.digitscope.files.ReadableFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Parameters;

/** Reads networks of whatever kind, found out by looking into the file, and writes them in the kind that the file's ending names. */
public final class NetworkFiles {

    private static final String EXPECTED = "a network as one of " + NetworkFormat.endings(NetworkFormat.readable());
    private static final long MAX_BYTES = 400L << 20;
    private static final String CONVERT = "; convert it in Python, where it can be opened: "
            + "from safetensors.torch import save_file; save_file(model.state_dict(), 'model.safetensors')";

    private NetworkFiles() {
    }

    /**
     * Reads a network; blocks.
     *
     * @throws UnreadableFileException when it is none, of another shape, or of a kind that could run code
     */
    public static ImportedNetwork read(Path file) throws IOException {
        ReadableFile.check(file, EXPECTED, MAX_BYTES);
        String name = String.valueOf(file.getFileName());
        FileSignature signature = FileSignature.of(file, EXPECTED);
        CodeFiles.refuse(name, signature.start(), EXPECTED + CONVERT);
        if (signature.hasPartEnding("data.pkl")) {
            throw CodeFiles.refusal(name, "a PyTorch file", EXPECTED + CONVERT);
        }
        // what its name says it is can at least say what is wrong with it, unless it really is something else
        return NetworkFormat.recognized(signature).or(() -> signature.kind().isPresent() ? Optional.empty() : NetworkFormat.named(file))
                .map(NetworkFormat::reader).orElseThrow(() -> new UnreadableFileException(name, "is "
                + signature.kind().map(FileKind::what).orElse("of no kind that is known") + "; expected " + EXPECTED)).read(file);
    }

    /** The kind of network that a file holds, by its beginning and its parts, whatever its name; empty where it can't be told. Blocks. */
    public static Optional<NetworkFormat> recognized(Path file) {
        try {
            return NetworkFormat.recognized(FileSignature.of(file, EXPECTED));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Writes a network as the kind that the ending says.
     *
     * @throws UnwritableFileException when that is impossible, or the ending says none of {@link NetworkFormat#writable}
     */
    public static void write(Path file, Parameters parameters) throws UnwritableFileException {
        written(file).writer().orElseThrow().write(file, parameters);
    }

    /** The same, and how the network came about where such a file has a place for that. */
    public static void write(Path file, ModelFile.Model model) throws UnwritableFileException {
        written(file).write(file, model);
    }

    private static NetworkFormat written(Path file) throws UnwritableFileException {
        return NetworkFormat.named(file).filter(NetworkFormat.writable()::contains).orElseThrow(() -> new UnwritableFileException(file,
                "was not written: its ending says no kind that is known (" + NetworkFormat.endings(NetworkFormat.writable()) + ")"));
    }
}
