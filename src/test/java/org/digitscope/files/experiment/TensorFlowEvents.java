package org.digitscope.files.experiment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.hadoop.util.TFRecordReader;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/** Event files as TensorFlow's own classes read them. */
public final class TensorFlowEvents {

    private TensorFlowEvents() {
    }

    /** A value of an event. */
    record Entry(long step, Summary.Value value) {

        /** Such as "3 epoch_loss 0.5". */
        String scalar() {
            return step + " " + value.getTag() + " " + value.getSimpleValue();
        }
    }

    /** Every event; a record whose length, bytes or checksums are wrong is an IOException. */
    static List<Event> events(byte[] file) throws IOException {
        List<Event> events = new ArrayList<>();
        TFRecordReader reader = new TFRecordReader(new ByteArrayInputStream(file), true);
        for (byte[] record = reader.read(); record != null; record = reader.read()) {
            events.add(Event.parseFrom(record));
        }
        return events;
    }

    /** The events of the only file in a folder. */
    static List<Event> events(Path folder) throws IOException {
        return events(Files.readAllBytes(only(folder)));
    }

    /** All values but the histograms, such as "3 epoch_loss 0.5". */
    public static List<String> scalars(Path folder) throws IOException {
        return entries(folder).stream().filter(entry -> entry.value().hasSimpleValue()).map(Entry::scalar).toList();
    }

    /** Steps and tags of the histograms, such as "0 layer_1/kernel". */
    public static List<String> histograms(Path folder) throws IOException {
        return entries(folder).stream().filter(entry -> entry.value().hasHisto()).map(entry -> entry.step() + " " + entry.value().getTag()).toList();
    }

    static List<Entry> entries(Path folder) throws IOException {
        return events(folder).stream().flatMap(event -> event.getSummary().getValueList().stream().map(value -> new Entry(event.getStep(), value)))
                .toList();
    }

    static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.toList();
            if (found.size() != 1) {
                throw new IOException("expected one file, found " + found);
            }
            return found.get(0);
        }
    }
}
