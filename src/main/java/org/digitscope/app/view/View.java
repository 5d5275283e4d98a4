package org.digitscope.app.view;

/** The views that people go to and fro between. */
public enum View {
    LIVE("Live", "live", "Everything at once: training, curves, weights"),
    NETWORK("Network", "network", "The picture of the network: what flows from the pixels to the answer"),
    WEIGHTS("Weights", "weights", "Every learnt number, and what happens when one is changed"),
    WHY("Why", "why", "Why the network answers the drawing as it does, number by number"),
    TEST_DIGITS("Test digits", "digits", "Every test digit, how it is answered, and the confusion matrix"),
    RUNS("Runs", "runs", "Every run that was trained, side by side: curves, what differs, sweeps"),
    NOTEBOOK("Notebook", "notebook", "A path through the classic notebook, with questions");

    private final String title;
    private final String file;
    private final String purpose;

    View(String title, String file, String purpose) {
        this.title = title;
        this.file = file;
        this.purpose = purpose;
    }

    /** One or two words. */
    public String title() {
        return title;
    }

    /** The name of its FXML file, without the ending. */
    public String file() {
        return file;
    }

    /** What it is for, in some words. */
    public String purpose() {
        return purpose;
    }
}
