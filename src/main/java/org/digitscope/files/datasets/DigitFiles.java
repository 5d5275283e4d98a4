package org.digitscope.files.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.data.IdxDirectory;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.files.ReadableFile;
import org.digitscope.network.SplitMix64;

/** Reads a data set of 28×28 pictures, whatever kind of file or folder it is; the kind is found by looking into it. */
public final class DigitFiles {

    private static final long MAX_BYTES = 4L << 30;
    private static final String EXPECTED = "a data set: .npz, a table of numbers, a folder of IDX files or of pictures";
    /** Where a file has one set only, of each seven pictures one is kept to check with, as MNIST has it. */
    private static final int SHARE = 7;
    private static final long SHUFFLE_SEED = 42;

    private DigitFiles() {
    }

    /**
     * Reads; blocks.
     *
     * @param transposed whether to exchange rows and columns, as EMNIST's files need it
     * @throws UnreadableFileException with a sentence, whatever is wrong, and when it was cancelled
     */
    public static LoadedDigits read(Path path, boolean transposed, Progress progress) throws IOException {
        List<String> notices = new ArrayList<>();
        if (Files.isDirectory(path)) {
            if (PictureFolder.isOne(path)) {
                return new LoadedDigits(split(new PictureFolder(path, progress).read(), notices), notices);
            }
            return new LoadedDigits(IdxDirectory.read(path), notices);
        }
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        String name = String.valueOf(path.getFileName());
        if (isZip(path)) {
            List<Dataset> sets = RawDigits.datasets(new NpzDigits(path, progress).read(), transposed, notices);
            return new LoadedDigits(new DigitSets(sets.get(0), sets.get(1)), notices);
        }
        CsvDigits.Table table = new CsvDigits(path, progress).read();
        if (!table.labelled()) {
            throw new UnreadableFileException(path, "has no labels, so nothing can be learnt from it; expected a column with the digits");
        }
        List<Dataset> all = RawDigits.datasets(List.of(new RawDigits(name, table.values(), table.labels())), transposed, notices);
        return new LoadedDigits(split(all.get(0), notices), notices);
    }

    /**
     * Reads a table of pictures that may have no labels, as Kaggle's test set; blocks. Labels that it has are ignored.
     *
     * @return the pictures in their order, all with the label 0
     */
    public static Dataset readUnlabelled(Path path, Progress progress) throws IOException {
        ReadableFile.check(path, EXPECTED, MAX_BYTES);
        float[] values = new CsvDigits(path, progress).read().values();
        RawDigits raw = new RawDigits(String.valueOf(path.getFileName()), values, new byte[values.length / Dataset.PIXELS]);
        return RawDigits.datasets(List.of(raw), false, new ArrayList<>()).get(0);
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static DigitSets split(Dataset all, List<String> notices) throws UnreadableFileException {
        if (all.size() < 2) {
            throw new UnreadableFileException(all.name(), "holds " + all.size() + " picture; expected at least 2, to learn and to check");
        }
        int[] order = new int[all.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplitMix64 random = new SplitMix64(SHUFFLE_SEED);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int checked = Math.max(1, all.size() / SHARE);
        notices.add("The file has one set only: of its " + all.size() + " pictures, " + checked + ", drawn by chance, are kept to check with.");
        return new DigitSets(part(all, order, checked, order.length, " training"), part(all, order, 0, checked, " test"));
    }

    private static Dataset part(Dataset all, int[] order, int from, int to, String kind) {
        Dataset.Builder part = Dataset.builder(all.name() + kind, to - from);
        for (int i = from; i < to; i++) {
            part.add(all.image(order[i]), all.label(order[i]));
        }
        return part.build();
    }
}
