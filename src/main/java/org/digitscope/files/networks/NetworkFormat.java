package org.digitscope.files.networks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.FileKind;
import org.digitscope.files.ModelFile;
import org.digitscope.files.Safetensors;
import org.digitscope.files.UnwritableFileException;
import org.digitscope.files.networks.ExportScripts.Script;
import org.digitscope.files.project.ProjectFile;
import org.digitscope.files.project.TaughtDigitsFile;
import org.digitscope.network.Parameters;

/** Each kind of file that can hold a network, with all that is known of it: another kind is one more constant. */
public enum NetworkFormat {

    SAFETENSORS(".safetensors", "PyTorch tensors", new Reading(file -> file.is(FileKind.SAFETENSORS), NetworkFormat::readSafetensors),
            NetworkFormat::writeSafetensors) {
        @Override
        void write(Path file, ModelFile.Model model) throws UnwritableFileException {
            ModelFile.write(file, model);
        }
    },
    NPZ(".npz", "NumPy arrays", new Reading(file -> file.hasPartEnding(".npy"), NpzFile::read), NpzFile::write,
            Script.NUMPY_OF_ARRAYS, Script.KERAS_OF_ARRAYS),
    H5(".h5", "Keras 2 and 3 model", new Reading(file -> file.is(FileKind.HDF5), KerasFile::readHdf), KerasWriter::writeModel,
            Script.KERAS_OF_MODEL),
    WEIGHTS_H5(".weights.h5", "Keras 3 weights", H5.reading, KerasWriter::writeWeights, Script.KERAS_OF_WEIGHTS),
    KERAS(".keras", "Keras 3 model", new Reading(file -> file.hasPart(KerasFile.WEIGHTS), KerasFile::readZip),
            KerasWriter::writeArchive, Script.KERAS_OF_MODEL),
    ONNX(".onnx", "ONNX model", new Reading(file -> file.is(FileKind.ONNX), OnnxReader::read), OnnxFile::write),
    JSON(".json", "lists of numbers", new Reading(NetworkFormat::isJson, TextNetworkReader::readJson), TextNetworks::writeJson),
    CSV(".csv", "table of all numbers", new Reading(file -> file.text().startsWith(TextNetworks.HEADER), TextNetworkReader::readCsv),
            TextNetworks::writeCsv),
    PROJECT(".digitscope", "Digitscope project", new Reading(file -> file.hasPart(ProjectFile.TEXTS), NetworkFormat::readProject));

    /** Reads a file of this kind; blocks. */
    interface Reader {
        ImportedNetwork read(Path file) throws IOException;
    }

    /** Writes or replaces a file; blocks. */
    interface Writer {
        void write(Path file, Parameters network) throws UnwritableFileException;
    }

    private record Reading(Predicate<FileSignature> recognizes, Reader reader) {
    }

    private final String ending;
    private final String label;
    private final Reading reading;
    private final Optional<Writer> writer;
    private final List<Script> scripts;

    NetworkFormat(String ending, String label, Reading reading) {
        this(ending, label, reading, Optional.empty(), List.of());
    }

    NetworkFormat(String ending, String label, Reading reading, Writer writer, Script... scripts) {
        this(ending, label, reading, Optional.of(writer), List.of(scripts));
    }

    NetworkFormat(String ending, String label, Reading reading, Optional<Writer> writer, List<Script> scripts) {
        this.ending = ending;
        this.label = label;
        this.reading = reading;
        this.writer = writer;
        this.scripts = scripts;
    }

    /** Of the names of such files, in small letters with the point. */
    public String ending() {
        return ending;
    }

    /** What such a file is, for people. */
    public String label() {
        return label;
    }

    /** Those from which networks come. */
    public static List<NetworkFormat> readable() {
        return List.of(values());
    }

    /** Those to which networks go. */
    public static List<NetworkFormat> writable() {
        return Stream.of(values()).filter(format -> format.writer.isPresent()).toList();
    }

    /** For a dialog that opens files, such as "*.npz". */
    public static List<String> readablePatterns() {
        return patterns(readable());
    }

    /** For a dialog that saves files, such as "*.npz". */
    public static List<String> writablePatterns() {
        return patterns(writable());
    }

    /** The kind that the ending of a file's name says. */
    static Optional<NetworkFormat> named(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> name.endsWith(format.ending))
                .max(Comparator.comparingInt(format -> format.ending.length()));
    }

    /** The kind that a file is, whatever its name. */
    static Optional<NetworkFormat> recognized(FileSignature file) {
        return readable().stream().filter(format -> format.reading.recognizes.test(file)).findFirst();
    }

    /** The endings as a list for a sentence. */
    static String endings(List<NetworkFormat> formats) {
        return formats.stream().map(NetworkFormat::ending).collect(Collectors.joining(", "));
    }

    Reader reader() {
        return reading.reader;
    }

    Optional<Writer> writer() {
        return writer;
    }

    /** Writes a network with how it came about, where such a file has a place for that. */
    void write(Path file, ModelFile.Model model) throws UnwritableFileException {
        writer.orElseThrow().write(file, model.parameters());
    }

    /** The Python programs that can check such a file. */
    List<Script> scripts() {
        return scripts;
    }

    /** Dialogs compare what stands behind the last point of a name. */
    private static List<String> patterns(List<NetworkFormat> formats) {
        return formats.stream().map(format -> "*" + format.ending.substring(format.ending.lastIndexOf('.'))).distinct().toList();
    }

    private static boolean isJson(FileSignature file) {
        return file.kind().isEmpty() && file.text().startsWith("{") && !TaughtDigitsFile.isBeginningOfOne(file.text());
    }

    private static ImportedNetwork readSafetensors(Path file) throws IOException {
        Safetensors content = Safetensors.readAllTypes(file);
        if (ModelFile.isOne(content)) {
            return new ImportedNetwork(ModelFile.model(file, Safetensors.read(file)), List.of());
        }
        String name = String.valueOf(file.getFileName());
        return new NamedTensors(name, content.tensors(), content.others(), false).network(NetworkTexts.read(name, content.metadata()));
    }

    private static void writeSafetensors(Path file, Parameters network) throws UnwritableFileException {
        Map<String, String> metadata = new LinkedHashMap<>(Map.of("format", "pt"));
        metadata.putAll(NetworkTexts.of(network.architecture()));
        AtomicFile.write(file, new Safetensors(metadata, Safetensors.tensors(network))::writeTo);
    }

    private static ImportedNetwork readProject(Path file) throws IOException {
        return new ImportedNetwork(ProjectFile.read(file).model(), List.of("The network of a Digitscope project."));
    }
}
