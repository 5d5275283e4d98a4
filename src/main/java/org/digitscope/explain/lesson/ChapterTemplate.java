package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A chapter whose numbers aren't filled in yet.
 *
 * @param name of the chapter
 * @param stretch that it belongs to
 * @param lines in their order
 */
record ChapterTemplate(String name, String stretch, List<LessonLine> lines) {

    ChapterTemplate {
        lines = List.copyOf(lines);
    }

    Chapter fill(LessonNumbers numbers) {
        return new Filling(lines.stream().filter(line -> line.holds(numbers::holds)).toList(), numbers).chapter(this);
    }

    /** The lines that hold for a network. */
    private record Filling(List<LessonLine> lines, LessonNumbers numbers) {

        Chapter chapter(ChapterTemplate template) {
            List<String> paragraphs = lines.stream().filter(line -> line.keyword().isEmpty()).map(this::text).toList();
            List<Chapter.Action> actions = of(Keyword.DO).map(this::text).map(line -> line.split("\\s*\\|\\s*", 2))
                    .map(parts -> new Chapter.Action(parts[0], parts[1])).toList();
            Optional<Chapter.Code> code = of(Keyword.CODE).findFirst().map(line -> new Chapter.Code(LessonText.fillCode(line.text(), numbers),
                    of(Keyword.OUTPUT).findFirst().map(output -> LessonText.fillCode(output.text(), numbers)).orElse("")));
            Optional<Task> task = task();
            return new Chapter(template.name, text(Keyword.TITLE).orElseGet(() -> LessonText.fill(template.name, numbers)), template.stretch,
                    paragraphs, text(Keyword.EXHIBIT), code, actions, task, help(task));
        }

        private Optional<Task> task() {
            String reason = text(Keyword.BECAUSE).orElse("");
            Optional<LessonLine> when = of(Keyword.WHEN).findFirst();
            Optional<String> predict = text(Keyword.PREDICT);
            if (predict.isPresent()) {
                List<Task.Choice> choices = of(Keyword.CHOICE).map(line -> new Task.Choice(text(line), line.condition().orElseThrow())).toList();
                return Optional.of(new Task.Predict(predict.get(), choices, when.flatMap(LessonLine::condition), reason));
            }
            Optional<String> sentence = text(Keyword.TASK);
            Optional<String> right = text(Keyword.RIGHT);
            if (sentence.isEmpty() || right.isEmpty() && when.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(right.isPresent() ? new Task.Question(sentence.get(), right.get(), reason)
                    : new Task.Reach(sentence.get(), when.get().condition().orElseThrow(), reason));
        }

        private List<Chapter.Help> help(Optional<Task> task) {
            List<Chapter.Help> steps = new ArrayList<>();
            for (Keyword keyword : List.of(Keyword.HINT, Keyword.WAY, Keyword.ANSWER)) {
                text(keyword).ifPresent(text -> steps.add(new Chapter.Help(keyword.word(), text)));
            }
            if (text(Keyword.ANSWER).isEmpty() && task.isPresent() && task.get() instanceof Task.Question question) {
                steps.add(new Chapter.Help(Keyword.ANSWER.word(), (question.answer() + ". " + question.reason()).strip()));
            }
            return steps;
        }

        private Stream<LessonLine> of(Keyword keyword) {
            return lines.stream().filter(line -> line.is(keyword));
        }

        private Optional<String> text(Keyword keyword) {
            return of(keyword).findFirst().map(this::text);
        }

        private String text(LessonLine line) {
            return LessonText.fill(line.text(), numbers);
        }
    }
}
