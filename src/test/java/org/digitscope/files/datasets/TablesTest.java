package org.digitscope.files.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as other programs write them: what is meant is read, what isn't sound is named with its line and column. */
class TablesTest {

    private static final Dataset DIGITS = Examples.pictures(30, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2.5", "-1", "10", "1e9"})
    void aWrongLabelIsNamedWithItsLineWhereverItStands(String wrong) throws IOException {
        for (boolean labelFirst : new boolean[] {true, false}) {
            for (int row : new int[] {0, 17, 29}) {
                String table = table(i -> line(i, i == row ? wrong : null, labelFirst));
                refused(table, "has the label " + (wrong.equals("1e9") ? "1.0E9" : wrong) + " in line " + (row + 1) + "; expected whole numbers from 0 to 9");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000", "256", "300.5", "0.5", "-0.25", "1e20"})
    void aValueUnlikeAllOthersIsNamedWithItsLineAndColumn(String wrong) throws IOException {
        String table = "label" + ",pixel".repeat(784) + "\n\n" + table(i -> i == 4 ? cell(line(i, null, true), 101, wrong) : line(i, null, true));
        String number = Labels.text(Float.parseFloat(wrong));
        refused(table, "has the value " + number + " in line 7, column 102; expected whole numbers from 0 to 255, as nearly all of its values are");
    }

    @Test
    void aLineOfAnotherLengthIsNamedWithBothLengths() throws IOException {
        String table = table(i -> line(i, null, true) + (i == 4 ? ",1,2" : ""));
        refused(table, "has 787 cells in line 5, other than the 785 of the lines before; expected lines of 784 numbers");
        refused(table(i -> i == 4 ? "7" : line(i, null, true)), "has 1 cell in line 5, other than the 785 of the lines before");
    }

    @Test
    void aValueBeyondOneAmongSharesIsNamed() throws IOException {
        String shares = table(i -> DIGITS.label(i) + "," + pixels(i, pixel -> pixel / 255.0));
        assertSame(read(shares));
        refused(cell(shares, 200, "1.5"), "has the value 1.5 in line 1, column 201; expected numbers from 0 to 1");
        refused(cell(shares, 200, "-0.1"), "has the value -0.1 in line 1, column 201; expected numbers from 0 to 1");
    }

    @Test
    void separatorsBehindTheLastCellDontCount() throws IOException {
        assertSame(read(table(i -> line(i, null, true) + ",")));
        assertSame(read("label" + ",p".repeat(784) + ",\n" + table(i -> line(i, null, true) + ",")));
        assertSame(read(table(i -> line(i, null, false).replace(',', ';') + ";")));
    }

    @Test
    void aColumnThatCountsTheLinesIsPassedOver() throws IOException {
        assertSame(read(table(i -> i + "," + line(i, null, true))));
        assertSame(read(table(i -> i + 1 + "," + line(i, null, false))));
        String header = ",label," + IntStream.range(0, 784).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "\n";
        assertSame(read(header + table(i -> i * i % 31 + "," + line(i, null, true))));
        String counted = "," + IntStream.range(0, 785).mapToObj(String::valueOf).collect(Collectors.joining(",")) + "\n";
        assertSame(read(counted + table(i -> i + "," + line(i, null, true))));
        refused(table(i -> i * i % 31 + "," + line(i, null, true)), "the first of them don't count the lines");
        refused(table(i -> i + "," + pixels(i, pixel -> pixel)), "has no labels");
    }

    @Test
    void decimalCommasStandBesideOtherSeparators() throws IOException {
        for (String separator : new String[] {";", "\t", " "}) {
            assertSame(read(table(i -> DIGITS.label(i) + separator + pixels(i, pixel -> pixel / 255.0).replace(",", separator)
                    .replace('.', separator.equals(" ") ? '.' : ','))));
        }
        assertSame(read(table(i -> "\"" + DIGITS.label(i) + ",0\"," + pixels(i, pixel -> pixel))));
    }

    @Test
    void utf16IsReadWithAndWithoutAByteOrderMark() throws IOException {
        String table = "label" + ",pixel".repeat(784) + "\r\n" + table(i -> line(i, null, true)).replace("\n", "\r\n");
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            for (String mark : new String[] {"", "\uFEFF"}) {
                assertSame(read((mark + table).getBytes(charset)));
            }
        }
    }

    @Test
    void tenColumnsOfWhichOneIsOneAreTheLabel() throws IOException {
        IntFunction<String> label = i -> IntStream.range(0, 10).mapToObj(k -> k == DIGITS.label(i) ? "1" : "0").collect(Collectors.joining(","));
        assertSame(read(table(i -> label.apply(i) + "," + pixels(i, pixel -> pixel))));
        assertSame(read(table(i -> pixels(i, pixel -> pixel) + "," + label.apply(i))));
        assertSame(read(table(i -> i + "," + label.apply(i) + "," + pixels(i, pixel -> pixel))));
        refused(table(i -> (i == 3 ? "1,1,0,0,0,0,0,0,0,0" : label.apply(i)) + "," + pixels(i, pixel -> pixel)), "has a one-hot label in line 4");
    }

    @Test
    void whatIsNoNumberIsNamedWithItsLineAndColumn() throws IOException {
        refused(cell(table(i -> line(i, null, true)), 400, "\"12"), "has a quote that isn't closed in line 1");
        refused(table(i -> i == 8 ? cell(line(i, null, true), 784, "\"7") : line(i, null, true)), "has a quote that isn't closed in line 9, column 785");
        refused(cell(table(i -> line(i, null, true)), 9, ""), "has an empty cell in line 1, column 10");
        refused(table(i -> i == 5 ? cell(line(i, null, true), 9, "x\u0001\u009F") : line(i, null, true)), "has \"x??\" in line 6, column 10");
        refused(table(i -> i == 5 ? cell(line(i, null, true), 3, "nan") : line(i, null, true)), "has \"nan\" in line 6, column 4");
    }

    @Test
    void aLabelColumnIsKnownByItsNameEvenWhenAllLabelsAreTheSame() throws IOException {
        String black = "0" + ",0".repeat(400) + ",9".repeat(383);
        String header = "pixel" + ",pixel".repeat(783) + ",class\n";
        assertArrayEquals(new int[] {20, 0, 0, 0, 0, 0, 0, 0, 0, 0}, read(header + table(i -> i < 20 ? black + ",0" : "")).labelCounts());
        assertArrayEquals(new int[] {0, 0, 0, 20, 0, 0, 0, 0, 0, 0}, read(table(i -> i < 20 ? "3," + black : "")).labelCounts());
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Path file = Files.writeString(folder.resolve("long.csv"), ("3" + ",0".repeat(784) + "\n").repeat(2500));
        String message = assertThrows(UnreadableFileException.class, () -> DigitFiles.read(file, share -> share < 0.5)).getMessage();
        assertTrue(message.contains("was not read to its end, because that was cancelled"), message);
    }

    private Dataset read(String table) throws IOException {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    private Dataset read(byte[] table) throws IOException {
        return DigitFiles.read(Files.write(folder.resolve("table.csv"), table), Progress.NONE).training();
    }

    private void refused(String table, String problem) {
        String message = assertThrows(UnreadableFileException.class, () -> read(table)).getMessage();
        assertTrue(message.contains(problem), message);
    }

    private static void assertSame(Dataset read) {
        assertEquals(DIGITS.checksum(), read.checksum());
    }

    private static String table(IntFunction<String> line) {
        return IntStream.range(0, DIGITS.size()).mapToObj(line).collect(Collectors.joining("\n")) + "\n";
    }

    /** @param label instead of the right one; null for that */
    private static String line(int picture, String label, boolean labelFirst) {
        String first = label == null ? String.valueOf(DIGITS.label(picture)) : label;
        String pixels = pixels(picture, pixel -> pixel);
        return labelFirst ? first + "," + pixels : pixels + "," + first;
    }

    private static String pixels(int picture, IntToDoubleFunction scale) {
        byte[] image = DIGITS.image(picture);
        return IntStream.range(0, image.length).mapToDouble(i -> scale.applyAsDouble(image[i] & 0xFF))
                .mapToObj(value -> value == Math.rint(value) ? String.valueOf((int) value) : String.format(Locale.ROOT, "%.6f", value))
                .collect(Collectors.joining(","));
    }

    /** The same lines with another cell in the first of them. */
    private static String cell(String lines, int column, String content) {
        String[] cells = lines.split(",", -1);
        cells[column] = content;
        return String.join(",", Arrays.asList(cells));
    }
}
