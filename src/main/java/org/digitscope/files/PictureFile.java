package org.digitscope.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.Sheet;

/** Reads pictures: PNG, JPEG, GIF (its first frame) and BMP, of at most 50 MB and 40 million pixels. */
public final class PictureFile {

    /** The endings of names, as file dialogs want them. */
    public static final List<String> PATTERNS = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");

    private static final int MAX_BYTES = 50_000_000;
    private static final long MAX_PIXELS = 40_000_000;
    /** More is not kept: it all becomes 28×28, and a photograph must not fill the memory. */
    private static final int LONGEST_SIDE = 2048;
    private static final Set<String> FORMATS = Set.of("png", "JPEG", "gif", "bmp");
    /** The JPEG decoder fills what is missing with grey and only warns, with one of these in its sentence. */
    private static final List<String> SIGNS_OF_DAMAGE = List.of("Truncated", "Premature end", "Corrupt");
    private static final String EXPECTED = "a PNG, JPEG, GIF or BMP picture";

    private PictureFile() {
    }

    /** Whether a name ends like a picture's. */
    public static boolean isNamedLikeOne(Path file) {
        return isNamedLikeOne(String.valueOf(file.getFileName()));
    }

    /** The same for a name, with or without folders in front. */
    public static boolean isNamedLikeOne(String name) {
        return PATTERNS.stream().anyMatch(pattern -> name.toLowerCase(Locale.ROOT).endsWith(pattern.substring(1)));
    }

    /**
     * The brightness of a picture, 0 black to 1 white, see {@link Brightness}, turned as its Exif orientation says. A side above
     * 2048 pixels is thinned to at most that.
     *
     * @throws UnreadableFileException when there is no such file, it is no picture, damaged, or too large
     */
    public static GrayImage read(Path file) throws IOException {
        ReadableFile.check(file, EXPECTED, MAX_BYTES);
        PhotoFacts facts = PhotoFacts.of(file);
        if (facts.isCmyk()) {
            throw new UnreadableFileException(file, "has its colours as CMYK, for printing; expected a JPEG picture with grey or RGB colours");
        }
        // reads the file itself: ImageIO.createImageInputStream would make a cache file of it
        try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            ImageReader reader = reader(file, input);
            try {
                return facts.upright(Brightness.of(decode(file, reader)));
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * What a picture of a digit may show, see {@link Backdrop#readings}.
     *
     * @throws UnreadableFileException when the picture can't be read or shows no ink
     */
    public static List<Backdrop> readings(Path file) throws IOException {
        GrayImage picture = read(file);
        List<Backdrop> readings = Backdrop.readings(picture);
        if (readings.stream().allMatch(Backdrop::isBlank)) {
            throw new UnreadableFileException(file, Backdrop.missingInk(picture));
        }
        return readings;
    }

    /**
     * A sheet with a picture that was {@linkplain #read read}, as data sets have them: 28×28 on black are as MNIST has its own.
     *
     * @throws UnreadableFileException when it shows no ink
     */
    public static Sheet sheet(Path file, GrayImage picture) throws UnreadableFileException {
        Sheet sheet = Sheet.of(Backdrop.ofPicture(picture));
        if (sheet.isBlank()) {
            throw new UnreadableFileException(file, Backdrop.missingInk(picture));
        }
        return sheet;
    }

    private static ImageReader reader(Path file, ImageInputStream input) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext();) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName())) {
                reader.setInput(input);
                return reader;
            }
        }
        throw new UnreadableFileException(file, "is " + kind(file) + "; expected " + EXPECTED);
    }

    /** What it is instead of a picture of a known format. */
    private static String kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileKind.of(in.readNBytes(FileKind.START)).filter(kind -> kind != FileKind.PICTURE).map(FileKind::what)
                    .orElse("no picture that can be read");
        }
    }

    private static BufferedImage decode(Path file, ImageReader reader) throws UnreadableFileException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage picture;
        try {
            picture = reader.read(0, thinning(file, reader));
        } catch (UnreadableFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the JDK's decoders answer some damage with an IndexOutOfBoundsException or the like
            throw damaged(file);
        }
        if (warnings.stream().anyMatch(warning -> SIGNS_OF_DAMAGE.stream().anyMatch(warning::contains))) {
            throw damaged(file);
        }
        return picture;
    }

    private static ImageReadParam thinning(Path file, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MAX_PIXELS) {
            throw new UnreadableFileException(file, "has " + width + " × " + height + " pixels; expected at most "
                    + MAX_PIXELS + " in all");
        }
        int step = (int) ((Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static UnreadableFileException damaged(Path file) {
        return new UnreadableFileException(file, "is damaged or incomplete; expected " + EXPECTED);
    }
}
