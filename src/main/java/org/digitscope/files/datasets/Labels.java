package org.digitscope.files.datasets;

import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;

/** What all readers ask of labels, and how they are ended. */
final class Labels {

    private Labels() {
    }

    /** A label as a digit. */
    static byte checked(String file, double label, int position) throws UnreadableFileException {
        if (!(label >= 0 && label < Dataset.CLASSES && label == Math.rint(label))) {
            throw new UnreadableFileException(file, "has the label " + (float) label + " at position " + position
                    + "; expected whole numbers from 0 to 9");
        }
        return (byte) label;
    }

    /** Tells how far it has come; ends the reading when nobody wants it any more. */
    static void go(String file, Progress progress, double share) throws UnreadableFileException {
        if (!progress.report(share)) {
            throw new UnreadableFileException(file, "was not read to its end, because that was cancelled; nothing has changed, as expected");
        }
    }
}
