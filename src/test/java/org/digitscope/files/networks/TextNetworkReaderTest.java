package org.digitscope.files.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.network.Architecture;
import org.digitscope.network.Examples;
import org.digitscope.network.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNetworkReaderTest {

    private static final Parameters NETWORK = Examples.parameters(2, 4);

    @TempDir
    private Path folder;

    @Test
    void jsonOfOtherProgramsIsRecognizedByItsShapes() throws IOException {
        Path own = folder.resolve("own.json");
        NetworkFiles.write(own, NETWORK);
        String text = Files.readString(own).replace("layer_1.kernel", "W1").replace("layer_1.bias", "b1").replace("layer_2.kernel", "W2")
                .replace("layer_2.bias", "b2").replaceFirst("\\{", "{ \"epochs\": 7, \"activation\": \"tanh\", \"author\": \"me\",\n");
        ImportedNetwork read = NetworkFiles.read(Files.writeString(folder.resolve("other"), "\n " + text));
        assertEquals(NETWORK.checksum(), read.parameters().checksum());
        assertEquals("tanh", read.parameters().architecture().activation().label());
        assertTrue(read.notices().contains("epochs says nothing of what the network computes and was left aside."), read.notices().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"a\":[1,2],\"b\":{\"c\":1}} | holds \"a\" [2], \"b\" something else than rows of numbers; expected a network 784",
        "{\"a\":[[1,2],[3]]} | holds \"a\" something else than rows of numbers; expected",
        "{\"a\":[[1,2],[3,\"4\"]]} | holds \"a\" something else than rows of numbers; expected",
        "{\"a\":[1e99]} | holds Infinity in \"a\"; expected finite numbers",
        "{\"activation\":\"gelu\"} | has \"gelu\" as its activation; expected one of relu, tanh, sigmoid, linear",
        "{\"inputs\":\"pictures\"} | has \"pictures\" as its inputs; expected one of divided by 255, not divided",
        "{} | holds no tensors; expected a network 784",
        "{\"a\":[1] | is no such text, or cut; expected a network as JSON, an object of lists of numbers"})
    void otherJsonIsRefused(String text, String problem) throws IOException {
        refused("net.json", text, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a,0,0,1;a,0,1,2;a,1,0,3 | ends \"a\" within a row; expected a network as a table",
        "a,0,0,1;a,0,2,2 | has \"a,0,2,2\" in line 3; expected the next number of a network as a table of lines tensor,row,column,value",
        "a,0,0,1;a,0,1,2;a,1,0,3;a,1,1,4;a,1,2,5 | has \"a,1,2,5\" in line 6; expected the next number",
        "a,0,0,1;a,2,0,2 | has \"a,2,0,2\" in line 3; expected",
        "a,1,0,1 | has \"a,1,0,1\" in line 2; expected",
        "a,0,0,1;a,0,0,1 | has \"a,0,0,1\" in line 3; expected",
        "a,0,0,x | has \"a,0,0,x\" in line 2; expected",
        "a,0,0,NaN | has \"a,0,0,NaN\" in line 2; expected",
        "a,0,0,1e99 | has \"a,0,0,1e99\" in line 2; expected",
        "a,-1,0,1 | has \"a,-1,0,1\" in line 2; expected",
        "a,99999999999,0,1 | has \"a,99999999999,0,1\" in line 2; expected",
        "a,0,0 | has \"a,0,0\" in line 2; expected",
        "# activation: gelu | has \"gelu\" as its activation; expected one of relu",
        "a,0,0,1;b,0,0,2 | holds \"a\" [1, 1], \"b\" [1, 1]; expected a network 784"})
    void otherTablesAreRefused(String lines, String problem) throws IOException {
        refused("net.csv", "tensor,row,column,value\n" + lines.replace(';', '\n') + "\n", problem);
    }

    @Test
    void aTableWithoutItsEndOrWithTooManyNumbersIsRefused() throws IOException {
        Path own = folder.resolve("own.csv");
        NetworkFiles.write(own, Examples.parameters(Architecture.relu(), 4));
        String whole = Files.readString(own);
        refused("net.csv", whole.substring(0, whole.length() - 1), "begins otherwise, or is cut; expected a network as a table");
        refused("net.csv", "label,pixel0\n1,2\n", "begins otherwise, or is cut; expected a network as a table");
        String numbers = IntStream.rangeClosed(0, NamedTensors.MOST_VALUES).mapToObj(i -> "a,0," + i + ",1\n").collect(Collectors.joining());
        refused("net.csv", "tensor,row,column,value\n" + numbers, "has \"a,0,401408,1\" in line 401410; expected");
    }

    private void refused(String name, String text, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        String message = assertThrows(UnreadableFileException.class, () -> NetworkFiles.read(file)).getMessage();
        assertTrue(message.startsWith(name + " " + problem), message);
    }
}
