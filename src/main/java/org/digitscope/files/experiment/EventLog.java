package org.digitscope.files.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.digitscope.files.ProtoBuilder;

/**
 * An event file being written: TensorFlow's messages Event, Summary and HistogramProto, one record for each event, the first of which
 * names the version. The field numbers are those of event.proto, summary.proto and histogram.proto. No event has a time, so the same
 * values give the same bytes.
 */
final class EventLog {

    /** As many as Keras's histograms have. */
    static final int BUCKETS = 30;

    private final TfRecords records;

    EventLog(OutputStream out) throws IOException {
        records = new TfRecords(out);
        records.write(new ProtoBuilder().text(3, "brain.Event:2").bytes());
    }

    /** Values of one step. */
    static final class Summary {

        private final ProtoBuilder message = new ProtoBuilder();

        /** Written as a float32. */
        Summary scalar(String tag, double value) throws IOException {
            message.message(1, new ProtoBuilder().text(1, tag).real(2, (float) value));
            return this;
        }

        /**
         * How often values lie in each of {@link #BUCKETS} equally wide buckets from the smallest to the largest, in a single one where all
         * are the same. Bucket i ends at limit i and begins where the one before ends.
         *
         * @param values finite, at least one
         */
        Summary histogram(String tag, float[] values) throws IOException {
            double min = values[0];
            double max = values[0];
            double sum = 0;
            double squares = 0;
            for (float value : values) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                squares += (double) value * value;
            }
            int buckets = min == max ? 1 : BUCKETS;
            double width = (max - min) / buckets;
            double[] limits = new double[buckets];
            double[] counts = new double[buckets];
            for (int bucket = 0; bucket < buckets; bucket++) {
                limits[bucket] = bucket == buckets - 1 ? max : min + width * (bucket + 1);
            }
            for (float value : values) {
                int found = Arrays.binarySearch(limits, value);
                counts[Math.min(buckets - 1, found < 0 ? -found - 1 : found + 1)]++;
            }
            message.message(1, new ProtoBuilder().text(1, tag).message(5, new ProtoBuilder().real(1, min).real(2, max)
                    .real(3, (double) values.length).real(4, sum).real(5, squares).reals(6, limits).reals(7, counts)));
            return this;
        }
    }

    void add(long step, Summary summary) throws IOException {
        records.write(new ProtoBuilder().number(2, step).message(5, summary.message).bytes());
    }
}
