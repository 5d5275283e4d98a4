package org.digitscope.files.report;

import java.io.IOException;
import java.nio.file.Path;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.evaluation.Evaluation;
import org.digitscope.files.datasets.DigitFiles;
import org.digitscope.files.datasets.Progress;
import org.digitscope.network.Parameters;

/**
 * Answers to a table of pictures without labels, as Kaggle's Digit Recognizer wants them.
 *
 * @param count of the pictures
 * @param csv a header, then a line for each picture: its number from 1 and the answer
 */
public record Submission(int count, String csv) {

    /**
     * Reads a table and answers it; blocks.
     *
     * @throws UnreadableFileException when it is no table of pictures
     */
    public static Submission of(Path table, Parameters network) throws IOException {
        Dataset pictures = DigitFiles.readUnlabelled(table, Progress.NONE);
        Evaluation answers = Evaluation.of(network, pictures);
        StringBuilder text = new StringBuilder("ImageId,Label\n");
        for (int picture = 0; picture < pictures.size(); picture++) {
            text.append(picture + 1).append(',').append(answers.answer(picture)).append('\n');
        }
        return new Submission(pictures.size(), text.toString());
    }
}
