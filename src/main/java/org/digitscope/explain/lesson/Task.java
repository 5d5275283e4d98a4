package org.digitscope.explain.lesson;

import java.util.List;
import java.util.Optional;
import org.digitscope.explain.lesson.condition.Condition;
import org.digitscope.explain.lesson.condition.LessonState;

/** What a reader is to do. */
public sealed interface Task {

    /** What, in a sentence. */
    String sentence();

    /** Why it is so; may be empty. */
    String reason();

    /** Something to bring about, by whatever way. */
    record Reach(String sentence, Condition when, String reason) implements Task {
    }

    /** A question whose answer is typed. */
    record Question(String sentence, String answer, String reason) implements Task {

        /** Whether an answer is right, see {@link TypedAnswer}. */
        public boolean isRight(String given) {
            return new TypedAnswer(sentence, answer).isRight(given);
        }

        /** What is different about an answer that isn't right, as a sentence. */
        public String difference(String given) {
            return new TypedAnswer(sentence, answer).difference(given);
        }
    }

    /**
     * Something to foresee: the choice comes first, and then what was spoken of is done.
     *
     * @param choices at least two
     * @param when what has to be done before it shows; empty where it shows at once
     */
    record Predict(String sentence, List<Choice> choices, Optional<Condition> when, String reason) implements Task {

        public Predict {
            choices = List.copyOf(choices);
        }

        /** Whether it shows now what comes of it. */
        public boolean isRevealed(LessonState state) {
            return when.map(condition -> condition.holds(state)).orElse(true) && right(state).isPresent();
        }

        /** The first of the choices that is true; empty as long as none is. */
        public Optional<Integer> right(LessonState state) {
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).when().holds(state)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    /** Something that may come of it. */
    record Choice(String text, Condition when) {
    }
}
