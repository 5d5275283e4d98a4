package org.digitscope.cli;

import java.util.Iterator;
import java.util.List;
import org.digitscope.files.networks.NetworkFormat;

/** The kinds of network files, for the help of options that take one. */
final class NetworkKinds {

    private NetworkKinds() {
    }

    /** Those that can be read. */
    static final class Readable implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return described(NetworkFormat.readable());
        }
    }

    /** Those that can be written. */
    static final class Writable implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return described(NetworkFormat.writable());
        }
    }

    private static Iterator<String> described(List<NetworkFormat> formats) {
        return formats.stream().map(format -> format.ending() + " (" + format.label() + ")").iterator();
    }
}
