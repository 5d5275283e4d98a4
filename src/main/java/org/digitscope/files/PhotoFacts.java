package org.digitscope.files;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.drawing.GrayImage;

/**
 * What a picture's file tells beside its pixels.
 *
 * @param orientation of Exif, 1 to 8: where the first row and the first column of what is stored lie in what was seen
 * @param isCmyk whether it is a JPEG picture with four colours
 */
record PhotoFacts(int orientation, boolean isCmyk) {

    private static final int UPRIGHT = 1;
    private static final int MIRRORED_AND_ON_ITS_SIDE = 5;
    private static final int LAST = 8;
    private static final int FOUR_COLOURS = 4;

    /** Damaged or missing facts are none. */
    static PhotoFacts of(Path file) throws IOException {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
            Integer colours = jpeg == null ? null : jpeg.getInteger(JpegDirectory.TAG_NUMBER_OF_COMPONENTS);
            return new PhotoFacts(orientation(metadata), colours != null && colours == FOUR_COLOURS);
        } catch (ImageProcessingException | EOFException | RuntimeException noFacts) {
            return new PhotoFacts(UPRIGHT, false);
        }
    }

    /** Of several that a file has, the first that is one. */
    private static int orientation(Metadata metadata) {
        for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer orientation = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            if (orientation != null && orientation >= UPRIGHT && orientation <= LAST) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    GrayImage upright(GrayImage stored) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        boolean isOnItsSide = orientation >= MIRRORED_AND_ON_ITS_SIDE;
        int width = isOnItsSide ? stored.height() : stored.width();
        int height = isOnItsSide ? stored.width() : stored.height();
        // the first row lies: 1, 2 at the top, 3, 4 at the bottom, 5, 8 at the left, 6, 7 at the right;
        // the first column: 1, 4 at the left, 2, 3 at the right, 5, 6 at the top, 7, 8 at the bottom
        boolean lastRowFirst = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        boolean lastColumnFirst = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        float[] values = new float[stored.values().length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int fromRow = isOnItsSide ? column : row;
                int fromColumn = isOnItsSide ? row : column;
                values[row * width + column] = stored.get(lastRowFirst ? stored.height() - 1 - fromRow : fromRow,
                        lastColumnFirst ? stored.width() - 1 - fromColumn : fromColumn);
            }
        }
        return new GrayImage(width, height, values);
    }
}
