package org.digitscope.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.drawing.Sheet;
import org.digitscope.drawing.TaughtDigits;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.LoadedDigits;
import org.digitscope.files.datasets.Progress;
import org.digitscope.files.networks.NetworkFiles;
import org.digitscope.files.project.Project;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.Trainer;

/** A small whole file of every kind that the program opens, and how it is opened. */
enum SampleFile {

    IDX_IMAGES("train-images-idx3-ubyte"), IDX_LABELS("train-labels-idx1-ubyte"), IDX_GZIP("t10k-images-idx3-ubyte"),
    DATA_NPZ("data.npz"), DATA_NPZ_GZIP("data.npz.gz"), TABLE("table.csv"), TABLE_GZIP("table.csv.gz"),
    PNG("digit.png"), JPEG("digit.jpg"), GIF("digit.gif"), BMP("digit.bmp"),
    SAFETENSORS("net.safetensors"), NETWORK_NPZ("net.npz"), KERAS("net.h5"), KERAS_WEIGHTS("net.weights.h5"), KERAS_ZIP("net.keras"), ONNX("net.onnx"), NETWORK_JSON("net.json"), NETWORK_CSV("net-table.csv"),
    PROJECT("small.digitscope"), DRAWINGS("drawings.json");

    private static final Dataset TRAINING = Examples.pictures(4, 1);
    private static final Dataset TEST = Examples.pictures(2, 2);
    private static final DigitSets DIGITS = new DigitSets(Examples.pictures(20, 3), Examples.pictures(5, 4));

    private final String file;

    SampleFile(String file) {
        this.file = file;
    }

    /** Writes a whole one; IDX files with those that belong to them. */
    Path write(Path folder) throws IOException {
        Path path = folder.resolve(file);
        switch (this) {
            case IDX_IMAGES, IDX_LABELS, IDX_GZIP -> writeIdx(folder);
            case DATA_NPZ -> writeNpz(Files.newOutputStream(path));
            case DATA_NPZ_GZIP -> writeNpz(new GZIPOutputStream(Files.newOutputStream(path)));
            case TABLE -> Files.writeString(path, Examples.table(TRAINING));
            case TABLE_GZIP -> {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                    out.write(Examples.table(TRAINING).getBytes());
                }
            }
            case PNG, JPEG, GIF, BMP -> ImageIO.write(seven(), file.substring(file.indexOf('.') + 1), path.toFile());
            case PROJECT -> {
                Trainer trainer = new Trainer(DIGITS.training(), DIGITS.validation(), Hyperparameters.NOTEBOOK.withArchitecture(Architecture.relu(1)).withBatchSize(10));
                trainer.run(() -> trainer.step() >= 1, snapshot -> { });
                ProjectFile.write(path, Project.of(trainer, Project.Data.of(DIGITS), false, sheet(), List.of()));
            }
            case DRAWINGS -> TaughtDigitsFile.write(path, new TaughtDigits(List.of(new TaughtDigits.Taught(7, sheet()))));
            default -> NetworkFiles.write(path, Examples.parameters(1, 5));
        }
        return path;
    }

    /** Puts what belongs to the file beside its place in another folder, and returns that place. */
    Path prepare(Path samples, Path folder) throws IOException {
        if (name().startsWith("IDX")) {
            for (String each : new String[] {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}) {
                Files.copy(samples.resolve(each), folder.resolve(each));
            }
        }
        return folder.resolve(file);
    }

    void read(Path path) throws IOException {
        switch (this) {
            case IDX_IMAGES, IDX_LABELS, IDX_GZIP -> DigitFiles.read(path.getParent(), Progress.NONE);
            case DATA_NPZ, DATA_NPZ_GZIP, TABLE, TABLE_GZIP -> {
                LoadedDigits loaded = DigitFiles.read(path, Progress.NONE);
                loaded.sets(loaded.suggested());
            }
            case PNG, JPEG, GIF, BMP -> PictureFile.readings(path);
            case PROJECT -> ProjectFile.read(path).trainer(DIGITS);
            case DRAWINGS -> TaughtDigitsFile.read(path);
            default -> NetworkFiles.read(path);
        }
    }

    private void writeIdx(Path folder) throws IOException {
        for (Dataset data : List.of(TRAINING, TEST)) {
            String begin = data == TRAINING ? "train-" : "t10k-";
            ByteBuffer images = ByteBuffer.allocate(16 + data.size() * Dataset.PIXELS).putInt(2051).putInt(data.size()).putInt(28).putInt(28);
            ByteBuffer labels = ByteBuffer.allocate(8 + data.size()).putInt(2049).putInt(data.size());
            for (int i = 0; i < data.size(); i++) {
                images.put(data.image(i));
                labels.put((byte) data.label(i));
            }
            try (OutputStream out = this == IDX_GZIP && data == TEST ? new GZIPOutputStream(Files.newOutputStream(folder.resolve(begin
                    + "images-idx3-ubyte"))) : Files.newOutputStream(folder.resolve(begin + "images-idx3-ubyte"))) {
                out.write(images.array());
            }
            Files.write(folder.resolve(begin + "labels-idx1-ubyte"), labels.array());
        }
    }

    private static void writeNpz(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Dataset data : List.of(TRAINING, TEST)) {
                float[] pixels = new float[data.size() * Dataset.PIXELS];
                float[] labels = new float[data.size()];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = data.image(i / Dataset.PIXELS)[i % Dataset.PIXELS] & 0xFF;
                    labels[i / Dataset.PIXELS] = data.label(i / Dataset.PIXELS);
                }
                String end = data == TRAINING ? "_train.npy" : "_test.npy";
                zip.putNextEntry(new ZipEntry("x" + end));
                zip.write(NpyFile.bytes(pixels, List.of(data.size(), 28, 28)));
                zip.putNextEntry(new ZipEntry("y" + end));
                zip.write(NpyFile.bytes(labels, List.of(data.size())));
            }
        }
    }

    private static Sheet sheet() {
        return new Sheet(Optional.empty(), List.of(new PenLine(List.of(new Point(0.1, 0.2), new Point(0.7, 0.9)), 0.065)));
    }

    private static BufferedImage seven() {
        BufferedImage picture = new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, 30, 40);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(5, 6, 15, 3);
        graphics.fillPolygon(new int[] {17, 20, 13, 10}, new int[] {9, 9, 31, 31}, 4);
        graphics.dispose();
        return picture;
    }
}
