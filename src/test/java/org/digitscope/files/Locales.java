package org.digitscope.files;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/** Runs a test where numbers have a comma (de), where i has another capital letter (tr), where digits differ (ar). */
public final class Locales {

    private Locales() {
    }

    public static void inEach(Executable test) throws Throwable {
        Locale usual = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                test.execute();
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
