package org.digitscope.app.run;

import java.util.Optional;
import java.util.function.Supplier;

/** What is being typed into the settings: taken over before anything is trained with them, so that nothing is that nobody sees. */
public final class Entries {

    /**
     * A field whose text doesn't hold.
     *
     * @param sentence that names the field and what it takes
     * @param show leads to the field
     */
    public record Wrong(String sentence, Runnable show) {
    }

    private final Notices notices;
    private Supplier<Optional<Wrong>> takeOver = Optional::empty;
    private String said = "";

    Entries(Notices notices) {
        this.notices = notices;
    }

    /** @param fields takes over what is typed, and gives the first field whose text doesn't hold */
    public void setTakeOver(Supplier<Optional<Wrong>> fields) {
        takeOver = fields;
    }

    /** No field is wrong any more. */
    public void mended() {
        notices.withdraw(said);
    }

    /** Takes them over; false when one is wrong, after that was said. */
    boolean areTaken() {
        Optional<Wrong> wrong = takeOver.get();
        wrong.ifPresent(field -> {
            said = "Nothing was started: " + field.sentence + ".";
            notices.warn(said);
            field.show.run();
        });
        return wrong.isEmpty();
    }
}
