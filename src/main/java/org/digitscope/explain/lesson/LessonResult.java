package org.digitscope.explain.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has done in a lesson, and nothing else about that person.
 *
 * @param lesson its title
 * @param author its author
 * @param chapters in the order in which something was done in them first; each once
 */
public record LessonResult(String lesson, String author, List<ChapterResult> chapters) {

    public LessonResult {
        chapters = List.copyOf(chapters);
    }

    /** Nothing yet. */
    public static LessonResult none(Lesson lesson) {
        return new LessonResult(lesson.title(), lesson.author(), List.of());
    }

    /** Whether it is about a lesson. */
    public boolean isOf(Lesson other) {
        return lesson.equals(other.title()) && author.equals(other.author());
    }

    public Optional<ChapterResult> of(String chapter) {
        return chapters.stream().filter(each -> each.chapter().equals(chapter)).findFirst();
    }

    public boolean isDone(String chapter) {
        return of(chapter).map(ChapterResult::done).orElse(false);
    }

    /** The same with another result of a chapter. */
    public LessonResult with(ChapterResult result) {
        List<ChapterResult> all = new ArrayList<>(chapters);
        all.replaceAll(each -> each.chapter().equals(result.chapter()) ? result : each);
        if (of(result.chapter()).isEmpty()) {
            all.add(result);
        }
        return new LessonResult(lesson, author, all);
    }
}
