package org.digitscope.explain.lesson.condition;

import java.util.List;

/** What is one of a few words. */
public enum Setting implements Term {
    ACTIVATION("activation", "the activation is", "of the hidden layers", "relu", "tanh", "sigmoid", "linear"),
    OPTIMIZER("optimizer", "the optimizer is", "of the run", "adam", "sgd", "rmsprop"),
    START_VALUES("start values", "the weights of the run began as", "what the weights of the run began as", "glorot uniform", "he uniform", "all zero", "normal"),
    VIEW("view", "the open view is", "that is open", "live", "network", "weights", "why", "test digits", "runs", "notebook"),
    PART("part", "the open part of the view is", "of the view that is open", "neurons", "matrices", "all numbers", "what if", "who matters", "why it moves", "curves", "answers",
            "sweep"),
    SWEEP("sweep", "the newest finished sweep varies", "the setting that the newest finished sweep varies", "layers", "activation", "optimizer", "rate", "batch", "pictures", "wrong-labels",
            "start", "l2", "seed");

    private final String phrase;
    private final String subject;
    private final String meaning;
    private final List<String> words;

    Setting(String phrase, String subject, String meaning, String... words) {
        this.phrase = phrase;
        this.subject = subject;
        this.meaning = meaning;
        this.words = List.of(words);
    }

    @Override
    public String phrase() {
        return phrase;
    }

    @Override
    public String meaning() {
        return meaning + ": " + String.join(", ", words);
    }

    /** What a sentence on it begins with, its word comes next. */
    String subject() {
        return subject;
    }

    /** All that it can be, in small letters. */
    public List<String> words() {
        return words;
    }
}
