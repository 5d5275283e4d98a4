package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another scale is taken only where it is sound for every number. */
class GreyScaleTest {

    private static final Dataset DIGITS = Examples.pictures(20, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.00392156862745098 | 0 | The values go from 0 to 1; they were multiplied by 255.",
        "257 | 0 | The values go from 0 to 65535; they were divided by 257.",
        "0.00784313725490196 | -1 | The values go from -1.00 to 1.00, so they were standardized; they were brought back to 0 to 255.",
        "0.012728 | -0.4241 | The values go from -0.424 to 2.82, so they were standardized; they were brought back to 0 to 255.",
        "1 | -128 | The values go from -128 to 127; 128 was added."})
    void scalesThatFitAllNumbersAreBroughtBackToTheVeryGreyValues(double factor, double shift, String notice) throws IOException {
        LoadedDigits read = read(pixel -> pixel * factor + shift);
        assertEquals(List.of(notice), read.notices());
        assertEquals(DIGITS.checksum(), read.training().checksum());
    }

    @Test
    void picturesWithoutAnyInkAreRefused() {
        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> read(pixel -> 0));
        assertTrue(refused.getMessage().contains("has pictures that are all blank; expected 0 to 255"), refused.getMessage());
    }

    @Test
    void bytesThatWereReadWithASignAreBytesAgain() throws IOException {
        LoadedDigits read = read(pixel -> (byte) pixel);
        assertEquals(List.of("The values go from -128 to 127: bytes that were read with a sign. Those below 0 are 128 to 255 again."), read.notices());
        assertEquals(DIGITS.checksum(), read.training().checksum());
        LoadedDigits dark = read(pixel -> (byte) (255 - pixel));
        assertEquals(DIGITS.checksum(), dark.training().checksum());
    }

    @Test
    void picturesOfTwoValuesAndOfFractionsAreRead() throws IOException {
        Dataset two = read(pixel -> pixel > 0 ? 1 : -1).training();
        Dataset shares = read(pixel -> pixel > 0 ? 1 : 0).training();
        assertEquals(shares.checksum(), two.checksum());
        assertEquals(255, Arrays.stream(ints(shares.image(0))).max().orElseThrow());
        LoadedDigits fractions = read(pixel -> pixel * 0.9);
        assertEquals(List.of("The values from 0 to 255 have fractions; they were rounded."), fractions.notices());
        assertEquals((int) Math.round(0.9 * ints(DIGITS.image(3))[99]), ints(fractions.training().image(3))[99]);
    }

    @ParameterizedTest
    @CsvSource({"1,0,-1", "1,0,256", "1,0,1000", "1,0,0.5", "0.00392156862745098,0,1.5", "0.00392156862745098,0,-1", "257,0,-5", "257,0,70000"})
    void oneValueThatDoesntFitIsNamedWithItsPicture(double factor, double shift, double wrong) {
        refused(wrong, pixel -> pixel * factor + shift, "has the value " + Labels.text((float) wrong) + " in picture 5, row 3, column 7");
    }

    @ParameterizedTest
    @CsvSource({"0.012728,-0.4241,-0.43", "0.00784313725490196,-1,-1.01", "3,0,3", "16,0,16", "1,-300,0", "100,-5000,0"})
    void whatFitsNoScaleIsRefusedWithItsRange(double factor, double shift, double wrong) {
        refused(wrong, pixel -> pixel * factor + shift, "on no scale that is known; expected 0 to 255, 0 to 1");
    }

    @Test
    void whatIsNotFiniteIsNamed() {
        refused(Double.NaN, pixel -> pixel, "has the value NaN in picture 5");
        refused(Double.NEGATIVE_INFINITY, pixel -> pixel, "has the value -Infinity in picture 5");
    }

    private static int[] ints(byte[] image) {
        int[] values = new int[image.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i] & 0xFF;
        }
        return values;
    }

    private void refused(double wrong, DoubleUnaryOperator scale, String problem) {
        double[] values = Arrays.stream(ArrayBytes.pixels(DIGITS)).map(scale).toArray();
        values[5 * 784 + 3 * 28 + 7] = wrong;
        String message = assertThrows(UnreadableFileException.class, () -> read(values)).getMessage();
        assertTrue(message.startsWith("digits.npz, x has ") && message.contains(problem), message);
    }

    private LoadedDigits read(DoubleUnaryOperator scale) throws IOException {
        return read(Arrays.stream(ArrayBytes.pixels(DIGITS)).map(scale).toArray());
    }

    private LoadedDigits read(double[] values) throws IOException {
        byte[] x = ArrayBytes.npy("<f4", false, 1, new int[] {DIGITS.size(), 28, 28}, values);
        byte[] y = ArrayBytes.npy("<i8", false, 1, new int[] {DIGITS.size()}, ArrayBytes.labels(DIGITS));
        return DigitFiles.read(Files.write(folder.resolve("digits.npz"), ArrayBytes.zip("x.npy", x, "y.npy", y)), Progress.NONE);
    }
}
