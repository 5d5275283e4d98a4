package org.digitscope.files.networks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.IntactEntry;
import org.digitscope.files.NpyArray;
import org.digitscope.files.NpyFile;
import org.digitscope.files.Safetensors.Tensor;
import org.digitscope.files.Safetensors;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.ZipContent;
import org.digitscope.network.Parameters;

/**
 * Networks as NumPy's {@code .npz}: a zip of arrays. What arrays don't tell stands in texts beside them, {@code activation.txt} and
 * {@code inputs.txt}, which NumPy gives as bytes.
 */
final class NpzFile {

    private static final int MOST_ARRAYS = 100;
    private static final String TEXT = ".txt";
    private static final int LONGEST_TEXT = 100;

    private NpzFile() {
    }

    static ImportedNetwork read(Path file) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().limit(MOST_ARRAYS).toList()) {
                try (InputStream in = IntactEntry.open(zip, entry)) {
                    if (entry.getName().endsWith(TEXT)) {
                        texts.put(entry.getName().replaceFirst("\\.txt$", ""), new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
                    } else if (entry.getName().endsWith(".npy")) {
                        NpyArray array = NpyArray.read(name + ", " + entry.getName(), in, NamedTensors.MOST_VALUES);
                        tensors.put(entry.getName().replaceFirst("\\.npy$", ""), new Tensor(array.shape(), array.values()));
                    }
                }
            }
        } catch (UnreadableFileException clear) {
            throw clear;
        } catch (ZipException | RuntimeException damaged) {
            throw new UnreadableFileException(name, "is a damaged zip file; expected a network as .npz");
        } catch (IOException damaged) {
            throw new UnreadableFileException(name, "is damaged or cut; expected a network as .npz");
        }
        return new NamedTensors(name, tensors, Map.of(), false).network(NetworkTexts.read(name, texts));
    }

    static void write(Path file, Parameters parameters) throws UnwritableFileException {
        AtomicFile.write(file, out -> {
            ZipContent zip = new ZipContent(out);
            for (Map.Entry<String, Tensor> tensor : Safetensors.tensors(parameters).entrySet()) {
                zip.put(tensor.getKey() + ".npy", NpyFile.bytes(tensor.getValue().values(), tensor.getValue().shape()));
            }
            for (Map.Entry<String, String> text : NetworkTexts.of(parameters.architecture()).entrySet()) {
                zip.put(text.getKey() + TEXT, text.getValue());
            }
            zip.finish();
        });
    }
}
