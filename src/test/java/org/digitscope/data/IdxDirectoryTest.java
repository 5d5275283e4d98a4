package org.digitscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxDirectoryTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte, t10k-images.idx3-ubyte, t10k-labels.idx1-ubyte",
        "TRAIN-IMAGES-IDX3-UBYTE.GZ, Train-Labels-Idx1-Ubyte, T10K-images.idx3-ubyte, t10k-LABELS-idx1-ubyte",
        "train-images-idx3-ubyte (1).gz, train-labels-idx1-ubyte(2), t10k-images-idx3-ubyte.gz (1), t10k-labels-idx1-ubyte",
        "emnist-digits-train-images-idx3-ubyte, emnist-digits-train-labels-idx1-ubyte, "
                + "emnist-digits-test-images-idx3-ubyte, emnist-digits-test-labels-idx1-ubyte"})
    void findsTheFourFilesUnderTheNamesThatPeopleHave(String a, String b, String c, String d) throws IOException {
        write(a, IdxBytes.images(3));
        write(b, IdxBytes.gzip(IdxBytes.labels(1, 2, 3)));
        write(c, IdxBytes.gzip(IdxBytes.images(2)));
        write(d, IdxBytes.labels(4, 5));
        List<Dataset> sets = IdxDirectory.read(folder);
        assertEquals(3, sets.get(0).size());
        assertEquals(2, sets.get(0).label(1));
        assertEquals(2, sets.get(1).size());
        assertEquals(5, sets.get(1).label(1));
        assertEquals(folder.getFileName() + " training", sets.get(0).name());
    }

    @Test
    void prefersThePlainNameToACopy() throws IOException {
        write("train-images-idx3-ubyte", IdxBytes.images(1));
        write("train-images-idx3-ubyte (1)", IdxBytes.images(3));
        write("train-labels-idx1-ubyte", IdxBytes.labels(1));
        write("t10k-images-idx3-ubyte", IdxBytes.images(1));
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(1));
        assertEquals(1, IdxDirectory.read(folder).get(0).size());
    }

    @Test
    void trainingPicturesAloneAreOneSetAndHalfOfTheTestFilesIsAMistake() throws IOException {
        write("train-images-idx3-ubyte", IdxBytes.images(2));
        write("train-labels-idx1-ubyte", IdxBytes.labels(1, 2));
        assertEquals(1, IdxDirectory.read(folder).size());
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(1));
        String message = assertThrows(UnreadableFileException.class, () -> IdxDirectory.read(folder)).getMessage();
        assertTrue(message.contains("holds no file t10k-images-idx3-ubyte"), message);
    }

    @Test
    void saysWhichFileIsMissingFromWhichFolder() throws IOException {
        write("train-images-idx3-ubyte", IdxBytes.images(1));
        String message = assertThrows(UnreadableFileException.class, () -> IdxDirectory.read(folder)).getMessage();
        assertTrue(message.startsWith(folder.toString()) && message.contains("train-labels-idx1-ubyte"), message);
    }

    @Test
    void saysWhatIsNotAFolder() {
        Path nowhere = folder.resolve("nowhere");
        String message = assertThrows(UnreadableFileException.class, () -> IdxDirectory.read(nowhere)).getMessage();
        assertTrue(message.contains("nowhere") && message.contains("folder"), message);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
