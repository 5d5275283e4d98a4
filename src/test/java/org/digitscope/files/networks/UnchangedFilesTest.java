package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.digitscope.data.Sha256;
import org.digitscope.files.ModelFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of 784 → 20 → 10 and their programs are what they were when that was the only kind of network, byte for byte. */
class UnchangedFilesTest {

    /** Every number is a multiple of 1/64, which all versions of Java write alike as text. */
    private static final Parameters NETWORK = rounded(Examples.parameters(Architecture.CLASSIC, 4));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "net.safetensors, c7d2614d51ec89ee5aafca03809a7b614b6a32de672711703535e466149cd1a1",
        "net.npz, cbc5094013c4b4f3b7262f80b28657ab954bc2df7e0e70f9cbd2548ef368c66e",
        "net.h5, 7f68f559b7fc36343c9416717bd771bdf44409b94c943ce4b9bd2f6c33bfac86",
        "net.weights.h5, 56f6db973853505e200924514418a435e9c4fbc4d2e936f90d0a6126b1a2b65f",
        "net.keras, 5578585bc087b50c2689c856c1072a1a677c570cf8c9231de76d04d3382101cc",
        "net.onnx, 945c5fb4a7a927c55e2c6417a5a52598d99e32f0fd1661c2e5ae29714a01dac1",
        "net.json, c9a3b46f46ce6aaeb610d912079e3269febc07cf95f52b2d99a0d3832dc7e33c",
        "net.csv, 85ec3b4518dc6e0029402cbbb63850be7cf09a9402c11369552c02a8c8f44918"})
    void aFileAndItsPrograms(String name, String expected) throws IOException {
        Path file = folder.resolve(name);
        NetworkFiles.write(file, NETWORK);
        MessageDigest digest = Sha256.start();
        update(digest, Files.readAllBytes(file));
        for (Path script : ExportScripts.write(file, NETWORK, Examples.pictures(1, 6).image(0))) {
            digest.update(Files.readString(script).replaceFirst("expected = .*", "").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(expected, Sha256.end(digest));
    }

    @ParameterizedTest
    @CsvSource("8c567c5e0c6c5002ea6b5938518336f48a8ac8ed269036ab666202282a805598")
    void aModel(String expected) throws IOException {
        Path file = folder.resolve("net.safetensors");
        NetworkFiles.write(file, new ModelFile.Model(NETWORK, Hyperparameters.NOTEBOOK.withSeed(7), 12, LearningCurve.EMPTY));
        MessageDigest digest = Sha256.start();
        digest.update(Files.readAllBytes(file));
        assertEquals(expected, Sha256.end(digest));
    }

    private static Parameters rounded(Parameters network) {
        for (float[] array : network.arrays()) {
            for (int i = 0; i < array.length; i++) {
                array[i] = Math.round(array[i] * 64) / 64f;
            }
        }
        return network;
    }

    /** What is packed in a zip file depends on who packs it. */
    private static void update(MessageDigest digest, byte[] file) throws IOException {
        if (file[0] != 'P' || file[1] != 'K') {
            digest.update(file);
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                digest.update(entry.getName().getBytes());
                digest.update(zip.readAllBytes());
            }
        }
    }
}
