package org.digitscope.files.project;

import static org.digitscope.files.StrictJson.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.PenLine;
import org.digitscope.drawing.Point;
import org.digitscope.evaluation.Edit;
import org.digitscope.explain.lesson.condition.UnknownWordsException;
import org.digitscope.explain.lesson.scene.StageScene;
import org.digitscope.files.Fields;
import org.digitscope.files.RunJson;
import org.digitscope.files.StrictJson;
import org.digitscope.network.Parameters;
import org.digitscope.training.Checkpoint;
import org.digitscope.training.Hyperparameters;
import org.digitscope.training.LearningCurve;

/** The parts of a project that are text: to JSON and back, every number to the bit. */
final class ProjectJson {

    private ProjectJson() {
    }

    static Map<String, Object> settings(Hyperparameters settings) {
        Map<String, Object> fields = RunJson.settings(settings);
        fields.put("seed", Long.toString(settings.seed()));
        return fields;
    }

    static Hyperparameters settings(Fields fields) throws UnreadableFileException {
        return RunJson.settings(fields, fields.longInteger("seed"));
    }

    static Map<String, Object> position(Checkpoint checkpoint) {
        return fields("step", checkpoint.step(), "learning_rate", checkpoint.learningRate(),
                "loss_sum", RunJson.number(checkpoint.lossSum()), "correct", checkpoint.correct());
    }

    static Map<String, Object> curve(LearningCurve curve) {
        List<Object> changes = new ArrayList<>();
        for (LearningCurve.RateChange change : curve.rateChanges()) {
            changes.add(fields("step", change.step(), "rate", change.rate()));
        }
        return fields("stride", curve.stride(), "epochs", RunJson.epochs(curve), "rate_changes", changes);
    }

    static List<LearningCurve.RateChange> rateChanges(Fields curve) throws UnreadableFileException {
        return curve.list("rate_changes", each -> new LearningCurve.RateChange(each.integer("step"), each.number("rate")));
    }

    static List<Object> lines(List<PenLine> lines) {
        List<Object> list = new ArrayList<>();
        for (PenLine line : lines) {
            list.add(fields("width", line.width(), "points",
                    line.points().stream().map(point -> List.of(point.x(), point.y())).toList()));
        }
        return list;
    }

    static PenLine line(Fields fields) throws UnreadableFileException {
        List<Point> points = fields.list("points", each -> {
            double[] xy = each.numbers(2);
            return new Point(xy[0], xy[1]);
        });
        if (points.isEmpty()) {
            throw fields.wrong("points", fields.node().get("points"), "at least one point");
        }
        return new PenLine(points, fields.number("width"));
    }

    /** What was on screen, in the words of lessons. */
    static StageScene scene(Fields project) throws UnreadableFileException {
        try {
            return StageScene.parse(project.text("scene"));
        } catch (UnknownWordsException unknown) {
            throw new UnreadableFileException(project.file(), "names a scene that can't be shown; expected one that Digitscope saved. " + unknown.getMessage());
        }
    }

    /** @param network the one that is changed */
    static Edit edit(Fields fields, Parameters network) throws UnreadableFileException {
        String found = "has the change " + StrictJson.quote(fields.node().toString());
        Edit edit;
        try {
            edit = EditKind.read(fields);
        } catch (IllegalArgumentException notAllowed) {
            throw new UnreadableFileException(fields.file(), found + "; expected one that can be made, but " + notAllowed.getMessage());
        }
        if (!edit.fits(network)) {
            throw new UnreadableFileException(fields.file(), found + "; expected a neuron or number of its network of "
                    + network.layer(1).outputs() + " hidden neurons");
        }
        return edit;
    }
}
