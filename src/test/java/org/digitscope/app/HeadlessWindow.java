package org.digitscope.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that shows a window without a display. It is skipped, saying so, on a Linux that can't even draw letters. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(HeadlessWindow.NeedsFonts.class)
@interface HeadlessWindow {

    /** JavaFX on Linux draws text with FreeType and Pango. */
    final class NeedsFonts implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean linux = System.getProperty("os.name").contains("Linux");
            boolean found = Stream.of("libfreetype.so.6", "libpangoft2-1.0.so.0").allMatch(NeedsFonts::isInstalled);
            return !linux || found ? ConditionEvaluationResult.enabled("text can be drawn")
                    : ConditionEvaluationResult.disabled("Skipped: FreeType and Pango are not installed (libpangoft2-1.0-0)");
        }

        private static boolean isInstalled(String library) {
            return Display.libraryFolders(System.getProperty("os.arch")).stream()
                    .map(folder -> folder.resolve(library)).anyMatch((Path file) -> Files.exists(file));
        }
    }
}
