package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.ModelFile;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkFormatTest {

    private static final Parameters NETWORK = Examples.parameters(20, 4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatCanBeWrittenAndReadComesBackToTheBitWhateverItIsCalled(NetworkFormat format) throws IOException {
        Path file = folder.resolve("NET" + format.ending().toUpperCase(Locale.ROOT));
        if (!NetworkFormat.writable().contains(format)) {
            assertThrows(UnwritableFileException.class, () -> NetworkFiles.write(file, NETWORK));
            return;
        }
        NetworkFiles.write(file, NETWORK);
        Path renamed = Files.copy(file, folder.resolve("net"));
        if (NetworkFormat.readable().contains(format)) {
            assertEquals(NETWORK.checksum(), NetworkFiles.read(renamed).parameters().checksum());
        } else {
            String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
            assertTrue(message.contains("is named like a kind that is written and not read (" + format.label()
                    + "); expected a network as one of .safetensors, "), message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsRefusedAsWhatItsNameSays(NetworkFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("net" + format.ending()), "nothing of the kind");
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertEquals(!NetworkFormat.readable().contains(format), message.contains("is named like a kind that is written"), message);
    }

    @Test
    void theLongestEndingDecides() {
        assertEquals(Optional.of(NetworkFormat.WEIGHTS_H5), NetworkFormat.named(Path.of("a.Weights.H5")));
        assertEquals(Optional.of(NetworkFormat.H5), NetworkFormat.named(Path.of("weights.h5")));
        assertEquals(Optional.empty(), NetworkFormat.named(Path.of("h5")));
    }

    @Test
    void dialogsGetEachEndingOnce() {
        assertEquals(List.of("*.safetensors", "*.npz", "*.h5", "*.keras", "*.onnx", "*.digitscope"), NetworkFormat.readablePatterns());
        assertEquals(List.of("*.safetensors", "*.npz", "*.h5", "*.keras", "*.onnx", "*.json", "*.csv"), NetworkFormat.writablePatterns());
    }

    @Test
    void howANetworkCameAboutIsKeptWhereThereIsAPlaceForIt() throws IOException {
        ModelFile.Model model = new ModelFile.Model(NETWORK, Hyperparameters.NOTEBOOK.withSeed(7), 12, LearningCurve.EMPTY);
        for (NetworkFormat format : List.of(NetworkFormat.SAFETENSORS, NetworkFormat.NPZ)) {
            Path file = folder.resolve("net" + format.ending());
            NetworkFiles.write(file, model);
            ModelFile.Model read = NetworkFiles.read(file).model();
            assertEquals(format == NetworkFormat.SAFETENSORS ? 12 : 0, read.step());
            assertEquals(NETWORK.checksum(), read.parameters().checksum());
        }
    }

    @Test
    void theReadmeNamesEveryKind() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (NetworkFormat format : NetworkFormat.values()) {
            assertTrue(readme.contains("`" + format.ending() + "`"), format.ending());
        }
    }
}
