package org.digitscope.files.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.StrictJson;

/**
 * Numbers that an ONNX model keeps in another file, which has to lie in the model's folder or below it.
 *
 * @param model the model's file
 */
record OnnxExternalData(Path model) {

    /**
     * Some bytes of such a file.
     *
     * @param tensor is named in sentences
     * @param entries where they lie: keys and values
     * @param length how many bytes the tensor needs
     */
    ByteBuffer read(String tensor, List<ProtoMessage> entries, long length) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (ProtoMessage entry : entries) {
            texts.put(entry.text(1), entry.text(2));
        }
        String location = texts.getOrDefault("location", "");
        try (FileChannel data = FileChannel.open(beside(location))) {
            long offset = Long.parseLong(texts.getOrDefault("offset", "0"));
            long promised = Long.parseLong(texts.getOrDefault("length", String.valueOf(length)));
            if (promised == length && offset >= 0 && offset <= data.size() - length) {
                ByteBuffer bytes = ByteBuffer.allocate((int) length);
                while (bytes.hasRemaining() && data.read(bytes, offset + bytes.position()) >= 0) {
                    // a channel gives as much as it likes
                }
                return bytes.flip();
            }
        } catch (NumberFormatException notWhole) {
            // refused below
        }
        throw refusal("keeps " + StrictJson.quote(tensor) + " in " + StrictJson.quote(location) + ", which has no such " + length
                + " bytes");
    }

    /** A path that leads elsewhere is not opened, not even by a link. */
    private Path beside(String location) throws IOException {
        try {
            Path folder = model.toAbsolutePath().getParent().toRealPath();
            Path path = folder.resolve(location).normalize();
            if (!location.isEmpty() && path.startsWith(folder) && !path.equals(folder)) {
                if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                    throw refusal("keeps numbers in the file " + StrictJson.quote(location) + ", which can't be read");
                }
                if (path.toRealPath().startsWith(folder)) {
                    return path;
                }
            }
        } catch (InvalidPathException noName) {
            // refused below
        }
        throw refusal("keeps numbers in the file " + StrictJson.quote(location) + ", which doesn't lie beside it and is not opened");
    }

    private UnreadableFileException refusal(String problem) {
        return new UnreadableFileException(model, problem + "; expected a whole ONNX model");
    }
}
