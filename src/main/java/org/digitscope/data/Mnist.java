package org.digitscope.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The MNIST that the program brings: 60,000 training and 10,000 test images, checked by SHA-256 whenever it is loaded. */
public final class Mnist {

    /** The name of the training pictures. */
    public static final String TRAINING = "MNIST training";

    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** Of the uncompressed files. */
    private static final Map<String, String> SHA_256 = Map.of(
            TRAIN_IMAGES, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            TRAIN_LABELS, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            TEST_IMAGES, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            TEST_LABELS, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private Mnist() {
    }

    /**
     * Reads both sets, on two threads; blocks for about half a second.
     *
     * @throws UnreadableFileException with a sentence that names the file when a copy of the program is damaged
     */
    public static DigitSets load() throws IOException {
        FutureTask<Dataset> test = new FutureTask<>(() -> read("MNIST test", TEST_IMAGES, TEST_LABELS));
        Thread thread = new Thread(test, "mnist test");
        thread.setDaemon(true);
        thread.start();
        Dataset training = read(TRAINING, TRAIN_IMAGES, TRAIN_LABELS);
        try {
            return new DigitSets(training, test.get());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException problem ? problem : new IOException(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("loading MNIST was interrupted", ended);
        }
    }

    private static Dataset read(String name, String images, String labels) throws IOException {
        return IdxReader.read(name, bundled(images), bundled(labels), Mnist::openChecked);
    }

    private static IdxSource bundled(String file) {
        return new IdxSource(file, () -> {
            InputStream in = Mnist.class.getResourceAsStream("/assets/mnist/" + file + ".gz");
            if (in == null) {
                throw new FileNotFoundException("it is missing from this copy of the program");
            }
            return in;
        });
    }

    private static InputStream openChecked(IdxSource source) throws IOException {
        return checked(source.name(), source.open(), SHA_256.get(source.name()));
    }

    /** A stream that compares its checksum when it is closed after its last byte. */
    static InputStream checked(String file, InputStream in, String sha256) {
        MessageDigest digest = Sha256.start();
        return new DigestInputStream(in, digest) {
            private boolean ended;

            @Override
            public int read() throws IOException {
                int next = super.read();
                ended |= next < 0;
                return next;
            }

            @Override
            public void close() throws IOException {
                super.close();
                String found = Sha256.end(digest);
                if (ended && !found.equals(sha256)) {
                    throw new UnreadableFileException(file, "is damaged: its SHA-256 should be " + sha256
                            + " and is " + found);
                }
            }
        };
    }
}
